package org.plumbline.analyzer.body;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/**
 * Holds stored calibrations against how a repetition begins, where no pose was held that shows
 * whether they are of these sensors as they are worn now.
 *
 * <p>Who stands has "up" in every sensor where it was when the calibration was made. Who lies has
 * pelvis and trunk face up (down, sideways) and, on the back, both legs' fronts up and their
 * lateral axes level. A turn about the vertical does not show in either. Between agreement and
 * contradiction nothing is said.
 */
final class StartCheck {

  /** As for a pose that was held. */
  private static final double STANDS_RAD = FastMath.toRadians(12);

  /** People do not stop quite upright between repetitions: a start 15 deg off still is one. */
  private static final double STANDS_NOT_RAD = FastMath.toRadians(20);

  /** Who stands on one leg or steps forward leans pelvis and trunk, by 25 deg and less. */
  private static final double LEANS_NOT_RAD = FastMath.toRadians(40);

  /** The back is curved, and a pillow lifts the shoulders. */
  private static final double LIES_RAD = FastMath.toRadians(30);

  private static final double LIES_NOT_RAD = FastMath.toRadians(45);

  /** Fewer sensors that all lie as on the back may do so by chance. */
  private static final int LEAST_WITNESSES = 3;

  /** Before the start, and a little after it: half a second and a tenth. */
  private static final int BEFORE_STEPS = 50;

  private static final int AFTER_STEPS = 10;

  private final Placements placements;

  StartCheck(Placements placements) {
    this.placements = placements;
  }

  /** The grid step of a repetition at which the person is in the position that is known. */
  static long moment(Position position, Repetition repetition) {
    return position == Position.SITTING ? repetition.turn() : repetition.start();
  }

  /** Median of "up" in a sensor just before a step, component by component. */
  static Optional<Vector3> up(InertialStream stream, long at) {
    double[][] all = new double[3][BEFORE_STEPS + AFTER_STEPS + 1];
    int n = 0;
    for (long step = at - BEFORE_STEPS; step <= at + AFTER_STEPS; step++) {
      if (stream.track().has(step)) {
        Vector3 up = stream.up(step);
        all[0][n] = up.x();
        all[1][n] = up.y();
        all[2][n] = up.z();
        n++;
      }
    }
    if (n == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Vector3(median(all[0], n), median(all[1], n), median(all[2], n)).normalized());
  }

  private static double median(double[] values, int n) {
    double[] sorted = Arrays.copyOf(values, n);
    Arrays.sort(sorted);
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /**
   * Confirms what agrees, and drops what does not.
   *
   * @param ups "up" in the sensors at {@link #moment}
   * @return sensors whose calibration was dropped, and how far each is off it, rad
   */
  Map<OnSegment, Double> at(Exercise exercise, Map<OnSegment, Vector3> ups) {
    Position position = exercise.position();
    boolean upright = position == Position.STANDING || position == Position.SITTING;
    Set<OnSegment> agreeing = new LinkedHashSet<>();
    Map<OnSegment, Double> away = new LinkedHashMap<>();
    placements
        .unconfirmed()
        .forEach(
            (placement, calibration) -> {
              Vector3 up = ups.get(placement);
              double off = up == null ? Double.NaN : offRad(position, placement, calibration, up);
              if (off <= (upright ? STANDS_RAD : LIES_RAD)) {
                agreeing.add(placement);
              } else if (off > contradictionRad(exercise)
                  && isWhereItIsKnown(exercise, placement)) {
                away.put(placement, off);
              }
            });
    if (upright && agreeing.isEmpty() && liesOnTheBack(ups)) {
      // It is the exercise that is another one, and the guard can tell by these very sensors.
      placements.confirm(away.keySet());
      return Map.of();
    }
    placements.confirm(agreeing);
    placements.reject(away.keySet());
    return away;
  }

  private static double contradictionRad(Exercise exercise) {
    return switch (exercise.position()) {
      case STANDING, SITTING -> isOnBothLegs(exercise) ? STANDS_NOT_RAD : LEANS_NOT_RAD;
      default -> LIES_NOT_RAD;
    };
  }

  /** Who stands on one leg or steps forward may have the other leg anywhere. */
  private static boolean isWhereItIsKnown(Exercise exercise, OnSegment placement) {
    return !placement.segment().paired() || isOnBothLegs(exercise);
  }

  private static boolean isOnBothLegs(Exercise exercise) {
    return exercise.counting().legs().orElse(Legs.BOTH) == Legs.BOTH;
  }

  private boolean liesOnTheBack(Map<OnSegment, Vector3> ups) {
    int witnesses = 0;
    for (Map.Entry<OnSegment, SegmentCalibration> one : placements.unconfirmed().entrySet()) {
      Vector3 up = ups.get(one.getKey());
      if (up != null) {
        witnesses++;
        if (!(offRad(Position.SUPINE, one.getKey(), one.getValue(), up) <= LIES_RAD)) {
          return false;
        }
      }
    }
    return witnesses >= LEAST_WITNESSES;
  }

  /** How far a sensor is from what its calibration says of a position; NaN where that is open. */
  private static double offRad(
      Position position, OnSegment placement, SegmentCalibration calibration, Vector3 up) {
    Vector3 inSegment = calibration.segmentToSensor().conjugate().rotate(up);
    boolean torso = placement.segment() == Segment.PELVIS || placement.segment() == Segment.TRUNK;
    return switch (position) {
      case STANDING, SITTING -> up.angleToRad(calibration.standingUp());
      case SUPINE -> torso ? inSegment.angleToRad(Vector3.X) : offOnTheBackRad(inSegment);
      case PRONE -> torso ? inSegment.angleToRad(Vector3.X.negated()) : Double.NaN;
      case SIDE_LYING ->
          torso
              ? Math.min(inSegment.angleToRad(Vector3.Z), inSegment.angleToRad(Vector3.Z.negated()))
              : Double.NaN;
      case RECLINING -> Double.NaN;
    };
  }

  /** Of a leg, bent or straight: its front is not down, and its lateral axis is level. */
  private static double offOnTheBackRad(Vector3 up) {
    double tilt = Math.abs(FastMath.asin(Math.max(-1, Math.min(1, up.z()))));
    double down = Math.max(0, FastMath.atan2(-up.x(), Math.abs(up.y())));
    return Math.max(tilt, down);
  }
}
