package org.plumbline.analyzer.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.RuleLimits.Sides;
import org.plumbline.device.log.Side;

/**
 * One rule with several pieces of evidence, each with a limit of its own: departed from as soon as
 * one of them says so for certain, kept only when none of those that could be measured has a doubt.
 */
final class CombinedRule implements QualityRule {
  private final List<QualityRule> evidence;

  /** All with the same id, the first one first in the report. */
  CombinedRule(List<QualityRule> evidence) {
    this.evidence = List.copyOf(evidence);
  }

  @Override
  public String id() {
    return evidence.get(0).id();
  }

  @Override
  public Sides sides() {
    return evidence.get(0).sides();
  }

  @Override
  public Verdict judge(Measurements measurements, Side side) {
    List<Verdict> verdicts = evidence.stream().map(rule -> rule.judge(measurements, side)).toList();
    for (Outcome outcome : List.of(Outcome.VIOLATED, Outcome.WITHIN_ERROR, Outcome.SATISFIED)) {
      Optional<Verdict.Assessed> clearest =
          verdicts.stream()
              .filter(verdict -> verdict.outcome() == outcome)
              .filter(Verdict.Assessed.class::isInstance)
              .map(Verdict.Assessed.class::cast)
              .max(Comparator.comparingDouble(CombinedRule::clarity));
      if (clearest.isPresent()) {
        return clearest.get();
      }
    }
    return verdicts.get(0);
  }

  /** How far from the limit, in errors. */
  private static double clarity(Verdict.Assessed verdict) {
    return Math.abs(verdict.value() - verdict.limit()) / Math.max(1e-9, verdict.error());
  }
}
