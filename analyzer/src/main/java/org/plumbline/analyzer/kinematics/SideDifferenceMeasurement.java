package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How differently far the two sides turn in a repetition that both do: the largest turn of the
 * counting segment against the vertical, the difference in per cent of the larger one. Only gravity
 * enters, so that no calibration is needed.
 */
public final class SideDifferenceMeasurement {
  private static final String NAME = "rangeAsymmetry";

  private SideDifferenceMeasurement() {}

  /** What a side turned, and how sure that is; radians. */
  private record Turn(double rad, double errorRad, Caveat caveat) {}

  /**
   * Adds {@code rangeAsymmetry}, or why it is not there.
   *
   * @param segment that counts
   */
  public static void measure(
      Segment segment,
      List<WornSegment> worn,
      Set<OnSegment> ambiguous,
      Repetition repetition,
      Measurements measurements) {
    Optional<Turn> left = turn(new OnSegment(segment, Side.LEFT), worn, ambiguous, repetition);
    Optional<Turn> right = turn(new OnSegment(segment, Side.RIGHT), worn, ambiguous, repetition);
    double larger = Math.max(left.map(Turn::rad).orElse(0.0), right.map(Turn::rad).orElse(0.0));
    if (left.isEmpty() || right.isEmpty() || larger == 0) {
      measurements.missing(
          NAME, Side.MIDLINE, new Reason("one-side", Texts.get("reason.one-side")));
      return;
    }
    double difference = Math.abs(left.get().rad - right.get().rad);
    double error = FastMath.hypot(left.get().errorRad, right.get().errorRad);
    measurements.add(
        new Metric(
            NAME,
            Side.MIDLINE,
            100 * difference / larger,
            100 * error / larger,
            "%",
            left.get().caveat.and(right.get().caveat)));
    measurements.place(
        NAME,
        Side.MIDLINE,
        Texts.get(
            "place.further",
            Texts.get("side." + (left.get().rad > right.get().rad ? "left" : "right"))));
  }

  private static Optional<Turn> turn(
      OnSegment placement,
      List<WornSegment> worn,
      Set<OnSegment> ambiguous,
      Repetition repetition) {
    return worn.stream()
        .filter(one -> one.placement().equals(placement))
        .filter(one -> !ambiguous.contains(placement) && one.usable())
        .findFirst()
        .flatMap(one -> turn(one, repetition));
  }

  private static Optional<Turn> turn(WornSegment one, Repetition repetition) {
    for (long step = repetition.start(); step <= repetition.end(); step++) {
      if (!one.track().has(step)) {
        return Optional.empty();
      }
    }
    Vector3 start = up(one, repetition.start());
    double largest = 0;
    for (long step = repetition.start(); step <= repetition.end(); step++) {
      largest = Math.max(largest, start.angleToRad(up(one, step)));
    }
    double error =
        AngleError.rss(
            one.inclinationErrorRad(),
            JointErrors.softTissueRad(largest, JointErrors.AT_EXTREMES * one.errors().tissueRad()));
    return Optional.of(new Turn(largest, error, one.caveat()));
  }

  private static Vector3 up(WornSegment segment, long step) {
    return Inclination.up(WornSegment.quaternion(segment.track(), step, 0));
  }
}
