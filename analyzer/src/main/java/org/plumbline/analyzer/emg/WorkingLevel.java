package org.plumbline.analyzer.emg;

/**
 * Mean envelope of a muscle over a part of a repetition, with the power of its rest taken off, and
 * what that costs in certainty.
 *
 * @param volts NaN when the signal is incomplete, 0 when there is not more than at rest
 * @param noiseError 90 % half-width from noise and from the length of the part, as a share of volts
 */
public record WorkingLevel(double volts, double noiseError) {

  /** Amplitudes scatter as 1 / (2 sqrt(bandwidth * time)); 150 Hz of bandwidth. */
  private static final double BANDWIDTH_HZ = 150;

  /** Half-width of 90 % of a normal distribution, in standard deviations. */
  private static final double Z90 = 1.6449;

  private static final double STEPS_PER_SECOND = 100;

  /** With more noise than this nothing is said of a level. */
  static final double MOST_NOISE_ERROR = 0.3;

  /**
   * The level from {@code from} to {@code to}, both included.
   *
   * @param restVolts RMS at rest; NaN when it is not known, which counts as none
   */
  public static WorkingLevel of(RecordedMuscle muscle, long from, long to, double restVolts) {
    double sum = 0;
    double squares = 0;
    for (long step = from; step <= to; step++) {
      double value = muscle.track().value(step, muscle.column());
      sum += value;
      squares += value * value;
    }
    long n = to - from + 1;
    double mean = sum / n;
    double power = squares / n;
    double rest = Double.isNaN(restVolts) ? 0 : restVolts * restVolts;
    if (Double.isNaN(mean)) {
      return new WorkingLevel(Double.NaN, 0);
    }
    if (!(power > rest)) {
      return new WorkingLevel(0, 1);
    }
    // The shape of the repetition stays; only its power is corrected.
    double volts = mean * Math.sqrt(1 - rest / power);
    double byNoise = RestLevel.POWER_ERROR / 2 * rest / (power - rest);
    double seconds = n / STEPS_PER_SECOND;
    double byLength =
        Z90 / (2 * Math.sqrt(BANDWIDTH_HZ * seconds)) * Math.sqrt(power / (power - rest));
    return new WorkingLevel(volts, Math.sqrt(byNoise * byNoise + byLength * byLength));
  }

  /** Whether there is enough of it over the noise. */
  boolean isClear() {
    return volts > 0 && noiseError <= MOST_NOISE_ERROR;
  }
}
