package org.plumbline.analyzer.quality;

import org.plumbline.device.log.Side;

/**
 * One figure of a repetition.
 *
 * @param name camel case, e.g. {@code kneeFlexionPeak}
 * @param side the leg it is about, or {@code MIDLINE}
 * @param value in {@code unit}
 * @param error 90 % half-width, in {@code unit}
 * @param unit {@code deg}, {@code s}, {@code 1}, {@code %MVIC}, {@code % of reference set} ...
 * @param caveat what must be known of the sensors behind it
 * @param repeatError what of the error is another one in every repetition under the same {@code
 *     calibration}, 90 % half-width of one of them; the rest cancels when two are compared
 * @param calibration tells one calibration of the sensors behind it from another; empty where
 *     nothing is said, so that nothing cancels
 */
public record Metric(
    String name,
    Side side,
    double value,
    double error,
    String unit,
    Caveat caveat,
    double repeatError,
    String calibration) {
  public Metric {
    if (!Double.isFinite(value) || !(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(name + ": " + value + " +- " + error + " " + unit);
    }
    if (!(repeatError >= 0 && repeatError <= error)) {
      throw new IllegalArgumentException(
          name + ": +- " + repeatError + " of +- " + error + " " + unit + " between repetitions");
    }
  }

  /** A figure of which nothing is known to cancel. */
  public Metric(String name, Side side, double value, double error, String unit, Caveat caveat) {
    this(name, side, value, error, unit, caveat, error, "");
  }

  /** A figure that needs no word besides its error. */
  public Metric(String name, Side side, double value, double error, String unit) {
    this(name, side, value, error, unit, Caveat.NONE);
  }
}
