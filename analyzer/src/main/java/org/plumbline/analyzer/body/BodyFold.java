package org.plumbline.analyzer.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.health.BodyHealth;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.health.TurnFactor;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.analyzer.stream.WornStreams;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * The worn segments of a session, step by step on the common grid and independent of sets: what
 * each sensor shows goes to those who watch posture, health and set-up.
 */
public final class BodyFold {
  private final WornStreams streams = new WornStreams();
  private final Posture posture = new Posture();
  private final Placements placements = new Placements();
  private final PlacementCheck check = new PlacementCheck(placements);
  private final StartCheck startCheck = new StartCheck(placements);
  private final SetUp setUp = new SetUp();
  private final SensorLearning learning;
  private final BodyHealth health = new BodyHealth(GridTrack.RATE_HZ);
  private final ExchangeCheck exchanges = new ExchangeCheck(streams, posture, health);

  /** Newest row of each sensor's repairs that has been followed. */
  private final Map<OnSegment, Followed> followed = new LinkedHashMap<>();

  private long now = Long.MIN_VALUE;

  private record Followed(int meaning, int readjusted) {}

  private final Withdrawals withdrawals = new Withdrawals();

  /** A body that nothing is known of; what is worth telling goes to {@code notes}. */
  public BodyFold(SessionNotes notes) {
    learning = new SensorLearning(streams, posture, placements, notes);
  }

  /** What the context knows of person and sensors. */
  public void apply(BodySetUp known) {
    placements.apply(known);
  }

  /** The operator asks for the next movement of the set-up. */
  public Optional<SetUp.Outcome> setUp(SetUpStep next) {
    Optional<SetUp.Outcome> outcome = setUp.begin(next, streams.placements()).map(this::withSides);
    placements.stood(setUp.standing());
    setUp.calibrations().forEach(placements::learned);
    setUp.leansRad().forEach(health::stance);
    SetUpStep done = outcome.map(SetUp.Outcome::step).orElse(SetUpStep.REST);
    exchanges.stepDone(done);
    return outcome;
  }

  /** How all sensors sit as far as is known, to be stored. */
  public List<StoredCalibration> calibrations() {
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
    Map<OnSegment, Boolean> told = health.legLift(asked, outcome.step()::turns);
    return outcome.step() != SetUpStep.LIFT_LEFT
        ? outcome
        : outcome.lifted(withValue(told, true), withValue(told, false));
  }

