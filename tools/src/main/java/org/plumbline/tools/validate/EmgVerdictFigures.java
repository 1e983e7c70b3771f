package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.TrueRepetition;

/**
 * The ratio with its stated error, and the verdict on the hamstrings, over persons and ratios of
 * signal to noise: against the own reference set, and without one against maxima that scatter.
 *
 * <p>What is true is the rule itself asked of the true levels. Coverage is what the project means
 * by it: the share that is not "not assessable". Within error is an answer, but no decision; it
 * stands beside it, over all repetitions and over those that do not lie at the limit on purpose, is
 * neither right nor wrong, and shows in sensitivity.
 */
final class EmgVerdictFigures {
  private static final String RULE = "hamstring-dominance";

  /** From here on a verdict has to be right. */
  private static final int LEAST_DECIBELS = 10;

  private static final double MOST_WRONG_PERCENT = 1;

  /** Coverage of 90 %: an outcome other than not assessable, over all repetitions. */
  private static final double MOST_UNASSESSABLE_PERCENT = 10;

  /** Limits of the exercise: share of the own reference, ratio, %MVIC. */
  private static final double OWN_SHARE = 0.7;

  private static final double LOW_RATIO = 0.6;
  private static final double HIGH_SHARE = 0.4;

  /** Of a reference set by the same person on another day, with clean electrodes. */
  private static final double REFERENCE_DECIBELS = 20;

  private final int seeds;

  EmgVerdictFigures(int seeds) {
    this.seeds = seeds;
  }

  /** Verdicts of one kind at one ratio of signal to noise. */
  private static final class Tally {
    int all;
    int faulty;
    int violatedFaulty;
    int violatedGood;
    int satisfiedFaulty;
    int assessable;
    int clear;
    int clearUndecided;
    int withinError;

    /** A clear one is done well or with the whole fault, and so can be decided. */
    void add(Outcome outcome, boolean fault, boolean isClear) {
      boolean decided = outcome == Outcome.VIOLATED || outcome == Outcome.SATISFIED;
      clear += isClear ? 1 : 0;
      clearUndecided += isClear && !decided ? 1 : 0;
      withinError += outcome == Outcome.WITHIN_ERROR ? 1 : 0;
      all++;
      faulty += fault ? 1 : 0;
      assessable += outcome == Outcome.NOT_ASSESSABLE ? 0 : 1;
      violatedFaulty += outcome == Outcome.VIOLATED && fault ? 1 : 0;
      violatedGood += outcome == Outcome.VIOLATED && !fault ? 1 : 0;
      satisfiedFaulty += outcome == Outcome.SATISFIED && fault ? 1 : 0;
    }

    double wrong() {
      return 100.0 * (violatedGood + satisfiedFaulty) / all;
    }

    double unassessable() {
      return 100.0 * (all - assessable) / all;
    }

    double undecided() {
      return 100.0 * clearUndecided / clear;
    }
  }

  /** Place of the repetition that lies near the limits on purpose. */
  private static final int AT_LIMIT = 6;

  /** Six good ones, three with the fault, one with a third of it. */
  static List<RepetitionPlan> plans() {
    RepetitionPlan good = RepetitionPlan.good();
    RepetitionPlan bad = RepetitionPlan.with(Fault.HAMSTRING_DOMINANCE);
    return List.of(good, good, bad, good, bad, good, bad.scaled(1.0 / 3), good, bad, good);
  }

  List<Figure> figures(Consumer<String> progress) {
    List<Tally> own = new ArrayList<>();
    List<Tally> absolute = new ArrayList<>();
    List<MetricErrors> ratios = new ArrayList<>();
    List<MetricErrors> raws = new ArrayList<>();
    int miscounted = 0;
    for (int i = 0; i < EmgSyntheticSuite.DECIBELS.length; i++) {
      own.add(new Tally());
      absolute.add(new Tally());
      ratios.add(new MetricErrors());
      raws.add(new MetricErrors());
    }
    for (int seed = 1; seed <= seeds; seed++) {
      progress.accept(Texts.get("validate.emg-simulated.person", seed));
      List<RepetitionPlan> good = RepetitionPlan.good().times(10);
      EmgBridge reference = new EmgBridge(5000 + seed, seed, REFERENCE_DECIBELS, good, false);
      Optional<Baseline> baseline = reference.baseline();
      for (int i = 0; i < EmgSyntheticSuite.DECIBELS.length; i++) {
        EmgBridge bridge = new EmgBridge(seed, seed, EmgSyntheticSuite.DECIBELS[i], plans(), false);
        boolean counted =
            compare(bridge, bridge.analyze(List.of(), baseline), reference, own.get(i), raws.get(i))
                && compare(
                    bridge,
                    bridge.analyze(bridge.maxima(), Optional.empty()),
                    absolute.get(i),
                    ratios.get(i));
        miscounted += counted ? 0 : 1;
      }
    }
    List<Figure> figures = new ArrayList<>();
    String plain = Texts.get("validate.source.bridges");
    figures.add(
        Figure.info(
            Texts.get("validate.emg-simulated.miscounted"),
            miscounted,
            "sessions",
            Origin.SYNTHETIC,
            plain));
    for (int i = 0; i < EmgSyntheticSuite.DECIBELS.length; i++) {
      int decibels = EmgSyntheticSuite.DECIBELS[i];
      addErrors(figures, Texts.get("validate.emg-simulated.ratio", decibels), ratios.get(i));
      addErrors(figures, Texts.get("validate.emg-simulated.raw", decibels), raws.get(i));
      boolean asked = decibels >= LEAST_DECIBELS;
      addTally(figures, Texts.get("validate.emg-simulated.own", decibels), own.get(i), asked);
      addTally(
          figures, Texts.get("validate.emg-simulated.absolute", decibels), absolute.get(i), asked);
    }
    return figures;
  }

