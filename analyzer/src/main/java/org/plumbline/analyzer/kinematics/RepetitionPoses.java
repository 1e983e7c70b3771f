package org.plumbline.analyzer.kinematics;

import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.kinematics.Body.Found;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Side;

/**
 * The poses of one repetition and what is read off them: traces over the repetition and errors
 * between two of its instants. Positions count grid steps from the {@link StartPosition}.
 *
 * @param repetition with its start position
 * @param counted position at which it is counted from
 * @param posture at both ends
 */
record RepetitionPoses(Repetition repetition, int counted, Body body, StartsIn posture) {

  /** 50 ms on either side: keeps noise out of a maximum. */
  private static final int SMOOTHING = 5;

  /** Whether the person stands at both ends. */
  boolean standing() {
    return posture == StartsIn.STANDING;
  }

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

  /** A figure that was read off segments. */
  Metric metric(String name, Side side, double valueDeg, MetricError error, Posed... segments) {
    return metric(name, side, valueDeg, error, List.of(segments));
  }

  /** The same. */
  Metric metric(String name, Side side, double valueDeg, MetricError error, List<Posed> segments) {
    Caveat caveat = segments.stream().map(Posed::caveat).reduce(Caveat.NONE, Caveat::and);
    return new Metric(
        name,
        side,
        valueDeg,
        error.deg(),
        "deg",
        caveat,
        error.repeatDeg(),
        CalibrationMark.of(segments));
  }

  /** Errors of the angles of a joint at one position against those at another. */
  JointMetricErrors changeErrors(Posed proximal, Posed distal, int from, int to) {
    JointErrors.Pose start = pose(proximal, distal, from);
    JointErrors.Pose end = pose(proximal, distal, to);
    AngleError.Ends ends = new AngleError.Ends(pose(proximal, distal, 0), start, end);
    return new JointMetricErrors(
        AngleError.joint(proximal, distal, ends).change(start, end),
        AngleError.repeatedJoint(proximal, distal, ends).repeated(end));
  }

  /** The same where the position is a fixed place and not that of an extreme. */
  JointMetricErrors placeErrors(Posed proximal, Posed distal, int from, int to) {
    JointErrors.Pose start = pose(proximal, distal, from);
    JointErrors.Pose end = pose(proximal, distal, to);
    AngleError.Ends ends = new AngleError.Ends(pose(proximal, distal, 0), start, end);
    return new JointMetricErrors(
        AngleError.jointAtPlace(proximal, distal, ends).change(start, end),
        AngleError.repeatedJoint(proximal, distal, ends).repeated(end));
  }

  /** Errors of the angles of a joint as they stand at one position. */
  JointMetricErrors absoluteErrors(Posed proximal, Posed distal, int at) {
    JointErrors.Pose start = pose(proximal, distal, 0);
    JointErrors.Pose there = pose(proximal, distal, at);
    AngleError.Ends ends = new AngleError.Ends(start, start, there);
    return new JointMetricErrors(
        AngleError.joint(proximal, distal, ends).absolute(there),
        AngleError.repeatedJoint(proximal, distal, ends).repeated(there));
  }

  /** Error of an angle of one segment at one position against that at another. */
  MetricError changeError(Posed segment, ToDoubleFunction<Quaternion> angleDeg, int from, int to) {
    List<Posed> one = List.of(segment);
    return new PoseErrors(one, 0)
        .change(poses -> angleDeg.applyAsDouble(poses.get(0)), poses(one, from), poses(one, to));
  }

  /** Error of the difference of an angle of one segment between two extremes. */
  MetricError rangeError(
      Posed segment, ToDoubleFunction<Quaternion> angleDeg, int least, int most) {
    List<Posed> one = List.of(segment);
    return new PoseErrors(one, 0)
        .range(
            poses -> angleDeg.applyAsDouble(poses.get(0)),
            poses(one, 0),
            poses(one, least),
            poses(one, most));
  }

  /** Error of an angle of one segment as it stands. */
  MetricError absoluteError(Posed segment, ToDoubleFunction<Quaternion> angleDeg, int at) {
    List<Posed> one = List.of(segment);
    return new PoseErrors(one, 0)
        .absolute(poses -> angleDeg.applyAsDouble(poses.get(0)), poses(one, 0), poses(one, at));
  }
}
