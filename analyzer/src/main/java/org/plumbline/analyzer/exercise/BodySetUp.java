package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Joint;
import org.plumbline.device.log.Location;

/**
 * What is known of the person and the sensors before the first sample.
 *
 * @param calibrations how sensors sit, from a set-up with the same placement
 * @param standing joint angles of the standing person, measured by hand
 * @param mountings which way sensors were strapped on, as far as somebody said
 */
public record BodySetUp(
    List<StoredCalibration> calibrations, List<StandingAngle> standing, List<Mounting> mountings) {

  /** Nothing is known. */
  public static final BodySetUp NONE = new BodySetUp(List.of(), List.of(), List.of());

  /** A body has nine segments with sides; nobody wears more. */
  private static final int MOST_ENTRIES = 32;

  public BodySetUp {
    calibrations = List.copyOf(calibrations);
    standing = List.copyOf(standing);
    mountings = List.copyOf(mountings);
    requireOnce("calibration", calibrations.stream().map(StoredCalibration::location).toList());
    requireOnce("standing angle", standing.stream().map(StandingAngle::location).toList());
    requireOnce("mounting", mountings.stream().map(Mounting::location).toList());
  }

  private static void requireOnce(String what, List<String> locations) {
    if (locations.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          locations.size() + " entries of kind " + what + "; at most " + MOST_ENTRIES);
    }
    Set<String> seen = new HashSet<>();
    for (String location : locations) {
      if (!seen.add(location)) {
        throw new IllegalArgumentException(
            "two entries of kind " + what + " for " + location + ": keep one");
      }
    }
  }

  /** The same with these calibrations. */
  public BodySetUp with(List<StoredCalibration> found) {
    return new BodySetUp(found, standing, mountings);
  }

  /**
   * A {@link SegmentCalibration} by value.
   *
   * @param location e.g. {@code right-thigh}
   * @param segmentToSensor w, x, y, z
   * @param standingUp x, y, z of "up" in the sensor while standing
   * @param errorsDeg about x, y and z of the segment, 90 % half-widths
   */
  public record StoredCalibration(
      String location,
      SegmentCalibration.Origin origin,
      List<Double> segmentToSensor,
      List<Double> standingUp,
      List<Double> errorsDeg) {

    public StoredCalibration {
      placement(location);
      segmentToSensor = numbers(location, "segmentToSensor", segmentToSensor, 4, 1);
      standingUp = numbers(location, "standingUp", standingUp, 3, 1);
      errorsDeg = numbers(location, "errorsDeg", errorsDeg, 3, 180);
      requireUnit(location, segmentToSensor);
      requireUnit(location, standingUp);
      if (!errorsDeg.stream().allMatch(error -> error >= 0 && error <= 180)) {
        throw new IllegalArgumentException(
            "calibration of " + location + ": errorsDeg " + errorsDeg + " are not in 0..180");
      }
    }

    private static List<Double> numbers(
        String location, String name, List<Double> values, int count, double most) {
      boolean good =
          values.size() == count
              && values.stream().allMatch(v -> v != null && Math.abs(v) <= most + 1e-9);
      if (!good) {
        throw new IllegalArgumentException(
            "calibration of "
                + location
                + ": "
                + name
                + " "
                + values
                + " is not "
                + count
                + " numbers of at most "
                + most);
      }
      return List.copyOf(values);
    }

    private static void requireUnit(String location, List<Double> values) {
      if (!(Math.abs(square(values) - 1) < 1e-6)) {
        throw new IllegalArgumentException(
            "calibration of " + location + ": " + values + " does not have length 1");
      }
    }

    /** A calibration as it is stored. */
    public static StoredCalibration of(String location, SegmentCalibration calibration) {
      Quaternion q = calibration.segmentToSensor();
      Vector3 up = calibration.standingUp();
      return new StoredCalibration(
          location,
          calibration.origin(),
          List.of(q.w(), q.x(), q.y(), q.z()),
          List.of(up.x(), up.y(), up.z()),
          List.of(
              FastMath.toDegrees(calibration.frontalErrorRad()),
              FastMath.toDegrees(calibration.lateralErrorRad()),
              FastMath.toDegrees(calibration.sagittalErrorRad())));
    }

    /** The calibration that was stored, to the last bit where it was written by this program. */
    public SegmentCalibration calibration() {
      List<Double> q = segmentToSensor;
      List<Double> up = standingUp;
      Quaternion rotation = new Quaternion(q.get(0), q.get(1), q.get(2), q.get(3));
      Vector3 standing = new Vector3(up.get(0), up.get(1), up.get(2));
      return new SegmentCalibration(
          isUnit(q) ? rotation : rotation.normalized(),
          isUnit(up) ? standing : standing.normalized(),
          origin,
          FastMath.toRadians(errorsDeg.get(2)),
          FastMath.toRadians(errorsDeg.get(0)),
          FastMath.toRadians(errorsDeg.get(1)));
    }

    /** But for rounding. */
    private static boolean isUnit(List<Double> values) {
      return Math.abs(square(values) - 1) < 1e-14;
    }

    private static double square(List<Double> values) {
      return values.stream().mapToDouble(v -> v * v).sum();
    }
  }

  /**
   * Angles of a knee of the standing person, e.g. by a goniometer; conventions.md says the signs.
   *
   * @param location {@code left-knee} or {@code right-knee}
   */
  public record StandingAngle(
      String location, double flexionDeg, double abductionDeg, double internalRotationDeg) {

    /** More is not standing. */
    private static final double MOST_DEG = 45;

    public StandingAngle {
      if (!(Location.parse(location) instanceof Location.AtJoint at) || at.joint() != Joint.KNEE) {
        throw new IllegalArgumentException(
            "standing angle of \"" + location + "\": only left-knee and right-knee are used");
      }
      for (double angle : new double[] {flexionDeg, abductionDeg, internalRotationDeg}) {
        if (!(Math.abs(angle) <= MOST_DEG)) {
          throw new IllegalArgumentException(
              "standing angle of " + location + ": " + angle + " deg is not in -45..45");
        }
      }
    }
  }

  /**
   * Which way an axis of a sensor points on the person. It settles the sign of the lateral axis
   * where no movement does.
   *
   * @param location e.g. {@code left-shank}
   * @param axis {@code +x}, {@code -z} ...
   * @param points where that axis points
   */
  public record Mounting(String location, String axis, Towards points) {

    /** Seen from the person. */
    public enum Towards {
      @JsonProperty("left")
      LEFT,
      @JsonProperty("right")
      RIGHT,
      @JsonProperty("front")
      FRONT,
      @JsonProperty("back")
      BACK
    }

    public Mounting {
      placement(location);
      if (!axis.matches("[+-][xyz]")) {
        throw new IllegalArgumentException(
            "mounting of " + location + ": axis \"" + axis + "\": write +x, -x, +y, -y, +z or -z");
      }
    }

    /** The axis in sensor coordinates. */
    public Vector3 direction() {
      Vector3 unit =
          switch (axis.charAt(1)) {
            case 'x' -> Vector3.X;
            case 'y' -> Vector3.Y;
            default -> Vector3.Z;
          };
      return axis.charAt(0) == '-' ? unit.negated() : unit;
    }

    /**
     * Where the person's right is, roughly, in sensor coordinates.
     *
     * @param up in sensor coordinates, of the upright person
     */
    public Vector3 right(Vector3 up) {
      return switch (points) {
        case RIGHT -> direction();
        case LEFT -> direction().negated();
        case FRONT -> direction().cross(up);
        case BACK -> up.cross(direction());
      };
    }
  }

  private static Location.OnSegment placement(String location) {
    if (Location.parse(location) instanceof Location.OnSegment placement) {
      return placement;
    }
    throw new IllegalArgumentException("\"" + location + "\" is no segment");
  }
}
