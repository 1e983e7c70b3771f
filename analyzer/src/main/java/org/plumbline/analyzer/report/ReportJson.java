package org.plumbline.analyzer.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.Coverage;
import org.plumbline.analyzer.result.SessionResult.EmgScore;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.device.log.Side;

/**
 * A session result as JSON, schema {@value #SCHEMA}: {@code docs/report-format.md}. Encode the text
 * as UTF-8.
 */
public final class ReportJson {

  /** Name and version of the format. */
  public static final String SCHEMA = "plumbline.report/1";

  private ReportJson() {}

  /**
   * The {@code result} object: the same bytes for an equal result on every machine.
   *
   * @throws IllegalArgumentException when two metrics of a repetition or two coverages have one
   *     name
   */
  public static String result(SessionResult result) {
    JsonText json = new JsonText().open('{');
    json.key("subject").string(result.subject());
    json.key("synthetic").bool(result.synthetic());
    json.key("interrupted").bool(result.interrupted());
    json.newLine().key("context").open('{');
    json.key("sha256").string(result.context().sha256());
    json.key("exercise").string(result.context().exercise());
    json.key("ruleSet").string(result.context().ruleSet());
    json.key("software").string(result.context().software());
    result
        .context()
        .applied()
        .ifPresent(applied -> json.newLine().key("applied").tree(ContextJson.tree(applied)));
    if (!result.context().earlier().isEmpty()) {
      json.newLine().key("earlier").open('[');
      result.context().earlier().forEach(one -> json.newLine().tree(ContextJson.tree(one)));
      json.close(']');
    }
    json.close('}');
    json.newLine().key("streams").open('[');
    result.streams().forEach(stream -> stream(json, stream));
    json.close(']').newLine().key("calibrations").open('[');
    result.calibrations().forEach(calibration -> calibration(json, calibration));
    json.close(']').newLine().key("sets").open('[');
    result.sets().forEach(set -> set(json, set));
    json.close(']').newLine().key("coverage").open('{');
    JsonText.Keys rules = new JsonText.Keys();
    for (Coverage coverage : result.coverage()) {
      json.key(rules.once(coverage.rule(), "coverage")).number(coverage.share(), "1");
    }
    json.close('}').newLine().key("notes").open('[');
    result.notes().forEach(json::string);
    json.close(']');
    if (!result.corrections().isEmpty()) {
      json.newLine().key("corrections").open('[');
      result.corrections().forEach(correction -> CorrectionTables.write(json, correction));
      json.close(']');
    }
    result.protocol().ifPresent(protocol -> ProtocolJson.write(json, protocol));
    return json.close('}').text();
  }

  /** The whole document, which ends with a line feed. */
  public static String document(SessionResult result, AnalysisRun run) {
    JsonText json = new JsonText().open('{').key("schema").string(SCHEMA);
    json.newLine().key("result").literal(result(result));
    json.newLine().key("run").open('{');
    json.key("when").string(instant(run.when()));
    json.key("recordedAt");
    run.recordedAt().ifPresentOrElse(at -> json.string(instant(at)), json::nothing);
    json.key("where").open('{');
    json.key("os").string(run.operatingSystem());
    json.key("java").string(run.java()).close('}');
    json.key("durationSeconds").number(run.durationSeconds(), "s");
    json.key("recording");
    run.recording()
        .ifPresentOrElse(
            file -> {
              json.open('{').key("file").string(file.name());
              json.key("sha256").string(file.sha256()).close('}');
            },
            json::nothing);
    json.key("software").string(run.software()).close('}');
    return json.close('}').text() + "\n";
  }

