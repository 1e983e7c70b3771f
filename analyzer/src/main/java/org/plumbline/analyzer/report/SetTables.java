package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
 * @param heads of the verdict columns: a rule that read several metrics has one for each of them
 */
record SetTables(List<Head> heads, List<Row> rows, List<Measure> measures) {

  /**
   * What stands above a column of verdicts.
   *
   * @param rule with its side
   * @param measure what its figures are; empty where nothing was measured or nobody said
   */
  record Head(String rule, String measure) {}

  /** A repetition; one cell per column, empty where the rule did not answer by its metric. */
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

  /** A column; what could not be assessed stands in the first one of its rule and side. */
  private record Column(String rule, Side side, String metric) {
    private boolean isOf(Verdict verdict) {
      return verdict.rule().equals(rule) && verdict.side() == side;
    }

    private Head head() {
      return new Head(Names.ruleAndSide(rule, side), metric.isEmpty() ? "" : Names.metric(metric));
    }
  }

  private record MetricSide(String name, Side side, String unit, Caveat caveat) {}

  static SetTables of(SetResult set) {
    List<Column> columns = columns(set);
    return new SetTables(
        columns.stream().map(Column::head).toList(),
        set.repetitions().stream().map(repetition -> row(repetition, columns)).toList(),
        measures(set));
  }

  /** In the order of the first verdict of each rule and side. */
  private static List<Column> columns(SetResult set) {
    Map<Column, Set<Column>> byRule = new LinkedHashMap<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        Set<Column> read =
            byRule.computeIfAbsent(
                new Column(verdict.rule(), verdict.side(), ""), rule -> new LinkedHashSet<>());
        if (verdict instanceof Verdict.Assessed assessed) {
          read.add(new Column(verdict.rule(), verdict.side(), assessed.metric()));
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    byRule.forEach((rule, read) -> columns.addAll(read.isEmpty() ? Set.of(rule) : read));
    return columns;
  }

  private static Row row(RepetitionResult repetition, List<Column> columns) {
    List<Optional<Cell>> cells = new ArrayList<>();
    Set<Verdict> shown = new HashSet<>();
    for (Column column : columns) {
      cells.add(
          repetition.verdicts().stream()
              .filter(verdict -> column.isOf(verdict) && !shown.contains(verdict))
              .filter(
                  verdict ->
                      !(verdict instanceof Verdict.Assessed assessed)
                          || assessed.metric().equals(column.metric()))
              .findFirst()
              .map(
                  verdict -> {
                    shown.add(verdict);
                    return cell(verdict);
                  }));
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
