package org.plumbline.analyzer.emg;

import java.util.Optional;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Location.OnMuscle;

/**
 * A muscle with electrodes on it, as far as it is known when a repetition is measured.
 *
 * @param location muscle and side
 * @param track envelope in volts, group delay taken off
 * @param column of the track
 * @param reference what 100 % is
 * @param problem why its level cannot be trusted, if so
 */
public record RecordedMuscle(
    OnMuscle location,
    GridTrack track,
    int column,
    LevelReference reference,
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
