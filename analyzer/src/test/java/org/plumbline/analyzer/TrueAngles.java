package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.BodyPart;
import org.plumbline.fixtures.simulator.BodyPose;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/** Metrics of one repetition by their definitions, from joint centres and axes of the simulator. */
record TrueAngles(Truth truth, TrueRepetition repetition) {
  private static final double STEP_SECONDS = 0.01;

  /** The true value of a metric in degrees; empty where this page has no definition of it. */
  OptionalDouble of(String metric, Side side) {
    return switch (metric) {
      case "kneeFlexionPeak" -> some(max(flexion(side)));
      case "kneeFlexionRange" -> some(max(flexion(side)) - start(flexion(side)));
      case "kneeFrontalAtTurn" -> some(atTurn(abduction(side)) - start(abduction(side)));
      case "kneeFrontalAt30" -> at(30, side, abduction(side), true);
      case "kneeFrontalAt45" -> at(45, side, abduction(side), true);
      case "kneeFrontalAt60" -> at(60, side, abduction(side), true);
      case "kneeRotationAtTurn" -> some(atTurn(rotation(side)) - start(rotation(side)));
      case "kneeRotationAt30" -> at(30, side, rotation(side), true);
      case "kneeRotationAt45" -> at(45, side, rotation(side), true);
      case "kneeRotationAt60" -> at(60, side, rotation(side), true);
      case "kneeFppaAtTurn" -> some(atTurn(fppa(side)));
      case "kneeFppaAt30" -> at(30, side, fppa(side), false);
      case "kneeFppaAt45" -> at(45, side, fppa(side), false);
      case "kneeFppaAt60" -> at(60, side, fppa(side), false);
      case "kneeMedialGap" -> some(medialGap(side));
      case "hipExtensionRange" -> some(range(hip(side)));
      case "hipAdductionPeak" -> some(start(hipAbduction(side)) - min(hipAbduction(side)));
      case "hipAbductionAtTurn" -> some(atTurn(hipAbduction(side)) - start(hipAbduction(side)));
      case "hipRotationAtTurn" -> some(atTurn(hipRotation(side)) - start(hipRotation(side)));
      case "thighInclinationRange" -> some(range(tilt(BodyPart.of(Segment.THIGH, side))));
      case "shankInclinationRange" -> some(range(tilt(BodyPart.of(Segment.SHANK, side))));
      case "thighFrontalRange" -> some(range(rightUp(BodyPart.of(Segment.THIGH, side))));
      case "shankFrontalRange" -> some(range(rightUp(BodyPart.of(Segment.SHANK, side))));
      default -> ofTrunkAndPelvis(metric, side);
    };
  }

  private OptionalDouble ofTrunkAndPelvis(String metric, Side side) {
    ToDoubleFunction<BodyPose> lumbar = BodyPose::lumbopelvicTiltRad;
    ToDoubleFunction<BodyPose> tilt = tilt(BodyPart.PELVIS);
    ToDoubleFunction<BodyPose> rightUp = rightUp(BodyPart.PELVIS);
    ToDoubleFunction<BodyPose> lean = tilt(BodyPart.TRUNK);
    ToDoubleFunction<BodyPose> trunkRightUp = rightUp(BodyPart.TRUNK);
    return switch (metric) {
      case "lumbopelvicTilt" -> some(max(lumbar) - start(lumbar));
      case "lumbarFlexion" -> some(start(lumbar) - min(lumbar));
      case "pelvicLeanOnTheWay" -> some(leanOnTheWay());
      case "pelvicLeanFromStance" -> some(leanOnTheWay() + start(tilt) - stance(tilt));
      case "pelvicTiltFromStance" -> some(max(tilt) - stance(tilt));
      case "thighBeyondLeanFromStance" -> some(thighsBeyondLean());
      case "pelvicTilt" -> some(max(tilt) - start(tilt));
      case "pelvicInclination" -> some(extreme(tilt));
      case "pelvicObliquity" -> some(extreme(rightUp));
      case "pelvicDrop" ->
          some(side == Side.LEFT ? max(rightUp) - start(rightUp) : start(rightUp) - min(rightUp));
      case "trunkForwardLeanPeak" -> some(max(lean));
      case "trunkForwardLeanChange" -> some(max(lean) - start(lean));
      case "trunkSideLean" ->
          some(
              side == Side.LEFT
                  ? max(trunkRightUp) - start(trunkRightUp)
                  : start(trunkRightUp) - min(trunkRightUp));
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }

  private static ToDoubleFunction<BodyPose> flexion(Side side) {
    return pose -> pose.kneeAngles(side).flexionRad();
  }

  private static ToDoubleFunction<BodyPose> abduction(Side side) {
    return pose -> pose.kneeAngles(side).abductionRad();
  }

  private static ToDoubleFunction<BodyPose> rotation(Side side) {
    return pose -> pose.kneeAngles(side).internalRotationRad();
  }

  private static ToDoubleFunction<BodyPose> hip(Side side) {
    return pose -> pose.hipAngles(side).flexionRad();
  }

  private static ToDoubleFunction<BodyPose> hipAbduction(Side side) {
    return pose -> pose.hipAngles(side).abductionRad();
  }

  private static ToDoubleFunction<BodyPose> hipRotation(Side side) {
    return pose -> pose.hipAngles(side).internalRotationRad();
  }

  private static ToDoubleFunction<BodyPose> tilt(BodyPart part) {
    return pose -> pose.anteriorTiltRad(part);
  }

  private static ToDoubleFunction<BodyPose> rightUp(BodyPart part) {
    return pose -> pose.obliquityRad(part);
  }

  /** Hip, knee and ankle as points in a picture taken along the pelvis's facing direction. */
  private static ToDoubleFunction<BodyPose> fppa(Side side) {
    return pose -> {
      Vector3D lateral = pose.orientation(BodyPart.PELVIS).applyTo(Vector3D.PLUS_K);
      Vector3D right = new Vector3D(lateral.getX(), lateral.getY(), 0).normalize();
      Vector3D thigh = pose.knee(side).subtract(pose.hip(side));
      Vector3D shank = pose.ankle(side).subtract(pose.knee(side));
      double away = picture(right, shank) - picture(right, thigh);
      return side == Side.RIGHT ? away : -away;
    };
  }

  private static double picture(Vector3D right, Vector3D down) {
    return Math.atan2(down.dotProduct(right), -down.getZ());
  }

  private double leanOnTheWay() {
    ToDoubleFunction<BodyPose> lean = tilt(BodyPart.PELVIS);
    double sum = 0;
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      ToDoubleFunction<BodyPose> thigh = tilt(BodyPart.of(Segment.THIGH, side));
      for (double level : new double[] {0.5, 0.6, 0.7, 0.8, 0.9}) {
        double[] passes = passes(thigh, level);
        sum += (deg(passes[0], lean) + deg(passes[1], lean)) / 20;
      }
    }
    return sum - start(lean);
  }

