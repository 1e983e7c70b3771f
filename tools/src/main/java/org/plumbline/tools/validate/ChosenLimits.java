package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.RuleLimits;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * Exercises by person, with limits chosen on all others: one set of limits for verdicts without a
 * reference, and one for verdicts with any.
 *
 * @param absolute by person
 * @param own by person
 */
record ChosenLimits(Map<String, Exercise> absolute, Map<String, Exercise> own) {

  /** With a reference, on the verdicts against each of the first two correct sets in turn. */
  static ChosenLimits of(List<SquatSet> sets, Exercise shipped) {
    return new ChosenLimits(
        LimitChoice.leavingOneOut(List.of(SquatTrial.without(sets)), shipped),
        LimitChoice.leavingOneOut(
            List.of(SquatTrial.with(sets, 0), SquatTrial.with(sets, 1)), shipped));
  }

  Exercise of(String person, boolean referenced) {
    Exercise chosen = (referenced ? own : absolute).get(person);
    if (chosen == null) {
      throw new IllegalArgumentException("no limits were chosen for person " + person);
    }
    return chosen;
  }

  /** Verdicts of a trial. */
  List<SquatTally> judge(SquatTrial trial) {
    return trial.judge(person -> of(person, trial.referenced()));
  }

  /** The limits, the median of all persons left out. */
  List<Figure> figures(Exercise shipped) {
    List<Figure> figures = new ArrayList<>();
    for (SquatWay fault : SquatWay.faults()) {
      for (boolean referenced : new boolean[] {false, true}) {
        for (int at : LimitChoice.evidence(shipped, fault.rule(), referenced)) {
          figures.add(figure(shipped.rules().get(at), at, referenced));
        }
      }
    }
    return figures;
  }

  private Figure figure(RuleLimits limits, int at, boolean referenced) {
    double[] folds =
        (referenced ? own : absolute)
            .values().stream()
                .map(one -> LimitChoice.amber(one.rules().get(at), referenced))
                .mapToDouble(OptionalDouble::orElseThrow)
                .sorted()
                .toArray();
    boolean share = folds[folds.length - 1] <= 1;
    return Figure.info(
        Texts.get(
            referenced ? "validate.verdicts.chosen-own" : "validate.verdicts.chosen-absolute",
            limits.rule(),
            limits.metric()),
        (folds[(folds.length - 1) / 2] + folds[folds.length / 2]) / 2,
        share ? "1" : "deg",
        Origin.MEASURED,
        Texts.get(
            "validate.source.verdicts-folds",
            String.join(
                ", ",
                Arrays.stream(folds)
                    .mapToObj(fold -> String.format(Locale.ROOT, share ? "%.2f" : "%.1f", fold))
                    .toList())));
  }
}
