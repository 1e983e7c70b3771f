package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;

/**
 * What is uncertain about the poses of one repetition, 90 % half-widths; {@link JointErrors} takes
 * it to the angles.
 */
final class AngleError {

  /** Of a normal distribution, in standard deviations. */
  static final double HALF_WIDTH_90 = 1.645;

  /** How well a person comes back to the same standing pose; engineering choice. */
  private static final double POSE_REPEAT_DEG = 3;

  /** Scale error of an uncalibrated low-cost gyroscope (MPU-6050 data sheet: 3 %). */
  private static final double GYRO_SCALE = 0.03;

  /**
   * How far from parallel the lateral axes of two segments are in the start position: feet and hips
   * turn by a few degrees. Deviation; engineering choice.
   */
  private static final double START_POSE_SIGMA_RAD = FastMath.toRadians(2);

  private AngleError() {}

  /** Of the tilt of a segment since the start of the repetition. */
  static double tiltRad(Posed posed, double turnedRad) {
    if (!posed.poses().byGyroscope()) {
      return posed.segment().inclinationErrorRad();
    }
    return rss(
        FastMath.toRadians(POSE_REPEAT_DEG),
        GYRO_SCALE * Math.abs(turnedRad),
        posed.poses().closureRad() / 2);
  }

  /**
   * Of the heading of one segment against another between the two ends of a repetition: a quarter
   * of what the ends disagree by, as that is spread evenly and need not have come about so.
   */
  static double headingDriftRad(Posed a, Posed b) {
    double disagree = JointHeading.wrap(a.poses().turnedRad() - b.poses().turnedRad());
    return HALF_WIDTH_90 * Math.abs(disagree) / 4;
  }

  /** Of the lateral axis of one segment against that of another in the start position. */
  static double startPoseRad() {
    return HALF_WIDTH_90 * START_POSE_SIGMA_RAD;
  }

  /** How the poses of a repetition are uncertain at a joint. */
  static JointErrors joint(Posed proximal, Posed distal, double turnedRad) {
    return new JointErrors(
        new JointErrors.Sources(
            calibration(proximal),
            calibration(distal),
            startPoseRad(),
            headingDriftRad(proximal, distal),
            tiltRad(proximal, turnedRad),
            tiltRad(distal, turnedRad),
            JointErrors.SOFT_TISSUE_AT_EXTREMES_RAD));
  }

  static SegmentCalibration calibration(Posed posed) {
    return posed.segment().calibration().orElseThrow();
  }

  /** Of the absolute tilt of a segment: standing is not upright. */
  static double absoluteTiltDeg(WornSegment segment) {
    return FastMath.toDegrees(
        rss(segment.inclinationErrorRad(), segment.calibration().orElseThrow().sagittalErrorRad()));
  }

  /** Of the tilt of a segment in its sagittal plane against standing. */
  static double tiltChangeDeg(WornSegment segment, Quaternion pose) {
    double turned = FastMath.toRadians(Inclination.fromVerticalDeg(pose));
    return FastMath.toDegrees(
        rss(
            segment.inclinationErrorRad(),
            JointErrors.softTissueRad(turned, JointErrors.SOFT_TISSUE_RAD)));
  }

  /**
   * Of the tilt of a segment sideways against standing: a lateral axis that is off takes a share of
   * the forward tilt.
   */
  static double obliquityChangeDeg(WornSegment segment, Quaternion pose) {
    double forward = FastMath.toRadians(Inclination.anteriorTiltDeg(pose));
    SegmentCalibration calibration = segment.calibration().orElseThrow();
    return FastMath.toDegrees(
        rss(
            FastMath.toRadians(tiltChangeDeg(segment, pose)),
            calibration.lateralErrorRad() * FastMath.sin(forward),
            calibration.frontalErrorRad() * (1 - FastMath.cos(forward))));
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