  /** How it stood at the ends of the repetitions up to this one. */
  private double stance(ToDoubleFunction<BodyPose> angleRad) {
    return truth.repetitions().stream()
        .filter(one -> one.endSeconds() <= repetition.endSeconds())
        .mapToDouble(one -> deg(one.endSeconds(), angleRad))
        .average()
        .orElseThrow();
  }

  private double thighsBeyondLean() {
    ToDoubleFunction<BodyPose> lean = tilt(BodyPart.PELVIS);
    double beyond = stance(lean) - atTurn(lean);
    for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
      ToDoubleFunction<BodyPose> thigh = tilt(BodyPart.of(Segment.THIGH, side));
      beyond += (stance(thigh) - atTurn(thigh)) / 2;
    }
    return beyond;
  }

  private double medialGap(Side side) {
    ToDoubleFunction<BodyPose> thigh = tilt(BodyPart.of(Segment.THIGH, side));
    double sum = 0;
    for (double level : new double[] {0.3, 0.4, 0.5, 0.6, 0.7}) {
      double[] passes = passes(thigh, level);
      sum += (deg(passes[1], abduction(side)) - deg(passes[0], abduction(side))) / 5;
    }
    return sum;
  }

  /** First and last second at which a share of the way to the turn is done. */
  private double[] passes(ToDoubleFunction<BodyPose> thigh, double level) {
    double start = start(thigh);
    double way = atTurn(thigh) - start;
    double out = 0;
    double back = 0;
    for (double at : times(repetition.startSeconds(), repetition.endSeconds())) {
      if ((deg(at, thigh) - start) / way >= level) {
        out = out == 0 ? at : out;
        back = at;
      }
    }
    return new double[] {out, back};
  }

  private OptionalDouble at(
      double flexionDeg, Side side, ToDoubleFunction<BodyPose> angleRad, boolean sinceStart) {
    for (double at : times(repetition.startSeconds(), repetition.holdStartSeconds())) {
      if (deg(at, flexion(side)) >= flexionDeg) {
        return some(deg(at, angleRad) - (sinceStart ? start(angleRad) : 0));
      }
    }
    return OptionalDouble.empty();
  }

  private double atTurn(ToDoubleFunction<BodyPose> angleRad) {
    return times(repetition.holdStartSeconds(), repetition.holdEndSeconds()).stream()
        .mapToDouble(at -> deg(at, angleRad))
        .average()
        .orElseThrow();
  }

  private double start(ToDoubleFunction<BodyPose> angleRad) {
    return deg(repetition.startSeconds(), angleRad);
  }

  private double range(ToDoubleFunction<BodyPose> angleRad) {
    return max(angleRad) - min(angleRad);
  }

  private double extreme(ToDoubleFunction<BodyPose> angleRad) {
    double up = max(angleRad) - start(angleRad);
    double down = min(angleRad) - start(angleRad);
    return Math.abs(down) > Math.abs(up) ? down : up;
  }

  private double max(ToDoubleFunction<BodyPose> angleRad) {
    return times(repetition.startSeconds(), repetition.endSeconds()).stream()
        .mapToDouble(at -> deg(at, angleRad))
        .max()
        .orElseThrow();
  }

  private double min(ToDoubleFunction<BodyPose> angleRad) {
    return -max(pose -> -angleRad.applyAsDouble(pose));
  }

  private double deg(double seconds, ToDoubleFunction<BodyPose> angleRad) {
    return Math.toDegrees(angleRad.applyAsDouble(truth.pose(seconds)));
  }

  private static List<Double> times(double from, double to) {
    List<Double> times = new ArrayList<>();
    for (double at = from; at <= to; at += STEP_SECONDS) {
      times.add(at);
    }
    return times;
  }
}
