package org.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.Coverage;
import org.plumbline.analyzer.result.SessionResult.EmgScore;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.device.log.Side;

class ReportJsonTest {

  static final AnalysisRun RUN =
      new AnalysisRun(
          Instant.parse("2026-11-21T09:30:00.987Z"),
          Optional.of(Instant.parse("2026-11-20T14:05:00Z")),
          "Linux 6.1 amd64",
          "17.0.15 (Debian)",
          0.7344,
          Optional.of(new AnalysisRun.RecordingFile("S01.avro", "ab".repeat(32))),
          "plumbline 0.1.0");

  private static SetResult set(String side, Metric... metrics) {
    return new SetResult(
        1,
        "squat",
        side,
        OptionalDouble.empty(),
        "none",
        List.of(new RepetitionResult(1, 0, 1, 2, true, List.of(metrics), List.of(), List.of())),
        List.of());
  }

  private static SessionResult session(SetResult set) {
    return SampleResults.session("squat", List.of(set), List.of());
  }

  static List<SessionResult> samples() {
    return List.of(
        SampleResults.squat(),
        SampleResults.bridge(),
        SampleResults.threeSets(),
        SampleResults.forty(),
        SampleResults.interrupted(),
        SampleResults.nothingAssessable(),
        SampleResults.empty());
  }

  /** Everything once, with the figures below. */
  private static SessionResult small() {
    Verdict violated =
        new Verdict.Assessed(
                "knee-valgus",
                Side.RIGHT,
                Outcome.VIOLATED,
                Optional.of(Severity.RED),
                14.20049,
                8,
                Basis.ABSOLUTE,
                1.4,
                "deg",
                "VAL-1",
                "M",
                "knee flexion 60 deg")
            .of("kneeFrontalDeviation");
    Verdict unknown =
        new Verdict.NotAssessable(
            "pelvic-tilt",
            Side.MIDLINE,
            new Reason("missing-placement", "no sensor on \"pelvis\""));
    RepetitionResult repetition =
        new RepetitionResult(
            1,
            1.5,
            2.75,
            4,
            true,
            List.of(
                new Metric("duration", Side.MIDLINE, 2.5, 0.02, "s"),
                new Metric("kneeFlexionPeak", Side.RIGHT, 96.5, 1.9, "deg"),
                new Metric("kneeFlexionPeak", Side.LEFT, -0.0001, 1.9, "deg")),
            List.of(violated, unknown),
            List.of());
    SetResult set =
        new SetResult(
            1,
            "squat",
            "right",
            OptionalDouble.of(12.5),
            "own",
            List.of(repetition),
            List.of(
                new Finding(
                    "knee-valgus", Side.RIGHT, List.of(1, 2, 3), "Zeile 1\nline 2 \u00e4")));
    return new SessionResult(
        "S01",
        true,
        false,
        new ContextSummary("00ff", "squat", "2026.11", "plumbline 0.1.0"),
        List.of(
            new StreamSummary(
                1,
                "right-thigh",
                110.2,
                6612,
                14,
                true,
                List.of(new Health("loss", "some \\ lost")))),
        List.of(set),
        List.of(new Coverage("knee-valgus", 0.98), new Coverage("pelvic-tilt", 0)),
        List.of("first", "second"),
        List.of(SampleResults.calibration("right-thigh")));
  }

