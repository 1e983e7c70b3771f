package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/**
 * Uses the classes that most commands need, so that the launcher can put them into an archive from
 * which the next start takes them ready made.
 */
final class WarmUp {
  static final String WORD = "--warm-up";

  private WarmUp() {}

  /** Runs a command of each kind into a temporary folder, whatever becomes of it. */
  static int run() {
    try {
      Path folder = Files.createTempDirectory("plumbline-warm-up");
      try {
        return run(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      return 1;
    }
  }

  private static int run(Path folder) throws IOException {
    Path file = folder.resolve("warm-up" + RecordingWriter.EXTENSION);
    record(
        new SimulatedBody(Scenario.squat(1).withRepetitions(RepetitionPlan.good().times(2))), file);
    String recording = file.toString();
    String exercise = "squat";
    String out = folder.resolve("out").toString();
    List<List<String>> commands =
        List.of(
            List.of("--help"),
            List.of("--version"),
            List.of("help", "analyze"),
            List.of("nonsense"),
            List.of("analyze", recording, "--exercise", exercise, "--out", out, "--metrics"),
            List.of("replay", recording, "--exercise", exercise, "--headless", "--speed", "max"),
            List.of("demo", "--headless", "--speed", "16", "--out", out + "-demo"));
    for (List<String> command : commands) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      Main.run(nowhere, nowhere, command.toArray(String[]::new));
    }
    return 0;
  }

  private static void record(SimulatedBody body, Path file) throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (SessionEvent event : body.events()) {
        writer.append(event);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
