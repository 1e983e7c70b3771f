package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;

/**
 * Counts of simulated sets of ten: as usual, slow (6 s), quick (0.8 s and half as far; a bridge
 * holds for a second besides), with rests of 6 and 12 s in them, beginning half a second after the
 * log, some only half as far, and with bad sensors that lose 5 %; started by an operator.
 */
final class SimulatedSetFigures {
  /** Other than those on which the limits of the detector were chosen. */
  private static final int FIRST_SEED = 3001;

  private static final double MISCOUNTED_REACH_PERCENT = 1;
  private static final double LATEST_SECONDS = 0.4;

  private final int seeds;

  SimulatedSetFigures(int seeds) {
    this.seeds = seeds;
  }

  private static Map<String, Scenario> scenarios(Exercise exercise, int seed) {
    Scenario usual = Scenario.of(exercise, seed).withEmg(Optional.empty());
    RepetitionPlan good = RepetitionPlan.good();
    List<RepetitionPlan> rests = new ArrayList<>(good.times(10));
    rests.set(3, good.thenRest(12));
    rests.set(6, good.thenRest(6));
    List<RepetitionPlan> partial = new ArrayList<>(good.times(10));
    partial.set(3, good.toDepth(0.5));
    partial.set(7, good.toDepth(0.5));
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("usual", usual);
    scenarios.put("slow", usual.withRepetitions(good.slowed(1.45).times(10)));
    scenarios.put("quick", usual.withRepetitions(good.toDepth(0.5).slowed(0.2).times(10)));
    scenarios.put("rests", usual.withRepetitions(rests));
    scenarios.put("soon", usual.withQuietSeconds(0.5));
    scenarios.put("partial", usual.withRepetitions(partial));
    scenarios.put("hard", usual.withNoise(NoiseLevel.hard()));
    return scenarios;
  }

  List<Figure> figures(Inputs inputs) {
    List<Figure> figures = new ArrayList<>();
    List<Double> sinceTrue = new ArrayList<>();
    List<Double> sinceSaid = new ArrayList<>();
    for (Exercise exercise : List.of(Exercise.SQUAT, Exercise.BRIDGE, Exercise.SIT_TO_STAND)) {
      Map<String, Integer> missed = new LinkedHashMap<>();
      for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
        inputs.progress().accept(exercise.id() + ", " + seed);
        for (Map.Entry<String, Scenario> one : scenarios(exercise, seed).entrySet()) {
          SimulatedBody body = new SimulatedBody(one.getValue());
          CountedSession counted = CountedSession.analyze(exercise.id(), body.events());
          boolean exact = counted.isExactly(10);
          missed.merge(one.getKey(), exact ? 0 : 1, Integer::sum);
          List<TrueRepetition> truth = body.truth().repetitions();
          for (int i = 0; i < counted.judged().size(); i++) {
            CountedSession.Judged judged = counted.judged().get(i);
            sinceSaid.add(judged.atSeconds() - judged.endSeconds());
            if (exact && counted.judged().size() == truth.size()) {
              sinceTrue.add(judged.atSeconds() - truth.get(i).endSeconds());
            }
          }
        }
      }
      missed.forEach(
          (what, count) ->
              figures.add(
                  Figure.atMost(
                      MISCOUNTED_REACH_PERCENT,
                      Texts.get(
                          "validate.repetitions.simulated",
                          exercise.id(),
                          Texts.get("validate.repetitions.way." + what)),
                      100.0 * count / seeds,
                      "%",
                      Origin.SYNTHETIC,
                      Texts.get("validate.source.simulated-sets", seeds))));
    }
    Collections.sort(sinceTrue);
    Collections.sort(sinceSaid);
    String source = Texts.get("validate.source.simulated-sets", seeds);
    figures.add(
        Figure.atMost(
            LATEST_SECONDS,
            Texts.get("validate.repetitions.delay-true"),
            RepetitionsSuite.quantile(sinceTrue, 1),
            "s",
            Origin.SYNTHETIC,
            source));
    figures.add(delay("validate.repetitions.delay-true-median", sinceTrue, 0.5));
    figures.add(delay("validate.repetitions.delay", sinceSaid, 1));
    figures.add(delay("validate.repetitions.delay-median", sinceSaid, 0.5));
    figures.add(delay("validate.repetitions.delay-p99", sinceSaid, 0.99));
    return figures;
  }

  private Figure delay(String words, List<Double> delays, double share) {
    return Figure.info(
        Texts.get(words),
        RepetitionsSuite.quantile(delays, share),
        "s",
        Origin.SYNTHETIC,
        Texts.get("validate.source.simulated-sets", seeds));
  }
}
