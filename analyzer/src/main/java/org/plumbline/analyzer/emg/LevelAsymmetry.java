package org.plumbline.analyzer.emg;

/**
 * Difference of a muscle's level between the sides: (high - low) / high, per cent, positive when
 * the right side is higher. The size stays the same when the sides are swapped, unlike in most
 * formulas .
 *
 * <p>Each side's normalisation has an error of its own, which alone makes 10 to 35 % of asymmetry.
 * And what is normalised to each side's own maximum hides a difference in strength.
 *
 * @param percent -100 to 100
 * @param error 90 % half-width, percentage points
 */
public record LevelAsymmetry(double percent, double error) {

  /**
   * The asymmetry of two levels.
   *
   * @param left any unit, not negative, not both zero
   * @param leftRelative 90 % half-width as a share of the level
   */
  public static LevelAsymmetry of(
      double left, double leftRelative, double right, double rightRelative) {
    double high = Math.max(left, right);
    double low = Math.min(left, right);
    if (!(low >= 0 && high > 0)) {
      throw new IllegalArgumentException("levels " + left + " and " + right);
    }
    double share = low / high;
    double relative = Math.sqrt(leftRelative * leftRelative + rightRelative * rightRelative);
    double size = 100 * (1 - share);
    return new LevelAsymmetry(right >= left ? size : -size, 100 * share * relative);
  }
}
