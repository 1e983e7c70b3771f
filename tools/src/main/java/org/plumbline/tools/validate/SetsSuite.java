package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Exercise;

/**
 * Simulated sets of every exercise: whether they are counted exactly, and for every rule of
 * movement how often it is right two stated errors before and beyond its limits, with the curve
 * between and what it left open.
 */
public final class SetsSuite implements ValidationSuite {
  /** Nothing was chosen on these; development looked at 1 to 20. */
  private static final int FIRST_SEED = 7001;

  private static final int SEEDS = 20;

  private static final double LEAST_EXACT_PERCENT = 99;
  private static final double LEAST_SHARE = 0.95;

  /** Errors from the limit at which the curve is told. */
  private static final int[] CURVE = {-3, -2, -1, 0, 1, 2, 3};

  private final List<Exercise> exercises;
  private final int firstSeed;
  private final int seeds;

  /** As many people as the published figures have, each in every exercise. */
  SetsSuite() {
    this(List.of(Exercise.values()), FIRST_SEED, SEEDS);
  }

  SetsSuite(List<Exercise> exercises, int firstSeed, int seeds) {
    this.exercises = exercises;
    this.firstSeed = firstSeed;
    this.seeds = seeds;
  }

  @Override
  public String id() {
    return "sets";
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    List<Figure> figures = new ArrayList<>();
    List<SimulatedSet> all = new ArrayList<>();
    try (Workers workers = new Workers()) {
      for (Exercise exercise : exercises) {
        inputs.progress().accept(exercise.id());
        List<SimulatedSet> sets = sets(workers, exercise);
        all.addAll(sets);
        addCount(exercise.id(), sets, figures);
        tallies(exercise, sets).forEach((name, tally) -> addRule(name, tally, figures));
      }
    }
    addCount(Texts.get("validate.sets.all"), all, figures);
    return figures;
  }

  private List<SimulatedSet> sets(Workers workers, Exercise exercise) throws IOException {
    List<Callable<SimulatedSet>> work = new ArrayList<>();
    for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
      int one = seed;
      work.add(() -> SimulatedSet.run(exercise, one));
    }
    return workers.inOrder(exercise.id(), work);
  }

  /** By the name of the rule, its evidence and what it is held against. */
  private static Map<String, RuleTally> tallies(Exercise exercise, List<SimulatedSet> sets) {
    Map<String, RuleTally> tallies = new LinkedHashMap<>();
    for (SimulatedSet set : sets) {
      for (RuleSample sample : set.samples()) {
        tallies.computeIfAbsent(name(exercise, sample), key -> new RuleTally()).add(sample);
      }
    }
    return tallies;
  }

  private static String name(Exercise exercise, RuleSample sample) {
    String rule =
        sample.metric().isEmpty()
            ? Texts.get("validate.sets.whole", sample.rule())
            : Texts.get("validate.sets.part", sample.rule(), sample.metric());
    String held = sample.basis() == Basis.OWN ? "validate.sets.own" : "validate.sets.absolute";
    return Texts.get(held, exercise.id(), rule);
  }

  private static void addCount(String name, List<SimulatedSet> sets, List<Figure> figures) {
    long exact = sets.stream().filter(SimulatedSet::exact).count();
    figures.add(
        Figure.atLeast(
            LEAST_EXACT_PERCENT,
            Texts.get("validate.sets.exact", name),
            100.0 * exact / sets.size(),
            "%",
            Origin.SYNTHETIC,
            source()));
    List<SimulatedSet> wrong = sets.stream().filter(set -> !set.exact()).toList();
    if (!wrong.isEmpty()) {
      int real = wrong.stream().mapToInt(SimulatedSet::repetitions).sum();
      int counted = wrong.stream().mapToInt(SimulatedSet::counted).sum();
      figures.add(
          Figure.info(
              Texts.get("validate.sets.apart", name, real),
              counted,
              "repetitions",
              Origin.SYNTHETIC,
              source()));
    }
  }

  private static void addRule(String name, RuleTally tally, List<Figure> figures) {
    addAsked("validate.sets.sensitivity", name, tally.sensitivity(), figures);
    addAsked("validate.sets.specificity", name, tally.specificity(), figures);
    info(Texts.get("validate.sets.assessed", name), tally.assessed(), "1", figures);
    info(Texts.get("validate.sets.decided", name), tally.decided(), "1", figures);
    info(Texts.get("validate.sets.within", name), tally.within(), "1", figures);
    for (int errors : CURVE) {
      String at = Texts.get("validate.sets.at", name, errors);
      info(at, tally.violatedAt(errors), "1", figures);
    }
    info(Texts.get("validate.sets.samples", name), tally.count(), "repetitions", figures);
  }

  /** Nothing is asked where no repetition came to lie there. */
  private static void addAsked(String words, String name, double share, List<Figure> figures) {
    String told = Texts.get(words, name);
    figures.add(
        Double.isNaN(share)
            ? Figure.info(told, share, "1", Origin.SYNTHETIC, source())
            : Figure.atLeast(LEAST_SHARE, told, share, "1", Origin.SYNTHETIC, source()));
  }

  private static void info(String name, double value, String unit, List<Figure> figures) {
    figures.add(Figure.info(name, value, unit, Origin.SYNTHETIC, source()));
  }

  private static String source() {
    return Texts.get("validate.source.sets");
  }
}
