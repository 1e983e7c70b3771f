package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/** Figures of simulated sets: how many were counted exactly, and how often each rule was right. */
final class SetRows {
  private static final double LEAST_EXACT_PERCENT = 99;
  private static final double LEAST_SHARE = 0.95;

  /** Errors from the limit at which the curve is told. */
  private static final int[] CURVE = {-3, -2, -1, 0, 1, 2, 3};

  private final List<Figure> figures = new ArrayList<>();

  /** All of them, in the order in which they came. */
  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /**
   * Adds the sets of an exercise.
   *
   * @param exercise as its rules are named
   * @param counted as its count is named
   */
  void add(String exercise, String counted, List<SimulatedSet> sets) {
    count(counted, sets);
    Map<String, RuleTally> tallies = new LinkedHashMap<>();
    for (SimulatedSet set : sets) {
      for (RuleSample sample : set.samples()) {
        tallies.computeIfAbsent(name(exercise, sample), key -> new RuleTally()).add(sample);
      }
    }
    tallies.forEach(this::rule);
  }

  private static String name(String exercise, RuleSample sample) {
    String rule =
        sample.metric().isEmpty()
            ? Texts.get("validate.sets.whole", sample.rule())
            : Texts.get("validate.sets.part", sample.rule(), sample.metric());
    String held = sample.basis() == Basis.OWN ? "validate.sets.own" : "validate.sets.absolute";
    return Texts.get(held, exercise, rule);
  }

  /** Adds how many sets were counted exactly. */
  void count(String name, List<SimulatedSet> sets) {
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
      info(Texts.get("validate.sets.apart", name, real), counted, "repetitions");
    }
  }

  private void rule(String name, RuleTally tally) {
    asked(Texts.get("validate.sets.sensitivity", name), tally.sensitivity());
    asked(Texts.get("validate.sets.specificity", name), tally.specificity());
    info(Texts.get("validate.sets.assessed", name), tally.assessed(), "1");
    info(Texts.get("validate.sets.decided", name), tally.decided(), "1");
    info(Texts.get("validate.sets.within", name), tally.within(), "1");
    for (int errors : CURVE) {
      info(Texts.get("validate.sets.at", name, errors), tally.violatedAt(errors), "1");
    }
    info(Texts.get("validate.sets.samples", name), tally.count(), "repetitions");
  }

  /** A share of which as much is asked as of the rules; nothing where it is not a number. */
  void asked(String told, double share) {
    figures.add(
        Double.isNaN(share)
            ? Figure.info(told, share, "1", Origin.SYNTHETIC, source())
            : Figure.atLeast(LEAST_SHARE, told, share, "1", Origin.SYNTHETIC, source()));
  }

  private void info(String name, double value, String unit) {
    figures.add(Figure.info(name, value, unit, Origin.SYNTHETIC, source()));
  }

  private static String source() {
    return Texts.get("validate.source.sets");
  }
}
