package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Side;

/**
 * Cardan angles z-x-y of a distal segment in its proximal one, which are those of Grood and Suntay
 * (1983) with ISB axes (x anterior, y up, z right on both sides).
 *
 * @param phiRad about the proximal z (lateral) axis
 * @param thetaRad about the floating axis
 * @param psiRad about the distal y (long) axis
 */
public record JointAngles(double phiRad, double thetaRad, double psiRad) {

  /** From {@code R_proximal^T R_distal = Rz(phi) Rx(theta) Ry(psi)}. */
  public static JointAngles between(Quaternion proximal, Quaternion distal) {
    Quaternion relative = proximal.conjugate().times(distal);
    Vector3 ex = relative.rotate(Vector3.X);
    Vector3 ey = relative.rotate(Vector3.Y);
    Vector3 ez = relative.rotate(Vector3.Z);
    double sine = ey.z();
    double cosine = Math.sqrt(Math.max(0, 1 - sine * sine));
    return new JointAngles(
        FastMath.atan2(-ey.x(), ey.y()),
        FastMath.atan2(sine, cosine),
        FastMath.atan2(-ex.z(), ez.z()));
  }

  public double hipFlexionDeg() {
    return FastMath.toDegrees(phiRad);
  }

  public double kneeFlexionDeg() {
    return -FastMath.toDegrees(phiRad);
  }

  /** Knee abduction (valgus) or hip abduction: the distal end moves outwards. */
  public double abductionDeg(Side side) {
    return FastMath.toDegrees(side == Side.RIGHT ? -thetaRad : thetaRad);
  }

  public double internalRotationDeg(Side side) {
    return FastMath.toDegrees(side == Side.RIGHT ? psiRad : -psiRad);
  }

  /** Anterior tilt of the pelvis against the trunk, when the trunk is the distal segment. */
  public double lumbopelvicTiltDeg() {
    return FastMath.toDegrees(phiRad);
  }
}
