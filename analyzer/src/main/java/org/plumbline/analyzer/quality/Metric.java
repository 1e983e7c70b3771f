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
 */
public record Metric(String name, Side side, double value, double error, String unit) {
  public Metric {
    if (!Double.isFinite(value) || !(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException(name + ": " + value + " +- " + error + " " + unit);
    }
  }
}
