package org.plumbline.tools.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.table.TableProfiles;
import org.plumbline.device.table.TableSource;

/** Tables of repetitions that were counted by eye from plots ({@code docs/checks}). */
final class EyeCounts {
  private EyeCounts() {}

  /**
   * The cells of every row.
   *
   * @param resource name of the table
   * @throws IOException when the program lacks it
   */
  static List<String[]> rows(String resource) throws IOException {
    try (InputStream counts = EyeCounts.class.getResourceAsStream(resource)) {
      if (counts == null) {
        throw new IOException("resource " + resource + " is missing");
      }
      return new String(counts.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("person"))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  /**
   * Complete repetitions that the program counts in a recording without an operator.
   *
   * @param profile of the program's own that the file fits
   */
  static int counted(String exercise, Path file, String profile) throws IOException {
    List<SessionEvent> events = new ArrayList<>();
    try (SessionSource source =
        TableSource.open(file, TableProfiles.builtIn(profile).orElseThrow(), "S", "validation")) {
      for (Optional<SessionEvent> next = source.next(); next.isPresent(); next = source.next()) {
        events.add(next.get());
      }
    }
    return (int)
        CountedSession.analyze(exercise, events).repetitions().stream()
            .filter(RepetitionResult::complete)
            .count();
  }
}
