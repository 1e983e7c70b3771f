package org.plumbline.analyzer.body;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.FunctionalAxis;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.analyzer.stream.WornStreams;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/**
 * How sensors learn from what the person does anyway how they sit, and how they lose that and learn
 * it again. One thread.
 *
 * <pre>
 * getting down, first repetitions ─▶ Placements ─ repair, slip ─▶ lost ─ next repetitions ─▶ Placements
 * </pre>
 */
public final class SensorLearning {

  /** As many repetitions settle the functional axes and the session's muscle reference. */
  public static final int SETTLING = 3;

  private final WornStreams streams;
  private final Posture posture;
  private final Placements placements;
  private final SessionNotes notes;
  private final Map<OnSegment, FunctionalAxis> lyingDown = new LinkedHashMap<>();
  private final Map<OnSegment, Lost> lost = new LinkedHashMap<>();
  private final Map<OnSegment, Reason> unclear = new LinkedHashMap<>();
  private final Set<OnSegment> toldUnclear = new HashSet<>();

  /** Since which step a sensor is without a calibration, and why. */
  private record Lost(long step, String code) {}

  SensorLearning(WornStreams streams, Posture posture, Placements placements, SessionNotes notes) {
    this.streams = streams;
    this.posture = posture;
    this.placements = placements;
    this.notes = notes;
  }

  /** Takes a turn of a sensor on the way from standing to lying. */
  void gettingDown(OnSegment placement, Vector3 turn) {
    lyingDown.computeIfAbsent(placement, key -> new FunctionalAxis()).add(turn, true);
  }

  /** A sensor shows something for the first time; late in a set it has everything to learn. */
  void appeared(OnSegment placement, long step) {
    lost.put(placement, new Lost(step, "uncalibrated"));
  }

  /** Another sensor is on a segment. */
  void forget(OnSegment placement) {
    placements.remove(placement);
    lyingDown.remove(placement);
    lost.remove(placement);
    unclear.remove(placement);
  }

  /**
   * A sensor was put right in a way that bears on how it was found to sit.
   *
   * @return whether what it had learned does not hold any more
   */
  boolean readjusted(OnSegment placement, Readjustment repair, long step) {
    if (repair.ordered()) {
      lyingDown.remove(placement);
    }
    Optional<SegmentCalibration> before = placements.readjusted(placement, repair);
    if (before.isEmpty() && !repair.ordered()) {
      return false;
    }
    lost.put(placement, new Lost(step, posture.hasLain() ? "repaired-lying" : "repaired"));
    if (before.isPresent() && before.get().origin() == SegmentCalibration.Origin.SET_UP) {
      notes.add(
          repair.ordered() ? "calibration-axes" : "calibration-accelerometer", placement.id());
    }
    return true;
  }

  /** Sensors were found to sit otherwise than their calibration says, which was dropped. */
  void misfits(Map<OnSegment, Double> offRad, long step) {
    offRad.forEach(
        (placement, rad) -> {
          lost.put(placement, new Lost(step, "misfit"));
          notes.add("calibration-misfit", placement.id(), Texts.number(FastMath.toDegrees(rad), 0));
        });
  }

  /** Why a sensor has no calibration, where that is known better than that nothing taught it. */
  Optional<Reason> why(OnSegment placement) {
    Lost one = lost.get(placement);
    return one == null
        ? Optional.ofNullable(unclear.get(placement))
        : Optional.of(reason(one.code(), placement.id()));
  }

  static Reason reason(String code, Object... what) {
    return new Reason(code, Texts.get("reason." + code, what));
  }

  /**
   * Calibrates every sensor that nobody calibrated by a movement made for it.
   *
   * @param repetitions the first ones of a set, all still on the tracks
   */
  public void calibrate(Exercise exercise, List<Repetition> repetitions, long now) {
    for (InertialStream stream : streams.clear()) {
      calibrate(stream, exercise, repetitions, now);
    }
  }

  /** The first repetitions of a set have taught what they can. */
  public void settle(List<Repetition> repetitions) {
    lost.keySet().removeIf(placement -> since(placement, repetitions).size() >= SETTLING);
  }

  /** Grid step from which repetitions teach a sensor again, if one has to learn again. */
  public Optional<Long> again(Exercise exercise) {
    return !teachesByRepetitions(exercise.position())
        ? Optional.empty()
        : lost.values().stream().map(Lost::step).min(Long::compare);
  }

