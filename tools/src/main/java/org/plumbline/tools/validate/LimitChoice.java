package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Comparison;
import org.plumbline.analyzer.exercise.RuleLimits.Limit;
import org.plumbline.analyzer.exercise.RuleLimits.OwnLimit;
import org.plumbline.analyzer.quality.Metric;

/**
 * Amber limits of an exercise that tell squat faults best on given persons: over a grid, by the F1
 * of the verdict with the program's own errors, among limits that blame few good repetitions. Each
 * piece of evidence is chosen as if it were alone. Limits from the literature stay as they are
 * where a rule has evidence of our own beside them.
 */
final class LimitChoice {

  /** Rows of the rule table have a name of their own; these are ours. */
  private static final String OURS = "own metric";

  /** F1 this little below the best is as good; the middle of those limits is taken. */
  private static final double AS_GOOD = 0.01;

  /** Four rules may blame one good repetition in ten, each of them a quarter of that. */
  static final double MOST_FALSE_ALARMS_PERCENT = 2.5;

  private static final double STEP_DEG = 0.5;
  private static final double MOST_DIFFERENCE_DEG = 30;
  private static final double STEP_SHARE = 0.01;
  private static final double LEAST_SHARE = 0.7;

  private final List<SquatTrial> trials;
  private final boolean referenced;

  /** On the verdicts of all these trials together, either all with a reference or none. */
  LimitChoice(List<SquatTrial> trials) {
    this.trials = List.copyOf(trials);
    this.referenced = trials.stream().anyMatch(SquatTrial::referenced);
  }

  /** Exercises by person, each with limits chosen on all others. */
  static Map<String, Exercise> leavingOneOut(List<SquatTrial> trials, Exercise shipped) {
    Map<String, Exercise> chosen = new LinkedHashMap<>();
    for (String left : trials.get(0).persons()) {
      List<SquatTrial> others =
          trials.stream().map(trial -> trial.of(person -> !person.equals(left))).toList();
      chosen.put(left, new LimitChoice(others).choose(shipped));
    }
    return chosen;
  }

  /** The exercise with chosen limits. */
  Exercise choose(Exercise shipped) {
    Exercise chosen = shipped;
    for (SquatWay fault : SquatWay.faults()) {
      for (int at : evidence(shipped, fault.rule(), referenced)) {
        chosen = choose(chosen, at, fault);
      }
    }
    return chosen;
  }

  /**
   * Places of the limits of a rule that are chosen: our own where there are any, and against a
   * reference those that are held against one.
   */
  static List<Integer> evidence(Exercise exercise, String rule, boolean referenced) {
    boolean own =
        referenced
            && exercise.rules().stream()
                .anyMatch(limits -> limits.rule().equals(rule) && limits.own().isPresent());
    List<Integer> ours = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < exercise.rules().size(); i++) {
      RuleLimits limits = exercise.rules().get(i);
      if (limits.rule().equals(rule)
          && amber(limits, referenced).isPresent()
          && (!own || limits.own().isPresent())) {
        all.add(i);
        if (limits.row().equals(OURS)) {
          ours.add(i);
        }
      }
    }
    return ours.isEmpty() ? all : ours;
  }

  /** The amber limit that decides with or without a reference; empty where there is none. */
  static OptionalDouble amber(RuleLimits limits, boolean referenced) {
    if (referenced && limits.own().isPresent()) {
      return OptionalDouble.of(limits.own().get().amber());
    }
    return limits.absolute().isPresent()
        ? OptionalDouble.of(limits.absolute().get().amber())
        : OptionalDouble.empty();
  }

  private Exercise choose(Exercise exercise, int at, SquatWay fault) {
    RuleLimits limits = exercise.rules().get(at);
    double[] grid = grid(limits);
    double[] scores = new double[grid.length];
    double best = 0;
    for (int i = 0; i < grid.length; i++) {
      scores[i] = score(with(exercise, List.of(moved(limits, grid[i]))), fault);
      best = Math.max(best, scores[i]);
    }
    List<Double> good = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      if (scores[i] >= best - AS_GOOD) {
        good.add(grid[i]);
      }
    }
    return best > 0
        ? replaced(exercise, at, moved(limits, good.get((good.size() - 1) / 2)))
        : exercise;
  }

  /** F1 of the verdict; none where too many good repetitions are blamed. */
  private double score(Exercise tried, SquatWay fault) {
    List<SquatTally> tallies =
        trials.stream().flatMap(trial -> trial.judge(person -> tried).stream()).toList();
    return SquatScores.falseAlarmsPercent(tallies) > MOST_FALSE_ALARMS_PERCENT
        ? 0
        : SquatScores.f1(tallies, fault);
  }

  /** From lenient to strict or the other way round; the order does not matter. */
  private double[] grid(RuleLimits limits) {
    Optional<OwnLimit> own = limits.own().filter(limit -> referenced);
    if (own.isPresent()) {
      return own.get().kind() == Comparison.DIFFERENCE
          ? steps(STEP_DEG, MOST_DIFFERENCE_DEG, STEP_DEG)
          : steps(LEAST_SHARE, 1, STEP_SHARE);
    }
    double[] values =
        trials.stream()
            .flatMap(trial -> trial.judged().stream())
            .flatMap(set -> set.repetitions().stream())
            .flatMap(repetition -> repetition.metrics().stream())
            .filter(metric -> metric.name().equals(limits.metric()))
            .mapToDouble(Metric::value)
            .toArray();
    return values.length == 0
        ? values
        : steps(
            Math.floor(DoubleStream.of(values).min().orElseThrow()),
            DoubleStream.of(values).max().orElseThrow(),
            STEP_DEG);
  }

  private static double[] steps(double from, double to, double step) {
    return DoubleStream.iterate(from, at -> at <= to + step / 2, at -> at + step).toArray();
  }

  /** With another amber limit; red, which decides nothing here, as far behind it as before. */
  private RuleLimits moved(RuleLimits limits, double amber) {
    Optional<Limit> absolute = limits.absolute();
    Optional<OwnLimit> own = limits.own();
    if (referenced && own.isPresent()) {
      OwnLimit was = own.get();
      double atLeast = was.kind() == Comparison.DIFFERENCE ? amber : 0;
      double red = amber + was.red() - was.amber();
      own = Optional.of(new OwnLimit(was.kind(), amber, red, atLeast, was.source(), was.grade()));
    } else {
      Limit was = absolute.orElseThrow();
      double red = amber + was.red() - was.amber();
      absolute = Optional.of(new Limit(amber, red, was.source(), was.grade()));
    }
    return new RuleLimits(
        limits.rule(),
        limits.row(),
        limits.metric(),
        limits.bad(),
        absolute,
        own,
        limits.worn(),
        limits.sides(),
        limits.unworn());
  }

  private static Exercise replaced(Exercise exercise, int at, RuleLimits limits) {
    List<RuleLimits> rules = new ArrayList<>(exercise.rules());
    rules.set(at, limits);
    return with(exercise, rules);
  }

  private static Exercise with(Exercise exercise, List<RuleLimits> rules) {
    return new Exercise(
        exercise.id(),
        exercise.name(),
        exercise.position(),
        exercise.counting(),
        exercise.directions(),
        rules,
        exercise.practice());
  }
}
