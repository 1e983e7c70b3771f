package org.plumbline.analyzer.health;

/**
 * What is known of the scale of a gyroscope, by what gravity shows of its turns.
 *
 * @param left what its numbers are still to be multiplied by, after what was done to them
 * @param error standard error of that; {@link #UNKNOWN} where nothing is known
 * @param done what they are multiplied by already, for another measuring range
 */
public record TurnFactor(double left, double error, double done) {
  /** Finite, for it goes through interpolation. */
  public static final double UNKNOWN = 1000;

  /** The axes are in disorder, and no factor means anything. */
  static final double NONE = 2 * UNKNOWN;

  /** A repair by a known factor leaves this much open until the turns have been seen again. */
  private static final double REPAIRED = 0.1;

  /** Whether the turns since the last repair say anything. */
  boolean known() {
    return error < UNKNOWN / 2;
  }

  boolean meaningless() {
    return error > 0.75 * NONE;
  }

  /** Whether anything is known, if only that it was repaired. */
  boolean told() {
    return known() || done != 1;
  }

  /** What the numbers that the sensor sent are to be multiplied by. */
  double all() {
    return known() ? left * done : done;
  }

  /** Standard error of {@link #all}, as a share of it. */
  double share() {
    return known() ? error / left : REPAIRED;
  }
}