  // Written by hand from docs/report-format.md.
  private static final String SMALL =
      """
      {"subject":"S01","synthetic":true,"interrupted":false,
      "context":{"sha256":"00ff","exercise":"squat","ruleSet":"2026.11","software":"plumbline 0.1.0"},
      "streams":[
      {"id":1,"placement":"right-thigh","rateHz":110.200,"samples":6612,"lost":14,"lostUnknown":true,"health":[{"code":"loss","effect":"some \\\\ lost"}]}],
      "calibrations":[
      {"placement":"right-thigh","origin":"set-up","quality":0.8000,"sagittalErrorDeg":8.500,"frontalErrorDeg":3.250,"rotationErrorDeg":5.000}],
      "sets":[
      {"index":1,"exercise":"squat","side":"right","loadKg":12.500,"baseline":"own",
      "repetitions":[
      {"index":1,"startSeconds":1.5000,"turnSeconds":2.7500,"endSeconds":4.0000,"complete":true,
      "metrics":{
      "duration":{"value":2.5000,"error":0.0200,"unit":"s"},
      "kneeFlexionPeak":{"value":96.500,"error":1.900,"unit":"deg"},
      "left.kneeFlexionPeak":{"value":0.000,"error":1.900,"unit":"deg"}},
      "verdicts":[
      {"rule":"knee-valgus","side":"right","outcome":"violated","severity":"red","value":14.200,"limit":8.000,"basis":"absolute","error":1.400,"unit":"deg","reason":null,"source":"VAL-1","grade":"M","metric":"kneeFrontalDeviation"},
      {"rule":"pelvic-tilt","side":"midline","outcome":"not-assessable","severity":null,"value":null,"limit":null,"basis":null,"error":null,"unit":null,"reason":{"code":"missing-placement","text":"no sensor on \\"pelvis\\""},"source":null,"grade":null,"metric":null}]}],
      "findings":[
      {"rule":"knee-valgus","side":"right","repetitions":[1,2,3],"text":"Zeile 1\\u000aline 2 ä"}]}],
      "coverage":{"knee-valgus":0.9800,"pelvic-tilt":0.0000},
      "notes":["first","second"]}\
      """;

  @Test
  void theResultIsWrittenAsTheFormatSays() {
    assertThat(ReportJson.result(small())).isEqualTo(SMALL);
  }

  @Test
  void theDocumentHoldsTheVeryBytesOfTheResultBetweenItsSchemaAndItsRun() {
    assertThat(ReportJson.document(small(), RUN))
        .isEqualTo(
            "{\"schema\":\"plumbline.report/1\",\n\"result\":"
                + SMALL
                + ",\n\"run\":{\"when\":\"2026-11-21T09:30:00Z\","
                + "\"recordedAt\":\"2026-11-20T14:05:00Z\","
                + "\"where\":{\"os\":\"Linux 6.1 amd64\",\"java\":\"17.0.15 (Debian)\"},"
                + "\"durationSeconds\":0.7344,"
                + "\"recording\":{\"file\":\"S01.avro\",\"sha256\":\""
                + "ab".repeat(32)
                + "\"},\"software\":\"plumbline 0.1.0\"}}\n");
  }

