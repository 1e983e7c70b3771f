package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/** Scores of the verdicts against one kind of reference. */
final class VerdictFigures {
  private static final double FALSE_ALARMS_PERCENT = 10;
  private static final double UNASSESSABLE_PERCENT = 5;

  private final VerdictReference reference;
  private final SquatTrial trial;

  VerdictFigures(VerdictReference reference, List<SquatSet> sets) {
    this.reference = reference;
    this.trial = reference.trial(sets);
  }

  /** With limits chosen on all others. */
  List<Figure> leftOut(ChosenLimits chosen) {
    return scores(
        Texts.get("validate.verdicts.left-out", reference.words()),
        chosen.judge(trial),
        true,
        Texts.get("validate.source.verdicts-left-out", LimitChoice.MOST_FALSE_ALARMS_PERCENT));
  }

  /** With the limits of the exercise, and how often they could answer. */
  List<Figure> shipped(Exercise exercise) {
    String name = Texts.get("validate.verdicts.shipped", reference.words());
    List<SquatTally> tallies = trial.judge(person -> exercise);
    String source = Texts.get("validate.source.verdicts-shipped");
    List<Figure> figures = new ArrayList<>(scores(name, tallies, false, source));
    for (SquatWay fault : SquatWay.faults()) {
      boolean answers = reference.isReferenced() || answersAlone(exercise, fault);
      double none = SquatScores.sharePercent(tallies, fault.rule(), SquatTally::unassessable);
      String words = Texts.get("validate.verdicts.unassessable", name, fault.rule());
      figures.add(
          answers
              ? Figure.atMost(UNASSESSABLE_PERCENT, words, none, "%", Origin.MEASURED, source)
              : Figure.info(words, none, "%", Origin.MEASURED, source));
      figures.add(
          Figure.info(
              Texts.get("validate.verdicts.undecided", name, fault.rule()),
              SquatScores.sharePercent(tallies, fault.rule(), SquatTally::undecided),
              "%",
              Origin.MEASURED,
              source));
    }
    return figures;
  }

  private static boolean answersAlone(Exercise exercise, SquatWay fault) {
    return exercise.rules().stream()
        .anyMatch(limits -> limits.rule().equals(fault.rule()) && limits.absolute().isPresent());
  }

  private List<Figure> scores(String name, List<SquatTally> tallies, boolean asked, String source) {
    List<Figure> figures = new ArrayList<>();
    for (SquatWay fault : SquatWay.faults()) {
      OptionalDouble reach =
          asked && fault == SquatWay.KNEE_VALGUS
              ? OptionalDouble.of(reference.valgusReach())
              : OptionalDouble.empty();
      String words = Texts.get("validate.verdicts.rule", name, fault.rule());
      add(figures, words, tallies, sets -> SquatScores.f1(sets, fault), reach, source);
    }
    OptionalDouble reach =
        asked ? OptionalDouble.of(reference.macroReach()) : OptionalDouble.empty();
    String words =
        Texts.get(
            tallies.stream().anyMatch(set -> set.performed() == SquatWay.CORRECT)
                ? "validate.verdicts.five"
                : "validate.verdicts.four",
            name);
    add(figures, words, tallies, SquatScores::macroF1, reach, source);
    return figures;
  }

  /** A score, its interval and its worst person. */
  private static void add(
      List<Figure> figures,
      String words,
      List<SquatTally> tallies,
      ToDoubleFunction<List<SquatTally>> score,
      OptionalDouble reach,
      String source) {
    double value = score.applyAsDouble(tallies);
    figures.add(
        reach.isPresent()
            ? Figure.atLeast(reach.getAsDouble(), words, value, "F1", Origin.MEASURED, source)
            : info(words, value, source));
    SquatScores.Interval interval = SquatScores.bootstrap(tallies, score);
    figures.add(info(Texts.get("validate.verdicts.low", words), interval.low(), source));
    figures.add(info(Texts.get("validate.verdicts.high", words), interval.high(), source));
    double worst = SquatScores.worstPerson(tallies, score);
    figures.add(info(Texts.get("validate.verdicts.worst", words), worst, source));
  }

  private static Figure info(String words, double value, String source) {
    return Figure.info(words, value, "F1", Origin.MEASURED, source);
  }

  /**
   * Good repetitions in which any rule is violated. With a reference: of one correct set against
   * the other, and the other way round.
   */
  static List<Figure> falseAlarms(List<SquatSet> sets, ChosenLimits chosen, Exercise shipped) {
    String leftOut =
        Texts.get("validate.source.verdicts-left-out", LimitChoice.MOST_FALSE_ALARMS_PERCENT);
    List<Figure> figures = new ArrayList<>();
    addAlarms(figures, sets, "left-out", true, chosen::judge, leftOut);
    addAlarms(
        figures,
        sets,
        "shipped",
        false,
        trial -> trial.judge(person -> shipped),
        Texts.get("validate.source.verdicts-shipped"));
    return figures;
  }

  private static void addAlarms(
      List<Figure> figures,
      List<SquatSet> sets,
      String limits,
      boolean asked,
      Function<SquatTrial, List<SquatTally>> judge,
      String source) {
    List<SquatTally> both = new ArrayList<>();
    figures.add(alarms(limits, "none", judge.apply(SquatTrial.without(sets)), source));
    for (int place = 0; place < 2; place++) {
      List<SquatTally> tallies = judge.apply(SquatTrial.with(sets, place));
      figures.add(alarms(limits, place == 0 ? "first" : "second", tallies, source));
      both.addAll(tallies);
    }
    Figure together = alarms(limits, "each", both, source);
    figures.add(
        asked
            ? Figure.atMost(
                FALSE_ALARMS_PERCENT,
                together.name(),
                together.value(),
                "%",
                Origin.MEASURED,
                source)
            : together);
  }

  private static Figure alarms(
      String limits, String reference, List<SquatTally> tallies, String source) {
    String name =
        Texts.get(
            "validate.verdicts." + limits, Texts.get("validate.verdicts.reference." + reference));
    return Figure.info(
        Texts.get("validate.verdicts.alarms", name),
        SquatScores.falseAlarmsPercent(tallies),
        "%",
        Origin.MEASURED,
        source);
  }
}
