package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.SegmentCalibration;

/**
 * How wrong an angle can be, 90 % half-widths in degrees, combined as independent.
 *
 * <p>Where a lateral axis of the proximal segment is off by e about its long axis, flexion by f
 * leaks e sin f into abduction; where the distal one is off, or its heading, e sin(inclination of
 * the distal segment) does (orientation reference, 4.2). A long axis that leans sideways by e leaks
 * e (1 - cos f).
 */
final class AngleError {

  /**
   * What "standing = upright" costs in abduction once the knee is bent by 90 deg: the upper end of
   * the 3-5 deg of the orientation reference (section 7). With half of it only 58 % of synthetic
   * squats with a valgus lay within the stated error.
   */
  private static final double FRONTAL_POSE_DEG = 5;

  /** How well a person comes back to the same standing pose; engineering choice. */
  private static final double POSE_REPEAT_DEG = 3;

  /** Scale error of an uncalibrated low-cost gyroscope (MPU-6050 data sheet: 3 %). */
  private static final double GYRO_SCALE = 0.03;

  private AngleError() {}

  /** Change of the inclination of a segment since the start of the repetition. */
  static double inclinationDeg(WornSegment segment, SegmentPoses poses, double turnedDeg) {
    return poses.byGyroscope()
        ? rss(
            POSE_REPEAT_DEG,
            GYRO_SCALE * Math.abs(turnedDeg),
            FastMath.toDegrees(poses.closureRad()) / 2)
        : FastMath.toDegrees(segment.inclinationErrorRad());
  }

  /** What the standing pose adds to an absolute flexion angle between two segments. */
  static double poseDeg(SegmentCalibration proximal, SegmentCalibration distal) {
    return rss(
        FastMath.toDegrees(proximal.longAxisErrorRad()),
        FastMath.toDegrees(distal.longAxisErrorRad()));
  }

  /** Where in the movement a frontal angle is read. */
  record Pose(double flexionDeg, double distalInclinationDeg) {}

  /** How much more flexion and heading leak into a frontal angle at one pose than at another. */
  static double frontalChangeDeg(
      SegmentCalibration proximal, SegmentCalibration distal, Pose from, Pose to) {
    return rss(
        FastMath.toDegrees(proximal.lateralAxisErrorRad())
            * (sinDeg(to.flexionDeg()) - sinDeg(from.flexionDeg())),
        FastMath.toDegrees(distal.lateralAxisErrorRad())
            * (sinDeg(to.distalInclinationDeg()) - sinDeg(from.distalInclinationDeg())),
        FRONTAL_POSE_DEG * (cosDeg(from.flexionDeg()) - cosDeg(to.flexionDeg())));
  }

  private static double sinDeg(double angleDeg) {
    return FastMath.sin(FastMath.toRadians(angleDeg));
  }

  private static double cosDeg(double angleDeg) {
    return FastMath.cos(FastMath.toRadians(angleDeg));
  }

  /** Root of the sum of squares. */
  static double rss(double... parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part * part;
    }
    return Math.sqrt(sum);
  }
}
