package org.plumbline.analyzer.signal;

import java.util.Arrays;

/**
 * Figures of consecutive blocks of one stream, each with the session time of its last sample. A
 * block that is not complete is not there, so that how a stream was cut does not show.
 */
public final class BlockTrack {
  private final int width;
  private double[] rows;
  private long[] ends = new long[256];
  private int size;

  /** An empty track of blocks with {@code width} figures. */
  public BlockTrack(int width) {
    this.width = width;
    this.rows = new double[width * ends.length];
  }

  /** The next block; one that does not end later than the one before is ignored. */
  public void append(long endNanos, double[] row) {
    if (size > 0 && endNanos <= ends[size - 1]) {
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size * width);
    }
    ends[size] = endNanos;
    System.arraycopy(row, 0, rows, size * width, width);
    size++;
  }

  /** First block that ends after an instant; {@link #size()} when there is none. */
  public int firstAfter(long nanos) {
    int found = Arrays.binarySearch(ends, 0, size, nanos);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public int size() {
    return size;
  }

  /** A figure of a block. */
  public double value(int block, int column) {
    if (block < 0 || block >= size) {
      throw new IndexOutOfBoundsException(block + " of " + size + " blocks");
    }
    return rows[block * width + column];
  }

  /** Session time of the last sample of a block. */
  public long endNanos(int block) {
    return ends[block];
  }

  /** Forgets the blocks that end before an instant. */
  public void dropBefore(long nanos) {
    int drop = firstAfter(nanos - 1);
    // Moving less than half of it would cost more than it frees.
    if (drop > 0 && drop * 2 >= size) {
      size -= drop;
      System.arraycopy(rows, drop * width, rows, 0, size * width);
      System.arraycopy(ends, drop, ends, 0, size);
    }
  }
}
