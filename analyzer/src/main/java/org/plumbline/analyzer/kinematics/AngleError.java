package org.plumbline.analyzer.kinematics;

import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Segment;

/**
 * What is uncertain about the poses of one repetition, 90 % half-widths; {@link JointErrors} takes
 * it to the angles.
 */
final class AngleError {

  /** Of a normal distribution, in standard deviations. */
  static final double HALF_WIDTH_90 = 1.645;

  /**
   * How well a person comes back to the same standing pose, 90 % half-width; engineering choice. At
   * the starts of real squats (squat6, 20 segments, accelerometers with a wrong zero) segments
   * stood 1.7 deg (deviation) apart sideways, but 4.5 deg forwards.
   */
  private static final double POSE_REPEAT_DEG = 3;

  /** Scale error of an uncalibrated low-cost gyroscope (MPU-6050 data sheet: 3 %). */
  private static final double GYRO_SCALE = 0.03;

  /**
   * How far from parallel the lateral axes of two segments are in the start position: feet and hips
   * turn by a few degrees. Deviation; engineering choice.
   */
  private static final double START_POSE_SIGMA_RAD = FastMath.toRadians(2);

  private AngleError() {}

  /** Of the tilt of a segment since the start of the repetition, apart from what is fixed. */
  static double tiltRad(Posed posed, double turnedRad) {
    if (!posed.poses().byGyroscope()) {
      return posed.segment().errors().filterRad();
    }
    return rss(
        FastMath.toRadians(POSE_REPEAT_DEG),
        GYRO_SCALE * Math.abs(turnedRad),
        posed.poses().closureRad() / 2);
  }

  /**
   * What of {@link #tiltRad} is another error in every repetition with the same sensors. Of a
   * gyroscope-led pose: how differently the person stands from start to start, and what did not
   * close. What the upright start that is assumed is off by in the mean, and the scale of the
   * gyroscope, are the same in all.
   */
  static double repeatedTiltRad(Posed posed) {
    return posed.poses().byGyroscope()
        ? FastMath.hypot(FastMath.toRadians(POSE_REPEAT_DEG), posed.poses().closureRad() / 2)
        : posed.segment().errors().filterRad();
  }

  /** Of its tilt by the accelerometer, fixed to the sensor. */
  static double forceRad(Posed posed) {
    return posed.poses().byGyroscope() ? 0 : posed.segment().errors().forceRad();
  }

  /** Of the sensor against its bone where an angle is largest or smallest. */
  static double tissueRad(Posed posed, double turnedRad) {
    double full =
        posed.segment().errors().tissueRad()
            * (posed.segment().placement().segment().paired()
                ? JointErrors.AT_EXTREMES
                : JointErrors.AT_FLAT_EXTREMES);
    return JointErrors.softTissueRad(turnedRad, full);
  }

  /**
   * What of that is another error in every repetition: the wobble. The shift, taken to be as large,
   * comes again with the movement.
   */
  static double repeatedTissueRad(Posed posed, double turnedRad) {
    double wobble = posed.segment().errors().tissueRad() / Math.sqrt(2);
    return wobble * JointErrors.movementShare(turnedRad);
  }

