package org.plumbline.analyzer.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.emg.RestLevel;
import org.plumbline.device.log.Location.OnMuscle;

/** The calmest second of every muscle of the session so far, step by step on the common grid. */
public final class RestLevels {
  private final Map<OnMuscle, RestLevel> levels = new LinkedHashMap<>();

  /** Takes a grid step that all streams have reached. */
  public void step(List<EmgStream> emg, long step) {
    for (EmgStream stream : emg) {
      for (EmgStream.Envelope one : stream.envelopes()) {
        levels.computeIfAbsent(one.location(), muscle -> new RestLevel()).update(one.volts(step));
      }
    }
  }

  /** RMS at rest, volts; NaN when there was no calm second yet. */
  public double volts(OnMuscle muscle) {
    return Optional.ofNullable(levels.get(muscle)).map(RestLevel::volts).orElse(Double.NaN);
  }
}
