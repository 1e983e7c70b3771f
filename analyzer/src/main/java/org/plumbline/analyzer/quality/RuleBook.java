package org.plumbline.analyzer.quality;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.device.log.Side;

/** The rules of an exercise, made from its limits and the person's baseline. */
public final class RuleBook {
  private RuleBook() {}

  public static List<QualityRule> of(AnalysisContext context) {
    return context.exercise().rules().stream()
        .map(limits -> rule(limits, context.baseline()))
        .toList();
  }

  private static QualityRule rule(RuleLimits limits, Optional<Baseline> baseline) {
    return limits.rule().equals("hamstring-dominance")
        ? new HamstringDominanceRule(limits, baseline)
        : new LimitRule(limits, baseline);
  }

  /** Whether a rule is asked once for the body and not once per leg. */
  public static boolean isMidline(String rule) {
    return rule.equals("pelvic-tilt");
  }

  /** The sides a rule is asked for. */
  public static List<Side> sidesOf(String rule, List<Side> legs) {
    return isMidline(rule) ? List.of(Side.MIDLINE) : legs;
  }
}
