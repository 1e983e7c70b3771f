package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How much further the thighs of a standing person have turned at the turn than the pelvis leans
 * forward. A pelvis that tucks under at the bottom of a squat leans less for the same thigh; so
 * does one of somebody who simply goes deeper, so this is to be held against the own reference.
 */
final class PelvicTuckMeasurement {
  private static final String NAME = "thighBeyondPelvicLean";

  private PelvicTuckMeasurement() {}

  /** With the mean of the legs that are worn. */
  static void measure(RepetitionPoses repetition, List<Side> legs, Measurements measurements) {
    Found pelvis = repetition.find(Body.placement(Segment.PELVIS, Side.MIDLINE));
    if (!repetition.standing()) {
      measurements.missing(NAME, Side.MIDLINE, StandingOnly.reason());
      return;
    }
    if (pelvis.reason().isPresent()) {
      measurements.missing(NAME, Side.MIDLINE, pelvis.reason().get());
      return;
    }
    List<Posed> thighs = new ArrayList<>();
    for (Side leg : legs) {
      Found thigh = repetition.find(Body.placement(Segment.THIGH, leg));
      thigh.reason().ifPresent(reason -> measurements.missing(NAME, Side.MIDLINE, reason));
      if (thigh.reason().isEmpty()) {
        thighs.add(thigh.get(0));
      }
    }
    if (thighs.isEmpty()) {
      return;
    }
    double value = -leanDeg(repetition, pelvis.get(0));
    MetricError error = error(repetition, pelvis.get(0));
    List<Posed> all = new ArrayList<>(pelvis.segments());
    for (Posed thigh : thighs) {
      // Backward tilt of the thigh is hip flexion: the knee goes forward.
      value -= leanDeg(repetition, thigh) / thighs.size();
      MetricError more = error(repetition, thigh);
      error =
          new MetricError(
              FastMath.hypot(error.deg(), more.deg() / thighs.size()),
              FastMath.hypot(error.repeatDeg(), more.repeatDeg() / thighs.size()));
      all.add(thigh);
    }
    measurements.add(repetition.metric(NAME, Side.MIDLINE, value, error, all));
  }

  private static double leanDeg(RepetitionPoses repetition, Posed segment) {
    return repetition
        .segment(segment, Inclination::anteriorTiltDeg)
        .fromStart()
        .mean(repetition.holdStart(), repetition.holdEnd());
  }

  private static MetricError error(RepetitionPoses repetition, Posed segment) {
    return repetition.changeError(segment, Inclination::anteriorTiltDeg, 0, repetition.turn());
  }
}
