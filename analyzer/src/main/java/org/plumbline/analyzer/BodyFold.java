package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.health.BodyHealth;
import org.plumbline.analyzer.kinematics.Inclination;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.FunctionalAxis;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.SegmentCalibration;
import org.plumbline.analyzer.orientation.StandingPose;
import org.plumbline.analyzer.orientation.StandingPose.Pose;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * The worn segments of a session: who stands still when, how each sensor sits, step by step on the
 * common grid and independent of sets.
 */
final class BodyFold {

  /** Slower than this is standing still: postural sway stays below 5 deg/s. */
  private static final double STILL_RAD_PER_S = FastMath.toRadians(8);

  /** A sensor that turned less than this says nothing about its lateral axis. */
  private static final double LEAST_TURN_RAD = FastMath.toRadians(8);

  /** A lateral axis more uncertain than this is refused. */
  private static final double WORST_AXIS_RAD = FastMath.toRadians(25);

  /** A pose with the pelvis or trunk turned so far from standing is lying. */
  private static final double LYING_RAD = FastMath.toRadians(55);

  /** A pose held further away than this from where repetitions start is another pose. */
  private static final double SAME_POSE_RAD = FastMath.toRadians(15);

  /** Half-width of the moment at which a pose is read out of a movement, 0.1 s. */
  private static final int MOMENT_STEPS = 10;

  /** Two samples of a slow sensor. */
  private static final int BRIDGED_STEPS = 8;

  private final List<InertialStream> streams = new ArrayList<>();
  private final Set<OnSegment> ambiguous = new LinkedHashSet<>();
  private final Map<OnSegment, SegmentCalibration> calibrations = new LinkedHashMap<>();
  private final Map<OnSegment, FunctionalAxis> lyingDown = new LinkedHashMap<>();
  private final StandingPose standing = new StandingPose(STILL_RAD_PER_S, GridTrack.RATE_HZ);

  private final BodyHealth health = new BodyHealth(GridTrack.RATE_HZ);
  private final Map<OnSegment, Integer> meanings = new LinkedHashMap<>();

  private long now = Long.MIN_VALUE;
  private boolean lain;
  private boolean lainStill;
  private Optional<Pose> standingBefore = Optional.empty();

  /** Forgets a stream that came back with other channels. */
  void remove(InertialStream stream) {
    streams.remove(stream);
    calibrations.remove(stream.placement());
    boolean still =
        streams.stream().filter(one -> one.placement().equals(stream.placement())).count() > 1;
    if (!still) {
      ambiguous.remove(stream.placement());
    }
  }

  /** Takes in a stream; a second one on the same segment makes both useless. */
  void add(InertialStream stream) {
    boolean taken =
        streams.stream().anyMatch(other -> other.placement().equals(stream.placement()));
    if (taken) {
      ambiguous.add(stream.placement());
    }
    streams.add(stream);
    stream.askBody(() -> health.findings(stream.placement()));
  }

  Set<OnSegment> ambiguous() {
    return ambiguous;
  }

  List<InertialStream> streams() {
    return streams;
  }

  /** Streams whose placement is clear. */
  private List<InertialStream> clear() {
    return streams.stream().filter(one -> !ambiguous.contains(one.placement())).toList();
  }

  /** The segments as they are known at a grid step. */
  List<WornSegment> worn(long step) {
    return clear().stream()
        .map(one -> one.worn(Optional.ofNullable(calibrations.get(one.placement())), step, now))
        .map(one -> health.suspect(one.placement()) ? one.distrusted() : one)
        .toList();
  }

