package org.plumbline.analyzer.emg;

import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * How much the other side joined in when one was to work alone: its level as a share of that of the
 * working one. Levels of two sides compare only against maxima of both.
 */
public final class IsolationMeasurement {
  private static final String LEVEL = "gluteusMaximusLevel";
  private static final String SHARE = "otherSideShare";

  private IsolationMeasurement() {}

  /** Adds the share, or why it is not there; the levels have been measured. */
  public static void measure(Side working, Measurements measurements) {
    Side other = working == Side.LEFT ? Side.RIGHT : Side.LEFT;
    for (Side side : new Side[] {working, other}) {
      if (measurements.metric(LEVEL, side).isEmpty()) {
        measurements.missing(
            SHARE,
            working,
            measurements
                .reason(LEVEL, side)
                .orElseGet(() -> new Reason("not-measured", Texts.get("reason.not-measured"))));
        return;
      }
    }
    Metric own = measurements.metric(LEVEL, working).orElseThrow();
    Metric others = measurements.metric(LEVEL, other).orElseThrow();
    if (!own.unit().equals("%MVIC") || !others.unit().equals("%MVIC")) {
      measurements.missing(
          SHARE, working, new Reason("needs-mvic-both", Texts.get("reason.needs-mvic-both")));
      return;
    }
    double share = 100 * others.value() / own.value();
    double ownError = own.error() / own.value();
    double otherError = others.error() / others.value();
    measurements.add(
        new Metric(
            SHARE,
            working,
            share,
            share * Math.sqrt(ownError * ownError + otherError * otherError),
            "%"));
  }
}
