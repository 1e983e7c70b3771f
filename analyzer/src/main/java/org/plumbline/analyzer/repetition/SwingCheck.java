package org.plumbline.analyzer.repetition;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * Tells a swing from a repetition: a repetition begins where the person rests and comes back there,
 * a leg that walks swings from behind that position to before it.
 *
 * <p>Only short movements are asked: who pauses half way down is still there, and no stride takes
 * so long.
 */
public final class SwingCheck {

  /**
   * Longer than this is no stride: slow walking has strides of 1.5 s (Perry and Burnfield 2010).
   */
  private static final double LONGEST_STRIDE_SECONDS = 1.6;

  /** Half a stride: as long as a leg takes from one end to the other. */
  private static final double LONGEST_SWING_SECONDS = 0.6;

  /** Further than this beside the way is another position. */
  private static final double BESIDE_RAD = FastMath.toRadians(12);

  /** Of the way between both ends; the leg in walking is at a third when it stands. */
  private static final double WELL_AFTER_START = 0.15;

  private static final double WELL_BEFORE_TURN = 0.75;

  /** Nobody stands twice in the same way. */
  private static final double AT_LEAST_RAD = FastMath.toRadians(4);

  /** A leg that turns round is near its end for a seventh of a stride. */
  private static final double REST_SECONDS = 0.25;

  private static final double NEAR_RAD = FastMath.toRadians(8);

  /** Within this share of a movement the segment is near its start. */
  public static final double DWELL_SHARE = 0.08;

  private SwingCheck() {}

  /**
   * Whether a movement passes through a position in which the person has been at rest.
   *
   * @param rests "up" of each watched sensor in each position, unknown where missing
   */
  public static boolean passesThrough(
      MovementShape movement, List<List<Vector3>> rests, double stepsPerSecond) {
    Repetition repetition = movement.repetition();
    long out = repetition.holdStart() - repetition.start();
    long back = repetition.end() - repetition.holdEnd();
    long all = repetition.end() - repetition.start();
    if (Math.min(out, back) > LONGEST_SWING_SECONDS * stepsPerSecond
        || all > LONGEST_STRIDE_SECONDS * stepsPerSecond) {
      return false;
    }
    return rests.stream().anyMatch(rest -> isBetween(movement, rest));
  }

  /**
   * Whether a movement is as short as a stride and begins where the person does not rest: a leg
   * that walks turns round behind the body at once.
   *
   * @param dwellSeconds how long the segment was near where the movement begins
   */
  public static boolean neverRests(
      MovementShape movement,
      List<List<Vector3>> rests,
      double dwellSeconds,
      double stepsPerSecond) {
    Repetition repetition = movement.repetition();
    return repetition.end() - repetition.start() <= LONGEST_STRIDE_SECONDS * stepsPerSecond
        && dwellSeconds < REST_SECONDS
        && rests.stream().noneMatch(rest -> isNear(movement.startUps(), rest));
  }

  private static boolean isNear(List<Vector3> ups, List<Vector3> rest) {
    for (int s = 0; s < Math.min(ups.size(), rest.size()); s++) {
      if (ups.get(s).isKnown() && rest.get(s).isKnown()) {
        return ups.get(s).angleToRad(rest.get(s)) < NEAR_RAD;
      }
    }
    return false;
  }

  private static boolean isBetween(MovementShape movement, List<Vector3> rest) {
    int known = 0;
    int between = 0;
    for (int s = 0; s < Math.min(rest.size(), movement.startUps().size()); s++) {
      Vector3 start = movement.startUps().get(s);
      Vector3 turn = movement.turnUps().get(s);
      if (rest.get(s).isKnown() && start.isKnown() && turn.isKnown()) {
        known++;
        between += isBetween(start, turn, rest.get(s)) ? 1 : 0;
      }
    }
    return known > 0 && between == known;
  }

  private static boolean isBetween(Vector3 start, Vector3 turn, Vector3 rest) {
    Vector3 normal = start.cross(turn);
    if (!(normal.norm() > 1e-6)) {
      return false;
    }
    Vector3 axis = normal.normalized();
    double way = FastMath.toRadians(ExcursionTrace.signedDeg(start, turn, axis));
    double at = FastMath.toRadians(ExcursionTrace.signedDeg(start, rest, axis));
    double beside = FastMath.abs(FastMath.asin(FastMath.max(-1, FastMath.min(1, rest.dot(axis)))));
    return beside < BESIDE_RAD
        && at > AT_LEAST_RAD
        && at > WELL_AFTER_START * way
        && at < WELL_BEFORE_TURN * way;
  }
}
