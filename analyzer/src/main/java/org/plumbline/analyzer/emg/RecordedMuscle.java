package org.plumbline.analyzer.emg;

import java.util.Optional;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnMuscle;

/**
 * A muscle with electrodes on it, as far as it is known when a stretch is measured.
 *
 * @param location muscle and side
 * @param track RMS envelope in volts, delays taken off
 * @param column of the track
 * @param smooth envelope behind a 6 Hz low-pass in volts, delays taken off; one column
 * @param signal band-passed, at the rate of the stream
 * @param reference what 100 % is
 * @param quality of the stretch; empty where nothing was recorded in it
 * @param problem why its level cannot be trusted in this stretch, if so
 */
public record RecordedMuscle(
    OnMuscle location,
    GridTrack track,
    int column,
    GridTrack smooth,
    BandSignal signal,
    LevelReference reference,
    Optional<ChannelQuality> quality,
    Optional<Reason> problem) {

  /** Mean envelope from {@code from} to {@code to} (inclusive), volts; NaN when incomplete. */
  public double meanVolts(long from, long to) {
    double sum = 0;
    for (long step = from; step <= to; step++) {
      sum += track.value(step, column);
    }
    return sum / (to - from + 1);
  }
}
