package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/**
 * How a sensor sits on its segment, and how well that is known.
 *
 * @param segmentToSensor segment coordinates to sensor coordinates
 * @param longAxisErrorRad 90 % half-width of the direction of the long axis
 * @param lateralAxisErrorRad 90 % half-width of the lateral axis about the long one
 * @param still whether the standing pose was really still
 */
public record SegmentCalibration(
    Quaternion segmentToSensor,
    double longAxisErrorRad,
    double lateralAxisErrorRad,
    boolean still) {

  /**
   * What "standing = upright" puts into every absolute flexion angle: people stand with their knees
   * bent by up to 10 to 15 deg (orientation reference, section 0: optical data of two people), so
   * 12 deg for a joint, shared between its two segments. 90 % half-width of one segment.
   */
  public static final double STANDING_POSE_RAD = FastMath.toRadians(8.5);

  /** Added when the pose was taken out of a movement because nobody stood still. */
  public static final double MOVING_POSE_RAD = FastMath.toRadians(4);

  /** The least that a lateral axis from body movement is uncertain by (squat: Lebleu 2020). */
  public static final double LEAST_AXIS_RAD = FastMath.toRadians(3);

  /**
   * Calibration from a standing pose and a functional movement.
   *
   * @param standingUp "up" in sensor coordinates while standing; becomes the long axis y
   * @param movement the turning of the sensor during the movement
   * @param direction sign of the first half of the movement about the lateral axis
   * @param still whether the pose was still
   */
  public static SegmentCalibration of(
      Vector3 standingUp, FunctionalAxis movement, int direction, boolean still) {
    Vector3 y = standingUp.normalized();
    Vector3 z = movement.axis(y, direction);
    Vector3 x = y.cross(z);
    return new SegmentCalibration(
        Quaternion.ofColumns(x, y, z),
        STANDING_POSE_RAD + (still ? 0 : MOVING_POSE_RAD),
        Math.max(LEAST_AXIS_RAD, movement.axisErrorRad(y)),
        still);
  }

  /** Segment orientation from sensor orientation. */
  public Quaternion toSegment(Quaternion sensorToEarth) {
    return sensorToEarth.times(segmentToSensor);
  }
}
