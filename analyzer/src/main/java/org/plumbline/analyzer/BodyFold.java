package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.FunctionalAxis;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.StandingPose;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.health.BodyHealth;
import org.plumbline.analyzer.kinematics.WornSegment;
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

  /** A pose with the pelvis or trunk turned so far from standing is lying. */
  private static final double LYING_RAD = FastMath.toRadians(55);

  /** Two samples of a slow sensor. */
  private static final int BRIDGED_STEPS = 8;

  private final List<InertialStream> streams = new ArrayList<>();
  private final Set<OnSegment> ambiguous = new LinkedHashSet<>();

  /** Streams whose placement is clear. */
  private List<InertialStream> clear = List.of();

  private final Placements placements = new Placements();
  private final PlacementCheck check = new PlacementCheck(placements);
  private final SetUp setUp = new SetUp();
  private final Map<OnSegment, FunctionalAxis> lyingDown = new LinkedHashMap<>();
  private final StandingPose standing = stillness();

  private final BodyHealth health = new BodyHealth(GridTrack.RATE_HZ);
  private final Map<OnSegment, Integer> meanings = new LinkedHashMap<>();

  private long now = Long.MIN_VALUE;
  private long stepBegan;
  private boolean lain;
  private boolean lainStill;
  private Optional<Pose> standingBefore = Optional.empty();

  /** Watches for nobody moving. */
  static StandingPose stillness() {
    return new StandingPose(STILL_RAD_PER_S, GridTrack.RATE_HZ);
  }

  /** What the context knows of person and sensors. */
  void apply(BodySetUp known) {
    placements.apply(known);
  }

  /** The operator asks for the next movement of the set-up. */
  Optional<SetUp.Outcome> setUp(SetUpStep next) {
    Optional<SetUp.Outcome> outcome = setUp.begin(next).map(this::withSides);
    setUp.calibrations().forEach(placements::put);
    setUp.leansRad().forEach(health::stance);
    SetUpStep done = outcome.map(SetUp.Outcome::step).orElse(SetUpStep.REST);
    health.stepDone(done.side() != Side.MIDLINE, done == SetUpStep.HINGE);
    stepBegan = Math.max(now, 0);
    return outcome;
  }

  /** How all sensors sit as far as is known, to be stored. */
  List<StoredCalibration> calibrations() {
    List<StoredCalibration> stored = new ArrayList<>();
    placements
        .found()
        .forEach(
            (placement, calibration) ->
                stored.add(StoredCalibration.of(placement.id(), calibration)));
    return stored;
  }

  /** Whether the leg moved that was asked for; a step that only asks for this is about that. */
  private SetUp.Outcome withSides(SetUp.Outcome outcome) {
    Side asked = outcome.step().side();
    if (asked == Side.MIDLINE) {
      return outcome;
    }
    Map<OnSegment, Boolean> told = health.legLift(asked, outcome.step()::turns, stepBegan, now);
    return outcome.step() != SetUpStep.LIFT_LEFT
        ? outcome
        : new SetUp.Outcome(outcome.step(), withValue(told, true), withValue(told, false));
  }

  private static List<OnSegment> withValue(Map<OnSegment, Boolean> told, boolean value) {
    return told.entrySet().stream()
        .filter(one -> one.getValue() == value)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the set-up is going on, so that nothing is an exercise. */
  boolean isSettingUp() {
    return setUp.running();
  }

  Placements placements() {
    return placements;
  }

  /** Forgets a stream that came back with other channels. */
  void remove(InertialStream stream) {
    streams.remove(stream);
    placements.remove(stream.placement());
    boolean still =
        streams.stream().filter(one -> one.placement().equals(stream.placement())).count() > 1;
    if (!still) {
      ambiguous.remove(stream.placement());
    }
    sort();
  }

  private void sort() {
    clear = streams.stream().filter(one -> !ambiguous.contains(one.placement())).toList();
  }

  /** Takes in a stream; a second one on the same segment makes both useless. */
  void add(InertialStream stream) {
    boolean taken =
        streams.stream().anyMatch(other -> other.placement().equals(stream.placement()));
    if (taken) {
      ambiguous.add(stream.placement());
    }
    streams.add(stream);
    sort();
    stream.askBody(() -> health.findings(stream.placement()));
  }

  Set<OnSegment> ambiguous() {
    return ambiguous;
  }

  List<InertialStream> streams() {
    return streams;
  }

  /** The segments as they are known at a grid step. */
  List<WornSegment> worn(long step) {
    return clear.stream()
        .map(one -> one.worn(placements.get(one.placement()), step, now))
        .map(one -> health.suspect(one.placement()) ? one.distrusted() : one)
        .toList();
  }

  /** Legs with a sensor on thigh or shank, left first. */
  List<Side> legs() {
    List<Side> legs = new ArrayList<>();
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      boolean worn =
          clear.stream()
              .anyMatch(
                  one ->
                      one.placement().side() == side && one.placement().segment() != Segment.FOOT);
      if (worn) {
        legs.add(side);
      }
    }
    return legs;
  }

  /**
   * Takes the next grid step, which all streams that are not stalled have reached.
   *
   * @return sensors that were found to sit otherwise than their calibration says, which was dropped
   *     therefore, and by how much, rad
   */
  Map<OnSegment, Double> step(long step) {
    now = step;
    double fastest = 0;
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
    Set<OnSegment> level = new LinkedHashSet<>();
    for (InertialStream stream : clear) {
      Optional<Vector3> turn = stream.turn(step);
      // A sensor that is not believed does not say that the body moves.
      if (turn.isPresent() && stream.usable(step)) {
        followMeaning(stream, step);
        if (stream.level(step)) {
          level.add(stream.placement());
        }
        fastest = Math.max(fastest, turn.get().norm());
        ups.put(stream.placement(), stream.up(step));
        turns.put(stream.placement(), turn.get());
        if (standing.first().isPresent() && !lainStill && !setUp.running()) {
          lyingDown
              .computeIfAbsent(stream.placement(), key -> new FunctionalAxis())
              .add(turn.get(), true);
        }
      }
    }
    if (setUp.running()) {
      health.setUp(step, turns, ups);
    } else {
      health.update(step, turns, ups, level);
    }
    standing.update(step, fastest, ups);
    setUp.step(step, fastest, turns, ups);
    boolean lies = lies(ups);
    lain |= lies;
    lainStill |= lies && standing.latest().filter(pose -> pose.lastStep() == step).isPresent();
    return setUp.running() ? Map.of() : check.at(step, standing, lies);
  }

  private void followMeaning(InertialStream stream, long step) {
    Integer before = meanings.put(stream.placement(), stream.meaning(step));
    if (before != null && before != stream.meaning(step)) {
      health.restart(stream.placement());
      standing.forget(stream.placement());
      standingBefore = standingBefore.map(pose -> pose.without(stream.placement()));
      // What was learned from the sensor's numbers was learned from others.
      placements.remove(stream.placement());
      setUp.forget(stream.placement());
      lyingDown.remove(stream.placement());
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
   * "Up" in sensor coordinates of every clear sensor on a segment, NaN where it is missing, or not
   * believed while another one is. The moment at which a sensor is put right is bridged: a posture
   * does not change in it.
   */
  Vector3[] ups(Segment segment, long step) {
    List<InertialStream> on = counting(segment);
    boolean anyBelieved = on.stream().anyMatch(stream -> isBelieved(stream, step));
    return on.stream()
        .map(
            stream ->
                anyBelieved && !isBelieved(stream, step)
                    ? Vector3.UNKNOWN
                    : upOrBridge(stream, step))
        .toArray(Vector3[]::new);
  }

  /**
   * How often the numbers of each of these sensors have changed their meaning, as {@link #ups}
   * shows them at a step; -1 where a sensor is missing.
   */
  int[] meanings(Segment segment, long step) {
    return counting(segment).stream()
        .mapToInt(
            stream -> {
              long at = step;
              while (at > step - BRIDGED_STEPS && !stream.track().has(at)) {
                at--;
              }
              return stream.track().has(at) ? stream.meaning(at) : -1;
            })
        .toArray();
  }

  private List<InertialStream> counting(Segment segment) {
    return clear.stream().filter(stream -> stream.placement().segment() == segment).toList();
  }

  private boolean isBelieved(InertialStream stream, long step) {
    return stream.usable(step) && !health.misleads(stream.placement());
  }

  private static Vector3 upOrBridge(InertialStream stream, long step) {
    for (long at = step; at >= step - BRIDGED_STEPS; at--) {
      if (stream.track().has(at)) {
        return stream.up(at);
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
    for (InertialStream stream : clear) {
      if (stream.track().has(step)) {
        ups.put(stream.placement(), stream.up(step));
      }
    }
    return !lies(ups);
  }

  /** Whether anybody has been seen lying down. */
  boolean hasLain() {
    return lain;
  }

  /**
   * Calibrates every sensor that nobody calibrated by a movement made for it.
   *
   * @param repetitions the first ones of a set, all still on the tracks
   */
  void calibrate(Exercise exercise, List<Repetition> repetitions) {
    for (InertialStream stream : clear) {
      OnSegment placement = stream.placement();
      if (!placements.isSetUp(placement)) {
        Optional<SegmentCalibration> calibration =
            exercise.position() == Position.SUPINE
                ? fromLyingDown(placement)
                : fromRepetitions(stream, exercise, repetitions);
        calibration.ifPresent(found -> placements.put(placement, found));
      }
    }
  }

  private Optional<SegmentCalibration> fromLyingDown(OnSegment placement) {
    FunctionalAxis movement = lyingDown.get(placement);
    if (movement == null || !lain) {
      return Optional.empty();
    }
    return standing
        .first()
        .flatMap(pose -> pose.up(placement))
        .flatMap(up -> MovementCalibration.fromLyingDown(up, movement));
  }

  private Optional<SegmentCalibration> fromRepetitions(
      InertialStream stream, Exercise exercise, List<Repetition> all) {
    List<Repetition> repetitions =
        all.stream().filter(one -> stream.sameMeaning(one.start(), now)).toList();
    OnSegment placement = stream.placement();
    if (repetitions.isEmpty()) {
      return Optional.empty();
    }
    Optional<Vector3> held = startPose(exercise, repetitions).flatMap(pose -> pose.up(placement));
    return MovementCalibration.fromRepetitions(
        stream,
        repetitions,
        exercise.directionOf(placement.segment()),
        held,
        placements.right(placement, held.orElse(stream.up(repetitions.get(0).start()))));
  }

  /**
   * The pose that was held before the set, if it is the one in which repetitions start: the segment
   * that counts them tells, for others may be moving at that instant already.
   */
  private Optional<Pose> startPose(Exercise exercise, List<Repetition> repetitions) {
    Segment counted = exercise.counting().segment();
    return standingBefore.filter(
        pose ->
            clear.stream()
                .filter(stream -> stream.placement().segment() == counted)
                .anyMatch(
                    stream ->
                        pose.up(stream.placement())
                            .map(up -> MovementCalibration.startsFrom(stream, repetitions, up))
                            .orElse(false)));
  }

  /** Keeps the last pose that was held before the first repetition of a set. */
  void firstRepetitionFrom(long start) {
    standingBefore =
        standing
            .latest()
            .filter(pose -> pose.lastStep() <= start + MovementCalibration.MOMENT_STEPS)
            .or(() -> standingBefore);
  }
}