  @Test
  void theBytesAreTheSameInEveryLocaleAndTimeZone() {
    for (SessionResult sample : samples()) {
      byte[] expected = ReportJson.document(sample, RUN).getBytes(StandardCharsets.UTF_8);
      DefaultLocales.each(() -> ReportJson.document(sample, RUN))
          .forEach(
              (tag, text) ->
                  assertThat(text.getBytes(StandardCharsets.UTF_8)).as(tag).isEqualTo(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyDocumentIsValidAgainstTheSchema(SessionResult sample) throws IOException {
    JsonNode document = new ObjectMapper().readTree(ReportJson.document(sample, RUN));
    assertThat(schema().validate(document)).isEmpty();
    assertThat(document.at("/result/sets").size()).isEqualTo(sample.sets().size());
  }

  @Test
  void theSchemaRefusesAVerdictThatKeepsItsValueThoughNotAssessable() throws IOException {
    String wrong =
        ReportJson.document(small(), RUN)
            .replace(
                "\"not-assessable\",\"severity\":null,\"value\":null",
                "\"not-assessable\",\"severity\":null,\"value\":3");
    assertThat(schema().validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
  }

  private static JsonSchema schema() {
    try (InputStream stream =
        ReportJson.class.getResourceAsStream("plumbline-report-1.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void metricsOfBothLegsCarryTheirSideAndTheMidlineNever() {
    Metric left = new Metric("kneeFlexionPeak", Side.LEFT, 1, 0, "deg");
    Metric right = new Metric("kneeFlexionPeak", Side.RIGHT, 2, 0, "deg");
    Metric tilt = new Metric("pelvicTiltPeak", Side.MIDLINE, 3, 0, "deg");
    assertThat(ReportJson.result(session(set("both", left, right, tilt))))
        .contains("\"left.kneeFlexionPeak\":{\"value\":1.000")
        .contains("\"right.kneeFlexionPeak\":{\"value\":2.000")
        .contains("\"pelvicTiltPeak\":{\"value\":3.000");
    assertThat(ReportJson.result(session(set("left", left))))
        .contains("\n\"kneeFlexionPeak\":{\"value\":1.000");
  }

  /** A repetition with one channel whose signal reached the end of the range. */
  static SetResult withElectrodes() {
    ChannelQuality quality =
        new ChannelQuality(
            0.2,
            List.of(
                new ChannelQuality.Part("emg-clipped", 0.2, 0.01, 0.005, "1"),
                new ChannelQuality.Part("emg-rest", 0.9, 3.3, Double.POSITIVE_INFINITY, "uV")),
            Optional.of("emg-clipped"),
            List.of("emg-clipped"),
            3.3e-6,
            Double.NaN);
    RepetitionResult repetition =
        new RepetitionResult(
            1,
            0,
            1,
            2,
            true,
            List.of(),
            List.of(),
            List.of(),
            List.of(new EmgScore("left-hamstrings", quality)));
    return new SetResult(
        1, "bridge", "both", OptionalDouble.empty(), "none", List.of(repetition), List.of());
  }

  @Test
  void qualityOfElectrodesStandsWithItsPartsAndWhatDoesNotGateHasNoLimit() throws IOException {
    SessionResult session = session(withElectrodes());
    assertThat(ReportJson.result(session))
        .contains(
            "{\"channel\":\"left-hamstrings\",\"score\":0.2000,\"problem\":\"emg-clipped\","
                + "\"signalToRestDecibels\":null,\"parts\":[{\"code\":\"emg-clipped\","
                + "\"score\":0.2000,\"value\":0.0100,\"limit\":0.0050,\"unit\":\"1\"},"
                + "{\"code\":\"emg-rest\",\"score\":0.9000,\"value\":3.300,\"limit\":null,"
                + "\"unit\":\"uV\"}]}");
    assertThat(schema().validate(new ObjectMapper().readTree(ReportJson.document(session, RUN))))
        .isEmpty();
    assertThat(ReportCsv.emgQuality(session).split("\r\n"))
        .contains(
            "S01,true,1,bridge,1,left-hamstrings,0.2000,emg-clipped,emg-clipped,0.2000,0.0100,0.0050,1",
            "S01,true,1,bridge,1,left-hamstrings,0.2000,emg-clipped,emg-rest,0.9000,3.300,,uV");
  }

  @Test
  void twoMetricsOfOneNameAreRefusedInsteadOfOneLost() {
    Metric metric = new Metric("kneeFlexionPeak", Side.RIGHT, 1, 0, "deg");
    assertThatThrownBy(() -> ReportJson.result(session(set("right", metric, metric))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("set 1, repetition 1: two entries are called kneeFlexionPeak");
  }

  @Test
  void hostileTextComesBackUnchanged() throws IOException {
    String hostile = "\"\\\u0000\u001f\u007f\u2028\u2029</script>\ud83d\ude00 end";
    SessionResult sample =
        SampleResults.session("squat", List.of(), List.of(hostile, "half \ud83d", "\ude00 half"));
    String text = ReportJson.result(sample);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
    JsonNode notes = new ObjectMapper().readTree(bytes).get("notes");
    assertThat(notes.get(0).asText()).isEqualTo(hostile);
    assertThat(notes.get(1).asText()).isEqualTo("half \ud83d");
    assertThat(notes.get(2).asText()).isEqualTo("\ude00 half");
  }

  @Test
  void whatIsUnknownIsNull() {
    StreamSummary stream = new StreamSummary(1, "pelvis", Double.NaN, 0, 0, false, List.of());
    SessionResult sample =
        new SessionResult(
            "S01",
            false,
            false,
            new ContextSummary("", "", "", ""),
            List.of(stream),
            List.of(set("right")),
            List.of(),
            List.of(),
            List.of());
    assertThat(ReportJson.result(sample))
        .contains("\"rateHz\":null")
        .contains("\"loadKg\":null")
        .contains("\"metrics\":{},");
    AnalysisRun run =
        new AnalysisRun(Instant.EPOCH, Optional.empty(), "", "", 0, Optional.empty(), "");
    assertThat(ReportJson.document(sample, run))
        .contains("\"recordedAt\":null")
        .contains("\"recording\":null");
  }
}
