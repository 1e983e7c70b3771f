package org.plumbline.tools.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.emg.ReferenceContraction;
import org.plumbline.analyzer.emg.ReferenceContraction.Trial;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.EmgRecording;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;

/** The reference contractions of one file, for each muscle. */
final class ReferenceTrials {
  /** First word of a mark that begins one; the rest is the position. */
  private static final String MARK = "reference";

  /** From one grid step to another. */
  private record Stretch(String position, long from, long to) {}

  private ReferenceTrials() {}

  /**
   * Reads them.
   *
   * @param position of the whole file, where it has no marks
   */
  static Map<String, List<Trial>> read(SessionFile file, String position) throws IOException {
    EmgRecording recording = new EmgRecording();
    List<Operator> marks = new ArrayList<>();
    try (SessionSource source = file.open()) {
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        if (next.get() instanceof Operator operator) {
          marks.add(operator);
        }
        recording.accept(next.get());
        next = source.next();
      }
    }
    Map<String, List<Trial>> trials = new LinkedHashMap<>();
    for (Stretch stretch : stretches(marks, position, recording.end())) {
      for (RecordedMuscle muscle : recording.muscles(stretch.from(), stretch.to())) {
        String id = muscle.location().id();
        trials
            .computeIfAbsent(id, key -> new ArrayList<>())
            .add(
                ReferenceContraction.best(
                    stretch.position(),
                    muscle,
                    stretch.from(),
                    stretch.to(),
                    (from, to) -> quality(recording, id, from, to)));
      }
    }
    return trials;
  }

  private static Optional<ChannelQuality> quality(
      EmgRecording recording, String id, long from, long to) {
    return recording.muscles(from, to).stream()
        .filter(muscle -> muscle.location().id().equals(id))
        .findFirst()
        .flatMap(RecordedMuscle::quality);
  }

  private static List<Stretch> stretches(List<Operator> marks, String position, long end) {
    List<Stretch> stretches = new ArrayList<>();
    for (int m = 0; m < marks.size(); m++) {
      String note = marks.get(m).note().strip();
      if (marks.get(m).action() == Operator.Action.MARK
          && (note.equals(MARK) || note.startsWith(MARK + " "))) {
        long to = m + 1 < marks.size() ? step(marks.get(m + 1)) : end;
        String word = note.substring(MARK.length()).strip();
        stretches.add(
            new Stretch(word.isEmpty() ? position : word, step(marks.get(m)), Math.min(end, to)));
      }
    }
    return stretches.isEmpty() ? List.of(new Stretch(position, 0, end)) : stretches;
  }

  private static long step(Operator event) {
    return event.atNanos() / GridTrack.STEP_NANOS;
  }
}
