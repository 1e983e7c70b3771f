package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How far the pelvis of a standing person leans forward on the lower half of the way down and up,
 * at equal shares of the thighs' way. The mean over the way tells more than the largest lean, which
 * a moment makes.
 */
final class PelvicLeanMeasurement {
  private static final String NAME = "pelvicLeanOnTheWay";

  private static final double[] LEVELS = {0.5, 0.6, 0.7, 0.8, 0.9};

  private PelvicLeanMeasurement() {}

  /** With the legs that are worn. */
  static void measure(RepetitionPoses repetition, List<Side> legs, Measurements measurements) {
    Found pelvis = repetition.find(Body.placement(Segment.PELVIS, Side.MIDLINE));
    List<Found> thighs =
        legs.stream().map(leg -> repetition.find(Body.placement(Segment.THIGH, leg))).toList();
    Optional<Reason> reason =
        repetition.standing() ? pelvis.reason() : Optional.of(StandingOnly.reason());
    if (reason.isEmpty() && thighs.stream().noneMatch(thigh -> thigh.reason().isEmpty())) {
      reason = thighs.get(0).reason();
    }
    if (reason.isPresent()) {
      measurements.missing(NAME, Side.MIDLINE, reason.get());
      return;
    }
    Posed posed = pelvis.get(0);
    Trace lean = repetition.segment(posed, Inclination::anteriorTiltDeg).fromStart();
    List<Posed> worn =
        thighs.stream()
            .filter(thigh -> thigh.reason().isEmpty())
            .map(thigh -> thigh.get(0))
            .toList();
    Optional<Double> mean = meanOnTheWay(repetition, worn, lean);
    if (mean.isEmpty()) {
      measurements.missing(NAME, Side.MIDLINE, OutAndBack.tooSmall());
      return;
    }
    MetricError error =
        repetition.changeError(posed, Inclination::anteriorTiltDeg, 0, repetition.turn());
    measurements.add(repetition.metric(NAME, Side.MIDLINE, mean.get(), error, posed));
  }

  /** Mean of a lean on the ways of the thighs; empty where none has one. */
  static Optional<Double> meanOnTheWay(RepetitionPoses repetition, List<Posed> thighs, Trace lean) {
    List<Double> means = new ArrayList<>();
    for (Posed thigh : thighs) {
      onTheWay(repetition, thigh, lean).ifPresent(means::add);
    }
    if (means.isEmpty()) {
      return Optional.empty();
    }
    double sum = 0;
    for (double mean : means) {
      sum += mean;
    }
    return Optional.of(sum / means.size());
  }

  private static Optional<Double> onTheWay(RepetitionPoses repetition, Posed thigh, Trace lean) {
    // Backward tilt of the thigh is hip flexion: the knee goes forward. Only that is a way down.
    Trace flexion = repetition.segment(thigh, Inclination::anteriorTiltDeg).fromStart().negated();
    return OutAndBack.along(flexion, repetition)
        .filter(way -> flexion.mean(repetition.holdStart(), repetition.holdEnd()) > 0)
        .map(
            way -> {
              double sum = 0;
              for (double level : LEVELS) {
                OutAndBack.Crossing at = way.at(level);
                sum += lean.value(at.out());
                sum += lean.value(at.back());
              }
              return sum / (2 * LEVELS.length);
            });
  }
}
