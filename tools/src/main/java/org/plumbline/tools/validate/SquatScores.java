package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Scores of verdicts over sets. NaN where there is nothing to score. */
final class SquatScores {
  private static final int RESAMPLES = 2000;
  private static final long SEED = 20;

  private SquatScores() {}

  /** Half-open interval of a bootstrap. */
  record Interval(double low, double high) {}

  /** Of a rule's verdict over repetitions: an abstention on a fault is a miss. */
  static double f1(List<SquatTally> sets, SquatWay fault) {
    return f1(sets, fault, set -> set.violated().getOrDefault(fault.rule(), 0));
  }

  /** Mean over the ways that were performed of the F1 of the way that was said. */
  static double macroF1(List<SquatTally> sets) {
    List<SquatWay> performed =
        List.of(SquatWay.values()).stream()
            .filter(way -> sets.stream().anyMatch(set -> set.performed() == way))
            .toList();
    return performed.stream()
        .mapToDouble(way -> f1(sets, way, set -> set.said().getOrDefault(way, 0)))
        .average()
        .orElse(Double.NaN);
  }

  private static double f1(
      List<SquatTally> sets, SquatWay way, Function<SquatTally, Integer> positives) {
    int hits = 0;
    int said = 0;
    int performed = 0;
    for (SquatTally set : sets) {
      int positive = positives.apply(set);
      said += positive;
      if (set.performed() == way) {
        hits += positive;
        performed += set.repetitions();
      }
    }
    return performed == 0 ? Double.NaN : 2.0 * hits / (said + performed);
  }

  /** Share of good repetitions in which any rule is violated, percent. */
  static double falseAlarmsPercent(List<SquatTally> sets) {
    int blamed = 0;
    int good = 0;
    for (SquatTally set : sets) {
      if (set.performed() == SquatWay.CORRECT) {
        blamed += set.blamed();
        good += set.repetitions();
      }
    }
    return 100.0 * blamed / good;
  }

  /** Share of repetitions, percent, by a count that each set has for a rule. */
  static double sharePercent(
      List<SquatTally> sets, String rule, Function<SquatTally, Map<String, Integer>> counts) {
    double counted = 0;
    double all = 0;
    for (SquatTally set : sets) {
      counted += counts.apply(set).getOrDefault(rule, 0);
      all += set.repetitions();
    }
    return 100 * counted / all;
  }

  /** The lowest score of all persons. */
  static double worstPerson(List<SquatTally> sets, ToDoubleFunction<List<SquatTally>> score) {
    double worst = Double.NaN;
    for (String person : new TreeSet<>(sets.stream().map(SquatTally::person).toList())) {
      double own =
          score.applyAsDouble(sets.stream().filter(set -> set.person().equals(person)).toList());
      worst = Double.isNaN(worst) || own < worst ? own : worst;
    }
    return worst;
  }

  /** 95 % of the scores when whole sets are drawn again, with putting back. */
  static Interval bootstrap(List<SquatTally> sets, ToDoubleFunction<List<SquatTally>> score) {
    Random random = new Random(SEED);
    double[] scores = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      List<SquatTally> drawn = new ArrayList<>();
      for (int i = 0; i < sets.size(); i++) {
        drawn.add(sets.get(random.nextInt(sets.size())));
      }
      scores[r] = score.applyAsDouble(drawn);
    }
    double[] known = Arrays.stream(scores).filter(Double::isFinite).sorted().toArray();
    return known.length == 0
        ? new Interval(Double.NaN, Double.NaN)
        : new Interval(
            known[(int) (0.025 * (known.length - 1))], known[(int) (0.975 * (known.length - 1))]);
  }
}