  private static String instant(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  private static void stream(JsonText json, StreamSummary stream) {
    json.newLine().open('{').key("id").number(stream.id());
    json.key("placement").string(stream.placement());
    json.key("rateHz").number(stream.rateHz(), "Hz");
    json.key("samples").number(stream.samples());
    json.key("lost").number(stream.lost());
    json.key("lostUnknown").bool(stream.lostUnknown());
    stream.orientation().ifPresent(method -> json.key("orientation").string(method.id()));
    json.key("health").open('[');
    for (Health health : stream.health()) {
      json.open('{').key("code").string(health.code());
      json.key("effect").string(health.effect()).close('}');
    }
    json.close(']').close('}');
  }

  private static void calibration(JsonText json, StoredCalibration stored) {
    SegmentCalibration calibration = stored.calibration();
    json.newLine().open('{').key("placement").string(stored.location());
    json.key("origin").string(calibration.origin().id());
    json.key("quality").number(calibration.quality(), "1");
    json.key("sagittalErrorDeg").number(degrees(calibration.sagittalErrorRad()), "deg");
    json.key("frontalErrorDeg").number(degrees(calibration.frontalErrorRad()), "deg");
    json.key("rotationErrorDeg").number(degrees(calibration.lateralErrorRad()), "deg").close('}');
  }

  private static double degrees(double rad) {
    return FastMath.toDegrees(rad);
  }

  private static void set(JsonText json, SetResult set) {
    json.newLine().open('{').key("index").number(set.index());
    json.key("exercise").string(set.exercise());
    json.key("side").string(set.side());
    json.key("loadKg").number(set.loadKg().orElse(Double.NaN), "kg");
    json.key("baseline").string(set.baseline());
    if (!set.variant().isEmpty()) {
      json.key("variant").string(set.variant());
    }
    set.place().ifPresent(place -> ProtocolJson.write(json, place));
    json.newLine().key("repetitions").open('[');
    set.repetitions().forEach(repetition -> repetition(json, set, repetition));
    json.close(']').newLine().key("findings").open('[');
    for (Finding finding : set.findings()) {
      json.newLine().open('{').key("rule").string(finding.rule());
      json.key("side").string(finding.side().id());
      json.key("repetitions").open('[');
      finding.repetitions().forEach(index -> json.number(index));
      json.close(']').key("text").string(finding.text()).close('}');
    }
    json.close(']').close('}');
  }

  private static void repetition(JsonText json, SetResult set, RepetitionResult repetition) {
    json.newLine().open('{').key("index").number(repetition.index());
    json.key("startSeconds").number(repetition.startSeconds(), "s");
    json.key("turnSeconds").number(repetition.turnSeconds(), "s");
    json.key("endSeconds").number(repetition.endSeconds(), "s");
    json.key("complete").bool(repetition.complete());
    json.newLine().key("metrics").open('{');
    JsonText.Keys names = new JsonText.Keys();
    String where = "set " + set.index() + ", repetition " + repetition.index();
    for (Metric metric : repetition.metrics()) {
      json.newLine().key(names.once(metricKey(set, metric), where)).open('{');
      json.key("value").number(metric.value(), metric.unit());
      json.key("error").number(metric.error(), metric.unit());
      if (!metric.calibration().isEmpty()) {
        json.key("repeatError").number(metric.repeatError(), metric.unit());
        json.key("calibration").string(metric.calibration());
      }
      json.key("unit").string(metric.unit());
      caveat(json, metric.caveat());
      json.close('}');
    }
    json.close('}').newLine().key("verdicts").open('[');
    repetition.verdicts().forEach(verdict -> verdict(json, verdict));
    json.close(']');
    if (!repetition.emgQuality().isEmpty()) {
      json.newLine().key("emgQuality").open('[');
      repetition.emgQuality().forEach(score -> emgScore(json, score));
      json.close(']');
    }
    json.close('}');
  }

  private static void emgScore(JsonText json, EmgScore score) {
    json.newLine().open('{').key("channel").string(score.channel());
    json.key("score").number(score.quality().score(), "1");
    json.key("problem");
    score.quality().problem().ifPresentOrElse(json::string, json::nothing);
    json.key("signalToRestDecibels").number(score.quality().signalToRestDecibels(), "dB");
    json.key("parts").open('[');
    for (ChannelQuality.Part part : score.quality().parts()) {
      json.open('{').key("code").string(part.code());
      json.key("score").number(part.score(), "1");
      json.key("value").number(part.value(), part.unit());
      json.key("limit").number(part.limit(), part.unit());
      json.key("unit").string(part.unit()).close('}');
    }
    json.close(']').close('}');
  }

  private static void caveat(JsonText json, Caveat caveat) {
    if (caveat != Caveat.NONE) {
      json.key("caveat").string(caveat.id());
    }
  }

  /** Plain for the midline and for the one leg of a one-sided set, else {@code left.} and so on. */
  static String metricKey(SetResult set, Metric metric) {
    boolean plain = metric.side() == Side.MIDLINE || metric.side().id().equals(set.side());
    return plain ? metric.name() : metric.side().id() + "." + metric.name();
  }

  private static void verdict(JsonText json, Verdict verdict) {
    json.newLine().open('{').key("rule").string(verdict.rule());
    json.key("side").string(verdict.side().id());
    json.key("outcome").string(verdict.outcome().id());
    if (verdict instanceof Verdict.Assessed assessed) {
      json.key("severity");
      assessed.severity().ifPresentOrElse(s -> json.string(s.id()), json::nothing);
      json.key("value").number(assessed.value(), assessed.unit());
      json.key("limit").number(assessed.limit(), assessed.unit());
      json.key("basis").string(assessed.basis().id());
      json.key("error").number(assessed.error(), assessed.unit());
      json.key("unit").string(assessed.unit());
      json.key("reason").nothing();
      json.key("source").string(assessed.source());
      json.key("grade").string(assessed.grade());
      json.key("metric").string(assessed.metric());
      caveat(json, assessed.caveat());
    } else if (verdict instanceof Verdict.NotAssessable unknown) {
      for (String key : new String[] {"severity", "value", "limit", "basis", "error", "unit"}) {
        json.key(key).nothing();
      }
      json.key("reason").open('{').key("code").string(unknown.reason().code());
      json.key("text").string(unknown.reason().text()).close('}');
      json.key("source").nothing();
      json.key("grade").nothing();
      json.key("metric").nothing();
    }
    json.close('}');
  }
}
