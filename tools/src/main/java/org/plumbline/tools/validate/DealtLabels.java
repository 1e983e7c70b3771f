package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * The check on the check: how each set was performed is dealt out among the sets of its person at
 * random, limits are chosen anew, and the figures have to fall to chance. Those that do not are
 * made by the way of choosing and not by the movements.
 */
final class DealtLabels {
  private static final int DEALS = 20;
  private static final long SEED = 2026;

  private DealtLabels() {}

  /** Means over the deals. */
  static List<Figure> figures(List<SquatSet> sets, Exercise shipped) {
    Map<VerdictReference, double[]> sums = new EnumMap<>(VerdictReference.class);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int deal = 0; deal < DEALS; deal++) {
      List<SquatSet> dealt = dealt(sets, random);
      ChosenLimits chosen = ChosenLimits.of(dealt, shipped);
      for (VerdictReference reference : VerdictReference.values()) {
        List<SquatTally> tallies = chosen.judge(reference.trial(dealt));
        double[] sum = sums.computeIfAbsent(reference, key -> new double[2]);
        sum[0] += SquatScores.f1(tallies, SquatWay.KNEE_VALGUS);
        sum[1] += SquatScores.macroF1(tallies);
      }
    }
    List<Figure> figures = new ArrayList<>();
    sums.forEach(
        (reference, sum) -> {
          String name = Texts.get("validate.verdicts.dealt", reference.words());
          String valgus = Texts.get("validate.verdicts.rule", name, SquatWay.KNEE_VALGUS.rule());
          figures.add(figure(valgus, sum[0] / DEALS));
          figures.add(figure(Texts.get("validate.verdicts.five", name), sum[1] / DEALS));
        });
    return figures;
  }

  private static Figure figure(String name, double value) {
    return Figure.info(
        name, value, "F1", Origin.MEASURED, Texts.get("validate.source.verdicts-dealt", DEALS));
  }

  private static List<SquatSet> dealt(List<SquatSet> sets, SplittableRandom random) {
    List<SquatSet> dealt = new ArrayList<>();
    for (String person : SquatTrial.persons(sets)) {
      List<SquatSet> own = sets.stream().filter(one -> one.person().equals(person)).toList();
      List<SquatSet> labels = new ArrayList<>(own);
      for (SquatSet one : own) {
        SquatSet label = labels.remove(random.nextInt(labels.size()));
        dealt.add(one.performed(label.performed(), label.number()));
      }
    }
    return dealt;
  }
}
