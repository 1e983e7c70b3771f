package org.plumbline.analyzer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.SessionResult.SetResult;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.device.log.Location;

/** Makes a person's baseline out of an analyzed reference session. */
public final class ReferenceSet {

  /** Fewer repetitions do not tell a person's spread. */
  public static final int LEAST_REPETITIONS = 3;

  private ReferenceSet() {}

  private record Key(String name, String side, String unit) {}

  /** The same, of which nobody said which electrodes were worn. */
  public static Optional<Baseline> of(SessionResult result, String origin) {
    return of(result, origin, Optional.empty());
  }

  /**
   * The baseline of all complete repetitions of the exercise. Sets with another variant or load
   * than the first one are left out.
   *
   * @param origin what was recorded when, for people
   * @param electrodes which application of electrodes was worn
   * @return empty when there are fewer than {@value #LEAST_REPETITIONS}
   */
  public static Optional<Baseline> of(
      SessionResult result, String origin, Optional<String> electrodes) {
    Map<Key, List<Metric>> metrics = new LinkedHashMap<>();
    int repetitions = 0;
    for (SetResult set : alike(result.sets())) {
      for (RepetitionResult repetition : set.repetitions()) {
        if (repetition.complete() && isOfTheExercise(repetition)) {
          repetitions++;
          for (Metric metric : repetition.metrics()) {
            metrics
                .computeIfAbsent(
                    new Key(metric.name(), metric.side().id(), metric.unit()),
                    key -> new ArrayList<>())
                .add(metric);
          }
        }
      }
    }
    if (repetitions < LEAST_REPETITIONS) {
      return Optional.empty();
    }
    List<Baseline.Level> levels = new ArrayList<>();
    metrics.forEach(
        (key, values) -> {
          if (values.size() >= LEAST_REPETITIONS) {
            levels.add(level(key, values));
          }
        });
    return Optional.of(
        new Baseline(origin, repetitions, levels, Optional.of(conditions(result, electrodes))));
  }

  /** Sets done like the first one that has repetitions. */
  private static List<SetResult> alike(List<SetResult> sets) {
    List<SetResult> done = sets.stream().filter(set -> !set.repetitions().isEmpty()).toList();
    return done.stream()
        .filter(set -> set.variant().equals(done.get(0).variant()))
        .filter(set -> set.loadKg().equals(done.get(0).loadKg()))
        .toList();
  }

  private static Conditions conditions(SessionResult result, Optional<String> electrodes) {
    SetResult first = alike(result.sets()).get(0);
    List<String> placements = new ArrayList<>();
    for (SessionResult.StreamSummary stream : result.streams()) {
      for (String id : stream.placement().split(", ", -1)) {
        boolean segment = !id.isEmpty() && Location.parse(id) instanceof Location.OnSegment;
        if (segment && !placements.contains(id)) {
          placements.add(id);
        }
      }
    }
    return new Conditions(
        result.context().exercise(),
        first.variant().isEmpty() ? Optional.empty() : Optional.of(first.variant()),
        first.loadKg().orElse(0),
        result.context().ruleSet(),
        placements,
        electrodes);
  }

  private static boolean isOfTheExercise(RepetitionResult repetition) {
    return repetition.verdicts().stream()
        .noneMatch(
            verdict ->
                verdict instanceof Verdict.NotAssessable none
                    && none.reason().code().equals(ExerciseGuard.CODE));
  }

  private static Baseline.Level level(Key key, List<Metric> values) {
    double sum = 0;
    double error = 0;
    for (Metric metric : values) {
      sum += metric.value();
      error += metric.error();
    }
    double mean = sum / values.size();
    double squares = 0;
    for (Metric metric : values) {
      squares += (metric.value() - mean) * (metric.value() - mean);
    }
    double spread = Math.sqrt(squares / (values.size() - 1));
    return new Baseline.Level(
        key.name(),
        key.side(),
        rounded(mean),
        rounded(spread),
        rounded(error / values.size()),
        key.unit());
  }

  /** Six decimals, so that the context's text is the same on every Java version. */
  private static double rounded(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
  }
}
