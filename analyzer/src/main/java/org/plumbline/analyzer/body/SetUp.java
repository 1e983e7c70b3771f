package org.plumbline.analyzer.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.RepeatedMovement;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.SharedKneeAxis;
import org.plumbline.analyzer.calibration.SharedKneeAxis.LegPose;
import org.plumbline.analyzer.calibration.SmoothTurns;
import org.plumbline.analyzer.calibration.StandingPose;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.result.SetUpRefusal;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * The guided set-up: the operator says which movement comes next, and every sensor learns from it
 * how it sits. A step that taught nothing is told and can be done again; the last good one counts.
 *
 * <pre>
 * stand ─▶ "up" in every sensor ───────────────────────┐
 * swing, extend, hinge ─▶ axis of the segments that move ┼─▶ SegmentCalibration
 * sit ─▶ "up" in thigh and shank ─▶ axis of the thigh ────┘
 * </pre>
 */
public final class SetUp {

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
  private final Map<Side, LegPose> seated = new LinkedHashMap<>();

  /** Thighs whose axis was shown by a swing. */
  private final Set<OnSegment> swung = new LinkedHashSet<>();

  private Optional<SetUpStep> current = Optional.empty();
  private Optional<StandingPose> pose = Optional.empty();
  private final Map<OnSegment, List<Moment>> moments = new LinkedHashMap<>();
  private final Map<OnSegment, List<Vector3>> stances = new LinkedHashMap<>();
  private final Set<OnSegment> interrupted = new HashSet<>();

  /** One sensor at one grid step: what it turned by since the last one, and where up is. */
  record Moment(long at, Vector3 turn, Vector3 up) {}

  /**
   * What came of a step.
   *
   * @param learned segments that know their pose or axis from it
   * @param refused segments that should have and did not, and why
   */
  public record Outcome(
      SetUpStep step, List<OnSegment> learned, Map<OnSegment, SetUpRefusal> refused) {

    /** The same step with a lifted leg that was told from the other, or was not. */
    Outcome lifted(List<OnSegment> told, List<OnSegment> untold) {
      Map<OnSegment, SetUpRefusal> all = new LinkedHashMap<>(refused);
      untold.forEach(one -> all.putIfAbsent(one, SetUpRefusal.UNCLEAR));
      return new Outcome(step, told, all);
    }
  }

  /**
   * Ends the step before, and begins the next.
   *
   * @param worn where sensors are worn, whether they show anything or not
   */
  Optional<Outcome> begin(SetUpStep next, List<OnSegment> worn) {
    Optional<Outcome> outcome = finish(worn);
    current = next == SetUpStep.END ? Optional.empty() : Optional.of(next);
    pose = Optional.of(Posture.stillness());
    return outcome;
  }

  /** Whether a step of the set-up is going on: what happens now is no exercise. */
  boolean running() {
    return current.isPresent();
  }

  /** Takes the next grid step: turns and "up" of the sensors that have it. */
  void step(long at, Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    if (current.isEmpty()) {
      return;
    }
    pose.ifPresent(one -> one.update(at, turns, ups));
    turns.forEach(
        (placement, turn) -> {
          List<Moment> list = moments.computeIfAbsent(placement, key -> new ArrayList<>());
          Vector3 up = ups.get(placement);
          if (up != null && list.size() < MOST_STEPS) {
            list.add(new Moment(at, turn, up));
          }
        });
  }

  /** Another sensor is on a segment, or the axes of the one that is there were others. */
  void forget(OnSegment placement) {
    interrupt(placement);
    standing.remove(placement);
    calibrations.remove(placement);
    stances.remove(placement);
    swung.remove(placement);
    seated.remove(placement.side());
  }

  /**
   * A sensor was put right: what it showed in this step is not comparable with what it will show. A
   * movement that had begun is to be done again.
   */
  void interrupt(OnSegment placement) {
    pose.ifPresent(one -> one.forget(placement));
    List<Moment> list = moments.remove(placement);
    if (list != null && !list.isEmpty() && away(list, farthest(list)) >= LEAST_TURN_RAD) {
      interrupted.add(placement);
    }
  }

  /**
   * A sensor was put right in a way that bears on how it was found to sit.
   *
   * @return whether what it had learned does not hold any more
   */
  boolean readjusted(OnSegment placement, Readjustment repair) {
    Vector3 stood = standing.get(placement);
    if (stood == null ? !repair.ordered() : !repair.invalidates(stood)) {
      return false;
    }
    forget(placement);
    return true;
  }

  /** Ends the step that is going on. */
  private Optional<Outcome> finish(List<OnSegment> worn) {
    Optional<Outcome> outcome = current.map(step -> evaluate(step, worn));
    current = Optional.empty();
    moments.clear();
    interrupted.clear();
    return outcome;
  }

