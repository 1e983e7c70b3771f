package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.CorrectionFile;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.recording.OnDamage;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.fixtures.FixtureCatalog;

/** Corrections by hand, through the command line, on a recorded synthetic set of ten squats. */
class CorrectionsTest {
  private static final String BY =
      ", who: p3, when: 2024-03-01T10:15:00Z, why: seen in the video}\n";

  @TempDir private Path folder = Path.of("");
  private Path squat = Path.of("");

  @BeforeEach
  void recording() throws IOException {
    squat = FixtureCatalog.find("squat-good").copyTo(folder);
  }

  private Path corrections(String name, String... entries) throws IOException {
    StringBuilder text = new StringBuilder("schema: plumbline.corrections/1\ncorrections:\n");
    for (String entry : entries) {
      text.append("  - {").append(entry).append(BY);
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private JsonNode analyze(Path recording, Object... more) throws IOException {
    Path json = folder.resolve("result.json");
    Object[] words = new Object[more.length + 7];
    Object[] first = {"analyze", recording, "-e", "squat", "--json", json, "--force"};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    CommandLineCase run = CommandLineCase.of(words);
    assertThat(run.status()).as(run.err()).isZero();
    return new ObjectMapper().readTree(json.toFile()).get("result");
  }

  private static JsonNode repetition(JsonNode result, int number) {
    return result.at("/sets/0/repetitions").get(number - 1);
  }

  private static String outcome(JsonNode repetition, String rule) {
    for (JsonNode verdict : repetition.get("verdicts")) {
      if (verdict.get("rule").asText().equals(rule)) {
        return verdict.get("outcome").asText();
      }
    }
    return "";
  }

  private static double knee(JsonNode repetition) {
    return repetition.at("/metrics/left.kneeFlexionPeak/value").asDouble();
  }

  private String bounds(JsonNode repetition, double start, double end) {
    return String.format(
        java.util.Locale.ROOT,
        "kind: bounds, fromSeconds: %.2f, toSeconds: %.2f, startSeconds: %.2f, endSeconds: %.2f",
        repetition.get("startSeconds").asDouble() + 0.3,
        repetition.get("endSeconds").asDouble() - 0.3,
        start,
        end);
  }

  @Test
  void metricVerdictAndAuditTrailFollowBoundsAndARecordingKeepsThem() throws IOException {
    JsonNode plain = repetition(analyze(squat), 4);
    double start = plain.get("startSeconds").asDouble();
    double end = plain.get("endSeconds").asDouble();
    assertThat(outcome(plain, "depth")).isEqualTo("satisfied");

    // A bound early in the descent: the depth of what is left is none.
    double wrongEnd = start + 0.18 * (end - start);
    Path wrong = corrections("wrong.yaml", bounds(plain, start, wrongEnd));
    Path kept = folder.resolve("kept.plog");
    JsonNode result = analyze(squat, "--corrections", wrong, "--save-corrected", kept);
    JsonNode cut = repetition(result, 4);
    assertThat(cut.get("endSeconds").asDouble()).isBetween(wrongEnd - 0.011, wrongEnd + 0.011);
    assertThat(knee(cut)).isLessThan(knee(plain) - 15);
    assertThat(outcome(cut, "depth")).isEqualTo("violated");

    JsonNode audit = result.at("/corrections/0");
    assertThat(audit.get("matched").asBoolean()).isTrue();
    assertThat(audit.get("repetition").asInt()).isEqualTo(4);
    assertThat(audit.get("who").asText()).isEqualTo("p3");
    assertThat(audit.get("when").asText()).isEqualTo("2024-03-01T10:15:00Z");
    assertThat(audit.get("why").asText()).isEqualTo("seen in the video");
    assertThat(audit.at("/changes/1/what").asText()).isEqualTo("end");
    assertThat(audit.at("/changes/1/originalSeconds").asDouble()).isEqualTo(end);
    assertThat(audit.at("/changes/1/newSeconds").asDouble())
        .isEqualTo(cut.get("endSeconds").asDouble());

    // The recording with its correction says the same again, and a later correction mends it.
    assertThat(analyze(kept)).isEqualTo(result);
    Path right = corrections("right.yaml", bounds(plain, start, end));
    JsonNode mended = analyze(kept, "--corrections", right);
    assertThat(mended.at("/corrections/0/outcome").asText()).isEqualTo("replaced");
    assertThat(mended.at("/corrections/1/outcome").asText()).isEqualTo("applied");
    assertThat(outcome(repetition(mended, 4), "depth")).isEqualTo("satisfied");
    assertThat(repetition(mended, 4)).isEqualTo(plain);
  }

  @Test
  void onsetsAreLabelledAsByHand() throws IOException {
    JsonNode plain = repetition(analyze(squat), 4);
    double start = plain.get("startSeconds").asDouble();
    double was = plain.at("/metrics/left.gluteusMaximusOnset/value").asDouble();
    Path file =
        corrections(
            "onset.yaml",
            String.format(
                java.util.Locale.ROOT,
                "kind: burst, muscle: left-gluteus-maximus, fromSeconds: %.2f, toSeconds: %.2f,"
                    + " onsetSeconds: %.3f",
                start,
                start + 2,
                start + 0.5));
    JsonNode result = analyze(squat, "--corrections", file);
    JsonNode onset = repetition(result, 4).at("/metrics/left.gluteusMaximusOnset");
    assertThat(onset.get("value").asDouble()).isEqualTo(0.5);
    assertThat(onset.get("caveat").asText()).isEqualTo("hand");
    assertThat(result.at("/corrections/0/changes/0/originalSeconds").asDouble())
        .isCloseTo(start + was, org.assertj.core.api.Assertions.within(2e-4));
    assertThat(repetition(result, 5).at("/metrics/left.gluteusMaximusOnset/caveat").isMissingNode())
        .isTrue();
  }

  @Test
  void whatMatchesNothingIsSaidEverywhere() throws IOException {
    Path file = corrections("nothing.yaml", "kind: reject, fromSeconds: 0.5, toSeconds: 1.5");
    Path report = folder.resolve("report.html");
    Path csv = folder.resolve("csv");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            squat,
            "-e",
            "squat",
            "--corrections",
            file,
            "--report",
            report,
            "--csv",
            csv);
    String sentence = "matched nothing: no repetition was found between 0.50 and 1.50 s";
    assertThat(run.out()).contains(sentence, "p3", "seen in the video", "10 repetitions");
    assertThat(Files.readString(report)).contains(sentence, "seen in the video");
    assertThat(Files.readString(csv.resolve("corrections.csv"))).contains("no-repetition");
  }

  @Test
  void aDamagedFileIsOneSentenceWithLineAndColumn() throws IOException {
    Path file = corrections("bad.yaml", "kind: reject, fromSeconds: soon, toSeconds: 1.5");
    CommandLineCase run =
        CommandLineCase.of("analyze", squat, "-e", "squat", "--corrections", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("plumbline: ")
        .contains("bad.yaml, line 3, column 33: fromSeconds")
        .doesNotContain("Exception", "\tat ");
    assertThat(run.err().lines()).hasSize(1);
    CommandLineCase missing =
        CommandLineCase.of("analyze", squat, "-e", "squat", "--corrections", folder.resolve("no"));
    assertThat(missing.err()).contains("no").doesNotContain("Exception");
  }

  @Test
  void howSamplesWereCutChangesNothing() throws IOException {
    JsonNode plain = analyze(squat);
    Path file =
        corrections(
            "several.yaml",
            bounds(
                repetition(plain, 4),
                repetition(plain, 4).get("startSeconds").asDouble() + 0.2,
                repetition(plain, 4).get("endSeconds").asDouble() + 0.1),
            "kind: reject, fromSeconds: 33, toSeconds: 35",
            "kind: add, startSeconds: 0.5, endSeconds: 1.5");
    Path kept = folder.resolve("kept.plog");
    analyze(squat, "--corrections", file, "--save-corrected", kept);
    String whole = result(kept, Integer.MAX_VALUE);
    assertThat(whole).contains("\"outcome\":\"applied\"");
    assertThat(result(kept, 7)).isEqualTo(whole);
  }

  private static String result(Path recording, int longest) throws IOException {
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    try (SessionSource source = RecordingReader.open(recording, OnDamage.REFUSE)) {
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        if (next.get() instanceof Samples samples) {
          int size = samples.size();
          for (int from = 0; from < size; ) {
            int to = (int) Math.min(size, (long) from + longest);
            analyzer.accept(samples.slice(from, to));
            from = to;
          }
        } else {
          analyzer.accept(next.get());
        }
        next = source.next();
      }
    }
    return ReportJson.result(analyzer.result());
  }

  @Test
  void theSameRecordingAndCorrectionsGiveTheSameBytes() throws IOException {
    JsonNode plain = repetition(analyze(squat), 4);
    double start = plain.get("startSeconds").asDouble();
    Path file = corrections("c.yaml", bounds(plain, start, plain.get("endSeconds").asDouble()));
    Path one = folder.resolve("one.plog");
    Path two = folder.resolve("two.plog");
    analyze(squat, "--corrections", file, "--save-corrected", one);
    analyze(squat, "--corrections", file, "--save-corrected", two);
    assertThat(two).hasSameBinaryContentAs(one);
  }

  /** Up to half of the neighbour both stand; beyond it the bounds are refused. */
  @Test
  void newBoundsMayTakeInHalfOfTheNextRepetitionAndNoMore() throws IOException {
    JsonNode plain = analyze(squat);
    double start = repetition(plain, 3).get("startSeconds").asDouble();
    double end = repetition(plain, 3).get("endSeconds").asDouble();
    double next = repetition(plain, 4).get("startSeconds").asDouble();
    double length = repetition(plain, 4).get("endSeconds").asDouble() - next;
    for (double share : new double[] {0.45, 0.55}) {
      double until = next + share * length;
      String bounds =
          String.format(
              java.util.Locale.ROOT,
              "kind: bounds, fromSeconds: %.2f, toSeconds: %.2f, startSeconds: %.2f,"
                  + " endSeconds: %.2f",
              start,
              end - 0.3,
              start,
              until);
      JsonNode result = analyze(squat, "--corrections", corrections("n.yaml", bounds));
      assertThat(result.at("/corrections/0/outcome").asText())
          .isEqualTo(share < 0.5 ? "applied" : "covers-another");
      assertThat(repetition(result, 3).get("endSeconds").asDouble())
          .isCloseTo(share < 0.5 ? until : end, org.assertj.core.data.Offset.offset(0.011));
      assertThat(repetition(result, 4).get("startSeconds").asDouble()).isEqualTo(next);
      assertThat(result.at("/sets/0/repetitions")).hasSize(10);
    }
  }

  /** Line and column of a value, counted from 1. */
  private static String place(String text, String value) {
    String before = text.substring(0, text.indexOf(value));
    int line = before.split("\n", -1).length;
    return "line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
  }

  @Test
  void nobodyCorrectsTomorrow() throws IOException {
    Path file = corrections("c.yaml", "kind: reject, fromSeconds: 1, toSeconds: 3");
    String text = Files.readString(file);
    Correction one = CorrectionFile.parse(text, "c.yaml").get(0);
    Instant when = Instant.parse(one.when());
    CorrectionOptions.requirePast(List.of(one), text, file, when);
    assertThatThrownBy(
            () -> CorrectionOptions.requirePast(List.of(one), text, file, when.minusSeconds(700)))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(place(text, one.when()), one.when(), "the future");
  }
}
