package org.plumbline.analyzer.kinematics;

import org.plumbline.device.log.Location.OnSegment;

/**
 * One segment against the vertical at one instant; no heading enters.
 *
 * @param placement which
 * @param anteriorTiltDeg top of the segment forward
 * @param obliquityDeg right side up
 * @param absoluteErrorDeg 90 % half-width of the tilt as it stands
 * @param changeErrorDeg 90 % half-width of both angles against those of standing
 */
public record SegmentReading(
    OnSegment placement,
    double anteriorTiltDeg,
    double obliquityDeg,
    double absoluteErrorDeg,
    double changeErrorDeg) {}
