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

  /** How many repetitions it has. */
  int repetitions() {
    return context.baseline().map(Baseline::repetitions).orElse(1);
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
