package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.analyzer.result.Titles;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** All the words and figures of the HTML page, in its order; the template only lays them out. */
record ReportPage(
    String subject,
    String exercise,
    Optional<String> recordedAt,
    String analyzedAt,
    boolean synthetic,
    boolean interrupted,
    List<String> notes,
    List<SetSection> sets,
    List<ComparedBlocks> blocks,
    List<Sensor> sensors,
    List<Calibration> calibrations,
    List<CorrectionWords> corrections,
    List<Rule> coverage,
    List<Line> origin) {

  /** A stream. */
  record Sensor(
      String placement,
      String orientation,
      String rate,
      String samples,
      String lost,
      List<String> health) {}

  /** How a sensor sits, and how well that is known. */
  record Calibration(
      String placement,
      String origin,
      String quality,
      String sagittal,
      String frontal,
      String rotation) {}

  /** How often a rule could answer. */
  record Rule(String name, String share) {}

  /** A line of the foot. */
  record Line(String name, String value) {}

  static ReportPage of(SessionResult result, AnalysisRun run) {
    List<SetSection> sets = new ArrayList<>();
    result.sets().forEach(set -> sets.add(SetSection.of(set, sets.size() + 1)));
    return new ReportPage(
        result.subject(),
        Titles.done(result),
        run.recordedAt().map(Shown::instant),
        Shown.instant(run.when()),
        result.synthetic(),
        result.interrupted(),
        result.notes(),
        sets,
        ComparedBlocks.of(result),
        result.streams().stream().map(ReportPage::sensor).toList(),
        result.calibrations().stream().map(ReportPage::calibration).toList(),
        result.corrections().stream().map(CorrectionWords::of).toList(),
        result.coverage().stream()
            .map(rule -> new Rule(Names.rule(rule.rule()), Shown.share(rule.share())))
            .toList(),
        origin(result, run));
  }

  private static Sensor sensor(StreamSummary stream) {
    long all = stream.samples() + stream.lost();
    String lost =
        stream.lost() == 0
            ? "0"
            : Texts.get(
                "report.lost",
                Long.toString(stream.lost()),
                Texts.number(100.0 * stream.lost() / all, 1));
    return new Sensor(
        stream.placement(),
        stream.orientation().map(OrientationMethod::label).orElse(""),
        Texts.number(stream.rateHz(), 1) + " Hz",
        Long.toString(stream.samples()),
        stream.lostUnknown() ? Texts.get("report.lost.unknown", lost) : lost,
        stream.health().stream().map(health -> health.effect()).toList());
  }

  private static Calibration calibration(StoredCalibration stored) {
    SegmentCalibration calibration = stored.calibration();
    return new Calibration(
        stored.location(),
        Names.calibration(calibration.origin().id()),
        Shown.number(calibration.quality(), "1"),
        error(calibration.sagittalErrorRad()),
        error(calibration.frontalErrorRad()),
        error(calibration.lateralErrorRad()));
  }

  private static String error(double rad) {
    return "± " + Shown.withUnit(FastMath.toDegrees(rad), "deg");
  }

  private static List<Line> origin(SessionResult result, AnalysisRun run) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Texts.get("report.foot.ruleSet"), result.context().ruleSet()));
    lines.add(new Line(Texts.get("report.foot.context"), result.context().sha256()));
    run.recording()
        .ifPresent(
            file -> {
              lines.add(new Line(Texts.get("report.foot.recording"), file.name()));
              lines.add(new Line(Texts.get("report.foot.recordingSha256"), file.sha256()));
            });
    lines.add(new Line(Texts.get("report.foot.software"), run.software()));
    lines.add(new Line(Texts.get("report.foot.where"), run.operatingSystem()));
    lines.add(new Line(Texts.get("report.foot.java"), run.java()));
    lines.add(new Line(Texts.get("report.foot.schema"), ReportJson.SCHEMA));
    return lines;
  }
}
