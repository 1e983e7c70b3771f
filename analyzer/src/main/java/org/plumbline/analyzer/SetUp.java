package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.RepeatedMovement;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.StandingPose;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Side;

/**
 * The guided set-up: the operator says which movement comes next, and every sensor learns from it
 * how it sits. A step that taught nothing is told and can be done again; the last good one counts.
 *
 * <pre>
 * stand ─▶ "up" in every sensor ───────────────────────┐
 * swing, extend, hinge ─▶ axis of the segments that move ┴─▶ SegmentCalibration
 * </pre>
 */
final class SetUp {

  /** A lateral axis less certain than this is refused: the step is to be done again. */
  static final double WORST_AXIS_RAD = FastMath.toRadians(12);

  /** The lateral axis of somebody who stands is level, within 25 deg: the sine of that. */
  private static final double STEEPEST_AXIS = 0.42;

  /** A sensor that turned less than this was not moved on purpose. */
  private static final double LEAST_TURN_RAD = FastMath.toRadians(15);

  /** A minute is plenty; what comes later in a step is not looked at. */
  private static final int MOST_STEPS = 60 * GridTrack.RATE_HZ;

  private static final double START_SHARE = 0.2;

  private final Map<OnSegment, Vector3> standing = new LinkedHashMap<>();
  private final Map<OnSegment, SegmentCalibration> calibrations = new LinkedHashMap<>();
  private Optional<SetUpStep> current = Optional.empty();
  private Optional<StandingPose> pose = Optional.empty();
  private final Map<OnSegment, List<Moment>> moments = new LinkedHashMap<>();
  private final Map<OnSegment, List<Vector3>> stances = new LinkedHashMap<>();

  /** One sensor at one grid step: what it turned by since the last one, and where up is. */
  private record Moment(long at, Vector3 turn, Vector3 up) {}

  /**
   * What came of a step.
   *
   * @param learned segments that know their pose or axis from it
   * @param refused segments that should have, and did not
   */
  record Outcome(SetUpStep step, List<OnSegment> learned, List<OnSegment> refused) {}

  /** Ends the step before, and begins the next. */
  Optional<Outcome> begin(SetUpStep next) {
    Optional<Outcome> outcome = finish();
    current = next == SetUpStep.END ? Optional.empty() : Optional.of(next);
    pose = Optional.of(BodyFold.stillness());
    return outcome;
  }

  /** Whether a step of the set-up is going on: what happens now is no exercise. */
  boolean running() {
    return current.isPresent();
  }

  /** Takes the next grid step: turns and "up" of the sensors that have it. */
  void step(
      long at, double fastestRad, Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    if (current.isEmpty()) {
      return;
    }
    pose.ifPresent(one -> one.update(at, fastestRad, ups));
    turns.forEach(
        (placement, turn) -> {
          List<Moment> list = moments.computeIfAbsent(placement, key -> new ArrayList<>());
          Vector3 up = ups.get(placement);
          if (up != null && list.size() < MOST_STEPS) {
            list.add(new Moment(at, turn, up));
          }
        });
  }

  /** A sensor's numbers have got another meaning. */
  void forget(OnSegment placement) {
    standing.remove(placement);
    calibrations.remove(placement);
    moments.remove(placement);
    stances.remove(placement);
  }

  /** Ends the step that is going on. */
  Optional<Outcome> finish() {
    Optional<Outcome> outcome = current.map(this::evaluate);
    current = Optional.empty();
    moments.clear();
    return outcome;
  }

