package org.plumbline.tools.validate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.BodyPart;
import org.plumbline.fixtures.simulator.BodyPose;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/** The analyzer's metrics of one repetition, read from the simulator's own kinematic chain; deg. */
record TrueMetrics(Truth truth, TrueRepetition repetition) {
  private static final double STEP_SECONDS = 0.005;

  /** Knee flexion at which a frontal deviation is read on the way out, beside the hold. */
  private static final List<Double> CHECKPOINTS_DEG = List.of(30.0, 45.0, 60.0);

  /** What a metric should be; empty for those whose truth is not told yet. */
  OptionalDouble of(Metric metric) {
    Side side = metric.side();
    return switch (metric.name()) {
      case "kneeFlexionPeak" -> OptionalDouble.of(kneeFlexionPeak(side));
      case "kneeFlexionRange" -> OptionalDouble.of(kneeFlexionChange(side));
      case "kneeFrontalDeviation" -> OptionalDouble.of(kneeFrontalDeviation(side));
      case "lumbopelvicTilt" -> OptionalDouble.of(lumbopelvicTilt());
      case "pelvicObliquity" -> OptionalDouble.of(pelvicObliquity());
      default -> OptionalDouble.empty();
    };
  }

  double kneeFlexionPeak(Side side) {
    return extreme(pose -> pose.kneeAngles(side).flexionRad(), true);
  }

  double kneeFlexionChange(Side side) {
    return kneeFlexionPeak(side)
        - deg(repetition.startSeconds(), pose -> pose.kneeAngles(side).flexionRad());
  }

  /** Largest of the mean over the hold and the checkpoints before it, less the start. */
  double kneeFrontalDeviation(Side side) {
    ToDoubleFunction<BodyPose> abduction = pose -> pose.kneeAngles(side).abductionRad();
    double largest = 0;
    int n = 0;
    for (double at = repetition.holdStartSeconds();
        at <= repetition.holdEndSeconds();
        at += STEP_SECONDS) {
      largest += deg(at, abduction);
      n++;
    }
    largest /= n;
    double before = Double.POSITIVE_INFINITY;
    for (double at = repetition.startSeconds();
        at < repetition.holdStartSeconds();
        at += STEP_SECONDS) {
      double flexion = deg(at, pose -> pose.kneeAngles(side).flexionRad());
      for (double checkpoint : CHECKPOINTS_DEG) {
        if (before < checkpoint && flexion >= checkpoint) {
          largest = Math.max(largest, deg(at, abduction));
        }
      }
      before = flexion;
    }
    return largest - deg(repetition.startSeconds(), abduction);
  }

  double lumbopelvicTilt() {
    return extreme(BodyPose::lumbopelvicTiltRad, true)
        - deg(repetition.startSeconds(), BodyPose::lumbopelvicTiltRad);
  }

  /** Largest departure from the start to either side. */
  double pelvicObliquity() {
    double start = deg(repetition.startSeconds(), TrueMetrics::obliquityRad);
    double most = extreme(TrueMetrics::obliquityRad, true) - start;
    double least = extreme(TrueMetrics::obliquityRad, false) - start;
    return Math.abs(most) >= Math.abs(least) ? most : least;
  }

  private static double obliquityRad(BodyPose pose) {
    Vector3D up = pose.orientation(BodyPart.PELVIS).applyInverseTo(Vector3D.PLUS_K);
    return FastMath.atan2(up.getZ(), FastMath.hypot(up.getX(), up.getY()));
  }

  private double extreme(ToDoubleFunction<BodyPose> angleRad, boolean largest) {
    double found = deg(repetition.startSeconds(), angleRad);
    for (double at = repetition.startSeconds(); at <= repetition.endSeconds(); at += STEP_SECONDS) {
      double value = deg(at, angleRad);
      found = largest ? Math.max(found, value) : Math.min(found, value);
    }
    return found;
  }

  private double deg(double seconds, ToDoubleFunction<BodyPose> angleRad) {
    return FastMath.toDegrees(angleRad.applyAsDouble(truth.pose(seconds)));
  }
}
