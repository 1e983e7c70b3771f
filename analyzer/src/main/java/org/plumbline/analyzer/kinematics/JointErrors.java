package org.plumbline.analyzer.kinematics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * How the errors of two segments come through to the angles of their joint.
 *
 * <p>Every source is a small turn r of the distal segment against the proximal one, in proximal
 * coordinates. With {@code R = Rz(phi) Rx(theta) Ry(psi)} it moves the angles by (differentiate,
 * and solve for the three axes of Grood and Suntay):
 *
 * <pre>
 *   d theta = r . e2            e2 = ( cos phi, sin phi, 0)   floating axis
 *   d psi   = r . n / cos theta  n = (-sin phi, cos phi, 0)
 *   d phi   = r_z - d psi sin theta
 * </pre>
 *
 * <p>What is fixed to a segment or to the earth (calibration, heading) is the same at two instants,
 * so a <em>change</em> carries only the difference of its effects: a lateral axis that is off costs
 * nothing while the joint keeps its angle. A heading that was found in some pose carries what the
 * calibration put into it there, so both count as one. Sources are independent and add as squares.
 */
final class JointErrors {

  /**
   * For the largest or smallest value of a repetition: it is found where the skin adds to it, so it
   * is half as much again. Set where stated errors of metrics of synthetic people (seeds 21 to 28,
   * 201 to 208) began to cover.
   */
  static final double AT_EXTREMES = 1.5;

  /**
   * The same of pelvis and trunk, which in good form hardly turn against each other or sideways, so
   * that the extreme is wherever the skin is furthest off; set on the same people.
   */
  static final double AT_FLAT_EXTREMES = 2;

  /** Where muscles work the skin moves, even if the segment itself hardly turns. */
  private static final double LEAST_TISSUE_SHARE = 0.7;

  /** A segment that has turned by so much has moved fully. */
  private static final double FULL_MOVEMENT_RAD = FastMath.toRadians(40);

  /**
   * How far apart two repetitions of a person are at a joint where something is to be found, in
   * flexion and in abduction, taken to one of the two. Engineering choice.
   */
  static final double OTHER_POSE_RAD = FastMath.toRadians(7);

  private final Sources sources;

  JointErrors(Sources sources) {
    this.sources = sources;
  }

  /**
   * What is uncertain, 90 % half-widths.
   *
   * @param calibration how the sensors sit
   * @param shares what each source of the calibration has put into the heading, per half-width
   * @param reference the same at the other instant of a change
   * @param headingRad of one segment against the other, the same all the time
   * @param headingDriftRad of one segment against the other, since the other instant of a change
   */
  record Sources(
      JointSources calibration,
      Shares shares,
      Shares reference,
      double headingRad,
      double headingDriftRad,
      Segment proximal,
      Segment distal) {}

  /**
   * One segment, 90 % half-widths.
   *
   * @param filterRad of its inclination, about any horizontal axis, another one at every instant
   * @param forceRad of its inclination, fixed to the sensor
   * @param tissueRad of its sensor against its bone since the other instant of a change
   */
  record Segment(double filterRad, double forceRad, double tissueRad) {}

  /** What the sources of a calibration have put into a heading, rad per half-width. */
  record Shares(List<Double> heading) {
    static final Shares NONE = new Shares(List.of());

    static Shares of(double[] shares) {
      return new Shares(Arrays.stream(shares).boxed().toList());
    }

    double[] toArray() {
      return heading.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double of(int source) {
      return source < heading.size() ? heading.get(source) : 0;
    }
  }

  /** Both segments at one instant, segment to earth. */
  record Pose(Quaternion proximal, Quaternion distal) {
    Quaternion relative() {
      return proximal.conjugate().times(distal);
    }
  }

  /** Of the angles as they stand. */
  AngleErrors absolute(Pose at) {
    Sum sum = new Sum();
    Gain gain = new Gain(at.relative());
    for (int s = 0; s < JointSources.COUNT; s++) {
      sum.add(gain.of(calibrated(s, at, sources.shares())));
    }
    sum.add(gain.of(Inclination.up(at.proximal()).times(sources.headingRad())));
    addForce(sum, at, Optional.empty());
    addPassing(sum, gain, at);
    return sum.errors();
  }

  /** Of the angles against those at another instant of the same movement. */
  AngleErrors change(Pose from, Pose to) {
    Sum sum = new Sum();
    addFixed(sum, from, to);
    addRepeated(sum, new Gain(to.relative()), to);
    return sum.errors();
  }

  private void addFixed(Sum sum, Pose from, Pose to) {
    Gain before = new Gain(from.relative());
    Gain gain = new Gain(to.relative());
    for (int s = 0; s < JointSources.COUNT; s++) {
      Vector3 now = gain.of(calibrated(s, to, sources.shares()));
      sum.add(now.minus(before.of(calibrated(s, from, sources.reference()))));
    }
    double heading = sources.headingRad();
    Vector3 now = gain.of(Inclination.up(to.proximal()).times(heading));
    sum.add(now.minus(before.of(Inclination.up(from.proximal()).times(heading))));
    addForce(sum, to, Optional.of(from));
  }

