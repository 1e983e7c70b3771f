package org.plumbline.analyzer.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * How the errors of segments come through to any angle that is read off their poses: each source
 * turns the poses by its half-width to either side, and half of what the angle moves by is its
 * share. The sources are those of {@link JointErrors}; where that has a formula, it is used.
 *
 * <p>Unlike a derivative this stays true where an angle runs away: a projection of a segment that
 * points at the observer has a large error, not an endless one.
 */
final class PoseErrors {
  private final List<Posed> segments;
  private final double headingRad;

  /** A source: the poses when it is {@code share} (-1 or 1) of its half-width. */
  private interface Source {
    List<Quaternion> turn(List<Quaternion> poses, double share);
  }

  /**
   * For angles that are read off these segments.
   *
   * @param headingRad of each segment against a direction all are compared with, 90 % half-width; 0
   *     where no heading enters
   */
  PoseErrors(List<Posed> segments, double headingRad) {
    this.segments = List.copyOf(segments);
    this.headingRad = headingRad;
  }

  /** Of the angle at one instant against that at another of the same movement. */
  MetricError change(
      ToDoubleFunction<List<Quaternion>> angleDeg, List<Quaternion> from, List<Quaternion> to) {
    return error(
        fixed(angleDeg, from, to),
        squares(angleDeg, passing(from, to, false), to),
        squares(angleDeg, passing(from, to, true), to) + varied(angleDeg, to));
  }

  /** What is fixed as far as it comes through otherwise where a segment is elsewhere. */
  private double varied(ToDoubleFunction<List<Quaternion>> angleDeg, List<Quaternion> at) {
    double squares = 0;
    for (int i = 0; i < segments.size(); i++) {
      for (Vector3 axis : new Vector3[] {Vector3.X, Vector3.Z}) {
        Quaternion turn = Quaternion.about(axis, JointErrors.OTHER_POSE_RAD);
        squares += fixed(angleDeg, at, replaced(at, i, pose -> pose.times(turn)));
      }
    }
    return squares;
  }

  private static MetricError error(double fixed, double passing, double repeated) {
    return new MetricError(Math.sqrt(fixed + passing), Math.sqrt(repeated));
  }

  /**
   * Of the angle at one instant against that at another, neither of which is the start of the
   * movement: what passes is there at both.
   */
  MetricError range(
      ToDoubleFunction<List<Quaternion>> angleDeg,
      List<Quaternion> start,
      List<Quaternion> from,
      List<Quaternion> to) {
    return error(
        fixed(angleDeg, from, to),
        squares(angleDeg, passing(start, from, false), from)
            + squares(angleDeg, passing(start, to, false), to),
        squares(angleDeg, passing(start, from, true), from)
            + squares(angleDeg, passing(start, to, true), to)
            + varied(angleDeg, to));
  }

  private double fixed(
      ToDoubleFunction<List<Quaternion>> angleDeg, List<Quaternion> from, List<Quaternion> to) {
    double squares = 0;
    for (Source source : fixed()) {
      double away = effectDeg(angleDeg, source, to) - effectDeg(angleDeg, source, from);
      squares += away * away;
    }
    return squares;
  }

  /**
   * Of the angle as it stands.
   *
   * @param start the poses at the start of the movement, since when soft tissue has moved
   */
  MetricError absolute(
      ToDoubleFunction<List<Quaternion>> angleDeg, List<Quaternion> start, List<Quaternion> at) {
    return error(
        squares(angleDeg, fixed(), at),
        squares(angleDeg, passing(start, at, false), at),
        squares(angleDeg, passing(start, at, true), at) + varied(angleDeg, at));
  }

  private static double squares(
      ToDoubleFunction<List<Quaternion>> angleDeg, List<Source> sources, List<Quaternion> at) {
    double squares = 0;
    for (Source source : sources) {
      double effect = effectDeg(angleDeg, source, at);
      squares += effect * effect;
    }
    return squares;
  }

  private static double effectDeg(
      ToDoubleFunction<List<Quaternion>> angleDeg, Source source, List<Quaternion> poses) {
    double more = angleDeg.applyAsDouble(source.turn(poses, 1));
    double less = angleDeg.applyAsDouble(source.turn(poses, -1));
    double difference = FastMath.toRadians(more - less);
    return FastMath.toDegrees(JointHeading.wrap(difference)) / 2;
  }

