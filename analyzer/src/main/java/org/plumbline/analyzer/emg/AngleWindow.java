package org.plumbline.analyzer.emg;

/**
 * The part of a repetition between the same two angles, so that spectra of its repetitions compare:
 * muscle fibres move under the electrodes with the joint.
 *
 * @param from first step, counted from the start of the repetition
 * @param to last step
 * @param speed mean change of the excursion a second, shares of the largest excursion; NaN where
 *     there was no movement
 */
public record AngleWindow(int from, int to, double speed) {

  /**
   * From where the excursion first reaches a share of its largest value to where the hold ends.
   *
   * @param excursion of the joint or segment from its start position, one value a step
   * @param lowShare where the window begins
   * @param topShare arrived at the hold; up to here the speed is measured
   * @param holdEnd last step of the hold
   * @throws IllegalArgumentException without any excursion
   */
  public static AngleWindow of(
      double[] excursion, double lowShare, double topShare, int holdEnd, double stepsPerSecond) {
    double largest = 0;
    for (double one : excursion) {
      largest = Math.max(largest, one);
    }
    if (!(largest > 0)) {
      throw new IllegalArgumentException("no excursion");
    }
    int from = firstReaching(excursion, lowShare * largest);
    int top = firstReaching(excursion, topShare * largest);
    double speed = top > from ? (topShare - lowShare) * stepsPerSecond / (top - from) : Double.NaN;
    return new AngleWindow(from, Math.max(from, Math.min(holdEnd, excursion.length - 1)), speed);
  }

  private static int firstReaching(double[] excursion, double value) {
    int at = 0;
    while (!(excursion[at] >= value)) {
      at++;
    }
    return at;
  }
}
