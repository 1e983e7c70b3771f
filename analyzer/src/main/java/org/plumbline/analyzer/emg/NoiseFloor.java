package org.plumbline.analyzer.emg;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.util.FastMath;

/**
 * Noise power of a signal from the signal itself, with no rest that somebody has to ask for: powers
 * of short blocks are parted into a lower and an upper class, and the lower one is the noise
 * (Agostini and Knaflitz 2012 do it with the statistics of cyclic signals; here the parting of Otsu
 * 1979 on decibels).
 */
final class NoiseFloor {

  /** So many blocks at least, a second of 50 ms each. */
  private static final int LEAST_BLOCKS = 20;

  /**
   * Share of the blocks that each class has at least; a muscle that never rests hides the noise.
   */
  private static final double LEAST_SHARE = 0.08;

  /**
   * Blocks of 50 ms and 150 Hz of bandwidth scatter by 1.1 dB; the halves of a single such class
   * lie 1.8 dB apart.
   */
  private static final double LEAST_APART_DECIBELS = 2.6;

  private NoiseFloor() {}

  /**
   * The largest power that belongs to the noise.
   *
   * @param blockPowers any order, any unit
   * @return empty when there are not two classes
   */
  static OptionalDouble parting(double[] blockPowers) {
    double[] decibels = new double[blockPowers.length];
    int n = 0;
    for (double power : blockPowers) {
      if (power > 0) {
        decibels[n++] = 10 * FastMath.log10(power);
      }
    }
    if (n < LEAST_BLOCKS) {
      return OptionalDouble.empty();
    }
    double[] sorted = Arrays.copyOf(decibels, n);
    Arrays.sort(sorted);
    double total = 0;
    for (double one : sorted) {
      total += one;
    }
    int cut = -1;
    double best = -1;
    double below = 0;
    int least = (int) Math.ceil(LEAST_SHARE * n);
    for (int k = 1; k < n; k++) {
      below += sorted[k - 1];
      double apart = (total - below) / (n - k) - below / k;
      double between = apart * apart * k * (n - k);
      if (k >= least && n - k >= least && between > best && apart >= LEAST_APART_DECIBELS) {
        best = between;
        cut = k;
      }
    }
    return cut < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(FastMath.pow(10, (sorted[cut - 1] + sorted[cut]) / 20));
  }
}
