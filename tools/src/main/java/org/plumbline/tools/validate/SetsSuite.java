package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.fixtures.simulator.Exercise;

/**
 * Simulated sets of every exercise: whether they are counted exactly, and for every rule how often
 * it is right two stated errors before and beyond its limits, with the curve between and what it
 * left open. Rules of movement and rules of muscles have sets of their own.
 */
public final class SetsSuite implements ValidationSuite {
  /** Nothing was chosen on these; development looked at 1 to 20. */
  private static final int FIRST_SEED = 7001;

  /** The same of the sets with electrodes, whose development looked at 1 to 8. */
  private static final int FIRST_ELECTRODE_SEED = 7101;

  private static final int SEEDS = 20;

  private final List<String> exercises;
  private final int firstSeed;
  private final int firstElectrodeSeed;
  private final int seeds;

  /** As many people as the published figures have, each in every exercise. */
  SetsSuite() {
    this(ExerciseCatalog.builtIn().ids(), FIRST_SEED, FIRST_ELECTRODE_SEED, SEEDS);
  }

  /**
   * Some of it.
   *
   * @param exercises their ids
   */
  SetsSuite(List<String> exercises, int firstSeed, int firstElectrodeSeed, int seeds) {
    this.exercises = List.copyOf(exercises);
    this.firstSeed = firstSeed;
    this.firstElectrodeSeed = firstElectrodeSeed;
    this.seeds = seeds;
  }

  @Override
  public String id() {
    return "sets";
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    SetRows rows = new SetRows();
    List<SimulatedSet> all = new ArrayList<>();
    try (Workers workers = new Workers()) {
      for (Exercise exercise : simulated()) {
        inputs.progress().accept(exercise.id());
        List<SimulatedSet> sets =
            sets(workers, exercise.id(), firstSeed, seed -> SimulatedSet.run(exercise, seed));
        all.addAll(sets);
        rows.add(exercise.id(), exercise.id(), sets);
      }
      for (Exercise exercise : simulated()) {
        if (!ElectrodeSet.rows(ExerciseCatalog.builtIn().get(exercise.id())).isEmpty()) {
          all.addAll(electrodes(workers, exercise, inputs, rows));
        }
      }
      for (String squeeze : SqueezeSet.EXERCISES) {
        if (exercises.contains(squeeze)) {
          inputs.progress().accept(squeeze);
          List<SimulatedSet> sets =
              sets(workers, squeeze, firstElectrodeSeed, seed -> SqueezeSet.run(squeeze, seed));
          all.addAll(sets);
          rows.add(squeeze, squeeze, sets);
        }
      }
      if (exercises.contains(BurnOutSet.EXERCISE)) {
        all.addAll(burnOut(workers, inputs, rows));
      }
    }
    rows.count(Texts.get("validate.sets.all"), all);
    return rows.figures();
  }

  private List<Exercise> simulated() {
    return List.of(Exercise.values()).stream()
        .filter(exercise -> exercises.contains(exercise.id()))
        .toList();
  }

  private List<SimulatedSet> electrodes(
      Workers workers, Exercise exercise, Inputs inputs, SetRows rows) throws IOException {
    String name = Texts.get("validate.sets.electrodes", exercise.id());
    inputs.progress().accept(name);
    List<SimulatedSet> sets =
        sets(workers, exercise.id(), firstElectrodeSeed, seed -> ElectrodeSet.run(exercise, seed));
    rows.add(exercise.id(), name, sets);
    return sets;
  }

  private List<SimulatedSet> burnOut(Workers workers, Inputs inputs, SetRows rows)
      throws IOException {
    inputs.progress().accept(BurnOutSet.EXERCISE);
    List<SimulatedSet> all = new ArrayList<>();
    List<SimulatedSet> fresh = new ArrayList<>();
    for (int set = 0; set < BurnOutSet.SETS; set++) {
      int which = set;
      List<SimulatedSet> sets =
          sets(
              workers,
              BurnOutSet.EXERCISE,
              firstElectrodeSeed,
              seed -> BurnOutSet.run(seed, which));
      all.addAll(sets);
      if (set == 0) {
        fresh.addAll(sets);
      }
    }
    rows.add(BurnOutSet.EXERCISE, BurnOutSet.EXERCISE, all);
    rows.asked(Texts.get("validate.sets.fresh", BurnOutSet.EXERCISE), 1 - violated(fresh));
    return all;
  }

  /** Share of the verdicts with all evidence. */
  private static double violated(List<SimulatedSet> sets) {
    List<RuleSample> whole =
        sets.stream()
            .flatMap(set -> set.samples().stream())
            .filter(sample -> sample.metric().isEmpty())
            .toList();
    long wrong = whole.stream().filter(one -> one.outcome() == Outcome.VIOLATED).count();
    return wrong / (double) whole.size();
  }

  private List<SimulatedSet> sets(
      Workers workers, String what, int first, LongFunction<SimulatedSet> run) throws IOException {
    List<Callable<SimulatedSet>> work = new ArrayList<>();
    for (int seed = first; seed < first + seeds; seed++) {
      int one = seed;
      work.add(() -> run.apply(one));
    }
    return workers.inOrder(what, work);
  }
}
