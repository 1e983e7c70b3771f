package org.plumbline.analyzer.quality;

import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.exercise.KnownMetric;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/** The person's own reference set, as far as it holds for what is done now. */
final class OwnReference {

  /** Half-width of 90 % of a normal distribution, in standard deviations. */
  private static final double Z90 = 1.6449;

  /**
   * Deviation between a person's sets, in deviations between the repetitions of one: good technique
   * shifts from set to set, too. A quarter of the variance, mean of 15 figures of correct squats of
   * 4 people in 2 sets each (squat6; docs/validation.md).
   */
  private static final double BETWEEN_SETS = 0.5;

  private final AnalysisContext context;
  private final Supplier<Optional<Conditions>> now;

  /**
   * That of a context.
   *
   * @param now conditions of the set that is judged; empty where they are not known
   */
  OwnReference(AnalysisContext context, Supplier<Optional<Conditions>> now) {
    this.context = context;
    this.now = now;
  }

  /** The level of a metric, where the reference has it and holds. */
  Optional<Baseline.Level> level(String metric, Side side) {
    return lapsed(metric, side).isPresent()
        ? Optional.empty()
        : context.baseline().flatMap(own -> own.level(metric, side.id()));
  }

  /**
   * How far the mean of a level may be from what the person does in the mean of many sets, 90 %
   * half-width: by the scatter of the repetitions and by the shift of the few sets they are of.
   */
  double meanError(Baseline.Level level) {
    Optional<Baseline> reference = context.baseline();
    int repetitions = reference.map(Baseline::repetitions).orElse(1);
    int sets = reference.flatMap(Baseline::sets).orElse(1);
    double share = 1.0 / Math.max(1, repetitions) + BETWEEN_SETS * BETWEEN_SETS / sets;
    return Z90 * level.spread() * Math.sqrt(share);
  }

  /** Why it does not hold for a metric that it has; empty where it holds. */
  Optional<String> lapsed(String metric, Side side) {
    Optional<Conditions> then =
        context
            .baseline()
            .filter(own -> own.level(metric, side.id()).isPresent())
            .flatMap(Baseline::conditions);
    Optional<Conditions> today = now.get();
    if (then.isEmpty() || today.isEmpty()) {
      return Optional.empty();
    }
    return then.get().lapsed(today.get(), context.exercise(), KnownMetric.find(metric), side);
  }

  /** A verdict that had to do without it says so. */
  Verdict told(Verdict verdict, String metric) {
    Optional<String> why = lapsed(metric, verdict.side());
    if (why.isEmpty()) {
      return verdict;
    }
    if (verdict instanceof Verdict.Assessed assessed && assessed.basis() == Basis.ABSOLUTE) {
      return assessed.withSource(Texts.get("source.lapsed", assessed.source(), why.get()));
    }
    if (verdict instanceof Verdict.NotAssessable none
        && none.reason().code().startsWith("needs-")) {
      return new Verdict.NotAssessable(
          none.rule(),
          none.side(),
          new Reason("reference-lapsed", Texts.get("reason.reference-lapsed", why.get())));
    }
    return verdict;
  }
}
