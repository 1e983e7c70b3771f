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
 */
public record Metric(
    String name, Side side, double value, double error, String unit, Caveat caveat) {
  public Metric {
    if (!Double.isFinite(value) || !(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(name + ": " + value + " +- " + error + " " + unit);
    }
  }

  /** A figure that needs no word besides its error. */
  public Metric(String name, Side side, double value, double error, String unit) {
    this(name, side, value, error, unit, Caveat.NONE);
  }
}
