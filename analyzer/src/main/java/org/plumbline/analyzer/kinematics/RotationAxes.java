package org.plumbline.analyzer.kinematics;

import org.plumbline.analyzer.calibration.SegmentCalibration.Origin;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;

/**
 * Whether the rotation of a joint about its long axis can be read. A lateral axis that is off by an
 * angle shows up in rotation in full as the joint flexes. Taken from the exercise itself, the axis
 * is that of the movement, in which hip and knee rotate along; only a movement made for it tells
 * the two apart.
 */
final class RotationAxes {
  private RotationAxes() {}

  static boolean known(Posed proximal, Posed distal) {
    return fromSetUp(proximal) && fromSetUp(distal);
  }

  private static boolean fromSetUp(Posed posed) {
    return AngleError.calibration(posed).origin() == Origin.SET_UP;
  }

  static Reason unknown() {
    return new Reason("needs-set-up", Texts.get("reason.needs-set-up"));
  }
}
