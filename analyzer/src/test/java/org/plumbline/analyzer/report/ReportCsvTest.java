package org.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Side;

class ReportCsvTest {

  /** Rows by column name, read by a parser written from RFC 4180 alone. */
  private static List<Map<String, String>> rows(String csv) {
    List<List<String>> records = parse(csv);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      assertThat(record).hasSameSizeAs(records.get(0));
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < record.size(); column++) {
        row.put(records.get(0).get(column), record.get(column));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> parse(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        assertThat(field).as("a quote opens a field").isEmpty();
        quoted = true;
      } else if (c == ',') {
        record.add(field.toString());
        field.setLength(0);
      } else if (c == '\r') {
        assertThat(csv.charAt(++i)).isEqualTo('\n');
        record.add(field.toString());
        field.setLength(0);
        records.add(record);
        record = new ArrayList<>();
      } else {
        assertThat(c).as("a bare line feed").isNotEqualTo('\n');
        field.append(c);
      }
    }
    assertThat(record).as("the last row ends with CR LF").isEmpty();
    return records;
  }

  private static SessionResult oneVerdict(Verdict verdict, String exercise) {
    SetResult set =
        new SetResult(
            1,
            exercise,
            "right",
            OptionalDouble.empty(),
            "none",
            List.of(new RepetitionResult(1, 0, 1, 2, true, List.of(), List.of(verdict), List.of())),
            List.of());
    return new SessionResult(
        "S01",
        false,
        false,
        new ContextSummary("", exercise, "", ""),
        List.of(),
        List.of(set),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void aRowPerRepetitionAndMetricWithItsUnit() {
    List<Map<String, String>> rows = rows(ReportCsv.repetitions(SampleResults.bridge()));
    assertThat(rows).hasSize(10 * 7);
    assertThat(rows.get(0))
        .containsEntry("subject", "S01")
        .containsEntry("synthetic", "true")
        .containsEntry("loadKg", "20.000")
        .containsEntry("setSide", "both")
        .containsEntry("metric", "gluteusMaximusLevel")
        .containsEntry("side", "left")
        .containsEntry("value", "98.00")
        .containsEntry("error", "7.00")
        .containsEntry("unit", "% of reference set");
  }

  @Test
  void aRepetitionWithoutMetricsIsNotLost() {
    List<Map<String, String>> rows = rows(ReportCsv.repetitions(SampleResults.nothingAssessable()));
    assertThat(rows).hasSize(6).allSatisfy(row -> assertThat(row).containsEntry("metric", ""));
    assertThat(rows)
        .extracting(row -> row.get("repetition"))
        .containsExactly("1", "2", "3", "4", "5", "6");
  }

  @Test
  void aVerdictHasItsEvidenceOrItsReason() {
    List<Map<String, String>> rows = rows(ReportCsv.verdicts(SampleResults.squat()));
    assertThat(rows).hasSize(30);
    assertThat(rows.get(6))
        .containsEntry("repetition", "3")
        .containsEntry("rule", "knee-valgus")
        .containsEntry("outcome", "violated")
        .containsEntry("severity", "amber")
        .containsEntry("value", "11.000")
        .containsEntry("limit", "8.000")
        .containsEntry("basis", "absolute")
        .containsEntry("at", "knee flexion 60 deg")
        .containsEntry("source", "VAL-1, Munro 2012, Gwynne & Curran 2014")
        .containsEntry("reasonCode", "");
    assertThat(rows.get(24))
        .containsEntry("repetition", "9")
        .containsEntry("outcome", "not-assessable")
        .containsEntry("value", "")
        .containsEntry("unit", "")
        .containsEntry("reasonCode", "heading-too-old");
  }

  @Test
  void curvesAreLongAndAGapIsEmpty() {
    double[] values = new double[Curve.POINTS];
    values[7] = Double.NaN;
    SetResult set =
        new SetResult(
            2,
            "squat",
            "left",
            OptionalDouble.empty(),
            "none",
            List.of(
                new RepetitionResult(
                    3,
                    0,
                    1,
                    2,
                    true,
                    List.of(),
                    List.of(),
                    List.of(new Curve("kneeFlexion", Side.LEFT, "deg", values)))),
            List.of());
    List<Map<String, String>> rows =
        rows(ReportCsv.curves(SampleResults.session("squat", List.of(set), List.of())));
    assertThat(rows).hasSize(101);
    assertThat(rows.get(7)).containsEntry("percent", "7").containsEntry("value", "");
    assertThat(rows.get(100)).containsEntry("percent", "100").containsEntry("value", "0.000");
  }

  @Test
  void aStreamWithoutRemarksHasARowToo() {
    List<Map<String, String>> rows = rows(ReportCsv.streams(SampleResults.squat()));
    assertThat(rows)
        .extracting(row -> row.get("placement"))
        .containsExactly("pelvis", "right-thigh", "right-shank");
    assertThat(rows.get(2))
        .containsEntry("lostUnknown", "true")
        .containsEntry("healthCode", "loss")
        .containsEntry("rateHz", "109.940");
  }

  @Test
  void anyTextComesBackFromTheFile() {
    String text = "a \"quoted\", text\r\nwith lines; ä€😀";
    SessionResult sample =
        oneVerdict(
            new Verdict.NotAssessable("rule", Side.RIGHT, new Reason("code", text)), "squat");
    assertThat(rows(ReportCsv.verdicts(sample)).get(0)).containsEntry("reason", text);
  }

  @Test
  void aTextThatASpreadsheetWouldRunGetsAnApostrophe() {
    Verdict verdict = new Verdict.NotAssessable("rule", Side.RIGHT, new Reason("code", ""));
    assertThat(rows(ReportCsv.verdicts(oneVerdict(verdict, "=cmd|'/c calc'!A1"))).get(0))
        .containsEntry("exercise", "'=cmd|'/c calc'!A1");
    assertThat(rows(ReportCsv.verdicts(oneVerdict(verdict, "-1+cmd|x"))).get(0))
        .containsEntry("exercise", "'-1+cmd|x");
    assertThat(rows(ReportCsv.verdicts(oneVerdict(verdict, "-01"))).get(0))
        .as("a code that begins with a dash can do no harm")
        .containsEntry("exercise", "-01");
  }

  @Test
  void theBytesAreTheSameInEveryLocale() {
    SessionResult sample = SampleResults.bridge();
    String expected = all(sample);
    DefaultLocales.each(() -> all(sample))
        .forEach((tag, text) -> assertThat(text).as(tag).isEqualTo(expected));
  }

  private static String all(SessionResult sample) {
    return ReportCsv.repetitions(sample)
        + ReportCsv.verdicts(sample)
        + ReportCsv.curves(sample)
        + ReportCsv.streams(sample);
  }

  @Test
  void writesSevenFiles(@TempDir Path folder) throws IOException {
    Path made = folder.resolve("new/tables");
    ReportCsv.write(SampleResults.squat(), made);
    try (var files = Files.list(made)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "repetitions.csv",
              "verdicts.csv",
              "curves.csv",
              "streams.csv",
              "emg-quality.csv",
              "corrections.csv",
              "comparisons.csv");
    }
  }
}
