package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
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
 * nothing while the joint keeps its angle. Sources are independent and add as squares.
 */
final class JointErrors {

  /**
   * Sensor against bone at full movement, about any axis, 90 % half-width: with soft tissue, joint
   * angles in walking are 2.2 deg worse (Teufl 2018); slow exercise and tight straps halve that,
   * and two segments share it.
   */
  static final double SOFT_TISSUE_RAD = FastMath.toRadians(1.3);

  /**
   * The same for the largest or smallest value of a repetition: it is found where the skin adds to
   * it, so it is half as much again. Set where stated errors of metrics of synthetic people (seeds
   * 21 to 28, 201 to 208) began to cover.
   */
  static final double SOFT_TISSUE_AT_EXTREMES_RAD = FastMath.toRadians(2);

  /** Where muscles work the skin moves, even if the segment itself hardly turns. */
  private static final double LEAST_TISSUE_SHARE = 0.7;

  /** A segment that has turned by so much has moved fully. */
  private static final double FULL_MOVEMENT_RAD = FastMath.toRadians(40);

  private final Sources sources;

  JointErrors(Sources sources) {
    this.sources = sources;
  }

  /**
   * What is uncertain, 90 % half-widths.
   *
   * @param headingRad of one segment against the other, the same all the time
   * @param headingDriftRad of one segment against the other, since the other instant of a change
   * @param proximalTiltRad of its inclination, about any horizontal axis
   * @param distalTiltRad same
   * @param tissueRad of a sensor against its bone at full movement
   */
  record Sources(
      SegmentCalibration proximal,
      SegmentCalibration distal,
      double headingRad,
      double headingDriftRad,
      double proximalTiltRad,
      double distalTiltRad,
      double tissueRad) {}

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
    addFixed(sum, at, at, false);
    addPassing(sum, gain, at);
    return sum.errors();
  }

  /** Of the angles against those at another instant of the same movement. */
  AngleErrors change(Pose from, Pose to) {
    Sum sum = new Sum();
    Gain gain = new Gain(to.relative());
    addFixed(sum, from, to, true);
    addPassing(sum, gain, to);
    double tissue =
        FastMath.hypot(
            softTissueRad(turnedRad(from.proximal(), to.proximal()), sources.tissueRad()),
            softTissueRad(turnedRad(from.distal(), to.distal()), sources.tissueRad()));
    sum.add(gain.of(Vector3.X.times(tissue)));
    sum.add(gain.of(Vector3.Y.times(tissue)));
    sum.add(gain.of(Vector3.Z.times(tissue)));
    return sum.errors();
  }

  /** Of a sensor against its bone, about any axis, when the segment has turned by so much. */
  static double softTissueRad(double turnedRad, double fullRad) {
    double share = Math.min(1, turnedRad / FULL_MOVEMENT_RAD);
    return fullRad * Math.max(LEAST_TISSUE_SHARE, share);
  }

  private static double turnedRad(Quaternion from, Quaternion to) {
    return Inclination.up(from).angleToRad(Inclination.up(to));
  }

  /** What does not change during a movement. */
  private void addFixed(Sum sum, Pose from, Pose to, boolean change) {
    SegmentCalibration p = sources.proximal();
    SegmentCalibration d = sources.distal();
    double knee = p.kneeErrorRad();
    // A leg that leans sideways takes both of its segments along.
    boolean together =
        p.origin() != SegmentCalibration.Origin.SET_UP
            && d.origin() != SegmentCalibration.Origin.SET_UP;
    if (together) {
      double lean = Math.max(p.frontalErrorRad(), d.frontalErrorRad());
      Vector3 axis = Vector3.X.times(lean);
      fixed(sum, from, to, change, pose -> pose.relative().rotate(axis).minus(axis));
    } else {
      double own = without(p.frontalErrorRad(), knee);
      fixed(sum, from, to, change, pose -> Vector3.X.times(own));
      fixed(sum, from, to, change, pose -> inProximal(pose, Vector3.X, d.frontalErrorRad()));
    }
    double own = without(p.lateralErrorRad(), knee);
    fixed(sum, from, to, change, pose -> Vector3.Y.times(own));
    fixed(sum, from, to, change, pose -> new Vector3(-knee, knee, 0));
    fixed(sum, from, to, change, pose -> inProximal(pose, Vector3.Y, d.lateralErrorRad()));
    fixed(sum, from, to, change, pose -> Vector3.Z.times(p.sagittalErrorRad()));
    fixed(sum, from, to, change, pose -> inProximal(pose, Vector3.Z, d.sagittalErrorRad()));
    fixed(
        sum, from, to, change, pose -> Inclination.up(pose.proximal()).times(sources.headingRad()));
  }

  private static double without(double allRad, double knownRad) {
    return Math.sqrt(Math.max(0, allRad * allRad - knownRad * knownRad));
  }

  private static Vector3 inProximal(Pose pose, Vector3 axis, double rad) {
    return pose.relative().rotate(axis).times(rad);
  }

  private static void fixed(
      Sum sum,
      Pose from,
      Pose to,
      boolean change,
      java.util.function.Function<Pose, Vector3> source) {
    Vector3 effect = new Gain(to.relative()).of(source.apply(to));
    sum.add(change ? effect.minus(new Gain(from.relative()).of(source.apply(from))) : effect);
  }

  /** What is another error at every instant. */
  private void addPassing(Sum sum, Gain gain, Pose at) {
    Quaternion toProximal = at.proximal().conjugate();
    double tilt = FastMath.hypot(sources.proximalTiltRad(), sources.distalTiltRad());
    sum.add(gain.of(toProximal.rotate(Vector3.X).times(tilt)));
    sum.add(gain.of(toProximal.rotate(Vector3.Y).times(tilt)));
    sum.add(gain.of(toProximal.rotate(Vector3.Z).times(sources.headingDriftRad())));
  }

  /** Small turn in proximal coordinates to changes of (phi, theta, psi). */
  private static final class Gain {
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