  private Outcome evaluate(SetUpStep step) {
    List<OnSegment> learned = new ArrayList<>();
    List<OnSegment> refused = new ArrayList<>();
    for (OnSegment placement : moments.keySet()) {
      if (step.isPose()) {
        Optional<Vector3> up = pose.flatMap(StandingPose::latest).flatMap(p -> p.up(placement));
        up.ifPresent(found -> standing.put(placement, found));
        (up.isPresent() ? learned : refused).add(placement);
      } else if (placement.side() == step.stance() && placement.side() != Side.MIDLINE) {
        stances
            .computeIfAbsent(placement, key -> new ArrayList<>())
            .addAll(inTheMiddle(placement).stream().toList());
      } else if (step.moves(placement)) {
        Optional<SegmentCalibration> found = calibrate(step, placement);
        found.ifPresent(one -> calibrations.put(placement, one));
        (found.isPresent() ? learned : refused).add(placement);
      }
    }
    return new Outcome(step, learned, refused);
  }

  private Optional<SegmentCalibration> calibrate(SetUpStep step, OnSegment placement) {
    List<Moment> list = moments.getOrDefault(placement, List.of());
    List<Moment> leading = moments.getOrDefault(step.leader(placement), List.of());
    Vector3 up = standing.get(placement);
    if (up == null || leading.isEmpty() || list.isEmpty()) {
      return Optional.empty();
    }
    int far = farthest(leading);
    double excursion = away(leading, far);
    if (excursion < LEAST_TURN_RAD || away(list, farthest(list)) < LEAST_TURN_RAD) {
      return Optional.empty();
    }
    int from = far;
    while (from > 0 && away(leading, from) > START_SHARE * excursion) {
      from--;
    }
    long outwardFrom = leading.get(from).at();
    long outwardTo = leading.get(far).at();
    RepeatedMovement movement = new RepeatedMovement();
    for (Moment moment : list) {
      movement.add(moment.turn(), moment.at() > outwardFrom && moment.at() <= outwardTo);
    }
    Vector3 axis = movement.axis(step.direction());
    boolean level = Math.abs(axis.dot(up)) < STEEPEST_AXIS;
    return level && movement.axisErrorRad() <= WORST_AXIS_RAD
        ? Optional.of(SegmentCalibration.ofSetUp(up, axis, movement.axisErrorRad(), planeRad(step)))
        : Optional.empty();
  }

  private static double planeRad(SetUpStep step) {
    return step == SetUpStep.HINGE
        ? SegmentCalibration.LEAST_BOW_AXIS_RAD
        : SegmentCalibration.LEAST_AXIS_RAD;
  }

  /** The moment furthest from how the step began. */
  private static int farthest(List<Moment> list) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < list.size(); i++) {
      double away = away(list, i);
      if (away > most) {
        most = away;
        best = i;
      }
    }
    return best;
  }

  private static double away(List<Moment> list, int i) {
    return list.get(i).up().angleToRad(list.get(0).up());
  }

  /** "Up" in a sensor while the other leg was lifted: half of the step, in its middle. */
  private Optional<Vector3> inTheMiddle(OnSegment placement) {
    List<Moment> list = moments.getOrDefault(placement, List.of());
    return list.subList(list.size() / 4, list.size() - list.size() / 4).stream()
        .map(Moment::up)
        .reduce(Vector3::plus)
        .map(Vector3::normalized);
  }

  /**
   * How far each sensor of a leg leaned to the right while that leg alone carried the body, on
   * average over all such steps; only where axis and standing pose are known. Nobody stands on one
   * leg without moving over it.
   */
  Map<OnSegment, Double> leansRad() {
    Map<OnSegment, Double> leans = new LinkedHashMap<>();
    stances.forEach(
        (placement, seen) -> {
          SegmentCalibration known = calibrations.get(placement);
          Vector3 stood = standing.get(placement);
          if (known != null && stood != null) {
            Vector3 right = known.segmentToSensor().rotate(Vector3.Z);
            double sum = 0;
            for (Vector3 up : seen) {
              sum += FastMath.atan2(stood.minus(up).dot(right), up.dot(stood));
            }
            if (!seen.isEmpty()) {
              leans.put(placement, sum / seen.size());
            }
          }
        });
    return leans;
  }

  /** What the set-up taught, by placement. */
  Map<OnSegment, SegmentCalibration> calibrations() {
    return calibrations;
  }
}
