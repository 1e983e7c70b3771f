package org.plumbline.analyzer.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plumbline.analyzer.exercise.RuleLimits.Sides;
import org.plumbline.device.log.Side;

/**
 * One rule with several pieces of evidence, each with a limit of its own: departed from as soon as
 * one of them says so for certain, kept only when the first was measured and none has a doubt.
 * Evidence that waits for a reference set is not asked without one. Evidence that has a limit for
 * everyone only is not asked where the own reference answers: it decides.
 */
final class CombinedRule implements QualityRule {
  private final List<Evidence> evidence;

  /**
   * One piece of it.
   *
   * @param asked whether it is asked with what is worn; of some piece this is always so
   * @param forEveryone whether it has no limit against the own reference
   */
  record Evidence(QualityRule rule, BooleanSupplier asked, boolean forEveryone) {}

  /** What one piece of it says. */
  private record Said(Verdict verdict, boolean forEveryone) {
    boolean isByOwnReference() {
      return verdict instanceof Verdict.Assessed assessed && assessed.basis() == Basis.OWN;
    }
  }

  /** All with the same id, the first one first in the report. */
  CombinedRule(List<Evidence> evidence) {
    this.evidence = List.copyOf(evidence);
  }

  @Override
  public String id() {
    return evidence.get(0).rule().id();
  }

  @Override
  public Sides sides() {
    return evidence.get(0).rule().sides();
  }

  @Override
  public Verdict judge(Measurements measurements, Side side) {
    List<Said> said =
        evidence.stream()
            .filter(one -> one.asked().getAsBoolean())
            .map(one -> new Said(one.rule().judge(measurements, side), one.forEveryone()))
            .toList();
    boolean ownDecides = said.stream().anyMatch(Said::isByOwnReference);
    List<Verdict> verdicts =
        said.stream().filter(one -> !(ownDecides && one.forEveryone())).map(Said::verdict).toList();
    return clearest(verdicts, Outcome.VIOLATED)
        .or(() -> clearest(verdicts, Outcome.WITHIN_ERROR))
        .or(() -> Optional.of(verdicts.get(0)).filter(CombinedRule::isMissed))
        .or(() -> clearest(verdicts, Outcome.SATISFIED))
        .orElse(verdicts.get(0));
  }

  private static Optional<Verdict> clearest(List<Verdict> verdicts, Outcome outcome) {
    return verdicts.stream()
        .filter(verdict -> verdict.outcome() == outcome)
        .filter(Verdict.Assessed.class::isInstance)
        .map(Verdict.Assessed.class::cast)
        .max(Comparator.comparingDouble(CombinedRule::clarity))
        .map(verdict -> verdict);
  }

  private static boolean isMissed(Verdict verdict) {
    return verdict instanceof Verdict.NotAssessable missing
        && !missing.reason().code().equals(LimitRule.NEEDS_REFERENCE);
  }

  /** How far from the limit, in errors. */
  private static double clarity(Verdict.Assessed verdict) {
    return Math.abs(verdict.value() - verdict.limit()) / Math.max(1e-9, verdict.error());
  }
}