  /** What does not change during a movement: how the sensors sit, which way they face. */
  private List<Source> fixed() {
    List<Source> sources = new ArrayList<>();
    // A leg that leans sideways takes all of its segments along.
    double lean = 0;
    for (int i = 0; i < segments.size(); i++) {
      SegmentCalibration calibration = AngleError.calibration(segments.get(i));
      if (leansWithTheLeg(i)) {
        lean = Math.max(lean, calibration.frontalErrorRad());
      } else {
        sources.add(inSegment(i, Vector3.X, calibration.frontalErrorRad()));
      }
      sources.add(inSegment(i, Vector3.Y, calibration.lateralErrorRad()));
      sources.add(inSegment(i, Vector3.Z, calibration.sagittalErrorRad()));
      sources.add(inEarth(i, Vector3.Z, headingRad));
      double force = AngleError.forceRad(segments.get(i));
      sources.add(byForce(i, Vector3.X, force));
      sources.add(byForce(i, Vector3.Y, force));
      sources.add(byForce(i, Vector3.Z, force));
    }
    double together = lean;
    sources.add(
        (poses, share) -> {
          List<Quaternion> turned = new ArrayList<>(poses);
          Quaternion turn = Quaternion.about(Vector3.X, share * together);
          for (int i = 0; i < turned.size(); i++) {
            if (leansWithTheLeg(i)) {
              turned.set(i, turned.get(i).times(turn));
            }
          }
          return turned;
        });
    return sources;
  }

  private boolean leansWithTheLeg(int i) {
    return segments.get(i).segment().placement().segment().paired()
        && !AngleError.calibration(segments.get(i)).origin().isAskedFor();
  }

  /**
   * What is another error at every instant: inclination, soft tissue, drift of headings.
   *
   * @param repeated only what of it is another one in another repetition, too
   */
  private List<Source> passing(List<Quaternion> from, List<Quaternion> to, boolean repeated) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      double turned = Inclination.up(from.get(i)).angleToRad(Inclination.up(to.get(i)));
      double tissue =
          repeated
              ? AngleError.repeatedTissueAtExtremeRad(segments.get(i), turned)
              : AngleError.tissueRad(segments.get(i), turned);
      double tilt =
          repeated
              ? AngleError.repeatedTiltRad(segments.get(i))
              : AngleError.tiltRad(segments.get(i), turned);
      sources.add(inSegment(i, Vector3.X, tissue));
      sources.add(inSegment(i, Vector3.Y, tissue));
      sources.add(inSegment(i, Vector3.Z, tissue));
      sources.add(inEarth(i, Vector3.X, tilt));
      sources.add(inEarth(i, Vector3.Y, tilt));
      if (headingRad > 0 && i > 0) {
        double drift = AngleError.headingDriftRad(segments.get(0), segments.get(i));
        sources.add(inEarth(i, Vector3.Z, drift));
      }
    }
    return sources;
  }

  private static Source inSegment(int i, Vector3 axis, double rad) {
    return (poses, share) ->
        replaced(poses, i, pose -> pose.times(Quaternion.about(axis, share * rad)));
  }

  /** A zero error of the accelerometer, in g, along an axis of the segment. */
  private static Source byForce(int i, Vector3 axis, double g) {
    return (poses, share) ->
        replaced(
            poses,
            i,
            pose -> {
              Vector3 turn = Inclination.up(pose).cross(axis.times(share * g));
              double angle = turn.norm();
              return angle > 0 ? pose.times(Quaternion.about(turn.times(1 / angle), angle)) : pose;
            });
  }

  private static Source inEarth(int i, Vector3 axis, double rad) {
    return (poses, share) ->
        replaced(poses, i, pose -> Quaternion.about(axis, share * rad).times(pose));
  }

  private static List<Quaternion> replaced(
      List<Quaternion> poses, int i, UnaryOperator<Quaternion> turn) {
    List<Quaternion> turned = new ArrayList<>(poses);
    turned.set(i, turn.apply(turned.get(i)));
    return turned;
  }
}
