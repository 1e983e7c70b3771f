package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/** Angles of one segment against the vertical; no heading enters. */
public final class Inclination {
  /** The middle between lying on the side and on the back. */
  private static final double LATERAL_UP = Math.sqrt(0.5);

  private Inclination() {}

  /** "Up" in the coordinates of a sensor or segment. */
  public static Vector3 up(Quaternion toEarth) {
    return toEarth.conjugate().rotate(Vector3.Z);
  }

  /** Anterior (forward) tilt of an upright segment, degrees. */
  public static double anteriorTiltDeg(Quaternion segmentToEarth) {
    Vector3 up = up(segmentToEarth);
    return FastMath.toDegrees(FastMath.atan2(-up.x(), up.y()));
  }

  /** Right side up, degrees. */
  public static double obliquityDeg(Quaternion segmentToEarth) {
    Vector3 up = up(segmentToEarth);
    return FastMath.toDegrees(FastMath.atan2(up.z(), FastMath.hypot(up.x(), up.y())));
  }

  /**
   * Turn of a side-lying segment about its long axis, front upwards, degrees: 0 while the lateral
   * axis is vertical, 90 on the back.
   *
   * @param rightUp whether it lies on its left side
   */
  public static double rollBackDeg(Quaternion segmentToEarth, boolean rightUp) {
    Vector3 up = up(segmentToEarth);
    return FastMath.toDegrees(FastMath.atan2(up.x(), rightUp ? up.z() : -up.z()));
  }

  /**
   * Whether the lateral axis is steeper than 45 deg, as of somebody who lies on the side: forward
   * tilt is then a turn about the vertical, which gravity does not show.
   */
  public static boolean isOnItsSide(Quaternion segmentToEarth) {
    return Math.abs(up(segmentToEarth).z()) > LATERAL_UP;
  }

  /** Angle between the segment's long axis and the vertical, 0 to 180 degrees. */
  public static double fromVerticalDeg(Quaternion segmentToEarth) {
    Vector3 up = up(segmentToEarth);
    return FastMath.toDegrees(FastMath.atan2(FastMath.hypot(up.x(), up.z()), up.y()));
  }
}
