package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.BodyPart;
import org.plumbline.fixtures.simulator.BodyPose;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/** The analyzer's metrics of one repetition, read from the simulator's own kinematic chain; deg. */
final class TrueMetrics implements TrueFigures {
  private static final double STEP_SECONDS = 0.005;

  /** Knee flexion at which a frontal deviation is read on the way out, beside the hold. */
  private static final List<Double> CHECKPOINTS_DEG = List.of(30.0, 45.0, 60.0);

  private static final double[] MEDIAL_LEVELS = {0.3, 0.4, 0.5, 0.6, 0.7};
  private static final double[] LEAN_LEVELS = {0.5, 0.6, 0.7, 0.8, 0.9};

  private final Truth truth;
  private final TrueRepetition repetition;
  private final Segment counting;
  private final Map<String, Double> known = new HashMap<>();
  private final List<BodyPose> poses = new ArrayList<>();
  private final int holdStart;
  private final int holdEnd;

  /** Of an exercise that is counted by the thighs. */
  TrueMetrics(Truth truth, TrueRepetition repetition) {
    this(truth, repetition, Segment.THIGH);
  }

  /**
   * The same.
   *
   * @param counting segment by which repetitions are counted
   */
  TrueMetrics(Truth truth, TrueRepetition repetition, Segment counting) {
    this.truth = truth;
    this.counting = counting;
    this.repetition = repetition;
    double seconds = repetition.endSeconds() - repetition.startSeconds();
    int steps = (int) Math.floor(seconds / STEP_SECONDS);
    for (int i = 0; i <= steps; i++) {
      poses.add(truth.pose(repetition.startSeconds() + i * STEP_SECONDS));
    }
    holdStart = index(repetition.holdStartSeconds());
    holdEnd = Math.max(holdStart, index(repetition.holdEndSeconds()));
  }

  @Override
  public TrueRepetition repetition() {
    return repetition;
  }

  private int index(double seconds) {
    return (int) Math.ceil((seconds - repetition.startSeconds()) / STEP_SECONDS - 1e-9);
  }

  /** What a metric should be; empty for those whose truth is not told yet. */
  OptionalDouble of(Metric metric) {
    return of(metric.name(), metric.side());
  }

