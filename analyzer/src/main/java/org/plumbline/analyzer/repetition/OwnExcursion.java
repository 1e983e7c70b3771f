package org.plumbline.analyzer.repetition;

import java.util.Arrays;

/** How far the person's own latest repetitions went. */
final class OwnExcursion {
  private static final int MEMORY = 5;

  /** Repetitions of one person turn within this share of their usual excursion. */
  private static final double SAME_TURN = 0.35;

  private final double[] lastDeg = new double[MEMORY];
  private int count;

  /** Takes a complete repetition. */
  void add(double excursionDeg) {
    lastDeg[count++ % MEMORY] = excursionDeg;
  }

  /** Median of the latest ones, degrees; 0 before the first. */
  double medianDeg() {
    int n = Math.min(count, MEMORY);
    if (n == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(lastDeg, n);
    Arrays.sort(sorted);
    return sorted[n / 2];
  }

  /** Whether an excursion is about where repetitions turn, of which there have been some. */
  boolean isUsual(double excursionDeg) {
    return count > 1 && Math.abs(excursionDeg - medianDeg()) < SAME_TURN * medianDeg();
  }
}
