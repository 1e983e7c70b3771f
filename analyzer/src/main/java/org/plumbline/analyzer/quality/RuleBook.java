package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.quality.CombinedRule.Evidence;
import org.plumbline.device.log.Muscle;

/** The rules of an exercise, made from its limits and the person's baseline. */
public final class RuleBook {
  private RuleBook() {}

  /** All of them. */
  public static List<QualityRule> of(AnalysisContext context) {
    return of(context, muscle -> true, Optional::empty);
  }

  /**
   * Those that are asked.
   *
   * @param worn whether a muscle has electrodes
   * @param now conditions of the set that is judged; empty where they are not known
   */
  public static List<QualityRule> of(
      AnalysisContext context, Predicate<Muscle> worn, Supplier<Optional<Conditions>> now) {
    OwnReference own = new OwnReference(context, now);
    Map<String, List<Evidence>> evidence = new LinkedHashMap<>();
    List<RuleLimits> fatigue = new ArrayList<>();
    for (RuleLimits limits : context.exercise().rules()) {
      if (limits.rule().equals(FatigueRule.ID)) {
        fatigue.add(limits);
      } else if (limits.worn().map(worn::test).orElse(true)) {
        evidence
            .computeIfAbsent(limits.rule(), id -> new ArrayList<>())
            .add(
                new Evidence(
                    rule(limits, own, several(context, limits.rule())),
                    () -> isAsked(limits, now.get()),
                    limits.own().isEmpty()));
      }
    }
    List<QualityRule> rules = new ArrayList<>();
    evidence
        .values()
        .forEach(some -> rules.add(some.size() == 1 ? some.get(0).rule() : new CombinedRule(some)));
    if (!fatigue.isEmpty()) {
      rules.add(new FatigueRule(fatigue));
    }
    return List.copyOf(rules);
  }

  private static boolean isAsked(RuleLimits limits, Optional<Conditions> now) {
    return limits.unworn().isEmpty()
        || now.filter(one -> one.wears(limits.unworn().get())).isEmpty();
  }

  private static boolean several(AnalysisContext context, String rule) {
    return context.exercise().rules().stream().filter(one -> one.rule().equals(rule)).count() > 1;
  }

  private static QualityRule rule(RuleLimits limits, OwnReference own, boolean named) {
    return limits.rule().equals("hamstring-dominance")
        ? new HamstringDominanceRule(limits, own)
        : new LimitRule(limits, own, named);
  }
}
