package org.plumbline.analyzer.health;

import java.util.Arrays;
import org.plumbline.analyzer.orientation.GapFiller;

/**
 * Means of the samples over 10 ms: what is compared is slow and smooth, and they are as good as all
 * samples. One thread, no allocation.
 */
final class SampleMeans {
  /** A little less than the interval of a sensor at 100 Hz. */
  private static final double COMPARED_SECONDS = 0.0095;

  private final double[] sum = new double[GapFiller.CHANNELS];
  private int samples;
  private double seconds;

  /** Takes the next sample; true when {@link #values} are complete, until {@link #clear}. */
  boolean add(double intervalSeconds, double[] imu) {
    for (int i = 0; i < imu.length; i++) {
      sum[i] += imu[i];
    }
    samples++;
    seconds += intervalSeconds;
    if (seconds < COMPARED_SECONDS) {
      return false;
    }
    for (int i = 0; i < imu.length; i++) {
      sum[i] /= samples;
    }
    return true;
  }

  double[] values() {
    return sum;
  }

  /** How long they were taken over. */
  double seconds() {
    return seconds;
  }

  void clear() {
    Arrays.fill(sum, 0);
    samples = 0;
    seconds = 0;
  }
}
