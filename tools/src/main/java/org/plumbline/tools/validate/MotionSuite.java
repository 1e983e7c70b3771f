package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/**
 * Metrics of repetitions of simulated people against the simulator's kinematic chain, with the
 * errors that were stated: nominal noise, ten repetitions a session, some with a knee that falls
 * inwards, all through {@link SessionAnalyzer}.
 */
public final class MotionSuite implements ValidationSuite {
  /** Other than those of the tests, and those that were looked at before (1001 to 1020). */
  private static final int FIRST_SEED = 9501;

  private static final int SEEDS = 20;

  /** The ones whose repetitions the program judges. */
  private static final List<Exercise> EXERCISES = List.of(Exercise.SQUAT, Exercise.BRIDGE);

  /** Of true values within the 95 % band 90 to 98 % are asked. */
  private static final double LEAST_WITHIN_PERCENT = 90;

  private static final double MOST_WITHIN_PERCENT = 98;

  /** How much larger than the actual error the stated one may be. */
  private static final double STATED_OVER_ACTUAL = 1.5;

  private final int seeds;

  /**
   * So many sessions of each exercise.
   *
   * @param seeds consecutive ones
   */
  MotionSuite(int seeds) {
    this.seeds = seeds;
  }

  /** As many as the published figures have. */
  MotionSuite() {
    this(SEEDS);
  }

  @Override
  public String id() {
    return "motion";
  }

  @Override
  public List<Figure> figures(Inputs inputs) {
    List<Figure> figures = new ArrayList<>();
    for (Exercise exercise : EXERCISES) {
      Map<String, MetricErrors> metrics = new LinkedHashMap<>();
      int miscounted = 0;
      for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
        inputs.progress().accept(exercise.id() + ", " + seed);
        miscounted += simulate(exercise, seed, metrics) ? 0 : 1;
      }
      figures.add(sessions("validate.motion.sessions", exercise, seeds));
      figures.add(sessions("validate.motion.miscounted", exercise, miscounted));
      metrics.forEach(
          (name, errors) -> {
            addErrors(exercise.id() + ", " + name, errors, figures);
            addHonesty(exercise.id() + ", " + name, errors, figures);
          });
    }
    return figures;
  }

  private static Figure sessions(String words, Exercise exercise, int count) {
    return Figure.info(
        Texts.get(words, exercise.id()),
        count,
        "sessions",
        Origin.SYNTHETIC,
        Texts.get("validate.source.simulated"));
  }

  private static void addErrors(String name, MetricErrors errors, List<Figure> figures) {
    String plain = Texts.get("validate.source.simulated");
    figures.add(
        Figure.info(
            Texts.get("validate.motion.bias", name),
            errors.bias(),
            "deg",
            Origin.SYNTHETIC,
            plain));
    figures.add(
        Figure.info(
            Texts.get("validate.motion.rms", name), errors.rms(), "deg", Origin.SYNTHETIC, plain));
  }

  /** How the stated errors compare with the actual ones. */
  private static void addHonesty(String name, MetricErrors errors, List<Figure> figures) {
    String honest = Texts.get("validate.source.honest");
    figures.add(
        Figure.atMost(
            100 - LEAST_WITHIN_PERCENT,
            Texts.get("validate.motion.outside", name),
            100 - errors.withinPercent(),
            "%",
            Origin.SYNTHETIC,
            honest));
    figures.add(
        Figure.atMost(
            MOST_WITHIN_PERCENT,
            Texts.get("validate.motion.within", name),
            errors.withinPercent(),
            "%",
            Origin.SYNTHETIC,
            honest));
    figures.add(
        Figure.atMost(
            STATED_OVER_ACTUAL,
            Texts.get("validate.motion.stated", name),
            errors.statedOverActual(),
            "1",
            Origin.SYNTHETIC,
            honest));
  }

  /** Repetitions 1, 2 and 8 good, in the others the right knee falls inwards. */
  private static Scenario scenario(Exercise exercise, long seed) {
    List<RepetitionPlan> plans = new ArrayList<>();
    for (int number = 1; number <= 10; number++) {
      plans.add(
          number <= 2 || number == 8
              ? RepetitionPlan.good()
              : RepetitionPlan.with(Fault.KNEE_VALGUS).onSide(Side.RIGHT));
    }
    return Scenario.of(exercise, seed).withRepetitions(plans).withEmg(Optional.empty());
  }

  /** Whether as many repetitions were found as there are; only then they can be compared. */
  private static boolean simulate(Exercise exercise, long seed, Map<String, MetricErrors> metrics) {
    SimulatedBody body = new SimulatedBody(scenario(exercise, seed));
    SessionResult result = analyze(exercise, body.events());
    Truth truth = body.truth();
    List<RepetitionResult> found =
        result.sets().stream().flatMap(set -> set.repetitions().stream()).toList();
    List<TrueRepetition> real = truth.repetitions();
    if (found.size() != real.size()) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      compare(found.get(i), new TrueMetrics(truth, real.get(i)), metrics);
    }
    return true;
  }

  /** What the program makes of a session, with the limits of an exercise. */
  static SessionResult analyze(Exercise exercise, List<SessionEvent> log) {
    AnalysisContext context =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get(exercise.id()), List.of(), Optional.empty());
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    analyzer.accept(log.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
    log.subList(1, log.size()).forEach(analyzer::accept);
    return analyzer.result();
  }

  private static void compare(
      RepetitionResult found, TrueMetrics real, Map<String, MetricErrors> metrics) {
    for (Metric metric : found.metrics()) {
      real.of(metric).ifPresent(truth -> add(metrics, metric, truth));
    }
  }

  private static void add(Map<String, MetricErrors> metrics, Metric metric, double truth) {
    errors(metrics, metric.name()).add(metric.value(), truth, metric.error());
  }

  private static MetricErrors errors(Map<String, MetricErrors> metrics, String name) {
    return metrics.computeIfAbsent(name, key -> new MetricErrors());
  }
}
