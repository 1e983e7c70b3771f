package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.device.log.Side;

/**
 * What the rules said of one set.
 *
 * @param repetitions made or found, whichever is more: one that was not found is missed
 * @param violated repetitions in which each rule was violated, on any side
 * @param unassessable repetitions in which each rule could not be assessed on any side, and those
 *     that were not found
 * @param undecided repetitions in which each rule was within its error of the limit
 * @param said repetitions in which each way was the one said
 * @param blamed repetitions in which any rule was violated
 */
record SquatTally(
    String person,
    SquatWay performed,
    int repetitions,
    Map<String, Integer> violated,
    Map<String, Integer> unassessable,
    Map<String, Integer> undecided,
    Map<SquatWay, Integer> said,
    int blamed) {

  /** Judges a set by the rules of an exercise, against a reference where there is one. */
  static SquatTally of(SquatSet set, Exercise exercise, Optional<Baseline> reference) {
    List<QualityRule> rules =
        RuleBook.of(AnalysisContext.of(exercise, List.of(), reference), muscle -> true);
    Map<String, Integer> violated = new HashMap<>();
    Map<String, Integer> unassessable = new HashMap<>();
    Map<String, Integer> undecided = new HashMap<>();
    Map<SquatWay, Integer> said = new HashMap<>();
    int blamed = 0;
    for (Measurements repetition : set.repetitions()) {
      String clearest = "";
      double most = 0;
      for (QualityRule rule : rules) {
        List<Verdict> verdicts = judge(rule, repetition, set.legs());
        for (Verdict verdict : verdicts) {
          if (verdict instanceof Verdict.Assessed one && one.outcome() == Outcome.VIOLATED) {
            double clarity = Math.abs(one.value() - one.limit()) / Math.max(1e-9, one.error());
            clearest = clarity > most ? rule.id() : clearest;
            most = Math.max(most, clarity);
          }
        }
        count(verdicts, rule.id(), violated, unassessable, undecided);
      }
      blamed += most > 0 ? 1 : 0;
      wayOf(clearest).ifPresent(way -> said.merge(way, 1, Integer::sum));
    }
    int notFound = Math.max(0, set.made() - set.repetitions().size());
    rules.forEach(rule -> unassessable.merge(rule.id(), notFound, Integer::sum));
    return new SquatTally(
        set.person(),
        set.performed(),
        Math.max(set.made(), set.repetitions().size()),
        violated,
        unassessable,
        undecided,
        said,
        blamed);
  }

  private static List<Verdict> judge(QualityRule rule, Measurements repetition, List<Side> legs) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Side side : RuleBook.sidesOf(rule.id(), legs)) {
      verdicts.add(rule.judge(repetition, side));
    }
    return verdicts;
  }

  /** The worst of the sides counts. */
  private static void count(
      List<Verdict> verdicts,
      String rule,
      Map<String, Integer> violated,
      Map<String, Integer> unassessable,
      Map<String, Integer> undecided) {
    if (verdicts.stream().anyMatch(one -> one.outcome() == Outcome.VIOLATED)) {
      violated.merge(rule, 1, Integer::sum);
    } else if (verdicts.stream().allMatch(one -> one.outcome() == Outcome.NOT_ASSESSABLE)) {
      unassessable.merge(rule, 1, Integer::sum);
    } else if (verdicts.stream().anyMatch(one -> one.outcome() == Outcome.WITHIN_ERROR)) {
      undecided.merge(rule, 1, Integer::sum);
    }
  }

  /** A rule that no way departs from says none of them. */
  private static Optional<SquatWay> wayOf(String rule) {
    return List.of(SquatWay.values()).stream().filter(way -> way.rule().equals(rule)).findFirst();
  }
}
