package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Working;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.EmgSensor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.SimulatedSqueezes;
import org.plumbline.fixtures.simulator.SqueezePlan;

/**
 * A simulated set of squeezes: {@value SetPlan#GOOD} good ones, then weak ones, ones in which the
 * other side joins in, short ones and ones before which the person does not relax.
 */
final class SqueezeSet {
  static final List<String> EXERCISES =
      List.of(
          "glute-squeeze",
          "glute-squeeze-left",
          "glute-squeeze-right",
          "glute-squeeze-alternating");

  private static final int WEAK = 6;
  private static final int JOINED = 8;
  private static final int SHORT = 6;
  private static final int TENSE = 4;

  /**
   * The weakest, as a share of a good one: 1.25 times the 0.35 of the own usual level below which
   * the program counts none.
   */
  private static final double WEAKEST = 1.25 * 0.35;

  /** Who keeps a quarter of the squeeze's level does not let go, and that is one squeeze to it. */
  private static final double MOST_TENSION = 0.19;

  private static final double LEAST_TENSION = 0.02;

  private static final double STRONG = 0.9;

  private final Exercise exercise;
  private final long seed;
  private final EmgSensor sensor =
      new EmgSensor(
          List.of(
              new OnMuscle(Muscle.GLUTEUS_MAXIMUS, Side.RIGHT),
              new OnMuscle(Muscle.GLUTEUS_MAXIMUS, Side.LEFT)),
          1000);

  private SqueezeSet(String exercise, long seed) {
    this.exercise = ExerciseCatalog.builtIn().get(exercise);
    this.seed = seed;
  }

  /** The whole of it through the program. */
  static SimulatedSet run(String exercise, long seed) {
    return new SqueezeSet(exercise, seed).judged();
  }

  private SimulatedSet judged() {
    SimulatedSqueezes squeezes = new SimulatedSqueezes(seed, plans(), NoiseLevel.nominal(), sensor);
    List<TrueMuscles> real =
        squeezes.repetitions().stream()
            .map(
                one ->
                    new TrueMuscles(
                        one,
                        (muscle, side, seconds) -> squeezes.shareAt(channel(side), seconds),
                        side ->
                            squeezes.noiseVolts(channel(side)) / squeezes.mvicVolts(channel(side)),
                        side -> Double.NaN))
            .toList();
    AnalysisContext context =
        AnalysisContext.of(
            exercise,
            ToldMaxima.of(
                seed, sensor.muscles(), one -> squeezes.mvicVolts(sensor.muscles().indexOf(one))),
            Optional.empty());
    return SimulatedSet.ofMuscles(context, exercise.rules(), squeezes.events(), real);
  }

  private int channel(Side side) {
    return side == Side.LEFT ? 1 : 0;
  }

  private List<SqueezePlan> plans() {
    Random random = new Random(ToldMaxima.APART * seed + EXERCISES.indexOf(exercise.id()));
    List<SqueezePlan> faulty = new ArrayList<>();
    SqueezePlan good = SqueezePlan.good(Side.MIDLINE);
    for (int i = 0; i < WEAK; i++) {
      double share = WEAKEST + (1 - WEAKEST) * random.nextDouble();
      faulty.add(good.level(share * good.levelShare()));
    }
    for (int i = 0; i < JOINED; i++) {
      faulty.add(good.otherSide(0.2 + 0.8 * random.nextDouble()));
    }
    for (int i = 0; i < SHORT; i++) {
      faulty.add(good.held(0.7 + 1.7 * random.nextDouble()));
    }
    Collections.shuffle(faulty, random);
    // Strong ones before and after the tension, and apart: what is usual follows the last five.
    SqueezePlan strong = good.level(STRONG);
    for (int i = 0; i < TENSE; i++) {
      double tension = LEAST_TENSION + (MOST_TENSION - LEAST_TENSION) * random.nextDouble();
      faulty.addAll(6 * i, List.of(strong, strong.tense(tension)));
    }
    List<SqueezePlan> plans = new ArrayList<>(good.times(SetPlan.GOOD));
    plans.addAll(faulty);
    List<SqueezePlan> sided = new ArrayList<>();
    for (SqueezePlan plan : plans) {
      sided.add(plan.by(side(plan, sided.size())));
    }
    return sided;
  }

  private Side side(SqueezePlan plan, int index) {
    Working working = exercise.counting().muscle().orElseThrow().working();
    return switch (working) {
      case LEFT -> Side.LEFT;
      case RIGHT -> Side.RIGHT;
      case ALTERNATING -> index % 2 == 0 ? Side.LEFT : Side.RIGHT;
      // Of both, one does less where it is about that.
      case BOTH ->
          plan.otherSideShare() == SqueezePlan.good(Side.MIDLINE).otherSideShare()
              ? Side.MIDLINE
              : index % 2 == 0 ? Side.LEFT : Side.RIGHT;
    };
  }
}
