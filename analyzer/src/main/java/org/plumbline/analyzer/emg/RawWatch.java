package org.plumbline.analyzer.emg;

import java.util.Arrays;

/**
 * What single samples of one raw channel tell: runs of equal values (a flat line, the ends of the
 * range). Counts over the block that is being filled. No allocation, one thread.
 */
final class RawWatch {

  /** Real electrodes always show noise of several counts; nothing stays the same for so long. */
  static final double FLAT_SECONDS = 0.25;

  /** Equal samples in a row at the end of the range; no peak of the band repeats its top. */
  private static final int CLIPPED_RUN = 2;

  /** A block that spans fewer steps of the converter than this is at rest, not at its ends. */
  private static final double LEAST_STEPS = 30;

  /**
   * A plateau counts at the end of the range alone: nothing may have gone beyond it in the last 3 s
   * of blocks.
   */
  private static final int RECENT_BLOCKS = 30;

  private final int flatSamples;
  private final double[] tops = new double[RECENT_BLOCKS];
  private final double[] bottoms = new double[RECENT_BLOCKS];
  private int blocks;
  private double last = Double.NaN;
  private int run;
  private double step = Double.POSITIVE_INFINITY;
  private double top;
  private double bottom;
  private int atTop;
  private int atBottom;
  private int flat;

  RawWatch(double rateHz) {
    flatSamples = (int) Math.max(2, Math.round(FLAT_SECONDS * rateHz));
    Arrays.fill(tops, Double.NEGATIVE_INFINITY);
    Arrays.fill(bottoms, Double.POSITIVE_INFINITY);
    clear();
  }

  void update(double volts) {
    if (volts == last) {
      run++;
    } else {
      double difference = Math.abs(volts - last);
      if (difference < step) {
        step = difference;
      }
      run = 1;
      last = volts;
    }
    if (volts > top) {
      top = volts;
      atTop = 0;
    }
    if (volts < bottom) {
      bottom = volts;
      atBottom = 0;
    }
    if (run >= CLIPPED_RUN) {
      countRun(volts);
    }
  }

  private void countRun(double volts) {
    if (run >= flatSamples) {
      flat++;
    }
    int samples = run == CLIPPED_RUN ? CLIPPED_RUN : 1;
    if (volts == top) {
      atTop += samples;
    }
    if (volts == bottom) {
      atBottom += samples;
    }
  }

  /** Samples of the block in a flat stretch, beyond the first {@link #FLAT_SECONDS} of it. */
  int flat() {
    return flat;
  }

  /** Samples of the block that lie on a plateau at the end of the range. */
  int clipped() {
    if (!(top - bottom > LEAST_STEPS * step)) {
      return 0;
    }
    double highest = top;
    double lowest = bottom;
    for (int b = 0; b < RECENT_BLOCKS; b++) {
      highest = Math.max(highest, tops[b]);
      lowest = Math.min(lowest, bottoms[b]);
    }
    return (top >= highest ? atTop : 0) + (bottom <= lowest ? atBottom : 0);
  }

  /** The block is over; a run that is under way goes on. */
  void startBlock() {
    tops[blocks % RECENT_BLOCKS] = top;
    bottoms[blocks % RECENT_BLOCKS] = bottom;
    blocks++;
    clear();
  }

  private void clear() {
    top = Double.NEGATIVE_INFINITY;
    bottom = Double.POSITIVE_INFINITY;
    atTop = 0;
    atBottom = 0;
    flat = 0;
  }
}
