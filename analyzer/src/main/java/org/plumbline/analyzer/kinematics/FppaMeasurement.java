package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.kinematics.KneePlace.Range;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * The {@link Fppa} of one leg at fixed places of a repetition, seen along the facing direction of
 * the pelvis, or of the start position where no sensor is on the pelvis. Standing only: nobody
 * defines it lying.
 */
final class FppaMeasurement {

  /**
   * A picture that is less certain shows nothing: twice the 5 deg by which a frontal knee angle of
   * body-worn sensors is uncertain anyhow (rule table, section 2.7). Engineering choice.
   */
  private static final double MOST_ERROR_DEG = 10;

  private final RepetitionPoses repetition;
  private final Measurements measurements;
  private final Side leg;
  private final List<Posed> segments = new ArrayList<>();
  private final PoseErrors errors;

  /** Thigh and shank are found already; the pelvis is taken where it is worn. */
  FppaMeasurement(
      RepetitionPoses repetition, Measurements measurements, Side leg, Posed thigh, Posed shank) {
    this.repetition = repetition;
    this.measurements = measurements;
    this.leg = leg;
    segments.add(thigh);
    segments.add(shank);
    Found pelvis = repetition.find(Body.placement(Segment.PELVIS, Side.MIDLINE));
    segments.addAll(pelvis.segments());
    // Each of two segments has half of the variance by which their lateral axes differ.
    errors = new PoseErrors(segments, AngleError.startPoseRad() / Math.sqrt(2));
  }

  void measure(List<KneePlace> places) {
    for (KneePlace place : places) {
      String name = "kneeFppa" + place.id();
      if (!repetition.standing()) {
        measurements.missing(name, leg, StandingOnly.reason());
      } else if (place.range().isEmpty()) {
        measurements.missing(name, leg, place.notReached());
      } else {
        add(name, place.range().get());
      }
    }
  }

  private void add(String name, Range at) {
    MetricError error =
        errors.absolute(
            this::angleDeg, repetition.poses(segments, 0), repetition.poses(segments, at.middle()));
    if (!(error.deg() <= MOST_ERROR_DEG)) {
      measurements.missing(
          name,
          leg,
          new Reason(
              "degenerate-view",
              Texts.get("reason.degenerate-view", Texts.number(MOST_ERROR_DEG, 0))));
      return;
    }
    double sum = 0;
    for (int i = at.from(); i <= at.to(); i++) {
      sum += angleDeg(repetition.poses(segments, i));
    }
    measurements.add(
        repetition.metric(name, leg, sum / (at.to() - at.from() + 1), error, segments));
  }

  private double angleDeg(List<Quaternion> poses) {
    Vector3 right = poses.size() > 2 ? Fppa.rightOf(poses.get(2)) : Fppa.rightAtStart();
    return Fppa.deg(right, poses.get(0), poses.get(1), leg);
  }
}
