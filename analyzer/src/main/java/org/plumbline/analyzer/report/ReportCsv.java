package org.plumbline.analyzer.report;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.analyzer.emg.ChannelQuality;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.EmgScore;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;

/**
 * A session result as seven tables in long form, RFC 4180, UTF-8: {@code docs/report-format.md}.
 *
 * <p>The columns never depend on the exercise, so tables of a thousand sessions can be put under
 * one another. The bytes are the same for an equal result on every machine.
 */
public final class ReportCsv {

  private ReportCsv() {}

  /**
   * Writes {@code repetitions.csv}, {@code verdicts.csv}, {@code curves.csv} and {@code
   * streams.csv}, {@code emg-quality.csv}, {@code corrections.csv} and {@code comparisons.csv} into
   * {@code folder}, replacing older ones.
   *
   * @throws IOException when a file cannot be written, with a message for the user
   */
  public static void write(SessionResult result, Path folder) throws IOException {
    ReportFile.write(folder.resolve("repetitions.csv"), repetitions(result));
    ReportFile.write(folder.resolve("verdicts.csv"), verdicts(result));
    ReportFile.write(folder.resolve("curves.csv"), curves(result));
    ReportFile.write(folder.resolve("streams.csv"), streams(result));
    ReportFile.write(folder.resolve("emg-quality.csv"), emgQuality(result));
    ReportFile.write(folder.resolve("corrections.csv"), CorrectionTables.csv(result));
    ReportFile.write(folder.resolve("comparisons.csv"), ComparedBlocks.csv(result));
  }

  /** A row per repetition and metric; a repetition without metrics has one row all the same. */
  public static String repetitions(SessionResult result) {
    CsvText csv =
        new CsvText(
            ("subject,synthetic,set,exercise,setSide,loadKg,baseline,repetition,startSeconds,"
                    + "turnSeconds,endSeconds,complete,metric,side,value,error,unit,caveat,repeatError,"
                    + "calibration")
                .split(",", -1));
    for (SetResult set : result.sets()) {
      for (RepetitionResult repetition : set.repetitions()) {
        for (Metric metric : repetition.metrics()) {
          repetitionColumns(csv, result, set, repetition);
          csv.text(metric.name()).text(metric.side().id());
          csv.number(metric.value(), metric.unit()).number(metric.error(), metric.unit());
          csv.text(metric.unit()).text(metric.caveat().id());
          if (metric.calibration().isEmpty()) {
            csv.empty(2).endRow();
          } else {
            csv.number(metric.repeatError(), metric.unit()).text(metric.calibration()).endRow();
          }
        }
        if (repetition.metrics().isEmpty()) {
          repetitionColumns(csv, result, set, repetition);
          csv.empty(8).endRow();
        }
      }
    }
    return csv.text();
  }

  private static void repetitionColumns(
      CsvText csv, SessionResult result, SetResult set, RepetitionResult repetition) {
    setColumns(csv, result, set);
    csv.text(set.side()).number(set.loadKg().orElse(Double.NaN), "kg").text(set.baseline());
    csv.number(repetition.index());
    csv.number(repetition.startSeconds(), "s").number(repetition.turnSeconds(), "s");
    csv.number(repetition.endSeconds(), "s").bool(repetition.complete());
  }

  private static void setColumns(CsvText csv, SessionResult result, SetResult set) {
    csv.text(result.subject()).bool(result.synthetic());
    csv.number(set.index()).text(set.exercise());
  }

  /** A row per repetition, rule and side. */
  public static String verdicts(SessionResult result) {
    CsvText csv =
        new CsvText(
            ("subject,synthetic,set,exercise,repetition,rule,side,outcome,severity,value,limit,"
                    + "basis,error,unit,at,source,grade,reasonCode,reason,caveat,metric")
                .split(",", -1));
    for (SetResult set : result.sets()) {
      for (RepetitionResult repetition : set.repetitions()) {
        for (Verdict verdict : repetition.verdicts()) {
          setColumns(csv, result, set);
          csv.number(repetition.index());
          verdict(csv, verdict);
          csv.endRow();
        }
      }
    }
    return csv.text();
  }

