package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.EmgDisturbances.Fatigue;
import org.plumbline.fixtures.simulator.EmgSensor;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/**
 * Simulated bridges until the gluteals tire, more or less, and get slower, more or less, judged by
 * the rule of fatigue row by row and as a whole.
 */
final class BurnOutSet {
  static final String EXERCISE = "bridge-burn-out";

  /** Sets of a person; the first of them does not tire. */
  static final int SETS = 4;

  private static final String RULE = "fatigue";
  private static final String AMPLITUDE = "gluteusMaximusAmplitudeChange";
  private static final int REPETITIONS = 12;

  /** At the last repetition: twice the second limit, a little more than usual, half the pace. */
  private static final double MOST_FALL = 0.3;

  private static final double MOST_RISE = 0.5;
  private static final double MOST_SLOWER = 0.7;

  private final AnalysisContext context =
      AnalysisContext.of(ExerciseCatalog.builtIn().get(EXERCISE), List.of(), Optional.empty());

  private final SimulatedBody body;
  private final List<RuleSample> samples = new ArrayList<>();

  private BurnOutSet(long person, int set) {
    Random random = new Random(ToldMaxima.APART * person + set);
    boolean tires = set > 0;
    Fatigue fatigue =
        tires
            ? new Fatigue(MOST_FALL * random.nextDouble(), MOST_RISE * random.nextDouble())
            : new Fatigue(0, 0);
    double slower = tires ? MOST_SLOWER * random.nextDouble() : 0;
    List<RepetitionPlan> plans = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      plans.add(RepetitionPlan.good().slowed(1 + slower * i / (REPETITIONS - 1)));
    }
    Scenario plain = Scenario.bridge(1000 * person + set).byPerson(person).withRepetitions(plans);
    body =
        new SimulatedBody(
            plain
                .withImus(
                    List.of(
                        ImuSensor.on(Segment.THIGH, Side.RIGHT, 100),
                        ImuSensor.on(Segment.THIGH, Side.LEFT, 100)))
                .withEmg(
                    Optional.of(
                        new EmgSensor(
                            List.of(
                                new OnMuscle(Muscle.GLUTEUS_MAXIMUS, Side.RIGHT),
                                new OnMuscle(Muscle.GLUTEUS_MAXIMUS, Side.LEFT)),
                            1000)))
                .withNoise(
                    plain.noise().with(plain.noise().emg().disturbances().withFatigue(fatigue))));
  }

  /**
   * One set through the program.
   *
   * @param set from 0; the first does not tire
   */
  static SimulatedSet run(long person, int set) {
    return new BurnOutSet(person, set).judged();
  }

  private SimulatedSet judged() {
    Truth truth = body.truth();
    List<RepetitionResult> found = SimulatedSet.found(SimulatedSet.analyze(context, body.events()));
    List<TrueMetrics> real =
        truth.repetitions().stream().map(one -> new TrueMetrics(truth, one)).toList();
    List<MatchedRepetition> matched = MatchedRepetition.of(real, found);
    TrueTiring tiring = new TrueTiring(truth);
    for (MatchedRepetition one : matched) {
      for (Verdict verdict : one.found().verdicts()) {
        if (verdict.rule().equals(RULE)) {
          judge(one, verdict, tiring);
        }
      }
    }
    boolean exact = found.size() == real.size() && matched.size() == real.size();
    return new SimulatedSet(real.size(), found.size(), exact, samples);
  }

  private void judge(MatchedRepetition repetition, Verdict verdict, TrueTiring truth) {
    Side side = verdict.side();
    OptionalDouble worst = OptionalDouble.empty();
    boolean within = true;
    for (RuleLimits row : context.exercise().rules()) {
      if (!row.rule().equals(RULE)) {
        continue;
      }
      RuleSample part = ofRow(repetition, verdict, row, truth, side);
      samples.add(part);
      within &= part.within();
      if (part.errorsBeyond().isPresent()) {
        double errors = part.errorsBeyond().getAsDouble();
        worst = OptionalDouble.of(Math.max(errors, worst.orElse(errors)));
      }
    }
    samples.add(new RuleSample(RULE, "", Basis.ABSOLUTE, verdict.outcome(), worst, within));
  }

  private RuleSample ofRow(
      MatchedRepetition one, Verdict verdict, RuleLimits row, TrueTiring truth, Side side) {
    RepetitionResult repetition = one.found();
    boolean speed = row.metric().equals("speedChange");
    Optional<Metric> metric = metric(repetition, row.metric(), speed ? Side.MIDLINE : side);
    Outcome outcome = outcome(repetition, verdict, row, metric, side);
    if (metric.isEmpty()) {
      return new RuleSample(
          RULE, row.metric(), Basis.ABSOLUTE, outcome, OptionalDouble.empty(), false);
    }
    double real = truth.change(row.metric(), side, one.index()).orElseThrow();
    double sign = row.bad() == Bad.ABOVE ? 1 : -1;
    double error = metric.get().error();
    double beyond = sign * (real - row.absolute().orElseThrow().amber()) / error;
    if (!speed) {
      // A spectrum departs only together with an amplitude that rises.
      Metric louder = metric(repetition, AMPLITUDE, side).orElseThrow();
      beyond =
          Math.min(
              beyond, truth.change(AMPLITUDE, side, one.index()).orElseThrow() / louder.error());
    }
    double off = Math.abs(metric.get().value() - real);
    return new RuleSample(
        RULE,
        row.metric(),
        Basis.ABSOLUTE,
        outcome,
        OptionalDouble.of(beyond),
        off <= MetricErrors.TO_95_PERCENT * error);
  }

  /** A trend that is not certain alone says nothing, which is an answer as far as it is asked. */
  private Outcome outcome(
      RepetitionResult repetition,
      Verdict verdict,
      RuleLimits row,
      Optional<Metric> metric,
      Side side) {
    if (SetJudge.isRefused(verdict)) {
      return verdict.outcome();
    }
    Outcome alone = SetJudge.alone(context, repetition, row, side).outcome();
    return alone == Outcome.NOT_ASSESSABLE && metric.isPresent() ? Outcome.WITHIN_ERROR : alone;
  }

  private static Optional<Metric> metric(RepetitionResult repetition, String name, Side side) {
    return repetition.metrics().stream()
        .filter(one -> one.name().equals(name) && one.side() == side)
        .findFirst();
  }
}