  private static List<OnSegment> withValue(Map<OnSegment, Boolean> told, boolean value) {
    return told.entrySet().stream()
        .filter(one -> one.getValue() == value)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the set-up is going on, so that nothing is an exercise. */
  public boolean isSettingUp() {
    return setUp.running();
  }

  Placements placements() {
    return placements;
  }

  public WornStreams streams() {
    return streams;
  }

  /** How sensors learn from sets how they sit. */
  public SensorLearning learning() {
    return learning;
  }

  /** Forgets a stream that came back with other channels. */
  public void remove(InertialStream stream) {
    streams.remove(stream);
    learning.forget(stream.placement());
    followed.remove(stream.placement());
    withdrawals.forget(stream.placement());
    setUp.forget(stream.placement());
  }

  /** Takes in a stream. */
  public void add(InertialStream stream) {
    streams.add(stream);
    stream.askBody(() -> health.findings(stream.placement()));
  }

  /** The segments as they are known at a grid step. */
  public List<WornSegment> worn(long step) {
    return worn(step, step);
  }

  /** The segments as they are known at a grid step, to be measured from an earlier one on. */
  public List<WornSegment> worn(long from, long step) {
    return streams.clear().stream().map(stream -> worn(stream, from, step)).toList();
  }

  private WornSegment worn(InertialStream stream, long from, long step) {
    OnSegment placement = stream.placement();
    WornSegment one = stream.worn(placements.get(placement), step);
    if (health.suspect(placement)) {
      return one.distrusted();
    }
    Optional<Reason> wrong = withdrawals.why(placement, from);
    if (wrong.isPresent()) {
      return one.without(wrong.get());
    }
    boolean same = stream.sameMeaning(from, now) && stream.sameMeaning(step, now);
    if (one.usable() && !same) {
      return one.without(SensorLearning.reason("repaired-meanwhile", placement.id()));
    }
    if (one.usable() && one.calibration().isEmpty() && !stream.track().has(step)) {
      return one.without(SensorLearning.reason("lost-samples", placement.id()));
    }
    if (one.usable() && one.calibration().isEmpty()) {
      return learning.why(placement).map(one::uncalibrated).orElse(one);
    }
    return one;
  }

  /** Takes the next grid step, which all streams that are not stalled have reached. */
  public void step(long step) {
    now = step;
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
    Set<OnSegment> level = new LinkedHashSet<>();
    boolean gettingDown = posture.isGettingDown() && !setUp.running();
    for (InertialStream stream : streams.clear()) {
      Optional<Vector3> turn = stream.turn(step);
      OnSegment placement = stream.placement();
      if (turn.isPresent() && (stream.usable(step) || followed.containsKey(placement))) {
        follow(stream, step);
      }
      // A sensor that is not believed does not say that the body moves.
      if (turn.isPresent() && stream.usable(step)) {
        if (stream.level(step)) {
          level.add(placement);
        }
        ups.put(placement, stream.up(step));
        turns.put(placement, turn.get());
        if (gettingDown) {
          learning.gettingDown(placement, turn.get());
        }
      }
    }
    if (setUp.running()) {
      health.setUp(turns, ups);
    } else {
      health.update(turns, ups, level);
    }
    posture.step(step, turns, ups);
    setUp.step(step, turns, ups);
    if (step % GridTrack.RATE_HZ == 0) {
      Map<OnSegment, TurnFactor> factors = new LinkedHashMap<>();
      for (InertialStream stream : streams.clear()) {
        stream.turnFactor(step).ifPresent(one -> factors.put(stream.placement(), one));
      }
      health.turnFactors(factors);
      for (InertialStream stream : streams.clear()) {
        OnSegment placement = stream.placement();
        withdrawals.stands(placement, step, health.wrongAllAlong(placement));
      }
    }
    if (!setUp.running()) {
      learning.misfits(check.at(step, posture.standing(), posture.lies()), step);
    }
  }

  /** What a sensor that was put right showed before is not what it shows now. */
  private void follow(InertialStream stream, long step) {
    OnSegment placement = stream.placement();
    int meaning = stream.meaning(step);
    int readjusted = stream.readjusted(step);
    Followed before = followed.get(placement);
    if (before != null && before.meaning() == meaning && before.readjusted() == readjusted) {
      return;
    }
    followed.put(placement, new Followed(meaning, readjusted));
    if (before == null) {
      withdrawals.appeared(placement, step);
      learning.appeared(placement, step);
      return;
    }
    if (before.meaning() != meaning) {
      health.restart(placement);
      posture.forget(placement);
      setUp.interrupt(placement);
    }
    for (int number = before.readjusted(); number < readjusted; number++) {
      Readjustment repair = stream.readjustment(number);
      repair.wrongSoFar().ifPresent(finding -> withdrawals.add(placement, step, finding));
      boolean other = learning.readjusted(placement, repair, step);
      if (other) {
        posture.forget(placement);
      }
      if (setUp.readjusted(placement, repair) || other) {
        health.otherAxes(placement);
      }
    }
  }

  /** Why a time cannot be read at this moment. */
  public Optional<Reason> timeInDoubt() {
    return health.timeInDoubt()
        ? Optional.of(SensorLearning.reason("time-in-doubt"))
        : Optional.empty();
  }

  /** Sensors that were found to have been wrong all along since this was asked for last. */
  public List<Withdrawal> takeWithdrawals() {
    return withdrawals.take();
  }

  /** What is done from now on. */
  public void exercise(Exercise exercise) {
    health.movesAlone(exercise.movingAlone(), exercise.counting().maximumSeconds());
  }

  /** {@link WornStreams#ups}, with the sensors that can be believed at a step. */
  public Vector3[] ups(Segment segment, Optional<Side> leg, long step) {
    return streams.ups(segment, leg, step, stream -> isBelieved(stream, step));
  }

  /** "Up" in a segment whose sensor the set-up calibrated and that is believed. */
  public Optional<Vector3> setUpUp(OnSegment placement, long step) {
    return placements.isSetUp(placement) && !placements.unconfirmed().containsKey(placement)
        ? believedUp(placement, step)
            .map(up -> placements.get(placement).get().segmentToSensor().conjugate().rotate(up))
        : Optional.empty();
  }

  /**
   * Holds stored calibrations that nothing has borne out against how a repetition begins.
   *
   * @param now the step at which it is known
   */
  public void confirm(Exercise exercise, Repetition repetition, long now) {
    if (placements.unconfirmed().isEmpty()) {
      return;
    }
    long at = StartCheck.moment(exercise.position(), repetition);
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    for (InertialStream stream : streams.clear()) {
      if (stream.sameMeaning(at, now) && isBelieved(stream, at)) {
        StartCheck.up(stream, at).ifPresent(up -> ups.put(stream.placement(), up));
      }
    }
    learning.misfits(startCheck.at(exercise, ups), repetition.start());
  }

  /** Takes a complete repetition, which is known at a step, as evidence of sensors exchanged. */
  public void repeated(Exercise exercise, Repetition repetition, long now) {
    exchanges.repeated(exercise, repetition, now);
  }

  /** Worn sensors whose stored calibration nothing has borne out. */
  public List<String> unconfirmed() {
    return streams.placements().stream()
        .filter(placements.unconfirmed()::containsKey)
        .map(OnSegment::id)
        .toList();
  }

  /** How far a segment is turned from the first pose that was held; NaN where not known. */
  public double fromFirstPoseRad(OnSegment placement, long step) {
    Optional<Vector3> first = posture.standing().first().flatMap(pose -> pose.up(placement));
    Optional<Vector3> up = believedUp(placement, step);
    return first.isPresent() && up.isPresent() ? first.get().angleToRad(up.get()) : Double.NaN;
  }

  /** By how much the inclination of a segment changes between two steps; NaN where not known. */
  public double turnedRad(Segment segment, Side side, long from, long to) {
    return streams.turnedRad(
        segment, Optional.of(side), from, to, stream -> isBelieved(stream, to));
  }

  private Optional<Vector3> believedUp(OnSegment placement, long step) {
    return streams.up(placement, step, stream -> isBelieved(stream, step));
  }

  /** How each of the sensors that are believed at a step turned since the step before. */
  public List<LongFunction<Optional<Vector3>>> turns(
      Segment segment, Optional<Side> leg, long step) {
    List<LongFunction<Optional<Vector3>>> turns = new ArrayList<>();
    for (InertialStream stream : streams.on(segment, leg)) {
      if (isBelieved(stream, step)) {
        turns.add(at -> stream.sameMeaning(at, step) ? stream.turn(at) : Optional.empty());
      }
    }
    return turns;
  }

  /** The sensors of a segment that are believed at a step. */
  public List<InertialStream> believed(Segment segment, Optional<Side> leg, long step) {
    return streams.on(segment, leg).stream().filter(one -> isBelieved(one, step)).toList();
  }

  private boolean isBelieved(InertialStream stream, long step) {
    return stream.usable(step) && !health.misleads(stream.placement());
  }

  /**
   * Whether the posture is plainly not the one the exercise is done in: upright again after having
   * lain. A log that begins lying is given the benefit of the doubt.
   */
  public boolean isElsewhere(Position position, long step) {
    if (!position.isLying() || !posture.hasLain()) {
      return false;
    }
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    for (InertialStream stream : streams.clear()) {
      if (stream.track().has(step)) {
        ups.put(stream.placement(), stream.up(step));
      }
    }
    return !posture.isLying(ups);
  }

  /** The last poses that were held, oldest first. */
  public List<Pose> heldPoses() {
    return posture.held();
  }

  /** Whether anybody has been seen lying down. */
  public boolean hasLain() {
    return posture.hasLain();
  }

  /** A set's first repetition began at a step. */
  public void firstRepetitionFrom(long start) {
    posture.firstRepetitionFrom(start);
  }
}
