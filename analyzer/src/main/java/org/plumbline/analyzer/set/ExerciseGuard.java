package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Direction;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Whether a repetition is plainly not one of the exercise that was named. It never rests on
 * calibrations from the repetitions themselves, which suppose the exercise: how far sensors turn
 * needs none, and directions and postures are read only from sensors that the set-up calibrated.
 * Where nothing is plain the exercise is given the benefit of the doubt.
 */
final class ExerciseGuard {

  /** Code of its reason. */
  static final String CODE = "other-exercise";

  /** Standing, lying on the back, the side and the front are 90 deg apart. */
  private static final double OTHER_POSITION_RAD = FastMath.toRadians(60);

  /** The counting segment turns the other way when it turns by more than bounds are uncertain. */
  private static final double OTHER_WAY_RAD = FastMath.toRadians(15);

  /** Pelvis or shank may turn a little either way in one who moves badly. */
  private static final double OTHERS_OTHER_WAY_RAD = FastMath.toRadians(25);

  /** A sensor whose lateral axis points further up does not show flexion. */
  private static final double LATERAL_UP = 0.7;

  /**
   * Lying down, hips open with pelvis and thighs turning alike and thighs by 50 deg at most;
   * standing, thighs turn further, as knees bend. Engineering choice.
   */
  private static final double LYING_THIGH_RAD = FastMath.toRadians(50);

  private static final double LYING_PELVIS_SHARE = 0.7;

  /**
   * Legs of a squat turn alike within this share of their mean, or within the degrees below, where
   * that is more. Of a lunge or on one leg either the thighs or the shanks do not: a free leg that
   * is held out in front turns at the hip like the other, but its shank much further. Engineering
   * choice.
   */
  private static final double ALIKE_SHARE = 0.2;

  private static final double ALIKE_RAD = FastMath.toRadians(8);

  private final Exercise exercise;
  private final BodyFold body;
  private boolean wentRight;

  ExerciseGuard(Exercise exercise, BodyFold body) {
    this.exercise = exercise;
    this.body = body;
  }

  /**
   * Why it is none.
   *
   * @param working legs that the repetition is about
   */
  Optional<Reason> refusal(Repetition repetition, List<Side> working) {
    if (exercise.counting().muscle().isPresent() || !repetition.complete()) {
      return Optional.empty();
    }
    if (inverted(repetition, working)) {
      return Optional.of(new Reason("turned-round", Texts.get("reason.turned-round")));
    }
    return tooFar(repetition, working)
        .or(() -> otherWay(repetition, working))
        .or(() -> otherPosition(repetition))
        .or(() -> liesDown(repetition, working))
        .or(() -> bothLegs(repetition))
        .map(what -> new Reason(CODE, Texts.get("reason.other-exercise", exercise.name(), what)));
  }

  /** Why a repetition is none that began as the person is held in walking, or not so. */
  Reason walked() {
    return new Reason(CODE, Texts.get("reason.other-exercise", exercise.name(), position()));
  }

  private static List<OnSegment> placements(Segment segment, List<Side> working) {
    if (!segment.paired()) {
      return List.of(new OnSegment(segment, Side.MIDLINE));
    }
    List<OnSegment> all = new ArrayList<>();
    working.forEach(side -> all.add(new OnSegment(segment, side)));
    return all;
  }

  private double turnedRad(OnSegment placement, Repetition repetition) {
    return body.turnedRad(
        placement.segment(), placement.side(), repetition.start(), repetition.turn());
  }

  private Optional<String> tooFar(Repetition repetition, List<Side> working) {
    double most = exercise.counting().maximumExcursionDeg().orElse(180.0);
    Segment counting = exercise.counting().segment();
    for (OnSegment placement : placements(counting, working)) {
      double deg = FastMath.toDegrees(turnedRad(placement, repetition));
      if (deg > most) {
        return said("guard.further", placement, deg, most);
      }
    }
    double counted = leastRad(placements(counting, working), repetition);
    for (Direction direction : exercise.directions()) {
      double still = direction.atMostDeg().orElse(180.0);
      double share = direction.atMostShare().orElse(Double.POSITIVE_INFINITY);
      for (OnSegment placement : placements(direction.segment(), working)) {
        double rad = turnedRad(placement, repetition);
        if (FastMath.toDegrees(rad) > still) {
          return said("guard.further", placement, FastMath.toDegrees(rad), still);
        }
        if (rad > share * counted) {
          double here = FastMath.toDegrees(share * counted);
          return said("guard.further", placement, FastMath.toDegrees(rad), here);
        }
      }
    }
    return Optional.empty();
  }

  /** The least that any of these turned; NaN where one is not known. */
  private double leastRad(List<OnSegment> placements, Repetition repetition) {
    double least = Double.POSITIVE_INFINITY;
    for (OnSegment placement : placements) {
      least = Math.min(least, turnedRad(placement, repetition));
    }
    return least;
  }

  /** Standing, where one leg works: both do the same. Plain only with thighs and shanks worn. */
  private Optional<String> bothLegs(Repetition repetition) {
    boolean oneLeg = exercise.counting().legs().orElse(Legs.BOTH) != Legs.BOTH;
    if (!oneLeg || exercise.position() != Position.STANDING) {
      return Optional.empty();
    }
    double least = FastMath.toRadians(exercise.counting().minimumExcursionDeg());
    double thigh = meanIfAlike(Segment.THIGH, repetition);
    double shank = meanIfAlike(Segment.SHANK, repetition);
    return thigh > least && !Double.isNaN(shank)
        ? Optional.of(Texts.get("guard.both-legs", Texts.number(FastMath.toDegrees(thigh), 0)))
        : Optional.empty();
  }

