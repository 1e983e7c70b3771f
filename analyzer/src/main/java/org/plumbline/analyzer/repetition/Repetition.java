package org.plumbline.analyzer.repetition;

/**
 * One repetition and its phases, in steps of the session's time grid: lift (or descent) from start
 * to holdStart, hold at the far position, return from holdEnd to end.
 *
 * @param start last step in the start position
 * @param holdStart first step near the far position
 * @param holdEnd last step near the far position
 * @param end first step back in the start position
 * @param amplitudeDeg how far the watched segment turned
 * @param complete false when it was cut off
 */
public record Repetition(
    long start, long holdStart, long holdEnd, long end, double amplitudeDeg, boolean complete) {
  public Repetition {
    if (!(start <= holdStart && holdStart <= holdEnd && holdEnd <= end)) {
      throw new IllegalArgumentException(
          "phases out of order: " + start + ", " + holdStart + ", " + holdEnd + ", " + end);
    }
  }

  /** Middle of the hold. */
  public long turn() {
    return (holdStart + holdEnd) / 2;
  }
}
