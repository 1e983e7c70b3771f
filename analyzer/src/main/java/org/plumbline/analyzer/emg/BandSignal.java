package org.plumbline.analyzer.emg;

import org.plumbline.analyzer.signal.SignalTrack;

/**
 * The band-passed signal of one muscle at its own rate, delays taken off: what onsets and spectra
 * are read from. V; NaN where the filters were settling.
 *
 * @param track of the whole stream
 * @param column of the muscle
 * @param delayNanos how much older than its row the signal is
 * @param rateHz samples a second, from device time
 */
public record BandSignal(SignalTrack track, int column, long delayNanos, double rateHz) {

  /** First sample at or after an instant of session time. */
  public int indexAt(long sessionNanos) {
    return track.indexAt(sessionNanos + delayNanos);
  }

  /** How many samples are kept. */
  public int size() {
    return track.size();
  }

  public double volts(int index) {
    return track.value(index, column);
  }

  /** Session time of a sample. */
  public long nanos(int index) {
    return track.nanos(index) - delayNanos;
  }

  /** Whether the rate is too low for the whole band, so that no spectral metric may be given. */
  public boolean isReducedBand() {
    return EmgConditioner.isReducedBand(rateHz);
  }
}
