package org.plumbline.analyzer.health;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * A repair as it bears on what was found out before about how the sensor sits. A unit, a scale or
 * the zero of a gyroscope does not turn axes and is none.
 *
 * @param ordered whether the axes themselves were put in another order or sign
 * @param biasBefore of the accelerometer, as it had been corrected until then, m/s2
 * @param scaleBefore factor by axis, same
 * @param bias of the accelerometer from then on, m/s2
 * @param scale factor by axis, same
 */
public record Readjustment(
    boolean ordered, Vector3 biasBefore, Vector3 scaleBefore, Vector3 bias, Vector3 scale) {

  /**
   * A standing pose that turns by more is another one. What stays below is small beside the 8.5 deg
   * that a standing pose is uncertain by as it is; engineering choice.
   */
  private static final double OTHER_POSE_RAD = FastMath.toRadians(5);

  private static final Vector3 ONES = new Vector3(1, 1, 1);
  private static final Vector3 ZERO = new Vector3(0, 0, 0);

  /** The axes were put in order. */
  static Readjustment ofAxes() {
    return new Readjustment(true, ZERO, ONES, ZERO, ONES);
  }

  /** By how much "up" of a pose that was held before turns, rad; a half turn where all is other. */
  public double turnRad(Vector3 upBefore) {
    if (ordered) {
      return Math.PI;
    }
    Vector3 force = upBefore.normalized().times(SensorHealth.GRAVITY_MPS2);
    Vector3 after =
        new Vector3(
            scale.x() * (force.x() / scaleBefore.x() + biasBefore.x() - bias.x()),
            scale.y() * (force.y() / scaleBefore.y() + biasBefore.y() - bias.y()),
            scale.z() * (force.z() / scaleBefore.z() + biasBefore.z() - bias.z()));
    return after.angleToRad(upBefore);
  }

  /** Whether a calibration that was made with this "up" does not hold any more. */
  public boolean invalidates(Vector3 standingUp) {
    return turnRad(standingUp) > OTHER_POSE_RAD;
  }
}