  private Outcome evaluate(SetUpStep step, List<OnSegment> worn) {
    List<OnSegment> learned = new ArrayList<>();
    Map<OnSegment, SetUpRefusal> refused = new LinkedHashMap<>();
    for (OnSegment placement : worn) {
      if (step.isPose()) {
        Optional<Vector3> up = pose.flatMap(StandingPose::latest).flatMap(p -> p.up(placement));
        up.ifPresent(found -> standing.put(placement, found));
        sort(placement, up.isPresent(), learned, refused);
      } else if (step.lifts(placement)) {
        // Whether it was lifted is told by both legs together.
        if (!moments.containsKey(placement)) {
          refused.put(placement, refusal(placement));
        }
        addStance(step, placement);
      } else if (placement.side() == step.stance() && placement.side() != Side.MIDLINE) {
        addStance(step, placement);
      } else if (step.moves(placement)) {
        Optional<SegmentCalibration> found = calibrate(step, placement);
        found.ifPresent(one -> calibrations.put(placement, one));
        sort(placement, found.isPresent(), learned, refused);
        if (found.isPresent() && placement.segment() == Segment.THIGH) {
          swung.add(placement);
        }
      }
    }
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      thighByTheKnee(step, side, worn, learned, refused);
    }
    return new Outcome(step, learned, refused);
  }

  private void sort(
      OnSegment placement,
      boolean found,
      List<OnSegment> learned,
      Map<OnSegment, SetUpRefusal> refused) {
    if (found) {
      learned.add(placement);
    } else {
      refused.put(placement, refusal(placement));
    }
  }

  private SetUpRefusal refusal(OnSegment placement) {
    if (interrupted.contains(placement)) {
      return SetUpRefusal.REPAIRED;
    }
    return moments.containsKey(placement) ? SetUpRefusal.UNCLEAR : SetUpRefusal.NOTHING_SEEN;
  }

  private void addStance(SetUpStep step, OnSegment placement) {
    if (placement.side() == step.stance()) {
      stances
          .computeIfAbsent(placement, key -> new ArrayList<>())
          .addAll(inTheMiddle(placement).stream().toList());
    }
  }

  /** Sitting shows the pose, extensions the axis of the shank; whichever comes last tells. */
  private void thighByTheKnee(
      SetUpStep step,
      Side side,
      List<OnSegment> worn,
      List<OnSegment> learned,
      Map<OnSegment, SetUpRefusal> refused) {
    OnSegment thigh = new OnSegment(Segment.THIGH, side);
    OnSegment shank = new OnSegment(Segment.SHANK, side);
    if (step == SetUpStep.SIT && worn.contains(thigh) && worn.contains(shank)) {
      Optional<LegPose> sat = sat(thigh, shank);
      sat.ifPresent(pose -> seated.put(side, pose));
      sort(thigh, sat.isPresent(), learned, refused);
    }
    boolean tells = step == SetUpStep.SIT ? learned.contains(thigh) : learned.contains(shank);
    if (tells && step.isSeated() && !swung.contains(thigh)) {
      Optional<SegmentCalibration> found = fromSeat(thigh, shank);
      found.ifPresent(one -> calibrations.put(thigh, one));
      if (found.isPresent() && !learned.contains(thigh)) {
        learned.add(thigh);
      }
    }
  }

  private Optional<LegPose> sat(OnSegment thigh, OnSegment shank) {
    return Optional.ofNullable(standing.get(thigh))
        .flatMap(
            stood ->
                SeatedPose.calmest(
                    moments.getOrDefault(thigh, List.of()),
                    moments.getOrDefault(shank, List.of()),
                    stood));
  }

  private Optional<SegmentCalibration> fromSeat(OnSegment thigh, OnSegment shank) {
    LegPose sat = seated.get(thigh.side());
    SegmentCalibration known = calibrations.get(shank);
    Vector3 thighUp = standing.get(thigh);
    Vector3 shankUp = standing.get(shank);
    if (sat == null || known == null || thighUp == null || shankUp == null) {
      return Optional.empty();
    }
    Vector3 shankAxis = known.segmentToSensor().rotate(Vector3.Z);
    SharedKneeAxis knee = new SharedKneeAxis(new LegPose(thighUp, shankUp), sat, shankAxis);
    double error = knee.axisErrorRad(known.frontalErrorRad());
    return error <= WORST_AXIS_RAD
        ? Optional.of(SegmentCalibration.ofSeat(thighUp, knee.axis(), error))
        : Optional.empty();
  }

  private Optional<SegmentCalibration> calibrate(SetUpStep step, OnSegment placement) {
    List<Moment> list = moments.getOrDefault(placement, List.of());
    List<Moment> leading = moments.getOrDefault(step.leader(placement), List.of());
    Vector3 up = standing.get(placement);
    boolean broken =
        interrupted.contains(placement) || interrupted.contains(step.leader(placement));
    if (up == null || leading.isEmpty() || list.isEmpty() || broken) {
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
    List<Vector3> turns =
        SmoothTurns.of(list.stream().map(Moment::turn).toList(), GridTrack.RATE_HZ);
    for (int i = 0; i < list.size(); i++) {
      long at = list.get(i).at();
      movement.add(turns.get(i), at > outwardFrom && at <= outwardTo);
    }
    Vector3 axis = movement.axis(step.direction());
    boolean level = Math.abs(axis.dot(up)) < STEEPEST_AXIS;
    return level && movement.axisErrorRad() <= WORST_AXIS_RAD
        ? Optional.of(SegmentCalibration.ofSetUp(up, axis, movement.axisErrorRad(), planeRad(step)))
        : Optional.empty();
  }

  private static double planeRad(SetUpStep step) {
    return switch (step) {
      case EXTEND_LEFT, EXTEND_RIGHT -> SegmentCalibration.LEAST_EXTENSION_AXIS_RAD;
      case HINGE -> SegmentCalibration.LEAST_BOW_AXIS_RAD;
      default -> SegmentCalibration.LEAST_AXIS_RAD;
    };
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

  /** "Up" in every sensor while the person stood as asked. */
  Map<OnSegment, Vector3> standing() {
    return standing;
  }

  /** What the set-up taught, by placement. */
  Map<OnSegment, SegmentCalibration> calibrations() {
    return calibrations;
  }
}
