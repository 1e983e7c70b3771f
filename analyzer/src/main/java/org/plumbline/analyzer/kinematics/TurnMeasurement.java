package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.OnSegment;

/**
 * How far a segment with an accelerometer alone turns against the vertical since the start of a
 * repetition, in whatever direction. It needs no calibration, for the angle between two directions
 * of "up" does not depend on how the sensor sits; forwards and sideways cannot be told apart.
 */
final class TurnMeasurement {
  private TurnMeasurement() {}

  static void measure(
      Repetition repetition,
      List<WornSegment> worn,
      Set<OnSegment> ambiguous,
      Measurements measurements) {
    for (WornSegment segment : worn) {
      if (segment.inclinationOnly() && !ambiguous.contains(segment.placement())) {
        measure(repetition, segment, measurements);
      }
    }
  }

  private static void measure(
      Repetition repetition, WornSegment segment, Measurements measurements) {
    OnSegment placement = segment.placement();
    String name = Location.idOf(placement.segment()) + "TurnFromStart";
    String reason = reason(repetition, segment);
    if (!reason.isEmpty()) {
      measurements.missing(
          name,
          placement.side(),
          new Reason(reason, Texts.get("reason." + reason, placement.id())));
      return;
    }
    Vector3 start = up(segment, repetition.start());
    double largest = 0;
    for (long step = repetition.start(); step <= repetition.end(); step++) {
      largest = Math.max(largest, start.angleToRad(up(segment, step)));
    }
    double error =
        AngleError.rss(
            segment.inclinationErrorRad(),
            JointErrors.softTissueRad(
                largest, JointErrors.AT_EXTREMES * segment.errors().tissueRad()));
    measurements.add(
        new Metric(
            name,
            placement.side(),
            FastMath.toDegrees(largest),
            FastMath.toDegrees(error),
            "deg",
            segment.caveat()));
  }

  private static String reason(Repetition repetition, WornSegment segment) {
    if (!segment.usable()) {
      return "sensor-unusable";
    }
    for (long step = repetition.start(); step <= repetition.end(); step++) {
      if (!segment.track().has(step)) {
        return "lost-samples";
      }
    }
    return "";
  }

  private static Vector3 up(WornSegment segment, long step) {
    return Inclination.up(WornSegment.quaternion(segment.track(), step, 0));
  }
}
