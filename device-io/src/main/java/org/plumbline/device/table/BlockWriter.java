package org.plumbline.device.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/**
 * Gathers accepted rows into blocks of {@link Samples} per stream and puts blocks, losses,
 * rejections and ticks into the log in the order of data time.
 */
final class BlockWriter {
  /** Bounds a block where time hardly moves. */
  private static final int MAX_BLOCK_ROWS = 8_192;

  private final String file;
  private final long blockNanos;
  private final ArrayDeque<SessionEvent> out;
  private final List<StreamBlock> streams = new ArrayList<>();

  private boolean started;
  private long zeroTicksNanos;
  private long nowNanos;
  private long blockEndNanos;
  private long nextTickNanos = Tick.PERIOD_NANOS;

  BlockWriter(TableLayout layout, long blockNanos, ArrayDeque<SessionEvent> out) {
    this.file = layout.file();
    this.blockNanos = blockNanos;
    this.blockEndNanos = blockNanos;
    this.out = out;
    int firstValue = 0;
    for (StreamRule rule : layout.profile().streams()) {
      streams.add(
          new StreamBlock(streams.size() + 1, firstValue, rule.channels().size(), rule.rateHz()));
      firstValue += rule.channels().size();
    }
  }

  /** Session time of the last row. */
  long nowNanos() {
    return nowNanos;
  }

  /** How long after the last row this one is; 0 for the first. */
  long stepNanos(Row row) {
    return started ? row.ticksNanos - zeroTicksNanos - nowNanos : 0;
  }

  void add(Row row) {
    if (!started) {
      started = true;
      zeroTicksNanos = row.ticksNanos;
    }
    long sessionNanos = row.ticksNanos - zeroTicksNanos;
    if (sessionNanos > Math.min(blockEndNanos, nextTickNanos)) {
      flush();
      blockEndNanos = (sessionNanos + blockNanos - 1) / blockNanos * blockNanos;
    }
    while (sessionNanos > nextTickNanos) {
      out.add(new Tick(nextTickNanos));
      nextTickNanos += Tick.PERIOD_NANOS;
    }
    nowNanos = sessionNanos;
    for (StreamBlock stream : streams) {
      stream.noteHole(row);
    }
    for (StreamBlock stream : streams) {
      stream.add(row, sessionNanos);
    }
  }

  /** Puts out what is gathered and the last event. */
  void end(Ended ended) {
    flush();
    out.add(ended);
  }

  void reject(long bytes, String reason) {
    flush();
    out.add(new Rejected(nowNanos, file, bytes, reason));
  }

  /** Puts out what is gathered, oldest last sample first. */
  void flush() {
    List<Samples> blocks = new ArrayList<>();
    for (StreamBlock stream : streams) {
      stream.takeInto(blocks);
    }
    blocks.sort(Comparator.comparingLong(Samples::atNanos).thenComparingInt(Samples::stream));
    out.addAll(blocks);
  }

  private final class StreamBlock {
    private final int id;
    private final int firstValue;
    private final int channels;
    private final double periodNanos;
    private final boolean sparse;

    private double[] values;
    private long[] ticks = new long[64];
    private long[] times = new long[64];
    private int size;
    private long nextIndex;
    private long lastTicksNanos;
    private boolean begun;

    StreamBlock(int id, int firstValue, int channels, OptionalDouble rateHz) {
      this.id = id;
      this.firstValue = firstValue;
      this.channels = channels;
      this.sparse = rateHz.isPresent();
      this.periodNanos = sparse ? 1e9 / rateHz.getAsDouble() : 0;
      this.values = new double[64 * channels];
    }

    /** Says what is missing before {@code row}, after everything that was there. */
    void noteHole(Row row) {
      if (!has(row)) {
        return;
      }
      long index = sparse ? sparseIndex(row) : row.index;
      long missing = begun ? index - nextIndex : 0;
      if (missing > 0) {
        flush();
        out.add(new Lost(nowNanos, id, nextIndex, missing, Lost.Cause.FILE));
      } else if (size == MAX_BLOCK_ROWS) {
        flush();
      }
      nextIndex = index;
    }

    void add(Row row, long sessionNanos) {
      if (!has(row)) {
        return;
      }
      if (size == ticks.length) {
        ticks = Arrays.copyOf(ticks, 2 * size);
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size * channels);
      }
      ticks[size] = row.ticksNanos;
      times[size] = sessionNanos;
      System.arraycopy(row.values, firstValue, values, size * channels, channels);
      size++;
      begun = true;
      nextIndex++;
      lastTicksNanos = row.ticksNanos;
    }

    /** A row in which a slower stream has no cell filled is no sample of it. */
    private boolean has(Row row) {
      return !sparse || !isAllMissing(row);
    }

    private long sparseIndex(Row row) {
      double periods = begun ? (row.ticksNanos - lastTicksNanos) / periodNanos : 0;
      return nextIndex
          + (periods > RowClock.HOLE_PERIODS ? Math.max(0, Math.round(periods) - 1) : 0);
    }

    private boolean isAllMissing(Row row) {
      for (int c = 0; c < channels; c++) {
        if (!Double.isNaN(row.values[firstValue + c])) {
          return false;
        }
      }
      return true;
    }

    void takeInto(List<Samples> blocks) {
      if (size > 0) {
        blocks.add(
            Samples.ofValues(
                id,
                times[size - 1],
                nextIndex - size,
                channels,
                Arrays.copyOf(ticks, size),
                Arrays.copyOf(times, size),
                Arrays.copyOf(values, size * channels)));
        size = 0;
      }
    }
  }
}