  private static void verdict(CsvText csv, Verdict verdict) {
    csv.text(verdict.rule()).text(verdict.side().id()).text(verdict.outcome().id());
    if (verdict instanceof Verdict.Assessed assessed) {
      csv.text(assessed.severity().map(severity -> severity.id()).orElse(""));
      csv.number(assessed.value(), assessed.unit()).number(assessed.limit(), assessed.unit());
      csv.text(assessed.basis().id()).number(assessed.error(), assessed.unit());
      csv.text(assessed.unit()).text(assessed.at()).text(assessed.source());
      csv.text(assessed.grade()).empty(2).text(assessed.caveat().id()).text(assessed.metric());
    } else if (verdict instanceof Verdict.NotAssessable unknown) {
      csv.empty(9).text(unknown.reason().code()).text(unknown.reason().text()).empty(2);
    }
  }

  /** A row per repetition, curve and per cent of the repetition. */
  public static String curves(SessionResult result) {
    CsvText csv =
        new CsvText(
            "subject,synthetic,set,exercise,repetition,curve,side,percent,value,unit"
                .split(",", -1));
    for (SetResult set : result.sets()) {
      for (RepetitionResult repetition : set.repetitions()) {
        for (Curve curve : repetition.curves()) {
          for (int percent = 0; percent < Curve.POINTS; percent++) {
            setColumns(csv, result, set);
            csv.number(repetition.index()).text(curve.name()).text(curve.side().id());
            csv.number(percent).number(curve.value(percent), curve.unit());
            csv.text(curve.unit()).endRow();
          }
        }
      }
    }
    return csv.text();
  }

  /** A row per repetition, EMG channel and part of its quality. */
  public static String emgQuality(SessionResult result) {
    CsvText csv =
        new CsvText(
            ("subject,synthetic,set,exercise,repetition,channel,score,problem,part,partScore,"
                    + "value,limit,unit")
                .split(",", -1));
    for (SetResult set : result.sets()) {
      for (RepetitionResult repetition : set.repetitions()) {
        for (EmgScore score : repetition.emgQuality()) {
          for (ChannelQuality.Part part : score.quality().parts()) {
            setColumns(csv, result, set);
            csv.number(repetition.index()).text(score.channel());
            csv.number(score.quality().score(), "1").text(score.quality().problem().orElse(""));
            csv.text(part.code()).number(part.score(), "1");
            csv.number(part.value(), part.unit());
            csv.number(part.limit(), part.unit()).text(part.unit()).endRow();
          }
        }
      }
    }
    return csv.text();
  }

  /** A row per stream and health remark; a stream without remarks has one row. */
  public static String streams(SessionResult result) {
    CsvText csv =
        new CsvText(
            ("subject,synthetic,stream,placement,rateHz,samples,lost,lostUnknown,healthCode,"
                    + "healthEffect,orientation")
                .split(",", -1));
    for (StreamSummary stream : result.streams()) {
      for (Health health : stream.health()) {
        streamColumns(csv, result, stream);
        csv.text(health.code()).text(health.effect());
        csv.text(orientation(stream)).endRow();
      }
      if (stream.health().isEmpty()) {
        streamColumns(csv, result, stream);
        csv.empty(2).text(orientation(stream)).endRow();
      }
    }
    return csv.text();
  }

  private static String orientation(StreamSummary stream) {
    return stream.orientation().map(OrientationMethod::id).orElse("");
  }

  private static void streamColumns(CsvText csv, SessionResult result, StreamSummary stream) {
    csv.text(result.subject()).bool(result.synthetic());
    csv.number(stream.id()).text(stream.placement()).number(stream.rateHz(), "Hz");
    csv.number(stream.samples()).number(stream.lost()).bool(stream.lostUnknown());
  }
}
