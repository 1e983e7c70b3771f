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

  /** Where nobody announces a set, its first ones begin within this share of their way. */
  private static final double SAME_PLACE = 0.4;

  /** Chord of 6 deg. */
  private static final double LEAST_START = 0.1;

  /** Their ways differ by less than this share of the longer. */
  private static final double ALIKE_WAY = 0.4;

  /** The slower one takes at most so many times as long. */
  private static final double AS_SLOW = 1.8;

  /** Two ways are the same one if they differ by less than this share of the longer. */
  private static final double SAME_WAY = 0.6;

  public MovementShape {
    startUps = List.copyOf(startUps);
    turnUps = List.copyOf(turnUps);
    meanings = List.copyOf(meanings);
  }

  /** Whether both begin in the same position and go the same way, about equally far. */
  public boolean isLike(MovementShape other) {
    return isAsSlow(other) && compare(other, ALIKE_WAY, false);
  }

  /** Whether both begin in the same position and go the same way, however far. */
  public boolean goesLike(MovementShape other) {
    return compare(other, SAME_WAY, true);
  }

  /** The same from the turn to where it began. */
  MovementShape turnedRound() {
    return new MovementShape(
        repetition, /* startUps= */ turnUps, /* turnUps= */ startUps, meanings);
  }

  private boolean compare(MovementShape other, double tolerance, boolean anyLength) {
    int sensors = Math.min(startUps.size(), other.startUps.size());
    // The leg that moves sets the measure; what the other one does meanwhile varies.
    double farthest = 0;
    double othersFarthest = 0;
    for (int s = 0; s < sensors; s++) {
      if (isComparable(other, s)) {
        farthest = Math.max(farthest, way(s).norm());
        othersFarthest = Math.max(othersFarthest, other.way(s).norm());
      }
    }
    double longer = Math.max(farthest, othersFarthest);
    boolean scaled = anyLength && farthest > 0 && othersFarthest > 0;
    int common = 0;
    for (int s = 0; s < sensors; s++) {
      if (!isComparable(other, s)) {
        continue;
      }
      common++;
      Vector3 way = scaled ? way(s).times(longer / farthest) : way(s);
      Vector3 otherWay = scaled ? other.way(s).times(longer / othersFarthest) : other.way(s);
      double apart = startUps.get(s).minus(other.startUps.get(s)).norm();
      boolean sameStart =
          apart < SAME_START && (anyLength || apart < Math.max(LEAST_START, SAME_PLACE * longer));
      if (!sameStart || way.minus(otherWay).norm() > tolerance * longer) {
        return false;
      }
    }
    return common > 0 || anyLength || isAsLong(other);
  }

  private boolean isAsSlow(MovementShape other) {
    double own = repetition.end() - repetition.start();
    double others = other.repetition().end() - other.repetition().start();
    return Math.max(own, others) <= AS_SLOW * Math.min(own, others);
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
