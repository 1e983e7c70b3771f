package org.plumbline.analyzer.report;

import java.util.List;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.quality.RobustLevel.Difference;
import org.plumbline.analyzer.result.ProtocolResult;
import org.plumbline.analyzer.result.ProtocolResult.BlockComparison;
import org.plumbline.analyzer.result.ProtocolResult.ComparedMetric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** Two blocks of a protocol side by side, for the page and as a table. */
record ComparedBlocks(String first, String second, List<Row> rows) {

  /**
   * A metric in both.
   *
   * @param beyond whether it changed by more than the error
   */
  record Row(String name, String first, String second, String change, boolean beyond) {}

  static List<ComparedBlocks> of(SessionResult result) {
    return result.protocol().stream()
        .flatMap(protocol -> protocol.comparisons().stream())
        .map(ComparedBlocks::of)
        .toList();
  }

  private static ComparedBlocks of(BlockComparison comparison) {
    return new ComparedBlocks(
        comparison.first(),
        comparison.second(),
        comparison.metrics().stream().map(ComparedBlocks::row).toList());
  }

  private static Row row(ComparedMetric metric) {
    return new Row(
        Names.withSide(Names.metric(metric.name()), metric.side()),
        level(metric.first(), metric.unit()),
        level(metric.second(), metric.unit()),
        change(metric.difference(), metric.unit()),
        metric.difference().isBeyondError());
  }

  /** {@code "92.1° (spread 1.4°, n 10)"}. */
  static String level(RobustLevel level, String unit) {
    return Texts.get(
        "report.level",
        Shown.withUnit(level.median(), unit),
        Shown.withUnit(level.spread(), unit),
        level.count());
  }

  /** {@code "+3.1° ± 0.7°"}. */
  static String change(Difference difference, String unit) {
    String change = Shown.measured(difference.change(), difference.error(), unit);
    boolean shown = Shown.number(difference.change(), unit).matches(".*[1-9].*");
    return difference.change() > 0 && shown ? "+" + change : change;
  }

  /** A row per comparison, metric and side. */
  static String csv(SessionResult result) {
    CsvText csv =
        new CsvText(
            ("subject,synthetic,protocol,first,second,metric,side,unit,firstMedian,firstSpread,"
                    + "firstRepetitions,secondMedian,secondSpread,secondRepetitions,difference,"
                    + "error,beyondError")
                .split(",", -1));
    result.protocol().ifPresent(protocol -> rows(csv, result, protocol));
    return csv.text();
  }

  private static void rows(CsvText csv, SessionResult result, ProtocolResult protocol) {
    for (BlockComparison comparison : protocol.comparisons()) {
      for (ComparedMetric metric : comparison.metrics()) {
        String unit = metric.unit();
        csv.text(result.subject()).bool(result.synthetic()).text(protocol.id());
        csv.text(comparison.first()).text(comparison.second());
        csv.text(metric.name()).text(metric.side().id()).text(unit);
        for (RobustLevel level : List.of(metric.first(), metric.second())) {
          csv.number(level.median(), unit).number(level.spread(), unit).number(level.count());
        }
        csv.number(metric.difference().change(), unit).number(metric.difference().error(), unit);
        csv.bool(metric.difference().isBeyondError()).endRow();
      }
    }
  }
}
