package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.device.log.Muscle;

/** The rules of an exercise, made from its limits and the person's baseline. */
public final class RuleBook {
  private RuleBook() {}

  /** All of them. */
  public static List<QualityRule> of(AnalysisContext context) {
    return of(context, muscle -> true);
  }

  /**
   * Those that are asked.
   *
   * @param worn whether a muscle has electrodes
   */
  public static List<QualityRule> of(AnalysisContext context, Predicate<Muscle> worn) {
    Map<String, List<QualityRule>> evidence = new LinkedHashMap<>();
    for (RuleLimits limits : context.exercise().rules()) {
      if (limits.worn().map(worn::test).orElse(true)) {
        evidence
            .computeIfAbsent(limits.rule(), id -> new ArrayList<>())
            .add(rule(limits, context.baseline()));
      }
    }
    return evidence.values().stream()
        .map(rules -> rules.size() == 1 ? rules.get(0) : new CombinedRule(rules))
        .toList();
  }

  private static QualityRule rule(RuleLimits limits, Optional<Baseline> baseline) {
    return limits.rule().equals("hamstring-dominance")
        ? new HamstringDominanceRule(limits, baseline)
        : new LimitRule(limits, baseline);
  }
}
