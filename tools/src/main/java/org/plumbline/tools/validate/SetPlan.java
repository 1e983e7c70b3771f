package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.plumbline.analyzer.exercise.Exercise.Counting;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.KnownMetric;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.analyzer.exercise.RuleLimits.OwnLimit;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/**
 * A simulated set of an exercise: {@value #GOOD} good repetitions, slow and fast ones, then each
 * fault in amounts around each of its limits, in a random order, at changing pace and with pauses.
 */
final class SetPlan {
  /** The first ones, from which a reference can be made. */
  static final int GOOD = 8;

  /** Amounts around every limit, in errors beyond it; NaN is anywhere within 3. */
  private static final double[] AMOUNTS = {-2, -2, 2, 2, Double.NaN, Double.NaN};

  private static final double[] PACES = {0.65, 0.8, 1, 1, 1.3, 1.8};

  /** The smallest repetition is so much larger than what the exercise counts at least. */
  private static final double ABOVE_LEAST = 1.25;

  /** What a fault hardly changes is not about it. */
  private static final double LEAST_EFFECT = 0.3;

  private final Exercise exercise;
  private final long seed;
  private final Side side;
  private final Random random;
  private final List<RepetitionPlan> plans = new ArrayList<>();

  SetPlan(Exercise exercise, long seed) {
    this.exercise = exercise;
    this.seed = seed;
    side = seed % 2 == 0 ? Side.LEFT : Side.RIGHT;
    random = new Random(31 * seed + exercise.id().hashCode());
    List<RepetitionPlan> faulty = new ArrayList<>();
    for (SetFault fault : SetFault.all(exercise)) {
      addAmounts(fault, faulty);
    }
    Collections.shuffle(faulty, random);
    plans.addAll(good().times(GOOD));
    for (double pace : new double[] {1.8, 0.65, 1, 1.8, 0.65}) {
      plans.add(good().slowed(pace));
    }
    plans.set(GOOD - 1, plans.get(GOOD - 1).thenRest(8));
    for (RepetitionPlan plan : faulty) {
      RepetitionPlan paced = plan.slowed(PACES[random.nextInt(PACES.length)]);
      plans.add(random.nextInt(8) == 0 ? paced.thenRest(2.5) : paced);
    }
  }

  private RepetitionPlan good() {
    return RepetitionPlan.good().working(working());
  }

  /** In the marching bridge the legs are lifted in turn. */
  private Side working() {
    return exercise == Exercise.MARCHING_BRIDGE ? Side.MIDLINE : side;
  }

  private void addAmounts(SetFault fault, List<RepetitionPlan> faulty) {
    Segment counting = ExerciseCatalog.builtIn().get(exercise.id()).counting().segment();
    Scenario probe = scenario(List.of(good(), fault.probe(working())));
    Truth truth = new SimulatedBody(probe).truth();
    TrueMetrics good = new TrueMetrics(truth, truth.repetitions().get(0), counting);
    TrueRepetition second = truth.repetitions().get(1);
    TrueMetrics bad = new TrueMetrics(truth, second, counting);
    double least = leastDepth(good, truth.repetitions().get(0).side());
    for (RuleLimits limits : rows(exercise)) {
      if (!limits.rule().equals(fault.rule())) {
        continue;
      }
      // Legs lifted in turn: the probe is of the other leg than the good one.
      OptionalDouble from = good.of(limits.metric(), asked(limits, truth.repetitions().get(0)));
      OptionalDouble to = bad.of(limits.metric(), asked(limits, second));
      double effect = to.orElse(Double.NaN) - from.orElse(Double.NaN);
      if (!(Math.abs(effect) > LEAST_EFFECT * fault.usualErrorDeg())) {
        continue;
      }
      for (Limit limit : limitsOf(limits, from.getAsDouble(), fault)) {
        for (double amount : AMOUNTS) {
          double errors = Double.isNaN(amount) ? -3 + 6 * random.nextDouble() : amount;
          double beyond = limits.bad() == Bad.ABOVE ? errors : -errors;
          double value = limit.value() + beyond * limit.usualError();
          faulty.add(fault.times((value - from.getAsDouble()) / effect, working(), least));
        }
      }
    }
  }