  @Override
  public OptionalDouble of(String name, Side side) {
    double value = known.computeIfAbsent(name + " " + side.id(), key -> value(name, side));
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private double value(String name, Side side) {
    return switch (name) {
      case "kneeFlexionPeak" -> max(kneeFlexion(side));
      case "kneeFlexionRange" -> rise(kneeFlexion(side));
      case "kneeFrontalDeviation" -> kneeFrontalDeviation(side);
      case "kneeMedialGap" -> kneeMedialGap(side);
      case "hipExtensionRange" -> range(trace(pose -> pose.hipAngles(side).flexionRad()));
      case "lumbopelvicTilt" -> rise(trace(BodyPose::lumbopelvicTiltRad));
      case "lumbarFlexion" -> fall(trace(BodyPose::lumbopelvicTiltRad));
      case "pelvicTilt" -> rise(tilt(BodyPart.PELVIS));
      case "pelvicObliquity" -> furthest(rightUp(BodyPart.PELVIS));
      case "pelvicDrop" ->
          side == Side.LEFT ? rise(rightUp(BodyPart.PELVIS)) : fall(rightUp(BodyPart.PELVIS));
      case "pelvicRollBack" -> rise(rollBack());
      case "trunkForwardLeanChange" -> rise(tilt(BodyPart.TRUNK));
      case "trunkSideLean" ->
          side == Side.RIGHT ? fall(rightUp(BodyPart.TRUNK)) : rise(rightUp(BodyPart.TRUNK));
      case "thighInclinationRange" -> range(tilt(thigh(side)));
      case "footInclinationRange" -> range(tilt(BodyPart.of(Segment.FOOT, side)));
      case "thighFrontalRange" -> range(rightUp(thigh(side)));
      case "duration" -> pace().durationSeconds();
      case "holdTime" -> pace().holdSeconds();
      case "smoothness" -> pace().smoothness(holdStart, holdEnd);
      case "rangeAsymmetry" -> rangeAsymmetry();
      case "pelvicLeanOnTheWay" -> pelvicLeanOnTheWay();
      case "thighBeyondPelvicLean" -> thighBeyondPelvicLean();
      case "pelvicLeanFromStance" -> pelvicLeanOnTheWay() - stoodDeg(BodyPart.PELVIS);
      case "pelvicTiltFromStance" -> rise(tilt(BodyPart.PELVIS)) - stoodDeg(BodyPart.PELVIS);
      case "thighBeyondLeanFromStance" -> thighBeyondLeanFromStance();
      case "thighInwardTurnGap" -> inwardGap(thigh(side), side);
      case "shankInwardTurnGap" -> inwardGap(BodyPart.of(Segment.SHANK, side), side);
      default -> Double.NaN;
    };
  }

  private TruePace pace() {
    double[] right = turn(counting, Side.RIGHT);
    double[] left = turn(counting, Side.LEFT);
    double[] mean = new double[right.length];
    for (int i = 0; i < mean.length; i++) {
      boolean one = repetition.side() != Side.MIDLINE;
      double both = (right[i] + left[i]) / 2;
      mean[i] = !one ? both : repetition.side() == Side.LEFT ? left[i] : right[i];
    }
    return new TruePace(mean, 1 / STEP_SECONDS);
  }

  private double rangeAsymmetry() {
    double right = max(turn(counting, Side.RIGHT));
    double left = max(turn(counting, Side.LEFT));
    return 100 * Math.abs(right - left) / Math.max(right, left);
  }

  /** Turn of a segment against the vertical since the start. */
  private double[] turn(Segment segment, Side side) {
    BodyPart part = BodyPart.of(segment, segment.paired() ? side : Side.MIDLINE);
    Vector3D start = poses.get(0).orientation(part).applyInverseTo(Vector3D.PLUS_K);
    return trace(
        pose -> Vector3D.angle(start, pose.orientation(part).applyInverseTo(Vector3D.PLUS_K)));
  }

  /** How far a segment turns against the vertical from the start to the middle of the hold. */
  double turnDeg(Segment segment, Side side) {
    BodyPart part = BodyPart.of(segment, segment.paired() ? side : Side.MIDLINE);
    Vector3D start = poses.get(0).orientation(part).applyInverseTo(Vector3D.PLUS_K);
    BodyPose turn = poses.get((holdStart + holdEnd) / 2);
    Vector3D there = turn.orientation(part).applyInverseTo(Vector3D.PLUS_K);
    return FastMath.toDegrees(Vector3D.angle(start, there));
  }

  private static BodyPart thigh(Side side) {
    return BodyPart.of(Segment.THIGH, side);
  }

  private double[] kneeFlexion(Side side) {
    return trace(pose -> pose.kneeAngles(side).flexionRad());
  }

  private double[] tilt(BodyPart part) {
    return trace(pose -> pose.anteriorTiltRad(part));
  }

  private double[] rightUp(BodyPart part) {
    return trace(pose -> pose.obliquityRad(part));
  }

  /** Largest of the mean over the hold and the checkpoints before it, less the start. */
  private double kneeFrontalDeviation(Side side) {
    double[] abduction = trace(pose -> pose.kneeAngles(side).abductionRad());
    double[] flexion = kneeFlexion(side);
    double largest = mean(abduction);
    for (int i = 1; i < holdStart; i++) {
      for (double checkpoint : CHECKPOINTS_DEG) {
        if (flexion[i - 1] < checkpoint && flexion[i] >= checkpoint) {
          largest = Math.max(largest, abduction[i]);
        }
      }
    }
    return largest - abduction[0];
  }

  private double kneeMedialGap(Side side) {
    double[] abduction = trace(pose -> pose.kneeAngles(side).abductionRad());
    double gap =
        new TrueWay(fromStart(tilt(thigh(side))), holdStart, holdEnd).gap(abduction, MEDIAL_LEVELS);
    return startsSitting() ? -gap : gap;
  }

  /** Trunk upright and thighs level: the way out is the way up. */
  private boolean startsSitting() {
    BodyPose start = poses.get(0);
    return start.inclinationRad(BodyPart.TRUNK) < Math.PI / 4
        && start.inclinationRad(BodyPart.RIGHT_THIGH) > Math.PI / 4;
  }

  private double inwardGap(BodyPart part, Side side) {
    double[] inward = TrueWay.inwardDeg(poses, part, side);
    return new TrueWay(fromStart(tilt(thigh(side))), holdStart, holdEnd)
        .gap(inward, TrueWay.INWARD_LEVELS);
  }

  private double pelvicLeanOnTheWay() {
    double[] lean = fromStart(tilt(BodyPart.PELVIS));
    double sum = 0;
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      double[] way = fromStart(tilt(thigh(side)));
      sum += new TrueWay(way, holdStart, holdEnd).mean(lean, LEAN_LEVELS) / 2;
    }
    return sum;
  }

