package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.calibration.StandingPose.Pose;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Direction;
import org.plumbline.analyzer.exercise.Exercise.Legs;
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

  /** Standing and sitting are 90 deg apart in the thigh; half of that is another posture. */
  private static final double ELSEWHERE_DEG = 45;

  /** Pelvis and trunk turned so far from the first pose that was held are lying. */
  private static final double LYING_RAD = FastMath.toRadians(55);

  private final Exercise exercise;
  private final Segment segment;
  private final Optional<Side> watched;
  private final BodyFold body;

  /**
   * A check of one exercise.
   *
   * @param segment that is watched: the one that counts, or another that tells of it
   * @param watched the leg that is watched alone
   */
  MovementCheck(Exercise exercise, Segment segment, Optional<Side> watched, BodyFold body) {
    this.exercise = exercise;
    this.segment = segment;
    this.watched = watched;
    this.body = body;
  }

  /** A movement as the counting sensors saw it. */
  MovementShape shape(Repetition repetition) {
    int[] meanings = body.streams().meanings(segment, watched, repetition.end());
    return new MovementShape(
        repetition,
        ups(repetition.start()),
        ups(repetition.turn()),
        Arrays.stream(meanings).boxed().toList());
  }

  private List<Vector3> ups(long step) {
    return List.of(body.ups(segment, watched, step));
  }

  /** Whether a leg swings, as in walking. */
  boolean isSwing(MovementShape shape) {
    List<List<Vector3>> rests = rests();
    return SwingCheck.passesThrough(shape, rests, GridTrack.RATE_HZ)
        || SwingCheck.neverRests(shape, rests, dwellSeconds(shape), GridTrack.RATE_HZ);
  }

  /** "Up" of every counting sensor in the last positions that were held still. */
  private List<List<Vector3>> rests() {
    List<InertialStream> on = body.streams().on(segment, watched);
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
   * that is turned by hand turns alone, who rolls over turns as a whole, and who bows to sit down
   * comes back with the trunk alone.
   */
  boolean isOther(Repetition repetition) {
    double most = othersDeg(repetition.start(), repetition.turn());
    boolean rolls = exercise.position() == Position.SUPINE && most > ROLL_DEG;
    boolean alone = most < ALONE_SHARE * repetition.amplitudeDeg();
    return rolls || alone || endsElsewhere(repetition) || rollsOver(repetition);
  }

  /** Where both legs work; a free leg is put down anywhere. */
  private boolean endsElsewhere(Repetition repetition) {
    return exercise.counting().legs().orElse(Legs.BOTH) == Legs.BOTH
        && othersDeg(repetition.start(), repetition.end()) > ELSEWHERE_DEG;
  }

  /**
   * Whether no hand that turns a single sensor to and fro can be taken for the movement: there are
   * others that tell of it, or it is a goniometer, which spans a joint. Who lies and has not been
   * seen walking is believed: such a log is one of the exercise alone.
   */
  boolean isWitnessed(Repetition repetition, boolean walked) {
    boolean goniometer = body.streams().on(segment, watched).isEmpty();
    if ((exercise.position().isLying() && !walked) || goniometer) {
      return true;
    }
    long known = ups(repetition.start()).stream().filter(Vector3::isKnown).count();
    return known > 1 || !Double.isNaN(othersDeg(repetition.start(), repetition.turn()));
  }

  /** The most that any other segment of the exercise turned; NaN where none is worn. */
  private double othersDeg(long from, long to) {
    double most = Double.NaN;
    for (Direction direction : exercise.directions()) {
      if (direction.segment() != segment && direction.sign() != 0) {
        for (double deg : turnedDeg(direction.segment(), from, to)) {
          most = most >= deg ? most : deg;
        }
      }
    }
    return most;
  }

  /** How far each sensor on a segment turned that is known at both steps, degrees. */
  private List<Double> turnedDeg(Segment of, long from, long to) {
    Vector3[] start = body.ups(of, Optional.empty(), from);
    Vector3[] end = body.ups(of, Optional.empty(), to);
    List<Double> turned = new ArrayList<>();
    for (int s = 0; s < Math.min(start.length, end.length); s++) {
      if (start[s].isKnown() && end[s].isKnown()) {
        turned.add(FastMath.toDegrees(start[s].angleToRad(end[s])));
      }
    }
    return turned;
  }

  /** Who is not upright, as at first, and turns as a whole. */
  private boolean rollsOver(Repetition repetition) {
    Segment other = segment == Segment.PELVIS ? Segment.THIGH : Segment.PELVIS;
    OnSegment pelvis = new OnSegment(Segment.PELVIS, Side.MIDLINE);
    return body.fromFirstPoseRad(pelvis, repetition.start()) > LYING_RAD
        && turnedDeg(other, repetition.start(), repetition.turn()).stream()
            .anyMatch(deg -> deg > ROLL_DEG);
  }
}
