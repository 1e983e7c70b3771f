package org.plumbline.device.table;

/**
 * One row of numbers, and where it lies in the session. Mutable and reused: the sample path makes
 * no objects.
 */
final class Row {
  final double[] values;

  /** 1-based line in the file. */
  long line;

  /** Of the line, with its end. */
  int bytes;

  /** How many rows of numbers came before, rejected ones included. */
  long ordinal;

  /** Of the time column, as written; 0 when there is none. */
  long timeNanos;

  /** Of the counter column, as written; 0 when there is none. */
  long counter;

  /** Sample index, 0 for the first row; holes counted. */
  long index;

  /** Device time, unwrapped. */
  long ticksNanos;

  /** Whether samples or time are missing between this row and the one before. */
  boolean afterHole;

  Row(int channels) {
    this.values = new double[channels];
  }
}
