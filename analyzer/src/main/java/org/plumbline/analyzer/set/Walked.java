package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.MovementShape;

/**
 * How the counting sensors were held while the person walked, which is upright: what begins like
 * that is no exercise of who lies. One thread.
 */
final class Walked {

  /** So many strides in a row are walking. */
  private static final int STRIDES = 4;

  /** Strides follow each other without a pause. */
  private static final long PAUSE_STEPS = 50;

  /**
   * The thigh of who lies is level at least, 90 deg from standing; half of that tells them apart.
   */
  private static final double UPRIGHT_RAD = FastMath.toRadians(45);

  /**
   * A clamshell turns a thigh about the line from hip to foot, 45 deg from its length with the knee
   * at 90 deg, so that it inclines by 0.7 of the turn; lifts incline by all of it.
   */
  private static final double INCLINED_SHARE = 0.35;

  private final List<MovementShape> strides = new ArrayList<>();
  private List<Vector3> upright = List.of();
  private List<Integer> meanings = List.of();

  /**
   * Takes the next movement that was a swing of a leg.
   *
   * @return whether it is known, or known better, from now on how the person is held
   */
  boolean swing(MovementShape shape) {
    if (!strides.isEmpty() && !follows(strides.get(strides.size() - 1), shape)) {
      strides.clear();
    }
    strides.add(shape);
    if (strides.size() < STRIDES) {
      return false;
    }
    upright = middle();
    meanings = shape.meanings();
    strides.remove(0);
    return true;
  }

  private static boolean follows(MovementShape before, MovementShape next) {
    return next.repetition().start() - before.repetition().end() <= PAUSE_STEPS
        && next.meanings().equals(before.meanings());
  }

  /** "Up" of each sensor in the middle between both ends of a stride, mean of the strides. */
  private List<Vector3> middle() {
    List<Vector3> middle = new ArrayList<>();
    for (int s = 0; s < strides.get(0).startUps().size(); s++) {
      Vector3 sum = new Vector3(0, 0, 0);
      for (MovementShape stride : strides) {
        sum = sum.plus(stride.startUps().get(s)).plus(stride.turnUps().get(s));
      }
      middle.add(sum.isKnown() && sum.norm() > 0 ? sum.normalized() : Vector3.UNKNOWN);
    }
    return middle;
  }

  /** Whether anybody has been seen walking. */
  boolean isKnown() {
    return !upright.isEmpty();
  }

  /**
   * Whether a movement belongs to another position, as far as is known how the person is held in
   * walking: one of who lies does not begin like that, one of who stands does, and who sits down or
   * gets up is upright at one of both ends.
   */
  boolean isElsewhere(Position position, MovementShape shape) {
    double start = awayRad(shape, shape.startUps());
    double turn = awayRad(shape, shape.turnUps());
    return switch (position) {
      case SUPINE, PRONE, SIDE_LYING -> start < UPRIGHT_RAD || rolls(shape);
      case STANDING -> start >= UPRIGHT_RAD;
      case SITTING -> Math.min(start, turn) >= UPRIGHT_RAD;
      case RECLINING -> false;
    };
  }

  /**
   * Whether the segment that turned farthest turned about its own length, which is upright in
   * walking: legs that are lifted or opened incline, those of who rolls over do not.
   */
  private boolean rolls(MovementShape shape) {
    double farthest = 0;
    boolean rolls = false;
    for (int s = 0; s < upright.size(); s++) {
      if (isComparable(shape, shape.startUps(), s) && isComparable(shape, shape.turnUps(), s)) {
        Vector3 start = shape.startUps().get(s);
        Vector3 turn = shape.turnUps().get(s);
        Vector3 length = upright.get(s);
        double turned = start.angleToRad(turn);
        if (turned > farthest) {
          farthest = turned;
          double inclined = Math.abs(turn.angleToRad(length) - start.angleToRad(length));
          rolls = inclined < INCLINED_SHARE * turned;
        }
      }
    }
    return rolls;
  }

  /** Whether it is known how a sensor that saw a movement is held in walking. */
  boolean isComparable(MovementShape shape) {
    return !Double.isNaN(awayRad(shape, shape.startUps()));
  }

  private boolean isComparable(MovementShape shape, List<Vector3> ups, int s) {
    return s < Math.min(ups.size(), meanings.size())
        && shape.meanings().get(s).equals(meanings.get(s))
        && ups.get(s).isKnown()
        && upright.get(s).isKnown();
  }

  /** How far the nearest sensor is from how it is held in walking; NaN where that is not known. */
  private double awayRad(MovementShape shape, List<Vector3> ups) {
    double nearest = Double.NaN;
    for (int s = 0; s < upright.size(); s++) {
      if (isComparable(shape, ups, s)) {
        double away = ups.get(s).angleToRad(upright.get(s));
        nearest = nearest <= away ? nearest : away;
      }
    }
    return nearest;
  }
}