  /**
   * The same of the largest or smallest angle of a segment that itself hardly moves that way, as
   * the obliquity of a pelvis: it is found where the wobble is largest, on either side.
   */
  static double repeatedTissueAtExtremeRad(Posed posed, double turnedRad) {
    return tissueRad(posed, turnedRad) / Math.sqrt(2);
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

  /**
   * How the poses of a repetition are uncertain at a joint. The lateral axes were brought into one
   * heading at its start, so the headings carry what the calibration put into them there.
   */
  static JointErrors joint(Posed proximal, Posed distal, Ends ends) {
    return joint(proximal, distal, ends, AngleError::tissueRad);
  }

  /** The same at a place that is chosen by something else than the angle. */
  static JointErrors jointAtPlace(Posed proximal, Posed distal, Ends ends) {
    return joint(
        proximal,
        distal,
        ends,
        (posed, turned) -> JointErrors.softTissueRad(turned, posed.segment().errors().tissueRad()));
  }

  private static JointErrors joint(
      Posed proximal, Posed distal, Ends ends, ToDoubleBiFunction<Posed, Double> tissueRad) {
    double turned = ends.turnedRad();
    return joint(
        proximal,
        distal,
        ends,
        segment(proximal, tiltRad(proximal, turned), ends.proximalTurnedRad(), tissueRad),
        segment(distal, tiltRad(distal, turned), ends.distalTurnedRad(), tissueRad));
  }

  /** The same as far as it is another error in every repetition. */
  static JointErrors repeatedJoint(Posed proximal, Posed distal, Ends ends) {
    return joint(
        proximal,
        distal,
        ends,
        segment(
            proximal,
            repeatedTiltRad(proximal),
            ends.proximalTurnedRad(),
            AngleError::repeatedTissueRad),
        segment(
            distal,
            repeatedTiltRad(distal),
            ends.distalTurnedRad(),
            AngleError::repeatedTissueRad));
  }

  private static JointErrors joint(
      Posed proximal,
      Posed distal,
      Ends ends,
      JointErrors.Segment ofProximal,
      JointErrors.Segment ofDistal) {
    boolean oneLeg = proximal.segment().placement().segment() == Segment.THIGH;
    JointSources calibration = new JointSources(calibration(proximal), calibration(distal), oneLeg);
    JointErrors.Shares shares = JointErrors.Shares.of(calibration.inParallel(ends.aligned()));
    return new JointErrors(
        new JointErrors.Sources(
            calibration,
            shares,
            shares,
            startPoseRad(),
            headingDriftRad(proximal, distal),
            ofProximal,
            ofDistal));
  }

  /**
   * Instants of a repetition at a joint: where the headings were aligned, and between which an
   * angle changes.
   */
  record Ends(JointErrors.Pose aligned, JointErrors.Pose from, JointErrors.Pose to) {
    double turnedRad() {
      return from.relative().angleToRad(to.relative());
    }

    double proximalTurnedRad() {
      return Inclination.up(from.proximal()).angleToRad(Inclination.up(to.proximal()));
    }

    double distalTurnedRad() {
      return Inclination.up(from.distal()).angleToRad(Inclination.up(to.distal()));
    }
  }

  private static JointErrors.Segment segment(
      Posed posed, double tiltRad, double turnedRad, ToDoubleBiFunction<Posed, Double> tissueRad) {
    return new JointErrors.Segment(
        tiltRad, forceRad(posed), tissueRad.applyAsDouble(posed, turnedRad));
  }

  static SegmentCalibration calibration(Posed posed) {
    return posed.segment().calibration().orElseThrow();
  }

  /** Of the absolute tilt of a segment: standing is not upright. */
  static double absoluteTiltDeg(WornSegment segment) {
    return FastMath.toDegrees(
        rss(segment.inclinationErrorRad(), segment.calibration().orElseThrow().sagittalErrorRad()));
  }

  /**
   * Of the tilt of a segment in its sagittal plane against standing: what the accelerometer is off
   * by along the way that "up" has gone.
   *
   * @param tissueRad of the sensor against its bone since standing
   */
  static double tiltChangeDeg(WornSegment segment, Quaternion pose, double tissueRad) {
    Vector3 now = Inclination.up(pose);
    Vector3 stood = segment.calibration().orElseThrow().standingUpInSegment();
    double turned = FastMath.atan2(-now.x(), now.y()) - FastMath.atan2(-stood.x(), stood.y());
    return FastMath.toDegrees(
        rss(
            segment.errors().filterRad(),
            2 * segment.errors().forceRad() * FastMath.sin(turned / 2),
            tissueRad));
  }

  /**
   * Of the tilt of a segment sideways against standing: a lateral axis that is off takes a share of
   * the forward tilt; the accelerometer's error along the lateral axis is the same as before, as
   * far as that axis is level in both.
   */
  static double obliquityChangeDeg(WornSegment segment, Quaternion pose, double tissueRad) {
    Vector3 now = Inclination.up(pose);
    SegmentCalibration calibration = segment.calibration().orElseThrow();
    Vector3 stood = calibration.standingUpInSegment();
    double forward = FastMath.atan2(-now.x(), now.y()) - FastMath.atan2(-stood.x(), stood.y());
    Vector3 sideways = level(now).minus(level(stood));
    return FastMath.toDegrees(
        rss(
            segment.errors().filterRad(),
            segment.errors().forceRad() * sideways.norm(),
            tissueRad,
            calibration.lateralErrorRad() * FastMath.sin(forward),
            calibration.frontalErrorRad() * (1 - FastMath.cos(forward))));
  }

  /** The lateral axis as far as it is at right angles to "up". */
  private static Vector3 level(Vector3 up) {
    return Vector3.Z.minus(up.times(up.z()));
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