  /**
   * What one repetition has in it that another one with the same calibration has not: what passes,
   * and what is fixed as far as it comes through otherwise in a pose that is {@link
   * #OTHER_POSE_RAD} elsewhere.
   */
  AngleErrors repeated(Pose at) {
    Sum sum = new Sum();
    addRepeated(sum, new Gain(at.relative()), at);
    for (Vector3 axis : new Vector3[] {Vector3.X, Vector3.Z}) {
      Quaternion other = at.distal().times(Quaternion.about(axis, OTHER_POSE_RAD));
      addFixed(sum, at, new Pose(at.proximal(), other));
    }
    return sum.errors();
  }

  private void addRepeated(Sum sum, Gain gain, Pose at) {
    addPassing(sum, gain, at);
    double tissue = FastMath.hypot(sources.proximal().tissueRad(), sources.distal().tissueRad());
    sum.add(gain.of(Vector3.X.times(tissue)));
    sum.add(gain.of(Vector3.Y.times(tissue)));
    sum.add(gain.of(Vector3.Z.times(tissue)));
  }

  /** Of a sensor against its bone, about any axis, when the segment has turned by so much. */
  static double softTissueRad(double turnedRad, double fullRad) {
    return fullRad * Math.max(LEAST_TISSUE_SHARE, movementShare(turnedRad));
  }

  /** 1 for a segment that has turned so far that its skin has moved fully. */
  static double movementShare(double turnedRad) {
    return Math.min(1, turnedRad / FULL_MOVEMENT_RAD);
  }

  /** How the sensors sit turns the segments, and the heading that was found with them. */
  private Vector3 calibrated(int source, Pose at, Shares shares) {
    Vector3 turn = sources.calibration().turn(source, at);
    return turn.plus(Inclination.up(at.proximal()).times(shares.of(source)));
  }

  /** A zero error of the accelerometer e, in g, tilts the segment by up x e. */
  private void addForce(Sum sum, Pose to, Optional<Pose> from) {
    for (Vector3 axis : new Vector3[] {Vector3.X, Vector3.Y, Vector3.Z}) {
      Vector3 p = axis.times(sources.proximal().forceRad());
      Vector3 d = axis.times(sources.distal().forceRad());
      Vector3 byProximal = force(to, p, false);
      Vector3 byDistal = force(to, d, true);
      if (from.isPresent()) {
        byProximal = byProximal.minus(force(from.get(), p, false));
        byDistal = byDistal.minus(force(from.get(), d, true));
      }
      sum.add(byProximal);
      sum.add(byDistal);
    }
  }

  private static Vector3 force(Pose pose, Vector3 error, boolean distal) {
    Quaternion relative = pose.relative();
    Gain gain = new Gain(relative);
    return distal
        ? gain.of(relative.rotate(Inclination.up(pose.distal()).cross(error)))
        : gain.of(Inclination.up(pose.proximal()).cross(error));
  }

  /** What is another error at every instant. */
  private void addPassing(Sum sum, Gain gain, Pose at) {
    Quaternion toProximal = at.proximal().conjugate();
    double tilt = FastMath.hypot(sources.proximal().filterRad(), sources.distal().filterRad());
    sum.add(gain.of(toProximal.rotate(Vector3.X).times(tilt)));
    sum.add(gain.of(toProximal.rotate(Vector3.Y).times(tilt)));
    sum.add(gain.of(toProximal.rotate(Vector3.Z).times(sources.headingDriftRad())));
  }

  /** Small turn in proximal coordinates to changes of (phi, theta, psi). */
  static final class Gain {
    private final double cosPhi;
    private final double sinPhi;
    private final double cosTheta;
    private final double sinTheta;

    Gain(Quaternion relative) {
      Vector3 ey = relative.rotate(Vector3.Y);
      sinTheta = ey.z();
      // Near 90 deg of abduction the angles have no meaning; their error is then large, not
      // endless.
      cosTheta = Math.max(0.05, Math.sqrt(Math.max(0, 1 - sinTheta * sinTheta)));
      double norm = FastMath.hypot(ey.x(), ey.y());
      cosPhi = norm > 0 ? ey.y() / norm : 1;
      sinPhi = norm > 0 ? -ey.x() / norm : 0;
    }

    Vector3 of(Vector3 turn) {
      double theta = cosPhi * turn.x() + sinPhi * turn.y();
      double psi = (cosPhi * turn.y() - sinPhi * turn.x()) / cosTheta;
      return new Vector3(turn.z() - psi * sinTheta, theta, psi);
    }
  }

  private static final class Sum {
    private double phi;
    private double theta;
    private double psi;

    void add(Vector3 angles) {
      phi += angles.x() * angles.x();
      theta += angles.y() * angles.y();
      psi += angles.z() * angles.z();
    }

    AngleErrors errors() {
      return new AngleErrors(Math.sqrt(phi), Math.sqrt(theta), Math.sqrt(psi));
    }
  }
}
