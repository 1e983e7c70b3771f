package org.plumbline.analyzer.signal;

import java.util.Arrays;

/** Root mean square over a sliding window; exact delay of half the window. No allocation. */
public final class MovingRms {
  private final double[] squares;
  private int at;
  private double sum;

  /** Window of {@code samples}; until it is full, the missing samples count as zero. */
  public MovingRms(int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("a window of " + samples + " samples");
    }
    squares = new double[samples];
  }

  /** Takes the next sample. */
  public void update(double x) {
    double square = x * x;
    sum += square - squares[at];
    squares[at] = square;
    at++;
    if (at == squares.length) {
      at = 0;
      // Once a window the sum is made anew, so that rounding cannot pile up.
      sum = 0;
      for (double one : squares) {
        sum += one;
      }
    }
  }

  /** Root mean square of the newest window. */
  public double value() {
    return Math.sqrt(meanSquare());
  }

  /** Mean square of the newest window. */
  public double meanSquare() {
    return Math.max(0, sum) / squares.length;
  }

  public void reset() {
    Arrays.fill(squares, 0);
    at = 0;
    sum = 0;
  }

  /** How much older than now the middle of the window is, in samples. */
  public double delaySamples() {
    return (squares.length - 1) / 2.0;
  }
}
