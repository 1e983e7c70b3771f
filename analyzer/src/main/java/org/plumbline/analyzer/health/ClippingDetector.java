package org.plumbline.analyzer.health;

import java.util.Arrays;
import org.plumbline.analyzer.orientation.GapFiller;

/**
 * Counts the samples of each channel that stand at its extreme: three or more in a row with exactly
 * the largest (or smallest) value ever seen, reached by a step of several units of resolution, and
 * that twice, or six in a row. A smooth peak of a coarse converter touches its extreme too, but
 * arrives there unit by unit, and does not meet the same value again. One thread.
 */
final class ClippingDetector {
  private static final int RUN = 3;
  private static final int LONG_RUN = 6;
  private static final double UNITS = 3;

  private final double[] floor;
  private final double[] last = new double[GapFiller.CHANNELS];
  private final double[] before = new double[GapFiller.CHANNELS];
  private final double[] unit = new double[GapFiller.CHANNELS];
  private final double[] high = new double[GapFiller.CHANNELS];
  private final double[] low = new double[GapFiller.CHANNELS];
  private final int[] run = new int[GapFiller.CHANNELS];
  private final long[] highCount = new long[GapFiller.CHANNELS];
  private final long[] lowCount = new long[GapFiller.CHANNELS];
  private final int[] highRuns = new int[GapFiller.CHANNELS];
  private final int[] lowRuns = new int[GapFiller.CHANNELS];

  /**
   * @param floor per channel: no measuring range is smaller, so nothing below it is its end
   */
  ClippingDetector(double[] floor) {
    this.floor = floor.clone();
    Arrays.fill(last, Double.NaN);
    Arrays.fill(unit, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    Arrays.fill(low, Double.POSITIVE_INFINITY);
  }

  void update(double[] imu) {
    for (int i = 0; i < imu.length; i++) {
      channel(i, imu[i]);
    }
  }

  private void channel(int i, double value) {
    if (value == last[i]) {
      run[i]++;
    } else {
      double step = Math.abs(value - last[i]);
      if (step < unit[i]) {
        unit[i] = step;
      }
      before[i] = last[i];
      last[i] = value;
      run[i] = 1;
    }
    if (value > high[i]) {
      high[i] = value;
      highCount[i] = 0;
      highRuns[i] = 0;
    }
    if (value < low[i]) {
      low[i] = value;
      lowCount[i] = 0;
      lowRuns[i] = 0;
    }
    if (run[i] >= RUN && Math.abs(value - before[i]) >= UNITS * unit[i]) {
      int more = run[i] == RUN ? RUN : 1;
      if (value == high[i] && value >= floor[i]) {
        highCount[i] += more;
        highRuns[i] += run[i] == RUN || run[i] == LONG_RUN ? 1 : 0;
      }
      if (value == low[i] && value <= -floor[i]) {
        lowCount[i] += more;
        lowRuns[i] += run[i] == RUN || run[i] == LONG_RUN ? 1 : 0;
      }
    }
  }

  /** Samples of the channel that stood at an end of its range. */
  long clipped(int channel) {
    return (highRuns[channel] > 1 ? highCount[channel] : 0)
        + (lowRuns[channel] > 1 ? lowCount[channel] : 0);
  }

  /** The end of the range that was met, by size. */
  double extreme(int channel) {
    return highCount[channel] >= lowCount[channel] ? high[channel] : low[channel];
  }
}
