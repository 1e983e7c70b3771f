package org.plumbline.analyzer.stream;

import java.util.HashSet;
import java.util.Set;
import org.plumbline.device.log.Samples;

/**
 * What the first samples of a stream were, to notice two streams that are one: two sensors never
 * give the same bits for long, a file or a column that is named twice does. One thread.
 */
public final class Fingerprint {
  private static final int SAMPLES = 300;

  /** What hardly changes says nothing about whose samples these are. */
  private static final int LEAST_DIFFERENT = 100;

  private int seen;
  private long value = 17;
  private final Set<Long> different = new HashSet<>();

  /** Takes the next samples; returns whether they completed it. */
  public boolean add(Samples event) {
    boolean before = isComplete();
    for (int i = 0; i < event.size() && seen < SAMPLES; i++) {
      long sample = 0;
      boolean number = false;
      for (int c = 0; c < event.channels(); c++) {
        double raw = event.raw(i, c);
        number |= Double.isFinite(raw);
        sample = 31 * sample + Double.doubleToLongBits(raw);
      }
      if (number) {
        different.add(sample);
      }
      value = 1_000_003 * value + sample;
      seen++;
    }
    return !before && isComplete();
  }

  /** Whether enough was seen to compare. */
  public boolean isComplete() {
    return seen >= SAMPLES && different.size() >= LEAST_DIFFERENT;
  }

  /** Whether two streams that were seen long enough began alike, bit for bit. */
  public boolean isSame(Fingerprint other) {
    return isComplete() && other.isComplete() && value == other.value;
  }
}
