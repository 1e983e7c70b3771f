package org.plumbline.analyzer.set;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.Conditions;
import org.plumbline.analyzer.quality.Figures;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Location;

/**
 * Makes a person's baseline out of analyzed reference sets. Good technique shifts from set to set
 * as much as within one, so every set weighs the same, and the spread between repetitions includes
 * what lies between the sets.
 */
public final class ReferenceSet {

  /** Fewer repetitions do not tell a person's spread. */
  public static final int LEAST_REPETITIONS = 3;

  /**
   * Of fewer repetitions in a set the median and the median absolute deviation are taken, which one
   * odd repetition hardly moves; of more the mean, which knows them better. Engineering choice.
   */
  public static final int FEW_REPETITIONS = 8;

  private ReferenceSet() {}

  private record Key(String name, String side, String unit) {}

  /** The baseline of one session of which nobody said which electrodes were worn. */
  public static Optional<Baseline> of(SessionResult result, String origin) {
    return of(result, origin, Optional.empty());
  }

  /** The baseline of one session. */
  public static Optional<Baseline> of(
      SessionResult result, String origin, Optional<String> electrodes) {
    return of(List.of(result), origin, electrodes);
  }

  /** That of several sessions of one person, of which nobody said which electrodes were worn. */
  public static Optional<Baseline> of(List<SessionResult> sessions, String origin) {
    return of(sessions, origin, Optional.empty());
  }

  /**
   * The baseline of all complete repetitions of the exercise in several sessions of one person.
   * Sets with another variant or load than the first one are left out.
   *
   * @param origin what was recorded when, for people
   * @param electrodes which application of electrodes was worn
   * @return empty when there are fewer than {@value #LEAST_REPETITIONS}
   */
  public static Optional<Baseline> of(
      List<SessionResult> sessions, String origin, Optional<String> electrodes) {
    Map<Key, List<List<Metric>>> metrics = new LinkedHashMap<>();
    int repetitions = 0;
    int large = 0;
    for (SetResult set : alike(sessions)) {
      Map<Key, List<Metric>> ofSet = new LinkedHashMap<>();
      int before = repetitions;
      for (RepetitionResult repetition : set.repetitions()) {
        if (counts(repetition)) {
          repetitions++;
          for (Metric metric : repetition.metrics()) {
            ofSet
                .computeIfAbsent(
                    new Key(metric.name(), metric.side().id(), metric.unit()),
                    key -> new ArrayList<>())
                .add(metric);
          }
        }
      }
      large += repetitions - before >= LEAST_REPETITIONS ? 1 : 0;
      ofSet.forEach(
          (key, values) -> metrics.computeIfAbsent(key, k -> new ArrayList<>()).add(values));
    }
    if (repetitions < LEAST_REPETITIONS) {
      return Optional.empty();
    }
    List<Baseline.Level> levels = new ArrayList<>();
    metrics.forEach((key, sets) -> level(key, large(sets)).ifPresent(levels::add));
    return Optional.of(
        new Baseline(
            origin,
            repetitions,
            levels,
            Optional.of(conditions(sessions, electrodes)),
            Optional.of(Math.max(1, large))));
  }

  /** Sets done like the first one that has repetitions. */
  static List<SetResult> alike(List<SessionResult> sessions) {
    List<SetResult> done =
        sessions.stream()
            .flatMap(session -> session.sets().stream())
            .filter(set -> !set.repetitions().isEmpty())
            .toList();
    return done.stream()
        .filter(set -> set.variant().equals(done.get(0).variant()))
        .filter(set -> set.loadKg().equals(done.get(0).loadKg()))
        .toList();
  }

  /** Those of the first session; a placement counts as worn where any session has it. */
  private static Conditions conditions(List<SessionResult> sessions, Optional<String> electrodes) {
    SetResult first = alike(sessions).get(0);
    SessionResult.ContextSummary context = sessions.get(0).context();
    return new Conditions(
        context.exercise(),
        first.variant().isEmpty() ? Optional.empty() : Optional.of(first.variant()),
        first.loadKg().orElse(0),
        context.ruleSet(),
        placements(sessions),
        electrodes);
  }