  /** NaN where left and right do not turn alike, or one is not known. */
  private double meanIfAlike(Segment segment, Repetition repetition) {
    double left = turnedRad(new OnSegment(segment, Side.LEFT), repetition);
    double right = turnedRad(new OnSegment(segment, Side.RIGHT), repetition);
    double mean = (left + right) / 2;
    return Math.abs(left - right) <= Math.max(ALIKE_RAD, ALIKE_SHARE * mean) ? mean : Double.NaN;
  }

  private static Optional<String> said(String key, OnSegment placement, double deg, double most) {
    return Optional.of(Texts.get(key, placement.id(), Texts.number(deg, 0), Texts.number(most, 0)));
  }

  /**
   * One that goes the other way after others went the right way is the same exercise, counted from
   * turn to turn after samples were lost.
   */
  private boolean inverted(Repetition repetition, List<Side> working) {
    Segment counting = exercise.counting().segment();
    boolean otherWay = false;
    for (OnSegment placement : placements(counting, working)) {
      double along = exercise.directionOf(counting) * flexionRad(placement, repetition);
      wentRight |= along > OTHER_WAY_RAD;
      otherWay |= along < -OTHER_WAY_RAD;
    }
    return wentRight && otherWay;
  }

  private Optional<String> otherWay(Repetition repetition, List<Side> working) {
    for (Direction direction : exercise.directions()) {
      boolean counts = direction.segment() == exercise.counting().segment();
      double plain = counts ? OTHER_WAY_RAD : OTHERS_OTHER_WAY_RAD;
      for (OnSegment placement : placements(direction.segment(), working)) {
        double turned = flexionRad(placement, repetition);
        if (direction.sign() * turned < -plain) {
          double deg = FastMath.toDegrees(Math.abs(turned));
          return said("guard.direction", placement, deg, 0);
        }
      }
    }
    return Optional.empty();
  }

  /** Turn about the lateral axis from the start to the turn, right-handed; NaN where not known. */
  private double flexionRad(OnSegment placement, Repetition repetition) {
    Optional<Vector3> start = body.setUpUp(placement, repetition.start());
    Optional<Vector3> turn = body.setUpUp(placement, repetition.turn());
    if (start.isEmpty() || turn.isEmpty()) {
      return Double.NaN;
    }
    Vector3 from = start.get();
    Vector3 to = turn.get();
    if (Math.abs(from.z()) > LATERAL_UP || Math.abs(to.z()) > LATERAL_UP) {
      return Double.NaN;
    }
    // "Up" turns in the segment against the way the segment turns in space.
    return -FastMath.atan2(
        from.x() * to.y() - from.y() * to.x(), from.x() * to.x() + from.y() * to.y());
  }

  /** By pelvis or trunk of one who did the set-up. */
  private Optional<String> otherPosition(Repetition repetition) {
    for (Segment segment : new Segment[] {Segment.PELVIS, Segment.TRUNK}) {
      Optional<Vector3> up = body.setUpUp(new OnSegment(segment, Side.MIDLINE), repetition.start());
      if (up.isPresent()) {
        boolean other = awayRad(up.get()) > OTHER_POSITION_RAD;
        return other ? Optional.of(position()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private String position() {
    return Texts.get("guard.position." + exercise.position().id());
  }

  /** How far "up" in a pelvis or trunk is from where it is in the position of the exercise. */
  private double awayRad(Vector3 up) {
    return switch (exercise.position()) {
      case STANDING, SITTING -> up.angleToRad(Vector3.Y);
      case SUPINE -> up.angleToRad(Vector3.X);
      case PRONE -> up.angleToRad(Vector3.X.negated());
      case SIDE_LYING -> Math.min(up.angleToRad(Vector3.Z), up.angleToRad(Vector3.Z.negated()));
      case RECLINING -> 0;
    };
  }

  /**
   * Without a set-up: the pelvis is far from the first pose of the session, and thighs and pelvis
   * turn as they do lying down. The pose alone is not plain, as a session may begin lying.
   */
  private Optional<String> liesDown(Repetition repetition, List<Side> working) {
    boolean upright =
        exercise.position() == Position.STANDING || exercise.position() == Position.SITTING;
    OnSegment pelvis = new OnSegment(Segment.PELVIS, Side.MIDLINE);
    if (!upright || body.setUpUp(pelvis, repetition.start()).isPresent()) {
      return Optional.empty();
    }
    double away = body.fromFirstPoseRad(pelvis, repetition.start());
    double pelvisRad = turnedRad(pelvis, repetition);
    for (OnSegment thigh : placements(Segment.THIGH, working)) {
      double thighRad = turnedRad(thigh, repetition);
      if (away > OTHER_POSITION_RAD
          && thighRad < LYING_THIGH_RAD
          && pelvisRad > LYING_PELVIS_SHARE * thighRad
          && thighRad > LYING_PELVIS_SHARE * pelvisRad) {
        return Optional.of(position());
      }
    }
    return Optional.empty();
  }
}
