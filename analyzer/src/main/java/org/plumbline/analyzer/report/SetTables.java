package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.device.log.Side;

/**
 * The figures of a set: what each rule answered in each repetition, and what was measured.
 *
 * @param rules heads of the verdict columns
 */
record SetTables(List<String> rules, List<Row> rows, List<Measure> measures) {

  /** A repetition; one cell per rule, empty where the rule was not asked. */
  record Row(
      String index,
      boolean complete,
      String startSeconds,
      String durationSeconds,
      List<Optional<Cell>> cells) {}

  /**
   * A verdict.
   *
   * @param value measured value and error, or a dash
   */
  record Cell(OutcomeMark mark, String value) {}

  /**
   * A metric over the set.
   *
   * @param error the largest of its errors
   */
  record Measure(
      String name, int repetitions, String median, String least, String most, String error) {}

  private record RuleSide(String rule, Side side) {}

  private record MetricSide(String name, Side side, String unit, Caveat caveat) {}

  static SetTables of(SetResult set) {
    Set<RuleSide> rules = new LinkedHashSet<>();
    for (RepetitionResult repetition : set.repetitions()) {
      repetition.verdicts().forEach(v -> rules.add(new RuleSide(v.rule(), v.side())));
    }
    return new SetTables(
        rules.stream().map(rule -> Names.ruleAndSide(rule.rule(), rule.side())).toList(),
        set.repetitions().stream().map(repetition -> row(repetition, rules)).toList(),
        measures(set));
  }

  private static Row row(RepetitionResult repetition, Set<RuleSide> rules) {
    List<Optional<Cell>> cells = new ArrayList<>();
    for (RuleSide rule : rules) {
      cells.add(
          repetition.verdicts().stream()
              .filter(v -> v.rule().equals(rule.rule()) && v.side() == rule.side())
              .findFirst()
              .map(SetTables::cell));
    }
    return new Row(
        Integer.toString(repetition.index()),
        repetition.complete(),
        Shown.number(repetition.startSeconds(), "s"),
        Shown.number(repetition.endSeconds() - repetition.startSeconds(), "s"),
        cells);
  }

  private static Cell cell(Verdict verdict) {
    String value = verdict instanceof Verdict.Assessed assessed ? Shown.measured(assessed) : "";
    return new Cell(OutcomeMark.of(verdict), value);
  }

  private static List<Measure> measures(SetResult set) {
    Map<MetricSide, List<Metric>> byName = new LinkedHashMap<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Metric metric : repetition.metrics()) {
        if (TablesOnly.metric(metric.name())) {
          continue;
        }
        MetricSide key =
            new MetricSide(metric.name(), metric.side(), metric.unit(), metric.caveat());
        byName.computeIfAbsent(key, k -> new ArrayList<>()).add(metric);
      }
    }
    List<Measure> measures = new ArrayList<>();
    byName.forEach((key, metrics) -> measures.add(measure(key, metrics)));
    return measures;
  }

  private static String named(MetricSide key) {
    String name = Names.withSide(Names.metric(key.name()), key.side());
    return key.caveat() == Caveat.NONE ? name : name + ", " + key.caveat().text();
  }

  private static Measure measure(MetricSide key, List<Metric> metrics) {
    double[] sorted = metrics.stream().mapToDouble(Metric::value).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    double error = metrics.stream().mapToDouble(Metric::error).max().orElse(Double.NaN);
    return new Measure(
        named(key),
        metrics.size(),
        Shown.withUnit(median, key.unit()),
        Shown.withUnit(sorted[0], key.unit()),
        Shown.withUnit(Arrays.stream(sorted).max().orElse(Double.NaN), key.unit()),
        "± " + Shown.withUnit(error, key.unit()));
  }
}
