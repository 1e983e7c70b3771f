package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.quality.Figures;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.RobustLevel;
import org.plumbline.analyzer.quality.RobustLevel.Difference;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Side;

/** How a person's reference sets changed from session to session. */
public final class ReferenceDrift {
  private ReferenceDrift() {}

  /**
   * One metric over the sessions.
   *
   * @param levels of each session in the order given; empty where it has fewer than {@value
   *     ReferenceSet#LEAST_REPETITIONS} figures
   * @param change of the last session that has it since the first one; empty where only one has
   */
  public record Drift(
      String metric,
      Side side,
      String unit,
      List<Optional<RobustLevel>> levels,
      Optional<Difference> change) {}

  private record Key(String metric, Side side, String unit) {}

  /**
   * Of every metric that the rules of an exercise read.
   *
   * @param sessions each one reference, in the order of time
   */
  public static List<Drift> between(Exercise exercise, List<SessionResult> sessions) {
    Set<String> read =
        exercise.rules().stream().map(RuleLimits::metric).collect(Collectors.toSet());
    Map<Key, List<List<Metric>>> figures = new LinkedHashMap<>();
    for (int s = 0; s < sessions.size(); s++) {
      for (Metric metric : metrics(sessions.get(s))) {
        if (read.contains(metric.name())) {
          Key key = new Key(metric.name(), metric.side(), metric.unit());
          figures.computeIfAbsent(key, one -> lists(sessions.size())).get(s).add(metric);
        }
      }
    }
    List<Drift> drifts = new ArrayList<>();
    figures.forEach((key, each) -> drifts.add(drift(key, each)));
    return drifts.stream()
        .filter(drift -> drift.levels().stream().anyMatch(Optional::isPresent))
        .toList();
  }

  private static List<Metric> metrics(SessionResult session) {
    List<Metric> metrics = new ArrayList<>();
    for (SetResult set : ReferenceSet.alike(List.of(session))) {
      for (RepetitionResult repetition : set.repetitions()) {
        if (ReferenceSet.counts(repetition)) {
          metrics.addAll(repetition.metrics());
        }
      }
    }
    return metrics;
  }

  private static List<List<Metric>> lists(int count) {
    List<List<Metric>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static Drift drift(Key key, List<List<Metric>> each) {
    List<Optional<RobustLevel>> levels = new ArrayList<>();
    List<Figures> told = new ArrayList<>();
    for (List<Metric> metrics : each) {
      if (metrics.size() < ReferenceSet.LEAST_REPETITIONS) {
        levels.add(Optional.empty());
      } else {
        told.add(new Figures(metrics));
        levels.add(Optional.of(told.get(told.size() - 1).level()));
      }
    }
    Optional<Difference> change =
        told.size() < 2
            ? Optional.empty()
            : Optional.of(told.get(told.size() - 1).since(told.get(0)));
    return new Drift(key.metric(), key.side(), key.unit(), levels, change);
  }
}
