package org.plumbline.analyzer.calibration;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * How a sensor sits on its segment, and how well that is known. Errors are 90 % half-widths of a
 * turn of the segment's axes about one of them.
 *
 * @param segmentToSensor segment coordinates to sensor coordinates
 * @param standingUp "up" in sensor coordinates in the pose that it was made from
 * @param origin what the lateral axis was taken from
 * @param sagittalErrorRad about z: standing is not upright
 * @param frontalErrorRad about x: the leg leans sideways
 * @param lateralErrorRad about y: the lateral axis points elsewhere
 */
public record SegmentCalibration(
    Quaternion segmentToSensor,
    Vector3 standingUp,
    Origin origin,
    double sagittalErrorRad,
    double frontalErrorRad,
    double lateralErrorRad) {

  /** What the lateral axis was taken from, best first. */
  public enum Origin {
    /** A movement made for it: leg swing, knee extension, hip hinge. */
    SET_UP("set-up"),
    /** Standing and sitting still, with the axis of the knee from the shank's knee extensions. */
    SEATED("seated"),
    /** The first repetitions of a set. */
    REPETITIONS("repetitions"),
    /** Getting from standing to lying. */
    LYING_DOWN("lying-down");

    private final String id;

    Origin(String id) {
      this.id = id;
    }

    /** Whether the person did something for it. */
    public boolean isAskedFor() {
      return this == SET_UP || this == SEATED;
    }

    /** For programs and files. */
    public String id() {
      return id;
    }
  }

  /**
   * What "standing = upright" puts into every absolute flexion angle: people stand with their knees
   * bent by up to 10 to 15 deg (orientation reference, section 0: optical data of two people), so
   * 12 deg for a joint, shared between its two segments. 90 % half-width of one segment.
   */
  public static final double STANDING_POSE_RAD = FastMath.toRadians(8.5);

  /** Of a joint whose standing angle was measured and entered: a goniometer is good to 5 deg. */
  public static final double ENTERED_POSE_RAD = FastMath.toRadians(5 / 1.4142);

  /** Added when the pose was taken out of a movement because nobody stood still. */
  public static final double MOVING_POSE_RAD = FastMath.toRadians(4);

  /** The least that a lateral axis from body movement is uncertain by (Lebleu 2020: 3.6 RMSE). */
  public static final double LEAST_AXIS_RAD = FastMath.toRadians(3);

  /**
   * The same from a bow on both feet, which hold the pelvis and the trunk to their plane as no leg
   * that swings is held. Set on synthetic people (seeds 101 to 120), whose pelves were 0.4 deg off
   * (RMS, 90 % half-width 0.7) at the nominal level.
   */
  public static final double LEAST_BOW_AXIS_RAD = FastMath.toRadians(1);

  /**
   * The same of a shank whose knee is straightened: knees turn the shank and are abducted as they
   * bend (Wilson 2000), which tilts the axis of the movement. Shanks of synthetic people were 2.9
   * deg off (RMS, seeds 7001 to 7020).
   */
  public static final double LEAST_EXTENSION_AXIS_RAD = FastMath.toRadians(4.5);

  /**
   * The same from getting down on the floor, which is not done in one plane: legs of synthetic
   * people were 4 to 11 deg off.
   */
  public static final double LEAST_LYING_AXIS_RAD = FastMath.toRadians(10);

  /**
   * How far a leg leans sideways when its axis is only known within the horizontal plane: feet
   * stand wider or narrower than the hips. Upper end of the 3-5 deg that it costs in abduction
   * (orientation reference, section 7).
   */
  public static final double STANCE_RAD = FastMath.toRadians(5);

  /**
   * Added to every axis of a calibration that comes from elsewhere and that nothing has borne out:
   * how far sensors come to sit from where they were when somebody straps them on again by eye.
   * Engineering choice (grade E), above the 12 deg at which a pose contradicts a calibration.
   */
  public static final double UNCONFIRMED_RAD = FastMath.toRadians(20);

  public SegmentCalibration {
    requireError("sagittalErrorRad", sagittalErrorRad);
    requireError("frontalErrorRad", frontalErrorRad);
    requireError("lateralErrorRad", lateralErrorRad);
  }

  private static void requireError(String name, double rad) {
    if (!(rad >= 0 && rad <= Math.PI)) {
      throw new IllegalArgumentException(name + " " + rad + " rad is not in 0..pi");
    }
  }

  /**
   * Long axis from standing, lateral axis from any movement, within the horizontal plane: turning
   * beside the axis does not tilt it.
   *
   * @param standingUp "up" in sensor coordinates while standing; becomes the long axis y
   * @param movement the turning of the sensor during the movement
   * @param direction sign of the first half of the movement about the lateral axis
   * @param still whether the pose was still
   */
  public static SegmentCalibration of(
      Vector3 standingUp, FunctionalAxis movement, int direction, boolean still, Origin origin) {
    Vector3 y = standingUp.normalized();
    Vector3 z = movement.axis(y, direction);
    return new SegmentCalibration(
        Quaternion.ofColumns(y.cross(z), y, z),
        y,
        origin,
        STANDING_POSE_RAD + (still ? 0 : MOVING_POSE_RAD),
        STANCE_RAD,
        Math.max(
            origin == Origin.LYING_DOWN ? LEAST_LYING_AXIS_RAD : LEAST_AXIS_RAD,
            movement.axisErrorRad(y)));
  }

  /**
   * Both axes from a movement in one plane that was made for it: the lateral axis is free in space,
   * and the long axis is "up" as far as it is at right angles to it. So a leg that leans sideways
   * is seen to.
   *
   * @param standingUp "up" in sensor coordinates while standing
   * @param lateral the axis in sensor coordinates, towards the person's right
   * @param errorRad 90 % half-width of its direction as far as the movement shows it
   */
  public static SegmentCalibration ofSetUp(Vector3 standingUp, Vector3 lateral, double errorRad) {
    return ofSetUp(standingUp, lateral, errorRad, LEAST_AXIS_RAD);
  }

  /**
   * The same.
   *
   * @param planeRad how far the plane of the movement may be off, 90 % half-width
   */
  public static SegmentCalibration ofSetUp(
      Vector3 standingUp, Vector3 lateral, double errorRad, double planeRad) {
    return free(standingUp, lateral, FastMath.hypot(planeRad, errorRad), Origin.SET_UP);
  }

  /**
   * Of a thigh whose axis is that of the knee as its shank showed it ({@link SharedKneeAxis}).
   *
   * @param kneeErrorRad 90 % half-width of that axis
   */
  public static SegmentCalibration ofSeat(
      Vector3 standingUp, Vector3 lateral, double kneeErrorRad) {
    return free(standingUp, lateral, FastMath.hypot(LEAST_AXIS_RAD, kneeErrorRad), Origin.SEATED);
  }

  private static SegmentCalibration free(
      Vector3 standingUp, Vector3 lateral, double errorRad, Origin origin) {
    Vector3 z = lateral.normalized();
    Vector3 y = standingUp.rejectedFrom(z).normalized();
    double error = Math.min(Math.PI, errorRad);
    return new SegmentCalibration(
        Quaternion.ofColumns(y.cross(z), y, z),
        standingUp.normalized(),
        origin,
        STANDING_POSE_RAD,
        error,
        error);
  }

  /** The same for a segment that stood turned by {@code standing} against upright. */
  public SegmentCalibration standingTurned(Quaternion standing, double errorRad) {
    return new SegmentCalibration(
        segmentToSensor.times(standing),
        standingUp,
        origin,
        errorRad,
        frontalErrorRad,
        lateralErrorRad);
  }

  /** The same, not known to be that of this sensor as it is worn now. */
  public SegmentCalibration unconfirmed() {
    return new SegmentCalibration(
        segmentToSensor,
        standingUp,
        origin,
        doubted(sagittalErrorRad),
        doubted(frontalErrorRad),
        doubted(lateralErrorRad));
  }

  private static double doubted(double errorRad) {
    return Math.min(Math.PI, FastMath.hypot(errorRad, UNCONFIRMED_RAD));
  }

  /**
   * What of the error of the axes comes from the plane in which the person moved, 90 % half-width:
   * segments that were moved together have it in common. Only of a set-up.
   */
  public double planeErrorRad() {
    return Math.min(LEAST_AXIS_RAD, Math.min(frontalErrorRad, lateralErrorRad));
  }

  /**
   * What of the error comes from the knee axis that stood for the thigh's, 90 % half-width. It
   * tilts the axis up in standing as much as it does in sitting, so it turns the thigh about -x and
   * about y by the same angle: at a right angle of the knee abduction is free of it.
   */
  public double kneeErrorRad() {
    double all = lateralErrorRad;
    double own = LEAST_AXIS_RAD;
    return origin == Origin.SEATED ? Math.sqrt(Math.max(0, all * all - own * own)) : 0;
  }

  /** "Up" of the standing person in segment coordinates. */
  public Vector3 standingUpInSegment() {
    return segmentToSensor.conjugate().rotate(standingUp);
  }

  /** Segment orientation from sensor orientation. */
  public Quaternion toSegment(Quaternion sensorToEarth) {
    return sensorToEarth.times(segmentToSensor);
  }

  /**
   * 0 to 1: one with a sure axis, 0.5 where the axis is uncertain by 10 deg; for people to compare
   * placements with.
   */
  public double quality() {
    double tenths = FastMath.toDegrees(lateralErrorRad) / 10;
    return 1 / (1 + tenths * tenths);
  }
}