  /**
   * Calibrates again what lost its calibration in a set that had settled.
   *
   * @param repetitions the complete ones, on the tracks as far as they are newer than that
   * @return whether there are as many as a set settles with
   */
  public boolean calibrateAgain(Exercise exercise, List<Repetition> repetitions, long now) {
    boolean enough = true;
    for (InertialStream stream : streams.clear()) {
      if (lost.containsKey(stream.placement())) {
        List<Repetition> since = since(stream.placement(), repetitions);
        calibrate(stream, exercise, since, now);
        enough &= since.size() >= SETTLING;
      }
    }
    return enough;
  }

  /** What was lost has been found again, or is not to be found. */
  public void foundAgain() {
    lost.clear();
  }

  private static boolean teachesByRepetitions(Position position) {
    return position == Position.STANDING || position == Position.SITTING;
  }

  private List<Repetition> since(OnSegment placement, List<Repetition> repetitions) {
    Lost one = lost.get(placement);
    return repetitions.stream().filter(rep -> one == null || rep.start() >= one.step()).toList();
  }

  private void calibrate(
      InertialStream stream, Exercise exercise, List<Repetition> repetitions, long now) {
    OnSegment placement = stream.placement();
    if (!placements.isSetUp(placement)) {
      Optional<SegmentCalibration> calibration =
          switch (exercise.position()) {
            case STANDING, SITTING ->
                fromRepetitions(stream, exercise, since(placement, repetitions), now);
            case SUPINE, RECLINING -> fromLyingDown(placement);
            // Nobody turns onto the side or the front in one plane, and rolling over is no hinge.
            case SIDE_LYING, PRONE -> Optional.empty();
          };
      calibration.ifPresent(found -> placements.put(placement, found));
    }
  }

  private Optional<SegmentCalibration> fromLyingDown(OnSegment placement) {
    FunctionalAxis movement = lyingDown.get(placement);
    if (movement == null || !posture.hasLain()) {
      return Optional.empty();
    }
    return posture
        .standing()
        .first()
        .flatMap(pose -> pose.up(placement))
        .flatMap(up -> MovementCalibration.fromLyingDown(up, movement));
  }

  private Optional<SegmentCalibration> fromRepetitions(
      InertialStream stream, Exercise exercise, List<Repetition> all, long now) {
    List<Repetition> repetitions =
        all.stream().filter(one -> stream.sameMeaning(one.start(), now)).toList();
    OnSegment placement = stream.placement();
    if (repetitions.isEmpty()) {
      return Optional.empty();
    }
    MovementCalibration.Found found =
        MovementCalibration.fromRepetitions(
            stream,
            repetitions,
            upright(exercise),
            exercise.directionOf(placement.segment()),
            startPose(exercise, repetitions).flatMap(pose -> pose.up(placement)),
            up -> placements.right(placement, up));
    unclear.remove(placement);
    if (found.mountingUnclear()) {
      mountingUnclear(placement);
    }
    return found.calibration();
  }

  /** Somebody said where an axis points, and it stands upright: that is no way to tell sides. */
  private void mountingUnclear(OnSegment placement) {
    String axis = placements.mountedAxis(placement);
    unclear.put(placement, reason("mounting-unclear", placement.id(), axis));
    if (toldUnclear.add(placement)) {
      notes.add("mounting-unclear", placement.id(), axis);
    }
  }

  /** The instant of a repetition at which the person stands. */
  private static ToLongFunction<Repetition> upright(Exercise exercise) {
    return exercise.position() == Position.SITTING ? Repetition::turn : Repetition::start;
  }

  /**
   * The pose that was held before the set (by those who begin sitting, the first of the session),
   * if it is the one in which repetitions start or, from a chair, have their turn: the segment that
   * counts them tells, for others may be moving at that instant already.
   */
  private Optional<Pose> startPose(Exercise exercise, List<Repetition> repetitions) {
    Segment counted = exercise.counting().segment();
    Optional<Pose> held =
        exercise.position() == Position.SITTING ? posture.standing().first() : posture.beforeSet();
    return held.filter(
        pose ->
            streams.on(counted).stream()
                .anyMatch(
                    stream ->
                        pose.up(stream.placement())
                            .map(
                                up ->
                                    MovementCalibration.isHeldAt(
                                        upright(exercise), stream, repetitions, up))
                            .orElse(false)));
  }
}