  private double thighBeyondPelvicLean() {
    double value = -mean(fromStart(tilt(BodyPart.PELVIS)));
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      value -= mean(fromStart(tilt(thigh(side)))) / 2;
    }
    return value;
  }

  private double thighBeyondLeanFromStance() {
    double thighs = (stoodDeg(thigh(Side.LEFT)) + stoodDeg(thigh(Side.RIGHT))) / 2;
    return thighBeyondPelvicLean() + stoodDeg(BodyPart.PELVIS) + thighs;
  }

  /** How it stood at the ends of the repetitions up to this one, since the start of this one. */
  private double stoodDeg(BodyPart part) {
    double sum = 0;
    int n = 0;
    for (TrueRepetition one : truth.repetitions()) {
      if (one.endSeconds() <= repetition.endSeconds()) {
        sum += FastMath.toDegrees(truth.pose(one.endSeconds()).anteriorTiltRad(part));
        n++;
      }
    }
    return sum / n - tilt(part)[0];
  }

  /** Front of the pelvis upwards, lying on the side. */
  private double[] rollBack() {
    return trace(
        pose -> {
          Vector3D up = pose.orientation(BodyPart.PELVIS).applyInverseTo(Vector3D.PLUS_K);
          return FastMath.atan2(up.getX(), Math.abs(up.getZ()));
        });
  }

  /** In degrees and without jumps by a whole turn. */
  private double[] trace(ToDoubleFunction<BodyPose> angleRad) {
    double[] values = new double[poses.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = FastMath.toDegrees(angleRad.applyAsDouble(poses.get(i)));
      if (i > 0) {
        values[i] -= 360 * FastMath.rint((values[i] - values[i - 1]) / 360);
      }
    }
    return values;
  }

  private static double[] fromStart(double[] values) {
    double[] changes = values.clone();
    for (int i = 0; i < values.length; i++) {
      changes[i] -= values[0];
    }
    return changes;
  }

  /** Mean over the hold. */
  private double mean(double[] values) {
    double sum = 0;
    for (int i = holdStart; i <= holdEnd; i++) {
      sum += values[i];
    }
    return sum / (holdEnd - holdStart + 1);
  }

  private static double max(double[] values) {
    double max = values[0];
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  private static double min(double[] values) {
    double min = values[0];
    for (double value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  private static double rise(double[] values) {
    return max(values) - values[0];
  }

  private static double fall(double[] values) {
    return values[0] - min(values);
  }

  private static double range(double[] values) {
    return max(values) - min(values);
  }

  /** Largest departure from the start to either side. */
  private static double furthest(double[] values) {
    return rise(values) >= fall(values) ? rise(values) : -fall(values);
  }
}
