package org.plumbline.analyzer.emg;

import java.util.Optional;

/**
 * Watches one raw EMG channel for a flat line (electrode off, channel unplugged) and for clipping.
 */
final class EmgWatch {

  /** Real electrodes always show noise of several counts; nothing stays the same for so long. */
  private static final double FLAT_SECONDS = 0.25;

  /** Three equal samples in a row at the extreme are no coincidence. */
  private static final int CLIPPED_RUN = 3;

  /** Less clipping than this does not move a mean level. */
  private static final double CLIPPED_SHARE = 0.005;

  private final int flatSamples;
  private double last = Double.NaN;
  private int run;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private long samples;
  private long flat;
  private long clipped;

  EmgWatch(double rateHz) {
    flatSamples = (int) Math.max(2, Math.round(FLAT_SECONDS * rateHz));
  }

  void update(double volts) {
    samples++;
    run = volts == last ? run + 1 : 1;
    last = volts;
    if (volts > largest || volts < smallest) {
      // A new extreme: what was clipped at a smaller one was not clipped.
      clipped = 0;
      largest = Math.max(largest, volts);
      smallest = Math.min(smallest, volts);
    }
    if (run >= flatSamples) {
      flat++;
    } else if (run >= CLIPPED_RUN && (volts == largest || volts == smallest)) {
      clipped++;
    }
  }

  Optional<String> problem() {
    if (flat > 0) {
      return Optional.of(EmgConditioner.FLAT);
    }
    return clipped > CLIPPED_SHARE * samples
        ? Optional.of(EmgConditioner.CLIPPED)
        : Optional.empty();
  }
}
