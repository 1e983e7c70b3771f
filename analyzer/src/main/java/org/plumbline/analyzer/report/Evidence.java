package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * What one departure rests on.
 *
 * @param mark how it looks
 * @param measure what was measured; empty where nobody said
 * @param repetition index from 1
 * @param measured value and error
 * @param limit the limit and what it is relative to
 * @param source where the limit comes from
 * @param grade how solid that is, in words
 * @param at where it was read, may be empty
 */
record Evidence(
    OutcomeMark mark,
    String measure,
    int repetition,
    String measured,
    String limit,
    String source,
    String grade,
    String at) {

  /** A verdict and the repetition it is about. */
  record Judged(int repetition, Verdict.Assessed verdict) {
    private double beyond() {
      return Math.abs(verdict.value() - verdict.limit());
    }
  }

  /** All violations of a rule and side in a set. */
  static List<Judged> violations(SetResult set, String rule, Side side) {
    List<Judged> all = new ArrayList<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        if (verdict instanceof Verdict.Assessed assessed
            && assessed.severity().isPresent()
            && assessed.rule().equals(rule)
            && assessed.side() == side) {
          all.add(new Judged(repetition.index(), assessed));
        }
      }
    }
    return all;
  }

  /**
   * The evidence of the violation farthest beyond its limit. Where the rule read several metrics it
   * is one of the metric that was violated most often (the first of them): degrees beyond a limit
   * and parts of a ratio beyond another cannot be held against each other.
   */
  static Optional<Evidence> worst(List<Judged> violations) {
    Map<String, Integer> times = new LinkedHashMap<>();
    violations.forEach(one -> times.merge(one.verdict().metric(), 1, Integer::sum));
    int most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    String metric =
        times.keySet().stream()
            .filter(name -> times.getOrDefault(name, 0) == most)
            .findFirst()
            .orElse("");
    return violations.stream()
        .filter(one -> one.verdict().metric().equals(metric))
        .max(Comparator.comparingDouble(Judged::beyond))
        .map(Evidence::of);
  }

  static Evidence of(Judged judged) {
    Verdict.Assessed verdict = judged.verdict();
    String grade = "grade." + verdict.grade();
    String measure = verdict.metric().isEmpty() ? "" : Names.metric(verdict.metric());
    return new Evidence(
        OutcomeMark.of(verdict),
        measure,
        judged.repetition(),
        Shown.measured(verdict),
        Texts.get(
            "report.limit." + verdict.basis().id(),
            Shown.withUnit(verdict.limit(), verdict.unit())),
        verdict.source(),
        Texts.has(grade) ? Texts.get(grade) : verdict.grade(),
        verdict.at().equals(measure) ? "" : verdict.at());
  }
}
