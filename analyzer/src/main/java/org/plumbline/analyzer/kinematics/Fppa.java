package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Side;

/**
 * Frontal plane projection angle: what a camera in front of the person sees between the long axes
 * of thigh and shank (Willson 2006; Munro 2012). A view, not a joint angle: it mixes hip rotation,
 * flexion and abduction, and agrees with knee abduction only in part (Straub and Powers 2022).
 */
final class Fppa {
  /** Somebody whose lateral axis is vertical faces nowhere. */
  private static final double LEAST_LEVEL = 1e-6;

  private Fppa() {}

  /**
   * The angle, degrees: 0 for a leg that is straight in the picture, positive with the knee inwards
   * of the line from hip to ankle.
   *
   * @param right horizontal unit vector to the person's right, at right angles to the view
   */
  static double deg(Vector3 right, Quaternion thigh, Quaternion shank, Side side) {
    double outwards = fromVerticalRad(right, shank) - fromVerticalRad(right, thigh);
    double wrapped = FastMath.toDegrees(JointHeading.wrap(outwards));
    return side == Side.RIGHT ? wrapped : -wrapped;
  }

  /** Of the distal end in the picture, positive to the person's right. */
  private static double fromVerticalRad(Vector3 right, Quaternion segment) {
    Vector3 down = segment.rotate(Vector3.Y).negated();
    return FastMath.atan2(down.dot(right), -down.z());
  }

  /** The person's right in a picture taken along the facing direction of a segment. */
  static Vector3 rightOf(Quaternion segment) {
    Vector3 lateral = segment.rotate(Vector3.Z);
    Vector3 level = new Vector3(lateral.x(), lateral.y(), 0);
    return level.norm() < LEAST_LEVEL ? rightAtStart() : level.normalized();
  }

  /** The same of somebody who faces earth x, as everybody does at the start of a repetition. */
  static Vector3 rightAtStart() {
    return Vector3.Y.negated();
  }
}
