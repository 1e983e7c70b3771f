package org.plumbline.analyzer.calibration;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * The lateral axis of a thigh that nobody swings, from two poses and the axis of the shank.
 *
 * <p>The flexion axis of the knee is one line, seen by both sensors: at any instant it makes the
 * same angle with the vertical in the thigh as in the shank. No heading enters. Standing, that says
 * how far the axis is from the thigh's long axis; sitting, with the thigh level, how far from its
 * front. How the person gets from one to the other does not matter, nor that the knees point
 * outwards: the shank shows that, too.
 *
 * <pre>
 *   z . up(thigh, standing) = k . up(shank, standing)      z: axis in the thigh, unit length
 *   z . up(thigh, seated)   = k . up(shank, seated)        k: axis in the shank, from extensions
 * </pre>
 *
 * <p>The constraint on the inclination of a hinge's axis is that of Olsson's identification
 * (accelerations), solved for two poses that are held.
 */
public final class SharedKneeAxis {

  /**
   * How far a shank is turned about its long axis when the knee is bent by a right angle: an
   * engineering choice that is more than synthetic people do (4 deg) and less than some knees that
   * are moved passively.
   */
  private static final double SHANK_TURN_RAD = FastMath.toRadians(10);

  private final LegPose standing;
  private final LegPose seated;
  private final Vector3 shankAxis;

  /** "Up" in the coordinates of both sensors of a leg. */
  public record LegPose(Vector3 thighUp, Vector3 shankUp) {
    public LegPose {
      thighUp = thighUp.normalized();
      shankUp = shankUp.normalized();
    }
  }

  /**
   * Of a leg.
   *
   * @param shankAxis lateral axis in shank sensor coordinates, towards the person's right
   * @throws IllegalArgumentException when the thigh is the same way up in both poses
   */
  public SharedKneeAxis(LegPose standing, LegPose seated, Vector3 shankAxis) {
    this.standing = standing;
    this.seated = seated;
    this.shankAxis = shankAxis.normalized();
    if (!(sinBetween() > 0)) {
      throw new IllegalArgumentException("the thigh is the same way up in both poses");
    }
  }

  /** How far the thigh turned between the poses, as its sensor's "up" shows it. */
  public double thighTurnRad() {
    return standing.thighUp.angleToRad(seated.thighUp);
  }

  /** The lateral axis in thigh sensor coordinates, towards the person's right. */
  public Vector3 axis() {
    double cos = standing.thighUp.dot(seated.thighUp);
    double sinSquared = sinBetween() * sinBetween();
    double whileStanding = shankAxis.dot(standing.shankUp);
    double whileSeated = shankAxis.dot(seated.shankUp);
    double a = (whileStanding - cos * whileSeated) / sinSquared;
    double b = (whileSeated - cos * whileStanding) / sinSquared;
    Vector3 inPlane = standing.thighUp.times(a).plus(seated.thighUp.times(b));
    // Seated, the front of the thigh is up: from there to the long axis is a turn to the left.
    Vector3 normal = seated.thighUp.cross(standing.thighUp).normalized();
    double rest = Math.sqrt(Math.max(0, 1 - inPlane.dot(inPlane)));
    return inPlane.plus(normal.times(rest)).normalized();
  }

  /**
   * How far the axis can be off, 90 % half-width, rad: as far as that of the shank, and as far as
   * turning the shank inwards raises it, which is nothing while the lower leg is as upright as in
   * standing.
   *
   * @param shankAxisErrorRad of the direction of the shank's axis
   */
  public double axisErrorRad(double shankAxisErrorRad) {
    double lean = standing.shankUp.cross(seated.shankUp).norm();
    double error = FastMath.hypot(shankAxisErrorRad, SHANK_TURN_RAD * lean);
    return FastMath.atan2(error, sinBetween());
  }

  private double sinBetween() {
    return standing.thighUp.cross(seated.thighUp).norm();
  }
}
