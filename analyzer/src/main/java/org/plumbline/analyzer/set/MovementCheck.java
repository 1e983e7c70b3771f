package org.plumbline.analyzer.set;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Direction;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.MovementShape;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.SwingCheck;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Whether a movement of the counting segment that went out and came back is plainly no repetition:
 * a leg that walks, a sensor that is turned by hand, somebody who rolls over. One thread.
 */
final class MovementCheck {

  private static final long DWELL_REACH_STEPS = 50;

  /** In a squat shank and pelvis turn by a third of what the thigh does and more. */
  private static final double ALONE_SHARE = 0.05;

  /** A bridge turns the pelvis by 45 deg at the most, rolling over by 90. */
  private static final double ROLL_DEG = 65;

  /** Pelvis and trunk turned so far from the first pose that was held are lying. */
  private static final double LYING_RAD = FastMath.toRadians(55);

  private final Exercise exercise;
  private final Optional<Side> watched;
  private final BodyFold body;

  /**
   * A check of one exercise.
   *
   * @param watched the leg that is watched alone
   */
  MovementCheck(Exercise exercise, Optional<Side> watched, BodyFold body) {
    this.exercise = exercise;
    this.watched = watched;
    this.body = body;
  }

  /** A movement as the counting sensors saw it. */
  MovementShape shape(Repetition repetition) {
    Segment segment = exercise.counting().segment();
    int[] meanings = body.streams().meanings(segment, watched, repetition.end());
    return new MovementShape(
        repetition,
        ups(repetition.start()),
        ups(repetition.turn()),
        Arrays.stream(meanings).boxed().toList());
  }

  private List<Vector3> ups(long step) {
    return List.of(body.ups(exercise.counting().segment(), watched, step));
  }

  /** Whether a leg swings, as in walking. */
  boolean isSwing(MovementShape shape) {
    List<List<Vector3>> rests = rests();
    return SwingCheck.passesThrough(shape, rests, GridTrack.RATE_HZ)
        || SwingCheck.neverRests(shape, rests, dwellSeconds(shape), GridTrack.RATE_HZ);
  }

  /** "Up" of every counting sensor in the last positions that were held still. */
  private List<List<Vector3>> rests() {
    List<InertialStream> on = body.streams().on(exercise.counting().segment(), watched);
    return body.heldPoses().stream().map(pose -> ups(pose, on)).toList();
  }

  private static List<Vector3> ups(Pose pose, List<InertialStream> on) {
    return on.stream().map(stream -> pose.up(stream.placement()).orElse(Vector3.UNKNOWN)).toList();
  }

  /** How long the segment stayed near where a movement begins, around that moment. */
  private double dwellSeconds(MovementShape shape) {
    long start = shape.repetition().start();
    double near = FastMath.toRadians(SwingCheck.DWELL_SHARE * shape.repetition().amplitudeDeg());
    long from = start;
    while (from > start - DWELL_REACH_STEPS && isNear(from - 1, shape.startUps(), near)) {
      from--;
    }
    long to = start;
    while (to < start + DWELL_REACH_STEPS && isNear(to + 1, shape.startUps(), near)) {
      to++;
    }
    return GridTrack.seconds(to - from);
  }

  private boolean isNear(long step, List<Vector3> ups, double rad) {
    List<Vector3> at = ups(step);
    for (int s = 0; s < Math.min(at.size(), ups.size()); s++) {
      if (at.get(s).isKnown() && ups.get(s).isKnown()) {
        return at.get(s).angleToRad(ups.get(s)) < rad;
      }
    }
    return false;
  }

  /**
   * Whether the other segments that the exercise moves say that it was not this movement: a sensor
   * that is turned by hand turns alone, and who rolls over turns as a whole.
   */
  boolean isOther(Repetition repetition) {
    double most = 0;
    boolean any = false;
    for (Direction direction : exercise.directions()) {
      Segment segment = direction.segment();
      if (segment == exercise.counting().segment() || direction.sign() == 0) {
        continue;
      }
      Vector3[] start = body.ups(segment, Optional.empty(), repetition.start());
      Vector3[] turn = body.ups(segment, Optional.empty(), repetition.turn());
      for (int s = 0; s < Math.min(start.length, turn.length); s++) {
        if (start[s].isKnown() && turn[s].isKnown()) {
          any = true;
          most = Math.max(most, FastMath.toDegrees(start[s].angleToRad(turn[s])));
        }
      }
    }
    boolean rolls = exercise.position() == Position.SUPINE && most > ROLL_DEG;
    boolean alone = most < ALONE_SHARE * repetition.amplitudeDeg();
    return (any && (rolls || alone)) || rollsOver(repetition);
  }

  /** Who is not upright, as at first, and turns the pelvis so far. */
  private boolean rollsOver(Repetition repetition) {
    OnSegment pelvis = new OnSegment(Segment.PELVIS, Side.MIDLINE);
    double turned =
        body.turnedRad(Segment.PELVIS, Side.MIDLINE, repetition.start(), repetition.turn());
    return exercise.counting().segment() != Segment.PELVIS
        && turned > FastMath.toRadians(ROLL_DEG)
        && body.fromFirstPoseRad(pelvis, repetition.start()) > LYING_RAD;
  }
}
