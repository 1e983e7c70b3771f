package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.KnownMetric;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.EmgSensor;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/**
 * A simulated set of an exercise with electrodes: {@value SetPlan#GOOD} good repetitions, then each
 * thing that muscles can do wrong in it, in any amount, in a random order and at changing pace.
 */
final class ElectrodeSet {
  private static final int FAULTY = 18;

  private static final double MOST = 1.5;

  private static final double[] PACES = {0.8, 1, 1, 1.3};

  private static final double RATE_HZ = 1000;

  private final Exercise exercise;
  private final org.plumbline.analyzer.exercise.Exercise known;
  private final Scenario scenario;
  private final Side side;

  private ElectrodeSet(Exercise exercise, long seed) {
    this.exercise = exercise;
    known = ExerciseCatalog.builtIn().get(exercise.id());
    side = seed % 2 == 0 ? Side.LEFT : Side.RIGHT;
    scenario =
        Scenario.of(exercise, seed)
            .withImus(imus())
            .withEmg(Optional.of(new EmgSensor(electrodes(), RATE_HZ)))
            .withSetUp(SetUpPlan.swings())
            .withRepetitions(plans(random(seed)));
  }

  /** Another one for every person and exercise. */
  private Random random(long seed) {
    return new Random(ToldMaxima.APART * seed + List.of(Exercise.values()).indexOf(exercise));
  }

  /** The rules of muscles of an exercise, those of a tiring set apart. */
  static List<RuleLimits> rows(org.plumbline.analyzer.exercise.Exercise exercise) {
    return exercise.rules().stream()
        .filter(row -> !row.rule().equals("fatigue"))
        .filter(
            row ->
                KnownMetric.find(row.metric())
                    .filter(metric -> !metric.muscles().isEmpty())
                    .isPresent())
        .toList();
  }

  /** The whole of it through the program. */
  static SimulatedSet run(Exercise exercise, long seed) {
    return new ElectrodeSet(exercise, seed).judged();
  }

  private SimulatedSet judged() {
    SimulatedBody body = new SimulatedBody(scenario);
    Truth truth = body.truth();
    boolean named = known.counting().legs().filter(Legs.NAMED::equals).isPresent();
    AnalysisContext context =
        AnalysisContext.of(
                known,
                ToldMaxima.of(
                    scenario.person(), electrodes(), one -> truth.mvicVolts(truth.emgChannel(one))),
                Optional.empty())
            .with(Optional.empty(), named ? Optional.of(side) : Optional.empty(), Optional.empty());
    List<TrueMuscles> real =
        truth.repetitions().stream()
            .map(
                one ->
                    new TrueMuscles(
                        one,
                        (muscle, where, seconds) -> share(truth, muscle, where, seconds),
                        where -> Double.NaN,
                        where -> knee(new TrueMetrics(truth, one), where)))
            .toList();
    return SimulatedSet.ofMuscles(context, rows(known), body.events(), real);
  }

  private static double knee(TrueMetrics metrics, Side side) {
    OptionalDouble peak = metrics.of("kneeFlexionPeak", side);
    return peak.orElse(Double.NaN);
  }

  private static double share(Truth truth, Muscle muscle, Side side, double seconds) {
    int channel = truth.emgChannel(new OnMuscle(muscle, side));
    return truth.emgVolts(channel, seconds) / truth.mvicVolts(channel);
  }

  private List<RepetitionPlan> plans(Random random) {
    List<Fault> faults = faults();
    List<RepetitionPlan> faulty = new ArrayList<>();
    for (int i = 0; i < FAULTY; i++) {
      Fault fault = faults.get(i % faults.size());
      double pace = PACES[random.nextInt(PACES.length)];
      double scale = MOST * random.nextDouble();
      faulty.add(RepetitionPlan.with(fault).scaled(scale).slowed(pace).working(working()));
    }
    Collections.shuffle(faulty, random);
    List<RepetitionPlan> plans =
        new ArrayList<>(RepetitionPlan.good().working(working()).times(SetPlan.GOOD));
    plans.addAll(faulty);
    return plans;
  }

  /** In the marching bridge the legs are lifted in turn. */
  private Side working() {
    return exercise == Exercise.MARCHING_BRIDGE ? Side.MIDLINE : side;
  }

  private List<Fault> faults() {
    Set<Fault> faults = new LinkedHashSet<>();
    for (RuleLimits row : rows(known)) {
      faults.add(
          switch (row.rule()) {
            case "hamstring-dominance" -> Fault.HAMSTRING_DOMINANCE;
            case "back-extensor-share" -> Fault.BACK_EXTENSORS;
            case "gluteal-level" -> Fault.LESS_GLUTEAL;
            default -> throw new IllegalStateException("nothing goes wrong for " + row.rule());
          });
    }
    return List.copyOf(faults);
  }

  private List<OnMuscle> electrodes() {
    Set<Muscle> muscles = new LinkedHashSet<>();
    for (RuleLimits row : rows(known)) {
      muscles.addAll(KnownMetric.find(row.metric()).orElseThrow().muscles());
    }
    List<OnMuscle> electrodes = new ArrayList<>();
    for (Muscle muscle : muscles) {
      electrodes.add(new OnMuscle(muscle, Side.RIGHT));
      electrodes.add(new OnMuscle(muscle, Side.LEFT));
    }
    return electrodes;
  }

  /** What counts, the knees, and the pelvis, with which the program knows who lies. */
  private List<ImuSensor> imus() {
    Set<Segment> worn = new LinkedHashSet<>();
    worn.add(known.counting().segment());
    worn.add(Segment.THIGH);
    worn.add(Segment.SHANK);
    List<ImuSensor> imus = new ArrayList<>();
    imus.add(ImuSensor.on(Segment.PELVIS, Side.MIDLINE, 100));
    for (Segment segment : worn) {
      imus.add(ImuSensor.on(segment, Side.RIGHT, 100));
      imus.add(ImuSensor.on(segment, Side.LEFT, 100));
    }
    return imus;
  }
}