  /** Smaller repetitions are not counted: that is what the exercise says. */
  private double leastDepth(TrueMetrics good, Side working) {
    Counting counting = ExerciseCatalog.builtIn().get(exercise.id()).counting();
    double turned =
        working == Side.MIDLINE || !counting.segment().paired()
            ? good.turnDeg(counting.segment(), Side.RIGHT)
            : good.turnDeg(counting.segment(), working);
    return Math.max(0.2, ABOVE_LEAST * counting.minimumExcursionDeg() / turned);
  }

  private Side asked(RuleLimits limits, TrueRepetition repetition) {
    Side works = repetition.side() == Side.MIDLINE ? Side.RIGHT : repetition.side();
    return limits.asked().of(List.of(works)).contains(Side.MIDLINE)
        ? Side.MIDLINE
        : limits.asked() == RuleLimits.Sides.EACH
            ? works
            : limits.asked().of(List.of(works)).get(0);
  }

  /** A limit and what is usually stated of a figure that is held against it. */
  private record Limit(double value, double usualError) {}

  private static List<Limit> limitsOf(RuleLimits limits, double good, SetFault fault) {
    List<Limit> all = new ArrayList<>();
    limits.absolute().ifPresent(limit -> all.add(new Limit(limit.amber(), fault.usualErrorDeg())));
    limits
        .own()
        .ifPresent(
            own ->
                all.add(new Limit(good + distance(limits, own, good), fault.usualOwnErrorDeg())));
    return all;
  }

  /** From the mean of the reference to a limit against it. */
  static double distance(RuleLimits limits, OwnLimit own, double good) {
    double away =
        switch (own.kind()) {
          case DIFFERENCE -> own.amber();
          case SHARE -> Math.abs(good) * (1 - own.amber());
          case SPREAD -> 0;
        };
    double distance = Math.max(away, own.atLeast());
    return limits.bad() == Bad.ABOVE ? distance : -distance;
  }

  /** The rules of movement that are asked with what is worn here. */
  static List<RuleLimits> rows(Exercise exercise) {
    List<RuleLimits> all = ExerciseCatalog.builtIn().get(exercise.id()).rules();
    List<RuleLimits> moving =
        all.stream()
            .filter(
                row ->
                    KnownMetric.find(row.metric())
                        .filter(known -> known.muscles().isEmpty())
                        .filter(known -> !known.name().equals("speedChange"))
                        .isPresent())
            .toList();
    List<Segment> worn = worn(moving, exercise);
    return moving.stream().filter(row -> row.unworn().filter(worn::contains).isEmpty()).toList();
  }

  private static List<Segment> worn(List<RuleLimits> rows, Exercise exercise) {
    List<Segment> worn = new ArrayList<>();
    worn.add(ExerciseCatalog.builtIn().get(exercise.id()).counting().segment());
    // With a pelvis the program knows who lies.
    worn.add(Segment.PELVIS);
    for (RuleLimits row : rows) {
      worn.addAll(KnownMetric.find(row.metric()).orElseThrow().segments());
    }
    return worn.stream().distinct().sorted().toList();
  }

  private List<ImuSensor> imus() {
    List<ImuSensor> imus = new ArrayList<>();
    for (Segment segment : worn(rows(exercise), exercise)) {
      if (segment.paired()) {
        imus.add(ImuSensor.on(segment, Side.RIGHT, 100));
        imus.add(ImuSensor.on(segment, Side.LEFT, 100));
      } else {
        imus.add(ImuSensor.on(segment, Side.MIDLINE, 100));
      }
    }
    return imus;
  }

  private Scenario scenario(List<RepetitionPlan> repetitions) {
    return Scenario.of(exercise, seed)
        .withImus(imus())
        .withEmg(Optional.empty())
        .withSetUp(SetUpPlan.swings())
        .withRepetitions(repetitions);
  }

  /** The whole of it: nominal noise, 2 % loss, after a guided set-up. */
  Scenario scenario() {
    return scenario(plans);
  }

  /** The leg that works, where one does. */
  Side side() {
    return side;
  }
}