  private static List<String> placements(List<SessionResult> sessions) {
    List<String> placements = new ArrayList<>();
    for (SessionResult session : sessions) {
      for (SessionResult.StreamSummary stream : session.streams()) {
        for (String id : stream.placement().split(", ", -1)) {
          boolean segment = !id.isEmpty() && Location.parse(id) instanceof Location.OnSegment;
          if (segment && !placements.contains(id)) {
            placements.add(id);
          }
        }
      }
    }
    return placements;
  }

  /** Whether a repetition is one of a reference set: whole, and plainly of the exercise. */
  static boolean counts(RepetitionResult repetition) {
    return repetition.complete() && isOfTheExercise(repetition);
  }

  /** How many repetitions of a session are. */
  public static int count(SessionResult session) {
    return count(List.of(session));
  }

  /** The same of several, of which only sets done like the first one count. */
  public static int count(List<SessionResult> sessions) {
    return (int)
        alike(sessions).stream()
            .flatMap(set -> set.repetitions().stream())
            .filter(ReferenceSet::counts)
            .count();
  }

  private static boolean isOfTheExercise(RepetitionResult repetition) {
    return repetition.verdicts().stream()
        .noneMatch(
            verdict ->
                verdict instanceof Verdict.NotAssessable none
                    && none.reason().code().equals(ExerciseGuard.CODE));
  }

  /** Sets that tell a spread of their own; where there are none, all repetitions as one set. */
  private static List<List<Metric>> large(List<List<Metric>> sets) {
    List<List<Metric>> large =
        sets.stream().filter(values -> values.size() >= LEAST_REPETITIONS).toList();
    return large.isEmpty() ? List.of(sets.stream().flatMap(List::stream).toList()) : large;
  }

  private static Optional<Baseline.Level> level(Key key, List<List<Metric>> sets) {
    if (sets.get(0).size() < LEAST_REPETITIONS) {
      return Optional.empty();
    }
    List<Middle> middles = sets.stream().map(ReferenceSet::middle).toList();
    double[] means = middles.stream().mapToDouble(Middle::value).toArray();
    double mean = mean(means);
    double within = 0;
    double error = 0;
    for (int s = 0; s < means.length; s++) {
      within += middles.get(s).variance() / means.length;
      error += mean(sets.get(s).stream().mapToDouble(Metric::error).toArray()) / means.length;
    }
    double between = means.length < 2 ? 0 : variance(means, mean);
    return Optional.of(
        new Baseline.Level(
            key.name(),
            key.side(),
            rounded(mean),
            rounded(Math.sqrt(within + between)),
            rounded(error),
            key.unit(),
            repeat(sets.stream().flatMap(List::stream).toList())));
  }

  private record Middle(double value, double variance) {}

  private static Middle middle(List<Metric> metrics) {
    if (metrics.size() < FEW_REPETITIONS) {
      RobustLevel few = new Figures(metrics).level();
      return new Middle(few.median(), few.spread() * few.spread());
    }
    double mean = mean(values(metrics));
    return new Middle(mean, variance(values(metrics), mean));
  }

  private static double[] values(List<Metric> metrics) {
    return metrics.stream().mapToDouble(Metric::value).toArray();
  }

  /** A plain sum: the order of the repetitions decides every bit. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }

  /** Only of figures that were all measured under the same calibration. */
  private static Optional<Baseline.Repeat> repeat(List<Metric> values) {
    String calibration = values.get(0).calibration();
    if (calibration.isEmpty()
        || !values.stream().allMatch(metric -> metric.calibration().equals(calibration))) {
      return Optional.empty();
    }
    double error = values.stream().mapToDouble(Metric::repeatError).average().orElseThrow();
    return Optional.of(new Baseline.Repeat(rounded(error), calibration));
  }

  /** Six decimals, so that the context's text is the same on every Java version. */
  private static double rounded(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
  }
}
