package org.plumbline.analyzer.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.comparison.Comparison.FigureChange;
import org.plumbline.analyzer.comparison.Comparison.Likeness;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.report.AnalysisRun;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;

/** Reports that were changed by hand in one place: exactly that place is told. */
class ComparisonTest {

  private static final String SQUAT = document("S01.plog");

  private static String document(String recording) {
    SessionResult sample = SampleResults.squat();
    AnalysisContext applied =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get("squat"), java.util.List.of(), Optional.empty());
    AnalysisContext before =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get("bridge"), java.util.List.of(), Optional.empty());
    ContextSummary context =
        new ContextSummary(
            "ab",
            "squat",
            applied.ruleSet(),
            "plumbline 1",
            Optional.of(ContextJson.write(applied)),
            "Squat",
            List.of(ContextJson.write(before)));
    SessionResult result =
        new SessionResult(
            sample.subject(),
            sample.synthetic(),
            sample.interrupted(),
            context,
            sample.streams(),
            sample.sets(),
            sample.coverage(),
            sample.notes(),
            sample.calibrations());
    return ReportJson.document(
        result,
        new AnalysisRun(
            Instant.EPOCH,
            Optional.empty(),
            "Linux",
            "17",
            1,
            Optional.of(new AnalysisRun.RecordingFile(recording, "ab".repeat(32))),
            "plumbline 1"));
  }

  private static Comparison compared(String before, String after) {
    return Comparison.of(ReportDocument.parse(before), ReportDocument.parse(after));
  }

  /** The squat with one text replaced, which has to be there. */
  private static String with(String old, String replacement) {
    assertThat(SQUAT).contains(old);
    return SQUAT.replaceFirst(java.util.regex.Pattern.quote(old), replacement);
  }

  private static String text(Comparison comparison) {
    return String.join("\n", ComparisonText.lines(comparison));
  }

  @Test
  void equalResultsAreIdenticalWhateverTheRunWas() {
    Comparison same =
        compared(SQUAT, SQUAT.replace("\"durationSeconds\":1.0", "\"durationSeconds\":2.0"));
    assertThat(same.likeness()).isEqualTo(Likeness.IDENTICAL);
    assertThat(text(same))
        .isEqualTo("The two results are identical, byte for byte (10 repetitions).");
  }

  @Test
  void theLastDigitOfOneFigureIsADifference() {
    Comparison moved = compared(SQUAT, with("\"startSeconds\":4.5500", "\"startSeconds\":4.5501"));
    assertThat(moved.likeness()).isEqualTo(Likeness.DIFFERENT);
    assertThat(moved.moved()).hasSize(1);
    assertThat(moved.moved().get(0).startSeconds()).isEqualByComparingTo("0.0001");
    assertThat(moved.figures()).isEmpty();
    assertThat(text(moved)).contains("set 1, repetition 1: start +0.0001 s, turn 0.0000 s");
  }

  @Test
  void anotherVersionWithTheSameFiguresIsSaidAsThat() {
    Comparison same = compared(SQUAT, SQUAT.replace("plumbline 1", "plumbline 2"));
    assertThat(same.likeness()).isEqualTo(Likeness.OTHER_SOFTWARE);
    assertThat(text(same)).contains("plumbline 1 → plumbline 2", "byte for byte");
  }

  @Test
  void aLimitThatMovedIsNamedWithItsRule() {
    Comparison limit = compared(SQUAT, with("\"amber\":8.0", "\"amber\":10.0"));
    assertThat(limit.settings())
        .containsExactly(
            new Comparison.Change(
                "exercise/rules/knee-valgus VAL-1 kneeFrontalDeviation above/absolute/amber",
                Optional.of("8.0"),
                Optional.of("10.0")));
    assertThat(text(limit)).contains("Rules and limits, differences: 1", "8.0 → 10.0");
  }

  /** The bridge that was done first has limits of its own: PEL-1 holds 5 degrees for the pelvis. */
  @Test
  void aLimitOfAContextThatAnotherOneFollowedIsNamedToo() {
    String tilt = "\"rule\":\"pelvic-tilt\",\"row\":\"PEL-1\"";
    int from = SQUAT.indexOf(tilt, SQUAT.indexOf("\"earlier\":"));
    String changed =
        SQUAT.substring(0, from)
            + SQUAT.substring(from).replaceFirst("\"amber\":5.0", "\"amber\":6.0");
    Comparison limit = compared(SQUAT, changed);
    assertThat(limit.settings())
        .containsExactly(
            new Comparison.Change(
                "earlier/1/exercise/rules/pelvic-tilt PEL-1 lumbopelvicTilt above/absolute/amber",
                Optional.of("5.0"),
                Optional.of("6.0")));
    assertThat(text(limit)).contains("Rules and limits, differences: 1", "5.0 → 6.0");
  }

  @Test
  void twoPeopleAreNotTakenForOneWhoChanged() {
    assertThat(text(compared(SQUAT, with("\"subject\":\"S01\"", "\"subject\":\"S02\""))))
        .startsWith("Note: the two are of different people by their codes (S01 and S02)");
  }

  @Test
  void aPartThatOnlyOneHasIsToldAsOne() {
    String stored =
        "\"body\":{\"calibrations\":[],\"standing\":[{\"location\":\"left-knee\",\"flexionDeg\":10.0,"
            + "\"abductionDeg\":0.0,\"internalRotationDeg\":0.0}],\"mountings\":[]}";
    Comparison body = compared(SQUAT, with("\"body\":null", stored));
    assertThat(body.settings())
        .containsExactly(
            new Comparison.Change("body", Optional.empty(), Optional.of("(4 values)")));
  }

  @Test
  void aMetricIsBeyondItsErrorOnlyWhenItMovedByMoreThanTheLargerOne() throws IOException {
    JsonNode figure =
        new ObjectMapper()
            .readTree(SQUAT)
            .at("/result/sets/0/repetitions/0/metrics/kneeFlexionPeak");
    double error = figure.get("error").asDouble();
    String value = "\"kneeFlexionPeak\":{\"value\":";
    String old = value + figure.get("value").decimalValue().setScale(3);
    double just = figure.get("value").asDouble() + error;
    for (double further : new double[] {-0.001, 0.001}) {
      String moved = value + String.format(java.util.Locale.ROOT, "%.3f", just + further);
      FigureChange change = compared(SQUAT, with(old, moved)).figures().get(0);
      assertThat(change.beyondError()).as("moved by %s more", further).isEqualTo(further > 0);
    }
  }

  @Test
  void repetitionsAreMatchedByTimeAndNotByTheirNumber() {
    String first = SQUAT.substring(SQUAT.indexOf("{\"index\":1,\"startSeconds\""));
    String repetition = first.substring(0, first.indexOf("{\"index\":2,\"startSeconds\""));
    String without = SQUAT.replace(repetition, "");
    for (int index = 2; index <= 10; index++) {
      without =
          without.replace(
              "{\"index\":" + index + ",\"startSeconds\"",
              "{\"index\":" + (index - 1) + ",\"startSeconds\"");
    }
    Comparison gone = compared(SQUAT, without);
    assertThat(gone.matched()).isEqualTo(9);
    assertThat(gone.gone()).singleElement().extracting(one -> one.index()).isEqualTo(1);
    assertThat(gone.moved()).isEmpty();
    assertThat(gone.figures()).isEmpty();
    assertThat(gone.answers()).isEmpty();
    assertThat(compared(without, SQUAT).added()).hasSize(1);
    assertThat(text(gone)).contains("9 in both, 0 added, 1 gone", "gone   set 1, repetition 1");
  }

  @Test
  void everyOtherAnswerIsCountedAndListed() {
    String satisfied = "\"outcome\":\"satisfied\",\"severity\":null";
    Comparison other =
        compared(SQUAT, with(satisfied, "\"outcome\":\"violated\",\"severity\":\"red\""));
    assertThat(other.answers()).singleElement().matches(Comparison.AnswerChange::isAnother);
    assertThat(text(other)).contains("Verdicts: 1 other answer;", "within → far beyond", "1/1");
  }

  @Test
  void whatHasNoPlaceOfItsOwnIsComparedToo() {
    Comparison lost = compared(SQUAT, with("\"lost\":14", "\"lost\":15"));
    assertThat(lost.rest())
        .containsExactly(
            new Comparison.Change(
                "streams/right-thigh/lost", Optional.of("14"), Optional.of("15")));
    Comparison newer =
        compared(SQUAT, with("\"complete\":true", "\"complete\":true,\"mood\":\"good\""));
    assertThat(newer.likeness()).isEqualTo(Likeness.DIFFERENT);
    assertThat(newer.rest())
        .containsExactly(new Comparison.Change("1/1/mood", Optional.empty(), Optional.of("good")));
  }

  @Test
  void aResultThatDoesNotSayItsLimitsIsNotCalledTheSame() {
    int from = SQUAT.indexOf("\"applied\":") - 2;
    String older = SQUAT.substring(0, from) + SQUAT.substring(SQUAT.indexOf("},\n\"streams\""));
    Comparison unknown = compared(older, SQUAT);
    assertThat(unknown.settingsKnown()).isFalse();
    assertThat(text(unknown)).contains("not known").doesNotContain("parameters: the same");
  }

  @Test
  void whatIsNoReportIsRefusedWithASentence() {
    assertThatThrownBy(() -> ReportDocument.parse("{\"schema\":"))
        .hasMessageContaining("no JSON (line 1");
    assertThatThrownBy(() -> ReportDocument.parse("{\"schema\":\"x/1\"}"))
        .hasMessageContaining("x/1");
    assertThatThrownBy(
            () -> ReportDocument.parse("{\"schema\":\"plumbline.report/1\",\"result\":3}"))
        .hasMessageContaining("result");
    assertThatThrownBy(
            () -> ReportDocument.parse(with("\"startSeconds\":4.5500", "\"startSeconds\":\"4\"")))
        .hasMessageContaining("startSeconds");
  }

  @Test
  void linesFitAConsoleAndTheJsonHasEveryDifference() throws IOException {
    String bridge =
        ReportJson.document(
            SampleResults.bridge(),
            new AnalysisRun(
                Instant.EPOCH,
                Optional.empty(),
                "Linux",
                "17",
                1,
                Optional.empty(),
                "plumbline 1"));
    Comparison all = compared(SQUAT, bridge);
    assertThat(ComparisonText.lines(all)).allMatch(line -> line.length() <= 100);
    JsonNode json = new ObjectMapper().readTree(ComparisonJson.document(all));
    assertThat(json.get("schema").asText()).isEqualTo("plumbline.comparison/1");
    assertThat(json.get("likeness").asText()).isEqualTo("different");
    assertThat(json.get("gone").size() + json.get("matched").asInt()).isEqualTo(10);
    assertThat(json.get("metrics")).hasSameSizeAs(all.figures());
    assertThat(json.get("verdicts")).hasSameSizeAs(all.answers());
  }
}
