package org.plumbline.analyzer.emg;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a muscle changed over a set: lines fitted over the repetitions, each as a change from the
 * first to the last.
 *
 * <p>A falling median frequency alone says little. Together with a rising amplitude it goes with
 * fatigue; a rising frequency with a rising amplitude goes with more force (joint analysis of
 * spectrum and amplitude, Luttmann 2000). No cut-off is accepted.
 *
 * @param medianFrequency change, %
 * @param dimitrov change of the ln of the index; not per cent
 * @param amplitude change, %
 * @param speed change, %; empty where it was not measured
 * @param repetitions that could be used
 */
public record SetFatigue(
    Change medianFrequency,
    Change dimitrov,
    Change amplitude,
    Optional<Change> speed,
    int repetitions) {

  /** A line through fewer tells nothing. */
  public static final int LEAST_REPETITIONS = 5;

  /**
   * A change over the set.
   *
   * @param error 90 % half-width, from the scatter about the line
   */
  public record Change(double value, double error) {
    boolean isFall() {
      return value + error < 0;
    }

    boolean isRise() {
      return value - error > 0;
    }
  }

  /** What the two together are consistent with. */
  public enum Reading {
    /** Median frequency down and amplitude up, both beyond their errors. */
    FATIGUE,
    /** Both up. */
    MORE_FORCE,
    /** Both down. */
    LESS_FORCE,
    /** Median frequency up and amplitude down. */
    RECOVERY,
    /** One of them within its error. */
    WITHIN_ERROR
  }

  /**
   * The change over the repetitions of a set.
   *
   * @param set in order
   * @return empty when fewer than {@value #LEAST_REPETITIONS} have enough signal over noise
   */
  public static Optional<SetFatigue> of(List<Tiring> set) {
    int usable = (int) set.stream().filter(Tiring::isSpectral).count();
    if (usable < LEAST_REPETITIONS) {
      return Optional.empty();
    }
    boolean fast =
        set.stream().filter(Tiring::isSpectral).allMatch(one -> Double.isFinite(one.speed()));
    return Optional.of(
        new SetFatigue(
            change(set, Tiring::medianHz, true),
            change(set, Tiring::lnDimitrov, false),
            change(set, Tiring::rmsVolts, true),
            fast ? Optional.of(change(set, Tiring::speed, true)) : Optional.empty(),
            usable));
  }

  /** What frequency and amplitude together are consistent with. */
  public Reading reading() {
    if (medianFrequency.isFall()) {
      return amplitude.isRise()
          ? Reading.FATIGUE
          : amplitude.isFall() ? Reading.LESS_FORCE : Reading.WITHIN_ERROR;
    }
    if (medianFrequency.isRise()) {
      return amplitude.isRise()
          ? Reading.MORE_FORCE
          : amplitude.isFall() ? Reading.RECOVERY : Reading.WITHIN_ERROR;
    }
    return Reading.WITHIN_ERROR;
  }

  /** Least squares over the numbers of the repetitions; the line's value at the first is 100 %. */
  private static Change change(List<Tiring> set, ToDoubleFunction<Tiring> what, boolean relative) {
    int n = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < set.size(); i++) {
      if (set.get(i).isSpectral()) {
        n++;
        meanX += i;
        meanY += what.applyAsDouble(set.get(i));
      }
    }
    meanX /= n;
    meanY /= n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < set.size(); i++) {
      if (set.get(i).isSpectral()) {
        double y = what.applyAsDouble(set.get(i)) - meanY;
        xx += (i - meanX) * (i - meanX);
        xy += (i - meanX) * y;
        yy += y * y;
      }
    }
    double slope = xy / xx;
    double scatter = Math.sqrt(Math.max(0, yy - slope * xy) / (n - 2) / xx);
    double span = set.size() - 1.0;
    double scale = relative ? 100 / Math.abs(meanY - slope * meanX) : 1;
    double half = quantile95(n - 2);
    return new Change(slope * span * scale, half * scatter * span * scale);
  }

  /**
   * The 95 % quantile of Student's t by its expansion about the normal one (Abramowitz and Stegun
   * 26.7.5); 0.05 % too low at 3 degrees of freedom, nearer above.
   */
  static double quantile95(int degreesOfFreedom) {
    double z = 1.6448536269514722;
    double z2 = z * z;
    double n = degreesOfFreedom;
    double g1 = (z2 + 1) * z / 4;
    double g2 = ((5 * z2 + 16) * z2 + 3) * z / 96;
    double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * z / 384;
    double g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * z / 92160;
    return z + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n;
  }
}
