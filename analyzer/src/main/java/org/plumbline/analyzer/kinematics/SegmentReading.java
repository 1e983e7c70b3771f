package org.plumbline.analyzer.kinematics;

import org.plumbline.device.log.Location.OnSegment;

/**
 * One segment against the vertical at one instant; no heading enters.
 *
 * @param placement which
 * @param anteriorTiltDeg top of the segment forward
 * @param obliquityDeg right side up
 * @param absoluteErrorDeg 90 % half-width of the tilt as it stands
 * @param tiltChangeErrorDeg 90 % half-width of the tilt against that of standing
 * @param obliquityChangeErrorDeg same for the obliquity
 */
public record SegmentReading(
    OnSegment placement,
    double anteriorTiltDeg,
    double obliquityDeg,
    double absoluteErrorDeg,
    double tiltChangeErrorDeg,
    double obliquityChangeErrorDeg) {}
