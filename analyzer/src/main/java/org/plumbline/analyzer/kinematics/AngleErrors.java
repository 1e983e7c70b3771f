package org.plumbline.analyzer.kinematics;

/**
 * 90 % half-widths of the three angles of a joint, radians.
 *
 * @param flexionRad of phi
 * @param abductionRad of theta
 * @param rotationRad of psi
 */
public record AngleErrors(double flexionRad, double abductionRad, double rotationRad) {}
