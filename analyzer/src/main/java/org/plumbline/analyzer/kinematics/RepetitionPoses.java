package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Side;

/**
 * The poses of one repetition and what is read off them: traces over the repetition and errors
 * between two of its instants. Positions count grid steps from the {@link StartPosition}.
 *
 * @param repetition with its start position
 * @param counted position at which it is counted from
 * @param standing whether the person stands at both ends
 */
record RepetitionPoses(Repetition repetition, int counted, Body body, boolean standing) {

  /** 50 ms on either side: keeps noise out of a maximum. */
  private static final int SMOOTHING = 5;

  Found find(OnSegment... placements) {
    return body.find(placements);
  }

  int holdStart() {
    return (int) (repetition.holdStart() - repetition.start());
  }

  int holdEnd() {
    return (int) (repetition.holdEnd() - repetition.start());
  }

  /** Middle of the hold. */
  int turn() {
    return (holdStart() + holdEnd()) / 2;
  }

  /** A trace as it is shown, from where the repetition is counted. */
  Curve curve(Trace trace, String name, Side side) {
    return trace.from(counted).toCurve(name, side);
  }

  /** One angle of a joint. */
  Trace joint(Posed proximal, Posed distal, ToDoubleFunction<JointAngles> angleDeg) {
    List<Optional<JointAngles>> angles = body.angles(proximal, distal);
    return trace(
        step ->
            angles
                .get((int) (step - repetition.start()))
                .map(at -> angleDeg.applyAsDouble(at))
                .orElse(Double.NaN));
  }

  /** One angle of a segment. It may go round, so it is made continuous. */
  Trace segment(Posed segment, ToDoubleFunction<Quaternion> angleDeg) {
    return trace(
        step ->
            segment.poses().has(step)
                ? angleDeg.applyAsDouble(segment.poses().at(step))
                : Double.NaN);
  }

  private Trace trace(LongToDoubleFunction valueDeg) {
    double[] values = new double[(int) (repetition.end() - repetition.start()) + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = valueDeg.applyAsDouble(repetition.start() + i);
    }
    return new Trace(values).unwrapped().smoothed(SMOOTHING);
  }

  /** Both segments of a joint; all steps are measured where this is asked. */
  JointErrors.Pose pose(Posed proximal, Posed distal, int at) {
    return new JointErrors.Pose(at(proximal, at), at(distal, at));
  }

  /** Segments at one position. */
  List<Quaternion> poses(List<Posed> segments, int at) {
    return segments.stream().map(segment -> at(segment, at)).toList();
  }

  Quaternion at(Posed segment, int at) {
    return segment.poses().at(repetition.start() + at);
  }

  /** Errors of the angles of a joint at one position against those at another. */
  AngleErrors changeErrors(Posed proximal, Posed distal, int from, int to) {
    JointErrors.Pose start = pose(proximal, distal, from);
    JointErrors.Pose end = pose(proximal, distal, to);
    AngleError.Ends ends = new AngleError.Ends(pose(proximal, distal, 0), start, end);
    return AngleError.joint(proximal, distal, ends).change(start, end);
  }

  /** Errors of the angles of a joint as they stand at one position. */
  AngleErrors absoluteErrors(Posed proximal, Posed distal, int at) {
    JointErrors.Pose start = pose(proximal, distal, 0);
    JointErrors.Pose there = pose(proximal, distal, at);
    AngleError.Ends ends = new AngleError.Ends(start, start, there);
    return AngleError.joint(proximal, distal, ends).absolute(there);
  }

  /** Error of an angle of one segment at one position against that at another, degrees. */
  double changeErrorDeg(Posed segment, ToDoubleFunction<Quaternion> angleDeg, int from, int to) {
    List<Posed> one = List.of(segment);
    return new PoseErrors(one, 0)
        .changeDeg(poses -> angleDeg.applyAsDouble(poses.get(0)), poses(one, from), poses(one, to));
  }

  /** Error of the difference of an angle of one segment between two extremes, degrees. */
  double rangeErrorDeg(Posed segment, ToDoubleFunction<Quaternion> angleDeg, int least, int most) {
    List<Posed> one = List.of(segment);
    return new PoseErrors(one, 0)
        .rangeDeg(
            poses -> angleDeg.applyAsDouble(poses.get(0)),
            poses(one, 0),
            poses(one, least),
            poses(one, most));
  }

  /** Error of an angle of one segment as it stands, degrees. */
  double absoluteErrorDeg(Posed segment, ToDoubleFunction<Quaternion> angleDeg, int at) {
    List<Posed> one = List.of(segment);
    return new PoseErrors(one, 0)
        .absoluteDeg(poses -> angleDeg.applyAsDouble(poses.get(0)), poses(one, 0), poses(one, at));
  }

  static double deg(double rad) {
    return FastMath.toDegrees(rad);
  }
}
