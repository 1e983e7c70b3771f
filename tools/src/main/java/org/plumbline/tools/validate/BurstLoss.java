package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/** Rows that never arrived, in bursts of 1 to 5, from all streams of a device alike. */
final class BurstLoss implements ThinnedSource.Thinning {
  private static final int LONGEST_BURST = 5;
  private static final double MEAN_BURST = (1 + LONGEST_BURST) / 2.0;

  private final Random random;
  private final double start;
  private final BitSet lost = new BitSet();
  private int drawn;

  /**
   * Loses a share of the rows.
   *
   * @param share expected, 0 to 1
   */
  BurstLoss(double share, long seed) {
    this.random = new Random(seed);
    this.start = share / MEAN_BURST / (1 - share);
  }

  @Override
  public List<SessionEvent> thin(SessionEvent event) {
    if (!(event instanceof Samples samples)) {
      return List.of(event);
    }
    List<SessionEvent> left = new ArrayList<>();
    int from = 0;
    while (from < samples.size()) {
      boolean gone = isLost(samples.firstIndex() + from);
      int to = from + 1;
      while (to < samples.size() && isLost(samples.firstIndex() + to) == gone) {
        to++;
      }
      left.add(
          gone
              ? new Lost(
                  samples.atNanos(),
                  samples.stream(),
                  samples.firstIndex() + from,
                  to - from,
                  Lost.Cause.WIRE)
              : samples.slice(from, to));
      from = to;
    }
    return left;
  }

  private boolean isLost(long index) {
    while (drawn <= index) {
      // The first row stays: it says when the recording begins.
      if (drawn > 0 && random.nextDouble() < start) {
        int burst = 1 + random.nextInt(LONGEST_BURST);
        lost.set(drawn, drawn + burst);
        drawn += burst;
      }
      drawn++;
    }
    return lost.get((int) index);
  }
}
