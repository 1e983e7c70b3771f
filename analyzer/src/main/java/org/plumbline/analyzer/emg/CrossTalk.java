package org.plumbline.analyzer.emg;

import java.util.Arrays;
import org.plumbline.analyzer.signal.BlockTrack;

/**
 * How much of one channel is the signal of another one of the same stream: correlation of the
 * band-passed signals at no lag, as bridged electrodes, a common bad reference or a neighbouring
 * muscle make it. Two muscles that work at the same time are not correlated: their motor units fire
 * on their own.
 *
 * <p>Looks at some 500 samples a second: thinning does not move a correlation. No allocation per
 * sample, one thread.
 */
public final class CrossTalk {
  private static final double LEAST_RATE_HZ = 500;

  private final int channels;
  private final int every;
  private final double[] sums;
  private final double[] known;
  private final BlockTrack blocks;
  private int skipped;

  /** For the channels of a stream; {@code blocks} is from {@link #newBlocks}. */
  public CrossTalk(int channels, double rateHz, BlockTrack blocks) {
    this.channels = channels;
    this.every = (int) Math.max(1, Math.floor(rateHz / LEAST_RATE_HZ));
    this.known = new double[channels];
    this.sums = new double[pairs(channels)];
    this.blocks = blocks;
  }

  /** An empty track for a stream. */
  public static BlockTrack newBlocks(int channels) {
    return new BlockTrack(Math.max(1, pairs(channels)));
  }

  private static int pairs(int channels) {
    return channels * (channels + 1) / 2;
  }

  /** Takes the band-passed signals of one instant, V. */
  public void update(double[] volts) {
    if (channels < 2 || ++skipped < every) {
      return;
    }
    skipped = 0;
    for (int i = 0; i < channels; i++) {
      // A filter that settles shows nothing.
      known[i] = Double.isNaN(volts[i]) ? 0 : volts[i];
    }
    int at = 0;
    for (int i = 0; i < channels; i++) {
      double one = known[i];
      for (int j = 0; j <= i; j++) {
        sums[at++] += one * known[j];
      }
    }
  }

  /** The block is full. */
  public void closeBlock(long endNanos) {
    if (channels >= 2) {
      blocks.append(endNanos, sums);
    }
    reset();
  }

  /** Half a block is dropped. */
  public void reset() {
    Arrays.fill(sums, 0);
    skipped = 0;
  }

  /** Largest correlation of a channel with another one over a stretch, 0 to 1. */
  public double largest(int channel, long fromNanos, long toNanos) {
    int first = blocks.firstAfter(fromNanos);
    int end = blocks.firstAfter(toNanos);
    double largest = 0;
    for (int other = 0; other < channels && first < end; other++) {
      if (other != channel) {
        double own = sum(channel, channel, first, end);
        double theirs = sum(other, other, first, end);
        double both = sum(channel, other, first, end);
        double correlation = own > 0 && theirs > 0 ? Math.abs(both) / Math.sqrt(own * theirs) : 0;
        // Only the weaker one of two is said to show the stronger one.
        largest = own <= theirs ? Math.max(largest, Math.min(1, correlation)) : largest;
      }
    }
    return largest;
  }

  private double sum(int a, int b, int first, int end) {
    int column = Math.max(a, b) * (Math.max(a, b) + 1) / 2 + Math.min(a, b);
    double sum = 0;
    for (int block = first; block < end; block++) {
      sum += blocks.value(block, column);
    }
    return sum;
  }
}
