package org.plumbline.tools.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.device.table.TableProfiles;
import org.plumbline.device.table.TableSource;

/**
 * Repetitions by a knee goniometer alone, no operator, against those counted by eye from plots
 * ({@code docs/checks/uci-emg-counts.csv}); and of the same people walking, which is no exercise.
 */
final class GoniometerCounts {
  static final String FOLDER = "uci_emg";
  private static final String COUNTS = "uci-emg-counts.csv";

  private GoniometerCounts() {}

  static List<Figure> figures(Path folder, Inputs inputs) throws IOException {
    int recordings = 0;
    int exact = 0;
    int walks = 0;
    int counted = 0;
    for (String line : lines()) {
      String[] cells = line.split(",", -1);
      Path file = folder.resolve(cells[2]);
      if (Files.exists(file)) {
        inputs.progress().accept(cells[2]);
        recordings++;
        exact += count(exercise(cells[1]), file) == Integer.parseInt(cells[3]) ? 1 : 0;
      }
      Path walk = folder.resolve(cells[2].replace(cells[1], "gait"));
      if (cells[1].equals("standing") && Files.exists(walk)) {
        walks++;
        counted += count(exercise(cells[1]), walk);
      }
    }
    return List.of(
        figure("validate.repetitions.goniometer-files", recordings),
        figure("validate.repetitions.goniometer-exact", exact),
        figure("validate.repetitions.goniometer-walks", walks),
        figure("validate.repetitions.goniometer-walking", counted));
  }

  private static String exercise(String what) {
    return what.equals("sitting") ? "knee-extension" : "rear-leg-knee-bend";
  }

  private static int count(String exercise, Path file) throws IOException {
    List<SessionEvent> events = new ArrayList<>();
    try (SessionSource source =
        TableSource.open(
            file, TableProfiles.builtIn("lower-limb-emg").orElseThrow(), "S", "validation")) {
      for (Optional<SessionEvent> next = source.next(); next.isPresent(); next = source.next()) {
        events.add(next.get());
      }
    }
    return (int)
        CountedSession.analyze(exercise, events).repetitions().stream()
            .filter(RepetitionResult::complete)
            .count();
  }

  private static Figure figure(String words, int value) {
    return Figure.info(
        Texts.get(words), value, "1", Origin.MEASURED, Texts.get("validate.source.goniometer"));
  }

  private static List<String> lines() throws IOException {
    try (InputStream counts = GoniometerCounts.class.getResourceAsStream(COUNTS)) {
      if (counts == null) {
        throw new IOException("resource " + COUNTS + " is missing");
      }
      return new String(counts.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("person"))
          .toList();
    }
  }
}
