package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * Holds a person's reference set itself against the limits for everyone. The own reference decides
 * about repetitions; that one is like it does not say that it is good where the reference is not.
 */
public final class ReferenceCheck {
  /** Half-width of 90 % of a normal distribution, in standard deviations. */
  private static final double Z90 = 1.6449;

  private ReferenceCheck() {}

  /** The rules of the context that its reference set itself violates, by the limit for everyone. */
  public static List<Verdict.Assessed> beyond(AnalysisContext context) {
    return context.baseline().map(own -> beyond(context, own)).orElse(List.of());
  }

  private static List<Verdict.Assessed> beyond(AnalysisContext context, Baseline own) {
    AnalysisContext forEveryone =
        AnalysisContext.of(context.exercise(), List.of(), Optional.empty());
    Measurements measured = measured(own);
    List<Side> legs =
        Stream.of(Side.LEFT, Side.RIGHT)
            .filter(side -> measured.metrics().stream().anyMatch(one -> one.side() == side))
            .toList();
    List<Verdict.Assessed> beyond = new ArrayList<>();
    for (QualityRule rule :
        RuleBook.of(forEveryone, muscle -> isMeasured(muscle, own), own::conditions)) {
      for (Side side : rule.sides().of(legs)) {
        if (rule.judge(measured, side) instanceof Verdict.Assessed assessed
            && assessed.outcome() == Outcome.VIOLATED) {
          beyond.add(assessed);
        }
      }
    }
    return beyond;
  }

  /** The reference as if it were one repetition, with the error of its mean. */
  private static Measurements measured(Baseline own) {
    Measurements measurements = new Measurements();
    for (Baseline.Level level : own.metrics()) {
      double chance = Z90 * level.spread() / Math.sqrt(Math.max(1, own.repetitions()));
      double error = Math.sqrt(level.error() * level.error() + chance * chance);
      measurements.add(new Metric(level.metric(), side(level), level.mean(), error, level.unit()));
    }
    return measurements;
  }

  private static Side side(Baseline.Level level) {
    return Side.valueOf(level.side().toUpperCase(Locale.ROOT));
  }

  /** Levels of a muscle begin with its name: {@code gluteusMaximusLevel}. */
  private static boolean isMeasured(Muscle muscle, Baseline own) {
    String name = muscle.name().replace("_", "").toLowerCase(Locale.ROOT);
    return own.metrics().stream()
        .anyMatch(level -> level.metric().toLowerCase(Locale.ROOT).startsWith(name));
  }
}
