package org.plumbline.analyzer.signal;

import java.util.Arrays;

/**
 * Rows of one stream on the session's common time grid: row {@code g} belongs to session time
 * {@code g * }{@link #STEP_NANOS}. What was not measured is NaN.
 *
 * <p>Rows arrive at the stream's own instants and are interpolated; how the pieces of a stream were
 * cut or interleaved with others does not show. Old rows are dropped by the owner.
 */
public final class GridTrack {

  /** 10 ms: four times the bandwidth of voluntary movement, and below the sampling of every IMU. */
  public static final long STEP_NANOS = 10_000_000L;

  /** Grid steps in a second. */
  public static final int RATE_HZ = 100;

  /** Ten minutes; what lies behind a longer hole belongs to no repetition before it. */
  private static final long LONGEST_FILLED_STEPS = 600L * RATE_HZ;

  private final int width;
  private final boolean quaternions;
  private final long longestHoleNanos;
  private double[] rows;
  private long base;
  private int size;

  private final double[] previous;
  private long previousNanos;
  private boolean hasPrevious;

  /**
   * An empty track.
   *
   * @param width values in a row
   * @param quaternions whether a row is made of unit quaternions, four values each
   * @param longestHoleNanos two rows further apart are not interpolated
   */
  public GridTrack(int width, boolean quaternions, long longestHoleNanos) {
    this.width = width;
    this.quaternions = quaternions;
    this.longestHoleNanos = longestHoleNanos;
    this.rows = new double[width * 1024];
    this.previous = new double[width];
  }

  /** The session time of a grid step, in seconds. */
  public static double seconds(long step) {
    return step / (double) RATE_HZ;
  }

  /**
   * The next row of the stream. A row that is not later than the one before is ignored.
   *
   * @param nanos session time, latency taken off
   */
  public void append(long nanos, double[] row) {
    if (hasPrevious && nanos <= previousNanos) {
      return;
    }
    if (!hasPrevious && size == 0) {
      base = Math.floorDiv(nanos - 1, STEP_NANOS) + 1;
    } else if (!hasPrevious) {
      skipTo(Math.floorDiv(nanos - 1, STEP_NANOS) + 1);
    }
    if (hasPrevious) {
      interpolateTo(nanos, row);
    } else if (end() * STEP_NANOS == nanos) {
      put(row, row, 0);
    }
    System.arraycopy(row, 0, previous, 0, width);
    previousNanos = nanos;
    hasPrevious = true;
  }

  /** What follows is not connected with what was before. */
  public void interrupt() {
    hasPrevious = false;
  }

  private void interpolateTo(long nanos, double[] row) {
    boolean hole = nanos - previousNanos > longestHoleNanos;
    if (hole) {
      skipTo(Math.floorDiv(nanos - 1, STEP_NANOS) + 1);
    }
    while (end() * STEP_NANOS <= nanos) {
      long at = end() * STEP_NANOS;
      double fraction = (at - previousNanos) / (double) (nanos - previousNanos);
      put(hole ? row : previous, row, fraction);
    }
  }

  private void put(double[] from, double[] to, double fraction) {
    int at = grow();
    for (int c = 0; c < width; c++) {
      rows[at + c] = from[c] + (to[c] - from[c]) * fraction;
    }
    if (quaternions) {
      for (int q = 0; q < width; q += 4) {
        blendQuaternion(at + q, from, to, q, fraction);
      }
    }
  }

  /** The short way round, normalised linear: neighbouring samples are a few degrees apart. */
  private void blendQuaternion(int at, double[] from, double[] to, int q, double fraction) {
    double dot = 0;
    for (int c = q; c < q + 4; c++) {
      dot += from[c] * to[c];
    }
    double sign = dot < 0 ? -fraction : fraction;
    double sum = 0;
    for (int c = 0; c < 4; c++) {
      double value = from[q + c] * (1 - fraction) + to[q + c] * sign;
      rows[at + c] = value;
      sum += value * value;
    }
    double norm = Math.sqrt(sum);
    for (int c = 0; c < 4; c++) {
      rows[at + c] /= norm;
    }
  }

  /** Missing rows up to a step; behind a long hole the track begins anew. */
  private void skipTo(long step) {
    if (step - end() > LONGEST_FILLED_STEPS) {
      base = step;
      size = 0;
    } else {
      fillMissing(step);
    }
  }

  private void fillMissing(long until) {
    while (end() < until) {
      int at = grow();
      Arrays.fill(rows, at, at + width, Double.NaN);
    }
  }

  private int grow() {
    int at = size * width;
    if (at + width > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    size++;
    return at;
  }

  /** First grid step that has not been reached. */
  public long end() {
    return base + size;
  }

  /** Whether a step was measured. */
  public boolean has(long step) {
    return step >= base && step < end() && !Double.isNaN(rows[(int) (step - base) * width]);
  }

  /** A value of a step; NaN where not measured, not reached or dropped. */
  public double value(long step, int column) {
    return step >= base && step < end() ? rows[(int) (step - base) * width + column] : Double.NaN;
  }

  /** Forgets everything before {@code step}. */
  public void dropBefore(long step) {
    int drop = (int) Math.min(size, Math.max(0, step - base));
    // Moving less than half of it would cost more than it frees.
    if (drop > 0 && drop * 2 >= size) {
      System.arraycopy(rows, drop * width, rows, 0, (size - drop) * width);
      base += drop;
      size -= drop;
    }
  }
}
