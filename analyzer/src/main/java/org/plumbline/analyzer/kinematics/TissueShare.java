package org.plumbline.analyzer.kinematics;

import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;

/**
 * How far the skin has moved since standing, as a share of full movement: with the joint that has
 * bent most, for muscles of the whole chain work when it bends, and also under a segment that
 * itself hardly turns, as the pelvis in a squat.
 */
final class TissueShare {

  /** A hip or knee at a right angle has moved fully. */
  private static final double FULL_FLEXION_RAD = FastMath.toRadians(75);

  /** Skin is never quite where it was. */
  private static final double LEAST = 0.4;

  private TissueShare() {}

  /**
   * The share at one instant; NaN where no joint has both of its segments.
   *
   * @param poses segment to earth
   * @param stood "up" of the standing person in segment coordinates
   */
  static double of(Map<OnSegment, Quaternion> poses, Map<OnSegment, Vector3> stood) {
    double most = Double.NaN;
    for (JointSegments joint : JointSegments.everyJoint()) {
      Quaternion p = poses.get(joint.proximal());
      Quaternion d = poses.get(joint.distal());
      Vector3 proximalStood = stood.get(joint.proximal());
      Vector3 distalStood = stood.get(joint.distal());
      if (p != null && d != null && proximalStood != null && distalStood != null) {
        double now = tiltRad(Inclination.up(p)) - tiltRad(Inclination.up(d));
        double then = tiltRad(proximalStood) - tiltRad(distalStood);
        double bent = Math.abs(JointHeading.wrap(now - then));
        most = most >= bent ? most : bent;
      }
    }
    return Double.isNaN(most) ? most : Math.max(LEAST, Math.min(1, most / FULL_FLEXION_RAD));
  }

  private static double tiltRad(Vector3 up) {
    return FastMath.atan2(-up.x(), up.y());
  }
}
