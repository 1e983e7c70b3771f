package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.emg.LevelReference;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/**
 * The muscles of a whole log without any exercise: the same conditioning and quality as in {@link
 * SessionAnalyzer}, kept from beginning to end. For references and for evaluation.
 *
 * <p>One thread. A log of an hour fills the memory; it is meant for trials of minutes.
 */
public final class EmgRecording {
  private final Map<Integer, EmgStream> streams = new LinkedHashMap<>();

  /** Takes the next event; what is not about EMG is ignored. */
  public void accept(SessionEvent event) {
    if (event instanceof Described described) {
      describe(described);
    } else if (event instanceof Samples samples) {
      EmgStream stream = streams.get(samples.stream());
      if (stream != null) {
        stream.accept(samples);
      }
    }
  }

  private void describe(Described event) {
    EmgStream known = streams.get(event.stream().id());
    if (known != null && known.descriptor().channels().equals(event.stream().channels())) {
      known.described(event.stream());
      return;
    }
    EmgStream stream = new EmgStream(event.stream());
    if (stream.hasMuscles()) {
      streams.put(event.stream().id(), stream);
    }
  }

  /** All muscles as they were from one grid step to another, levels in microvolts. */
  public List<RecordedMuscle> muscles(long fromStep, long toStep) {
    List<RecordedMuscle> muscles = new ArrayList<>();
    for (EmgStream stream : streams.values()) {
      muscles.addAll(stream.muscles(muscle -> LevelReference.none(), fromStep, toStep));
    }
    return muscles;
  }

  /** First grid step that some stream has not reached; 0 when there is no EMG. */
  public long end() {
    return streams.values().stream().mapToLong(EmgStream::gridEnd).min().orElse(0);
  }

  /** What has been wrong with any channel at some time. */
  public List<SessionResult.Health> health() {
    return streams.values().stream().flatMap(stream -> stream.health().stream()).toList();
  }
}
