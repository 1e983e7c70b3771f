package org.plumbline.analyzer.kinematics;

import org.plumbline.device.log.Location.AtJoint;

/**
 * The angles of a joint at one instant, as they are known then.
 *
 * @param joint which
 * @param angles in the conventions of {@code docs/conventions.md}
 * @param absolute errors of the angles as they stand; standing is not zero
 * @param change errors of the angles against those of the first pose that was held
 * @param headingSigmaRad standard deviation of the heading of one segment against the other
 * @param headingAgeSeconds since it was last anchored
 */
public record JointReading(
    AtJoint joint,
    JointAngles angles,
    AngleErrors absolute,
    AngleErrors change,
    double headingSigmaRad,
    double headingAgeSeconds) {}
