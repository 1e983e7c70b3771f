package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.device.log.Side;

/**
 * Holds the verdicts on muscles of a counted set against the truth. What could not be assessed has
 * the usual stated error of its rule, so that a departure among it counts as missed.
 */
final class MuscleJudge {
  /** As the rule means high hamstrings and heels that are far away. */
  private static final double HIGH_PERCENT_MVIC = 40;

  private static final double HEELS_FAR_DEG = 100;

  private final AnalysisContext context;
  private final List<RuleLimits> rows;
  private final List<MatchedRepetition> repetitions;

  MuscleJudge(AnalysisContext context, List<RuleLimits> rows, List<MatchedRepetition> repetitions) {
    this.context = context;
    this.rows = rows;
    this.repetitions = repetitions;
  }

  /**
   * A verdict beside what it should be.
   *
   * @param beyond true value beyond the true limit in the bad direction, in the unit of the metric
   * @param off measured less true distance from the limit
   */
  private record Held(
      MatchedRepetition repetition,
      Side side,
      Outcome outcome,
      double beyond,
      OptionalDouble off,
      OptionalDouble error) {}

  /** Adds what the limits of one kind say. */
  void judge(Basis basis, List<RuleSample> samples) {
    for (RuleLimits row : rows) {
      boolean has = basis == Basis.OWN ? row.own().isPresent() : row.absolute().isPresent();
      if (has) {
        ofRow(row, basis, samples);
      }
    }
  }

  private void ofRow(RuleLimits row, Basis basis, List<RuleSample> samples) {
    List<Held> all = new ArrayList<>();
    for (MatchedRepetition one : repetitions) {
      for (Verdict verdict : one.found().verdicts()) {
        if (verdict.rule().equals(row.rule())) {
          held(one, verdict, row, basis).ifPresent(all::add);
        }
      }
    }
    List<Double> errors =
        all.stream().flatMapToDouble(one -> one.error().stream()).sorted().boxed().toList();
    double usual = RepetitionsSuite.quantile(errors, 0.5);
    for (Held one : all) {
      double error = one.error().orElse(usual);
      boolean within =
          one.off().isPresent()
              && Math.abs(one.off().getAsDouble()) <= MetricErrors.TO_95_PERCENT * error;
      double errorsBeyond = one.beyond() / error;
      if (isAlsoHigh(row, basis)) {
        errorsBeyond = Math.min(errorsBeyond, hamstringsBeyond(one));
      }
      samples.add(
          new RuleSample(
              row.rule(),
              row.metric(),
              basis,
              one.outcome(),
              Double.isNaN(errorsBeyond) ? OptionalDouble.empty() : OptionalDouble.of(errorsBeyond),
              within));
    }
  }

  private Optional<Held> held(MatchedRepetition one, Verdict verdict, RuleLimits row, Basis basis) {
    Side side = verdict.side();
    Verdict alone =
        SetJudge.isRefused(verdict) ? verdict : SetJudge.alone(context, one.found(), row, side);
    OptionalDouble truth = one.real().of(row.metric(), side);
    if (truth.isEmpty() || isExcused(alone, one, side)) {
      return Optional.empty();
    }
    double sign = row.bad() == Bad.ABOVE ? 1 : -1;
    double beyond = sign * (truth.getAsDouble() - limit(row, side, basis));
    if (!(alone instanceof Verdict.Assessed assessed)) {
      return Optional.of(
          new Held(
              one, side, alone.outcome(), beyond, OptionalDouble.empty(), OptionalDouble.empty()));
    }
    double off = sign * (assessed.value() - assessed.limit()) - beyond;
    return Optional.of(
        new Held(
            one,
            side,
            assessed.outcome(),
            beyond,
            OptionalDouble.of(off),
            OptionalDouble.of(assessed.error())));
  }

  /** Heels that really are far away explain it, as the rule has it. */
  private static boolean isExcused(Verdict verdict, MatchedRepetition one, Side side) {
    return verdict instanceof Verdict.NotAssessable none
        && none.reason().code().equals("heels-far")
        && one.real().of("kneeFlexionPeak", side).orElse(HEELS_FAR_DEG) < HEELS_FAR_DEG;
  }

  /** The true limit: against the reference from the true mean of its repetitions. */
  private double limit(RuleLimits row, Side side, Basis basis) {
    if (basis == Basis.ABSOLUTE) {
      return row.absolute().orElseThrow().amber();
    }
    double sum = 0;
    int n = 0;
    for (MatchedRepetition one : repetitions) {
      OptionalDouble truth = one.real().of(row.metric(), side);
      if (one.index() <= SetPlan.GOOD && truth.isPresent() && isMeasured(one, row, side)) {
        sum += truth.getAsDouble();
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n + SetPlan.distance(row, row.own().orElseThrow(), sum / n);
  }

  private static boolean isMeasured(MatchedRepetition one, RuleLimits row, Side side) {
    return metric(one, row.metric(), side).isPresent();
  }

  private static Optional<Metric> metric(MatchedRepetition one, String name, Side side) {
    return one.found().metrics().stream()
        .filter(metric -> metric.name().equals(name) && metric.side() == side)
        .findFirst();
  }

  /** A low ratio departs for everyone only with hamstrings that are high as well. */
  private static boolean isAlsoHigh(RuleLimits row, Basis basis) {
    return basis == Basis.ABSOLUTE && row.rule().equals("hamstring-dominance");
  }

  private static double hamstringsBeyond(Held one) {
    double truth = one.repetition().real().of("hamstringsLevel", one.side()).orElse(Double.NaN);
    return metric(one.repetition(), "hamstringsLevel", one.side())
        .map(metric -> (truth - HIGH_PERCENT_MVIC) / metric.error())
        .orElse(Double.NaN);
  }
}
