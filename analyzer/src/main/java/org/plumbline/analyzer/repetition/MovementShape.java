package org.plumbline.analyzer.repetition;

import java.util.List;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * A movement that may be a repetition, as the watched sensors saw it: whether two are the same
 * movement can be told without knowing how a sensor sits.
 *
 * @param repetition its phases
 * @param startUps "up" of each watched sensor at its start, unknown where missing
 * @param turnUps likewise at its turn
 * @param meanings how often the numbers of each sensor have changed their meaning before it ends
 */
public record MovementShape(
    Repetition repetition, List<Vector3> startUps, List<Vector3> turnUps, List<Integer> meanings) {

  /** Chord of 29 deg: where repetitions of one set begin lies closer together. */
  private static final double SAME_START = 0.5;

  /** Two ways are the same one if they differ by less than this share of the longer. */
  private static final double SAME_WAY = 0.6;

  public MovementShape {
    startUps = List.copyOf(startUps);
    turnUps = List.copyOf(turnUps);
    meanings = List.copyOf(meanings);
  }

  /** Whether both begin in the same position and go the same way, about equally far. */
  boolean isLike(MovementShape other) {
    return compare(other, SAME_WAY, false);
  }

  /** Whether both begin in the same position and go the same way, however far. */
  boolean goesLike(MovementShape other) {
    return compare(other, SAME_WAY, true);
  }

  private boolean compare(MovementShape other, double tolerance, boolean anyLength) {
    int common = 0;
    int sensors = Math.min(startUps.size(), other.startUps.size());
    for (int s = 0; s < Math.min(sensors, Math.min(turnUps.size(), other.turnUps.size())); s++) {
      if (!isComparable(other, s)) {
        continue;
      }
      common++;
      Vector3 way = way(s);
      Vector3 otherWay = other.way(s);
      double longer = Math.max(way.norm(), otherWay.norm());
      if (anyLength && way.norm() > 0 && otherWay.norm() > 0) {
        way = way.times(longer / way.norm());
        otherWay = otherWay.times(longer / otherWay.norm());
      }
      boolean sameStart = startUps.get(s).minus(other.startUps.get(s)).norm() < SAME_START;
      if (!sameStart || way.minus(otherWay).norm() > tolerance * longer) {
        return false;
      }
    }
    return common > 0 || anyLength || isAsLong(other);
  }

  /** Without a direction, as after the repair of a sensor, the size is all that tells. */
  private boolean isAsLong(MovementShape other) {
    double own = repetition.amplitudeDeg();
    double others = other.repetition().amplitudeDeg();
    return Math.min(own, others) > (1 - SAME_WAY) * Math.max(own, others);
  }

  private boolean isComparable(MovementShape other, int sensor) {
    boolean same =
        sensor < Math.min(meanings.size(), other.meanings().size())
            && meanings.get(sensor).equals(other.meanings().get(sensor));
    return same && isKnown(sensor) && other.isKnown(sensor);
  }

  private boolean isKnown(int sensor) {
    return startUps.get(sensor).isKnown() && turnUps.get(sensor).isKnown();
  }

  private Vector3 way(int sensor) {
    return turnUps.get(sensor).minus(startUps.get(sensor));
  }
}
