package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/** The rules of an exercise, made from its limits and the person's baseline. */
public final class RuleBook {
  private static final Set<String> MIDLINE =
      Set.of(
          "pelvic-tilt",
          "pelvic-roll-back",
          "butt-wink",
          "forward-lean",
          "lumbar-flexion",
          "tempo",
          "smoothness",
          "asymmetry");

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
    List<RuleLimits> fatigue = new ArrayList<>();
    for (RuleLimits limits : context.exercise().rules()) {
      if (limits.rule().equals(FatigueRule.ID)) {
        fatigue.add(limits);
      } else if (limits.worn().map(worn::test).orElse(true)) {
        evidence
            .computeIfAbsent(limits.rule(), id -> new ArrayList<>())
            .add(rule(limits, context.baseline()));
      }
    }
    List<QualityRule> rules = new ArrayList<>();
    evidence
        .values()
        .forEach(some -> rules.add(some.size() == 1 ? some.get(0) : new CombinedRule(some)));
    if (!fatigue.isEmpty()) {
      rules.add(new FatigueRule(fatigue));
    }
    return List.copyOf(rules);
  }

  private static QualityRule rule(RuleLimits limits, Optional<Baseline> baseline) {
    return limits.rule().equals("hamstring-dominance")
        ? new HamstringDominanceRule(limits, baseline)
        : new LimitRule(limits, baseline);
  }

  /** Whether a rule is asked once for the body and not once per leg. */
  public static boolean isMidline(String rule) {
    return MIDLINE.contains(rule);
  }

  /** The sides a rule is asked for. */
  public static List<Side> sidesOf(String rule, List<Side> legs) {
    return isMidline(rule) ? List.of(Side.MIDLINE) : legs;
  }
}