  private static Optional<Outcome> outcome(RepetitionResult repetition, Side side) {
    return repetition.verdicts().stream()
        .filter(one -> one.rule().equals(RULE) && one.side() == side)
        .map(Verdict::outcome)
        .findFirst();
  }

  private static Optional<Metric> metric(RepetitionResult repetition, String name, Side side) {
    return repetition.metrics().stream()
        .filter(one -> one.name().equals(name) && one.side() == side)
        .findFirst();
  }

  /** Against the own reference; false when the repetitions were not counted exactly. */
  private static boolean compare(
      EmgBridge bridge,
      List<RepetitionResult> found,
      EmgBridge reference,
      Tally tally,
      MetricErrors errors) {
    List<TrueRepetition> real = bridge.repetitions();
    if (found.size() != real.size()) {
      return false;
    }
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      double usual = 0;
      for (TrueRepetition one : reference.repetitions()) {
        usual += reference.rawRatio(side, one) / reference.repetitions().size();
      }
      for (int i = 0; i < found.size(); i++) {
        double truth = bridge.rawRatio(side, real.get(i));
        boolean fault = truth < OWN_SHARE * usual;
        tally.add(outcome(found.get(i), side).orElse(Outcome.NOT_ASSESSABLE), fault, i != AT_LIMIT);
        metric(found.get(i), "gluteToHamstringRawRatio", side)
            .ifPresent(one -> errors.add(one.value() / truth, 1, one.error() / truth));
      }
    }
    return true;
  }

  /** Without a reference. */
  private static boolean compare(
      EmgBridge bridge, List<RepetitionResult> found, Tally tally, MetricErrors errors) {
    List<TrueRepetition> real = bridge.repetitions();
    if (found.size() != real.size()) {
      return false;
    }
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      for (int i = 0; i < found.size(); i++) {
        double truth = bridge.ratio(side, real.get(i));
        boolean fault =
            truth < LOW_RATIO && bridge.share(Muscle.HAMSTRINGS, side, real.get(i)) > HIGH_SHARE;
        tally.add(outcome(found.get(i), side).orElse(Outcome.NOT_ASSESSABLE), fault, i != AT_LIMIT);
        metric(found.get(i), "gluteToHamstringRatio", side)
            .ifPresent(one -> errors.add(one.value() / truth, 1, one.error() / truth));
      }
    }
    return true;
  }

  private static void addErrors(List<Figure> figures, String name, MetricErrors errors) {
    String source = Texts.get("validate.source.bridges");
    info(figures, "validate.emg-simulated.error", name, 100 * errors.rms(), "%", source);
    info(figures, "validate.emg-simulated.bias", name, 100 * errors.bias(), "%", source);
    info(figures, "validate.emg-simulated.within", name, errors.withinPercent(), "%", source);
    info(figures, "validate.emg-simulated.stated", name, errors.statedOverActual(), "1", source);
  }

  private static void addTally(List<Figure> figures, String name, Tally tally, boolean asked) {
    String source = Texts.get("validate.source.bridges");
    String aim = Texts.get("validate.source.emg-verdicts");
    double good = tally.all - (double) tally.faulty;
    if (asked) {
      figures.add(
          Figure.atMost(
              MOST_WRONG_PERCENT,
              Texts.get("validate.emg-simulated.wrong", name),
              tally.wrong(),
              "%",
              Origin.SYNTHETIC,
              aim));
      figures.add(
          Figure.atMost(
              MOST_UNASSESSABLE_PERCENT,
              Texts.get("validate.emg-simulated.unassessable", name),
              tally.unassessable(),
              "%",
              Origin.SYNTHETIC,
              aim));
    } else {
      info(figures, "validate.emg-simulated.wrong", name, tally.wrong(), "%", source);
      double unassessable = tally.unassessable();
      info(figures, "validate.emg-simulated.unassessable", name, unassessable, "%", source);
    }
    double decided = tally.assessable - (double) tally.withinError;
    double wrong = decided > 0 ? tally.wrong() * tally.all / decided : Double.NaN;
    info(figures, "validate.emg-simulated.wrong-decided", name, wrong, "%", source);
    double within = 100.0 * tally.withinError / tally.all;
    info(figures, "validate.emg-simulated.within-error", name, within, "%", source);
    info(figures, "validate.emg-simulated.undecided", name, tally.undecided(), "%", source);
    info(
        figures,
        "validate.emg-simulated.sensitivity",
        name,
        100.0 * tally.violatedFaulty / tally.faulty,
        "%",
        source);
    info(
        figures,
        "validate.emg-simulated.specificity",
        name,
        100 * (good - tally.violatedGood) / good,
        "%",
        source);
  }

  private static void info(
      List<Figure> figures, String words, String name, double value, String unit, String source) {
    figures.add(Figure.info(Texts.get(words, name), value, unit, Origin.SYNTHETIC, source));
  }
}
