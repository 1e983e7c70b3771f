package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.fixtures.FixtureCatalog;

/** Which recordings are no reference set for which session. */
class ReferenceOptionTest {
  @TempDir static Path shared;
  private static Path good = Path.of("");
  private static Path valgus = Path.of("");

  @BeforeAll
  static void fixtures() throws IOException {
    good = FixtureCatalog.find("squat-good").copyTo(shared);
    valgus = FixtureCatalog.find("squat-knee-valgus").copyTo(shared);
  }

  /** The same session under another name and exercise, its samples cut otherwise. */
  private static Path copy(Path from, String name, String exercise) throws IOException {
    Path to = shared.resolve(name);
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty());
    try (SessionSource source = RecordingReader.open(from);
        RecordingWriter writer = RecordingWriter.create(to)) {
      writer.append(source.next().orElseThrow());
      writer.append(ContextApplied.of(0, ContextJson.write(context), "test"));
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        if (next.get() instanceof Samples samples && samples.size() > 1) {
          writer.append(samples.slice(0, 1));
          writer.append(samples.slice(1, samples.size()));
        } else {
          writer.append(next.get());
        }
        next = source.next();
      }
    }
    return to;
  }

  /** The same samples, of somebody else. */
  private static Path of(String person, Path from) throws IOException {
    Path to = shared.resolve(person + "-" + from.getFileName());
    try (SessionSource source = RecordingReader.open(from);
        RecordingWriter writer = RecordingWriter.create(to)) {
      Started started = (Started) source.next().orElseThrow();
      writer.append(
          new Started(
              person,
              started.utcMillis(),
              started.monotonicZeroNanos(),
              started.software(),
              started.origin()));
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        writer.append(next.get());
        next = source.next();
      }
    }
    return to;
  }

  @Test
  void peopleAreComparedWithThemselvesOnly() throws IOException {
    Path hers = of("P-2", good);
    CommandLineCase run = analyze(of("P-1", valgus), hers);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("P-1", "P-2", hers.toString(), "with themselves only");
    CommandLineCase live =
        CommandLineCase.of(
            "record",
            "/dev/null",
            "--out",
            shared.resolve("never.plog"),
            "--subject",
            "P-1",
            "-e",
            "squat",
            "--reference",
            hers);
    assertThat(live.status()).isEqualTo(1);
    assertThat(live.err()).contains("This session is of the person P-1", "P-2");
    CommandLineCase own = analyze(of("P-2", valgus), hers);
    assertThat(own.status()).as(own.err()).isZero();
    CommandLineCase unsaid = analyze(of(Started.UNNAMED, valgus), hers);
    assertThat(unsaid.status()).as(unsaid.err()).isZero();
  }

  private static CommandLineCase analyze(Path file, Path reference) {
    return CommandLineCase.of("analyze", file, "-e", "squat", "--reference", reference);
  }

  @Test
  void aSessionIsNotItsOwnReferenceWhateverTheFileIsCalled() throws IOException {
    Path copy = copy(valgus, "first-visit.plog", "squat");
    for (Path reference : new Path[] {valgus, copy}) {
      CommandLineCase run = analyze(valgus, reference);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .contains(
              valgus.toString(), reference.toString(), "the same session", "Name a recording");
      CommandLineCase replay =
          CommandLineCase.of(
              "replay",
              valgus,
              "--headless",
              "--speed",
              "max",
              "-e",
              "squat",
              "--reference",
              reference);
      assertThat(replay.err()).contains("the same session");
    }
  }

  @Test
  void aRecordingOfAnotherExerciseIsRefusedByWhatItSaysItself() throws IOException {
    Path bridge = copy(good, "bridge.plog", "bridge");
    CommandLineCase run = analyze(valgus, bridge);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("bridge.plog", "of the exercise bridge", "says squat", "Name a");
  }

  @Test
  void oneThatSaysTheExerciseIsUsedAndOneThatSaysNoneIsUsedWithANote() throws IOException {
    String note = "does not say of which exercise";
    CommandLineCase named = analyze(valgus, copy(good, "squat.plog", "squat"));
    assertThat(named.status()).as(named.err()).isZero();
    assertThat(named.out()).doesNotContain(note);
    CommandLineCase unnamed = analyze(valgus, good);
    assertThat(unnamed.status()).as(unnamed.err()).isZero();
    assertThat(unnamed.out()).contains(note).doesNotContain("does not hold");
  }
}
