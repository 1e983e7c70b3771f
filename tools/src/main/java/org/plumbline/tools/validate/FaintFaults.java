package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * How the verdict on the knee holds when the fault is smaller than people act it: the metrics of
 * each faulty repetition moved towards the mean of the person's correct ones. The errors stay.
 */
final class FaintFaults {
  private static final int[] PERCENT = {100, 80, 60, 40, 20};

  private FaintFaults() {}

  private record Key(String person, String metric, Side side) {}

  static List<Figure> figures(List<SquatSet> sets, ChosenLimits chosen) {
    Map<Key, Double> correct = correct(sets);
    List<Figure> figures = new ArrayList<>();
    for (VerdictReference reference : List.of(VerdictReference.NONE, VerdictReference.FIRST)) {
      for (int percent : PERCENT) {
        SquatTrial trial =
            reference.trial(sets).changed(set -> faint(set, percent / 100.0, correct));
        figures.add(
            Figure.info(
                Texts.get(
                    "validate.verdicts.faint",
                    Texts.get("validate.verdicts.left-out", reference.words()),
                    SquatWay.KNEE_VALGUS.rule(),
                    percent),
                SquatScores.f1(chosen.judge(trial), SquatWay.KNEE_VALGUS),
                "F1",
                Origin.MEASURED,
                Texts.get("validate.source.verdicts-faint")));
      }
    }
    return figures;
  }

  private static Map<Key, Double> correct(List<SquatSet> sets) {
    Map<Key, List<Double>> values = new LinkedHashMap<>();
    for (SquatSet set : sets) {
      if (set.performed() == SquatWay.CORRECT) {
        set.repetitions().stream()
            .flatMap(repetition -> repetition.metrics().stream())
            .forEach(
                metric ->
                    values
                        .computeIfAbsent(key(set, metric), key -> new ArrayList<>())
                        .add(metric.value()));
      }
    }
    Map<Key, Double> means = new LinkedHashMap<>();
    values.forEach(
        (key, all) ->
            means.put(key, all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }

  private static Key key(SquatSet set, Metric metric) {
    return new Key(set.person(), metric.name(), metric.side());
  }

  private static SquatSet faint(SquatSet set, double share, Map<Key, Double> correct) {
    if (set.performed() != SquatWay.KNEE_VALGUS) {
      return set;
    }
    List<Measurements> repetitions = new ArrayList<>();
    for (Measurements repetition : set.repetitions()) {
      List<Metric> metrics = new ArrayList<>();
      for (Metric metric : repetition.metrics()) {
        double mean = correct.getOrDefault(key(set, metric), metric.value());
        metrics.add(
            new Metric(
                metric.name(),
                metric.side(),
                mean + share * (metric.value() - mean),
                metric.error(),
                metric.unit()));
      }
      repetitions.add(SquatSet.measurements(metrics));
    }
    return set.with(repetitions);
  }
}
