package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.fixtures.FixtureCatalog;

/** Files in, results out, on the recorded synthetic fixtures. */
class AnalyzeCommandTest {

  @TempDir static Path shared;
  private static Path good = Path.of("");
  private static Path valgus = Path.of("");

  @BeforeAll
  static void fixtures() throws IOException {
    good = FixtureCatalog.find("squat-good").copyTo(shared);
    valgus = FixtureCatalog.find("squat-knee-valgus").copyTo(shared);
  }

  @Test
  void countsTenRepetitionsAndSaysThatTheDataIsSynthetic() {
    CommandLineCase run = CommandLineCase.of("analyze", good, "--exercise", "squat");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("10 repetitions", "Synthetic data");
    assertThat(run.out().lines().filter(line -> line.contains("Not assessable")))
        .isNotEmpty()
        .allMatch(
            line -> line.matches(" *Not assessable, .*; Gluteal to hamstring ratio, left; .*: .+"));
  }

  @Test
  void theOwnReferenceDecidesWhereItIsGiven(@TempDir Path folder) throws IOException {
    Path json = folder.resolve("deep/er/result.json");
    CommandLineCase run =
        CommandLineCase.of("analyze", valgus, "-e", "squat", "--reference", good, "--json", json);
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode set = new ObjectMapper().readTree(json.toFile()).at("/result/sets/0");
    assertThat(set.get("baseline").asText()).isEqualTo("own");
    assertThat(set.get("repetitions")).hasSize(10);
  }

  @Test
  void twoRunsGiveTheSameResultByteForByte(@TempDir Path folder) throws IOException {
    for (String name : new String[] {"a", "b"}) {
      CommandLineCase.of(
          "analyze",
          valgus,
          "-e",
          "squat",
          "--csv",
          folder.resolve(name),
          "--json",
          folder.resolve(name + ".json"));
    }
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(folder.resolve("a.json").toFile()).get("result"))
        .isEqualTo(json.readTree(folder.resolve("b.json").toFile()).get("result"));
    assertThat(Files.readString(folder.resolve("a/verdicts.csv")))
        .isEqualTo(Files.readString(folder.resolve("b/verdicts.csv")));
  }

  @Test
  void aReportThatExistsIsKeptUnlessForced(@TempDir Path folder) throws IOException {
    Path report = Files.writeString(folder.resolve("old.html"), "old");
    CommandLineCase kept = CommandLineCase.of("analyze", good, "-e", "squat", "--report", report);
    assertThat(kept.status()).isEqualTo(1);
    assertThat(kept.err()).contains("old.html", "--force");
    assertThat(report).hasContent("old");
    CommandLineCase forced =
        CommandLineCase.of("analyze", good, "-e", "squat", "--report", report, "--force");
    assertThat(forced.status()).isZero();
    assertThat(Files.readString(report)).contains("<html");
  }

  @Test
  void anUnreadableFileAmongManyDoesNotStopTheOthers(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.plog"));
    Path out = folder.resolve("out");
    CommandLineCase run = CommandLineCase.of("analyze", empty, good, "-e", "squat", "--out", out);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("empty.plog", "is empty");
    assertThat(out.resolve("squat-good.html")).exists();
    assertThat(out.resolve("squat-good.json")).exists();
  }

  @Test
  void badFilesAreASentenceEach(@TempDir Path folder) throws IOException {
    byte[] recording = Files.readAllBytes(good);
    byte[] flipped = recording.clone();
    flipped[recording.length / 2] ^= 4;
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam\n");
    Path[] bad = {
      folder.resolve("missing.plog"),
      folder,
      text,
      Files.write(folder.resolve("flipped.plog"), flipped),
      Files.write(folder.resolve("stump.plog"), Arrays.copyOf(recording, 100))
    };
    for (Path file : bad) {
      CommandLineCase run = CommandLineCase.of("analyze", file, "-e", "squat");
      assertThat(run.status()).as(file.toString()).isEqualTo(1);
      assertThat(run.err())
          .as(file.toString())
          .startsWith("plumbline: ")
          .contains(String.valueOf(file.getFileName()))
          .doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void aRecordingThatWasCutOffIsAnalyzedAndSaysSo(@TempDir Path folder) throws IOException {
    byte[] recording = Files.readAllBytes(good);
    Path cut =
        Files.write(folder.resolve("cut.plog"), Arrays.copyOf(recording, recording.length * 2 / 3));
    CommandLineCase run = CommandLineCase.of("analyze", cut, "-e", "squat");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("interrupted");
  }
}
