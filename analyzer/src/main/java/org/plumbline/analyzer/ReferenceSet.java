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
import org.plumbline.analyzer.quality.Metric;

/** Makes a person's baseline out of an analyzed reference session. */
public final class ReferenceSet {

  /** Fewer repetitions do not tell a person's spread. */
  public static final int LEAST_REPETITIONS = 3;

  private ReferenceSet() {}

  private record Key(String name, String side, String unit) {}

  /**
   * The baseline of all complete repetitions.
   *
   * @param origin what was recorded when, for people
   * @return empty when there are fewer than {@value #LEAST_REPETITIONS}
   */
  public static Optional<Baseline> of(SessionResult result, String origin) {
    Map<Key, List<Metric>> metrics = new LinkedHashMap<>();
    int repetitions = 0;
    for (SetResult set : result.sets()) {
      for (RepetitionResult repetition : set.repetitions()) {
        if (repetition.complete()) {
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
    return Optional.of(new Baseline(origin, repetitions, levels));
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
        key.unit(),
        repeat(values));
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