  /** Legs with a sensor on thigh or shank, left first. */
  List<Side> legs() {
    List<Side> legs = new ArrayList<>();
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      boolean worn =
          clear().stream()
              .anyMatch(
                  one ->
                      one.placement().side() == side && one.placement().segment() != Segment.FOOT);
      if (worn) {
        legs.add(side);
      }
    }
    return legs;
  }

  /** Takes the next grid step, which all streams that are not stalled have reached. */
  void step(long step) {
    now = step;
    double fastest = 0;
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
    Set<OnSegment> level = new LinkedHashSet<>();
    for (InertialStream stream : clear()) {
      Optional<Vector3> turn = turn(stream, step);
      // A sensor that is not believed does not say that the body moves.
      if (turn.isPresent() && stream.usable(step)) {
        turns.put(stream.placement(), turn.get());
        followMeaning(stream, step);
        if (stream.level(step)) {
          level.add(stream.placement());
        }
        fastest = Math.max(fastest, turn.get().norm());
        ups.put(stream.placement(), up(stream, step));
        if (standing.first().isPresent() && !lainStill) {
          lyingDown
              .computeIfAbsent(stream.placement(), key -> new FunctionalAxis())
              .add(turn.get(), true);
        }
      }
    }
    health.update(step, turns, ups, level);
    standing.update(step, fastest, ups);
    boolean lies = lies(ups);
    lain |= lies;
    lainStill |= lies && standing.latest().filter(pose -> pose.lastStep() == step).isPresent();
  }

  private void followMeaning(InertialStream stream, long step) {
    Integer before = meanings.put(stream.placement(), stream.meaning(step));
    if (before != null && before != stream.meaning(step)) {
      health.restart(stream.placement());
    }
  }

  /** Whether pelvis or trunk are turned far out of the first pose that was held. */
  private boolean lies(Map<OnSegment, Vector3> ups) {
    for (Map.Entry<OnSegment, Vector3> entry : ups.entrySet()) {
      Segment segment = entry.getKey().segment();
      if (segment == Segment.PELVIS || segment == Segment.TRUNK) {
        return standing
            .first()
            .flatMap(pose -> pose.up(entry.getKey()))
            .map(stood -> stood.angleToRad(entry.getValue()) > LYING_RAD)
            .orElse(false);
      }
    }
    return false;
  }

  /**
   * "Up" in sensor coordinates of every clear sensor on a segment, NaN where it is missing. The
   * moment at which a sensor is put right is bridged: a posture does not change in it.
   */
  Vector3[] ups(Segment segment, long step) {
    return clear().stream()
        .filter(stream -> stream.placement().segment() == segment)
        .map(stream -> upOrBridge(stream, step))
        .toArray(Vector3[]::new);
  }

  private static Vector3 upOrBridge(InertialStream stream, long step) {
    for (long at = step; at >= step - BRIDGED_STEPS; at--) {
      if (stream.track().has(at)) {
        return up(stream, at);
      }
    }
    return Vector3.UNKNOWN;
  }

  /**
   * Whether the posture is plainly not the one the exercise is done in: upright again after having
   * lain. A log that begins lying is given the benefit of the doubt.
   */
  boolean isElsewhere(Position position, long step) {
    if (position != Position.SUPINE || !lain) {
      return false;
    }
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    for (InertialStream stream : clear()) {
      if (stream.track().has(step)) {
        ups.put(stream.placement(), up(stream, step));
      }
    }
    return !lies(ups);
  }

  /** Whether anybody has been seen lying down. */
  boolean hasLain() {
    return lain;
  }

  /**
   * Calibrates every sensor that can be: long axis from standing, lateral axis from movement.
   *
   * @param repetitions the first ones of a set, all still on the tracks
   */
  void calibrate(Exercise exercise, List<Repetition> repetitions) {
    for (InertialStream stream : clear()) {
      Optional<SegmentCalibration> calibration =
          exercise.position() == Position.SUPINE
              ? fromLyingDown(stream)
              : fromRepetitions(stream, exercise, repetitions);
      calibration.ifPresent(found -> calibrations.put(stream.placement(), found));
    }
  }

  /**
   * From standing to lying the trunk reclines, the thighs and shanks follow: everything turns the
   * same way about the lateral axis.
   */
  private Optional<SegmentCalibration> fromLyingDown(InertialStream stream) {
    FunctionalAxis movement = lyingDown.get(stream.placement());
    if (movement == null || !lain) {
      return Optional.empty();
    }
    return standing
        .first()
        .flatMap(pose -> pose.up(stream.placement()))
        .flatMap(up -> accept(up, movement, 1, true));
  }

  private Optional<SegmentCalibration> fromRepetitions(
      InertialStream stream, Exercise exercise, List<Repetition> all) {
    List<Repetition> repetitions =
        all.stream().filter(one -> stream.sameMeaning(one.start(), now)).toList();
    int direction = exercise.directionOf(stream.placement().segment());
    Optional<Vector3> moment = typicalStart(stream, repetitions);
    if (direction == 0 || moment.isEmpty()) {
      return Optional.empty();
    }
    Optional<Vector3> held =
        standingBefore
            .flatMap(pose -> pose.up(stream.placement()))
            .filter(up -> up.angleToRad(moment.get()) < SAME_POSE_RAD);
    Vector3 up = held.orElse(moment.get());
    FunctionalAxis movement = mostTypical(stream, up, repetitions, direction);
    return accept(up, movement, direction, held.isPresent());
  }

  /** Keeps the last pose that was held before the first repetition of a set. */
  void firstRepetitionFrom(long start) {
    standingBefore =
        standing
            .latest()
            .filter(pose -> pose.lastStep() <= start + MOMENT_STEPS)
            .or(() -> standingBefore);
  }

  /** "Up" at that start of a repetition which is nearest to the other starts. */
  private static Optional<Vector3> typicalStart(
      InertialStream stream, List<Repetition> repetitions) {
    List<Vector3> starts = new ArrayList<>();
    for (Repetition repetition : repetitions) {
      momentary(stream, repetition.start()).ifPresent(starts::add);
    }
    return starts.isEmpty()
        ? Optional.empty()
        : Optional.of(mostCentral(starts, Vector3::angleToRad));
  }

  /**
   * The repetition whose axis is nearest to those of the others: a knee that falls inwards in one
   * of three does not become part of "straight".
   */
  private static FunctionalAxis mostTypical(
      InertialStream stream, Vector3 up, List<Repetition> repetitions, int direction) {
    List<FunctionalAxis> movements =
        repetitions.stream().map(repetition -> movement(stream, repetition)).toList();
    return mostCentral(
        movements, (a, b) -> a.axis(up, direction).angleToRad(b.axis(up, direction)));
  }

  /** The one with the smallest sum of distances to all, the first of equals. */
  private static <T> T mostCentral(List<T> candidates, ToDoubleBiFunction<T, T> distance) {
    T best = candidates.get(0);
    double smallest = Double.POSITIVE_INFINITY;
    for (T candidate : candidates) {
      double away = 0;
      for (T other : candidates) {
        away += distance.applyAsDouble(candidate, other);
      }
      if (away < smallest) {
        smallest = away;
        best = candidate;
      }
    }
    return best;
  }

  private static FunctionalAxis movement(InertialStream stream, Repetition repetition) {
    FunctionalAxis movement = new FunctionalAxis();
    for (long step = repetition.start() + 1; step <= repetition.end(); step++) {
      Optional<Vector3> turn = turn(stream, step);
      if (turn.isPresent()) {
        movement.add(turn.get(), step <= repetition.turn());
      }
    }
    return movement;
  }

  private static Optional<SegmentCalibration> accept(
      Vector3 up, FunctionalAxis movement, int direction, boolean still) {
    if (movement.netRad() < LEAST_TURN_RAD || movement.axisErrorRad(up) > WORST_AXIS_RAD) {
      return Optional.empty();
    }
    return Optional.of(SegmentCalibration.of(up, movement, direction, still));
  }

  private static Optional<Vector3> momentary(InertialStream stream, long at) {
    Vector3 sum = new Vector3(0, 0, 0);
    int n = 0;
    for (long step = at - MOMENT_STEPS; step <= at + MOMENT_STEPS; step++) {
      if (stream.track().has(step)) {
        sum = sum.plus(up(stream, step));
        n++;
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(sum.normalized());
  }

  /** Rotation vector since the step before, sensor coordinates, by the gyroscope alone. */
  private static Optional<Vector3> turn(InertialStream stream, long step) {
    if (!stream.track().has(step) || !stream.track().has(step - 1)) {
      return Optional.empty();
    }
    Quaternion turn =
        WornSegment.quaternion(stream.track(), step - 1, WornSegment.STRAP_DOWN)
            .conjugate()
            .times(WornSegment.quaternion(stream.track(), step, WornSegment.STRAP_DOWN));
    double sign = turn.w() < 0 ? -2 : 2;
    return Optional.of(new Vector3(sign * turn.x(), sign * turn.y(), sign * turn.z()));
  }

  private static Vector3 up(InertialStream stream, long step) {
    return Inclination.up(WornSegment.quaternion(stream.track(), step, 0));
  }
}
