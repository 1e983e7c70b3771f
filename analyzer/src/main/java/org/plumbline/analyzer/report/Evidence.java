package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * What one departure rests on.
 *
 * @param mark how it looks
 * @param repetition index from 1
 * @param measured value and error
 * @param limit the limit and what it is relative to
 * @param source where the limit comes from
 * @param grade how solid that is, in words
 * @param at where it was read, may be empty
 */
record Evidence(
    OutcomeMark mark,
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

  /** The evidence of the violation farthest beyond its limit. */
  static Optional<Evidence> worst(List<Judged> violations) {
    return violations.stream().max(Comparator.comparingDouble(Judged::beyond)).map(Evidence::of);
  }

  static Evidence of(Judged judged) {
    Verdict.Assessed verdict = judged.verdict();
    String grade = "grade." + verdict.grade();
    return new Evidence(
        OutcomeMark.of(verdict),
        judged.repetition(),
        Shown.measured(verdict),
        Texts.get(
            "report.limit." + verdict.basis().id(),
            Shown.withUnit(verdict.limit(), verdict.unit())),
        verdict.source(),
        Texts.has(grade) ? Texts.get(grade) : verdict.grade(),
        verdict.at());
  }
}
