package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Side;

/**
 * Holds the verdicts of a counted set against the truth, each piece of evidence by itself and rules
 * with several of them as a whole.
 */
final class SetJudge {
  private final org.plumbline.fixtures.simulator.Exercise done;
  private final AnalysisContext context;
  private final List<MatchedRepetition> repetitions;

  SetJudge(
      org.plumbline.fixtures.simulator.Exercise done,
      AnalysisContext context,
      List<MatchedRepetition> repetitions) {
    this.done = done;
    this.context = context;
    this.repetitions = repetitions;
  }

  /** Adds what the limits of one kind say. */
  void judge(Basis basis, List<RuleSample> samples) {
    List<RuleLimits> rows =
        SetPlan.rows(done).stream()
            .filter(
                row -> basis == Basis.ABSOLUTE ? row.absolute().isPresent() : row.own().isPresent())
            .toList();
    for (MatchedRepetition one : repetitions) {
      for (Verdict verdict : one.found().verdicts()) {
        ofRule(one, verdict, rows, basis, samples);
      }
    }
  }

  private void ofRule(
      MatchedRepetition repetition,
      Verdict verdict,
      List<RuleLimits> rows,
      Basis basis,
      List<RuleSample> samples) {
    List<RuleLimits> evidence =
        rows.stream().filter(row -> row.rule().equals(verdict.rule())).toList();
    List<RuleSample> parts = new ArrayList<>();
    for (RuleLimits row : evidence) {
      parts.add(ofRow(repetition, verdict, row, basis));
    }
    samples.addAll(parts);
    if (parts.size() > 1) {
      OptionalDouble worst =
          parts.stream().flatMapToDouble(part -> part.errorsBeyond().stream()).max();
      boolean within = parts.stream().allMatch(RuleSample::within);
      samples.add(new RuleSample(verdict.rule(), "", basis, verdict.outcome(), worst, within));
    }
  }

  private RuleSample ofRow(
      MatchedRepetition repetition, Verdict verdict, RuleLimits row, Basis basis) {
    Verdict one =
        isRefused(verdict) ? verdict : alone(context, repetition.found(), row, verdict.side());
    OptionalDouble truth = repetition.real().of(row.metric(), verdict.side());
    if (!(one instanceof Verdict.Assessed assessed) || truth.isEmpty()) {
      return new RuleSample(
          row.rule(), row.metric(), basis, one.outcome(), OptionalDouble.empty(), false);
    }
    double limit = assessed.limit() + shift(row, verdict.side(), basis);
    double sign = row.bad() == Bad.ABOVE ? 1 : -1;
    double beyond = sign * (truth.getAsDouble() - limit) / assessed.error();
    double measured = sign * (assessed.value() - assessed.limit()) / assessed.error();
    return new RuleSample(
        row.rule(),
        row.metric(),
        basis,
        assessed.outcome(),
        OptionalDouble.of(beyond),
        Math.abs(measured - beyond) <= MetricErrors.TO_95_PERCENT);
  }

  /** Why no rule was asked. */
  static boolean isRefused(Verdict verdict) {
    return verdict instanceof Verdict.NotAssessable none
        && List.of("other-exercise", "incomplete", "side-not-named").contains(none.reason().code());
  }

  /** What the program's own rule says of one piece of evidence alone. */
  static Verdict alone(
      AnalysisContext context, RepetitionResult repetition, RuleLimits row, Side side) {
    Exercise all = context.exercise();
    Exercise only =
        new Exercise(
            all.id(),
            all.name(),
            all.position(),
            all.counting(),
            all.directions(),
            List.of(row),
            all.practice());
    AnalysisContext alone = AnalysisContext.of(only, List.of(), context.baseline());
    Measurements measurements = new Measurements();
    repetition.metrics().forEach(measurements::add);
    QualityRule rule = RuleBook.of(alone).get(0);
    return rule.judge(measurements, side);
  }

  /** True mean of the reference repetitions less the measured one: both may be off alike. */
  private double shift(RuleLimits row, Side side, Basis basis) {
    if (basis == Basis.ABSOLUTE) {
      return 0;
    }
    Optional<AnalysisContext.Baseline.Level> level =
        context.baseline().flatMap(own -> own.level(row.metric(), side.id()));
    double sum = 0;
    int n = 0;
    for (MatchedRepetition one : repetitions) {
      OptionalDouble truth = one.real().of(row.metric(), side);
      if (one.index() <= SetPlan.GOOD && truth.isPresent() && isMeasured(one, row, side)) {
        sum += truth.getAsDouble();
        n++;
      }
    }
    return n == 0 || level.isEmpty() ? 0 : sum / n - level.get().mean();
  }

  private static boolean isMeasured(MatchedRepetition one, RuleLimits row, Side side) {
    return one.found().metrics().stream()
        .anyMatch(metric -> metric.name().equals(row.metric()) && metric.side() == side);
  }
}
