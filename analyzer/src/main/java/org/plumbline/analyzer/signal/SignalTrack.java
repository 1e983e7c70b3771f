package org.plumbline.analyzer.signal;

import java.util.Arrays;

/**
 * The newest seconds of a stream's signals at its own rate, with the session time of every row, for
 * what an envelope cannot show: onsets and spectra. What was not measured is NaN.
 *
 * <p>Values are kept in single precision, 24 bits, as many as the converters of the field have. Old
 * rows are dropped by the owner.
 */
public final class SignalTrack {
  private final int width;
  private float[] values;
  private long[] nanos = new long[1024];
  private int from;
  private int size;

  /** An empty track of rows with {@code width} signals. */
  public SignalTrack(int width) {
    this.width = width;
    this.values = new float[width * nanos.length];
  }

  /** The next row; one that is not later than the one before is ignored. */
  public void append(long sessionNanos, double[] row) {
    if (size > 0 && sessionNanos <= nanos[from + size - 1]) {
      return;
    }
    if (from + size == nanos.length) {
      makeRoom();
    }
    int at = from + size;
    nanos[at] = sessionNanos;
    for (int c = 0; c < width; c++) {
      values[at * width + c] = (float) row[c];
    }
    size++;
  }

  /** Moves what is kept to the front when that frees half of the room, else doubles the room. */
  private void makeRoom() {
    boolean enough = from >= nanos.length / 2;
    long[] newNanos = enough ? nanos : new long[2 * nanos.length];
    float[] newValues = enough ? values : new float[2 * values.length];
    System.arraycopy(nanos, from, newNanos, 0, size);
    System.arraycopy(values, from * width, newValues, 0, size * width);
    nanos = newNanos;
    values = newValues;
    from = 0;
  }

  /** How many rows are kept. */
  public int size() {
    return size;
  }

  /** First row at or after an instant; {@link #size()} when there is none. */
  public int indexAt(long sessionNanos) {
    int found = Arrays.binarySearch(nanos, from, from + size, sessionNanos);
    return (found >= 0 ? found : -found - 1) - from;
  }

  /** A value of a kept row, counted from the oldest. */
  public double value(int index, int column) {
    return values[(from + checked(index)) * width + column];
  }

  /** Session time of a kept row. */
  public long nanos(int index) {
    return nanos[from + checked(index)];
  }

  private int checked(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size + " rows");
    }
    return index;
  }

  /** Forgets everything before an instant. */
  public void dropBefore(long sessionNanos) {
    int drop = indexAt(sessionNanos);
    from += drop;
    size -= drop;
  }
}
