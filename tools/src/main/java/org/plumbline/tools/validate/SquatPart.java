package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.tools.validate.Squat6.SetOutcome;

/**
 * The squat recordings with less than was recorded, or with other mountings: counts, bounds and
 * verdicts of each.
 */
final class SquatPart {
  private static final int THINNING = 4;
  private static final double LOST_SHARE = 0.2;
  private static final long SEED = 20;

  private SquatPart() {}

  /** By the last word of their names. */
  static Map<String, UnaryOperator<SessionSource>> all() {
    Map<String, UnaryOperator<SessionSource>> parts = new LinkedHashMap<>();
    parts.put("slow", source -> new ThinnedSource(source, new EveryNth(THINNING)));
    parts.put("loss", source -> new ThinnedSource(source, new BurstLoss(LOST_SHARE, SEED)));
    parts.put("thigh", source -> new ThinnedSource(source, new OneSensor(Segment.THIGH)));
    parts.put("shank", source -> new ThinnedSource(source, new OneSensor(Segment.SHANK)));
    SplittableRandom random = new SplittableRandom(SEED);
    parts.put("turned", source -> new ThinnedSource(source, new TurnedSensors(random.split())));
    return parts;
  }

  /** With the limits that were chosen on the whole recordings of others. */
  static List<Figure> figures(String part, List<SetOutcome> outcomes, ChosenLimits chosen) {
    String name = Texts.get("validate.verdicts.part." + part);
    List<Figure> figures = new ArrayList<>();
    long exact = outcomes.stream().filter(SetOutcome::exact).count();
    List<Double> errors =
        outcomes.stream().flatMap(one -> one.errorsSeconds().stream()).sorted().toList();
    figures.add(
        info(
            "validate.verdicts.miscounted",
            name,
            100.0 * (outcomes.size() - exact) / outcomes.size(),
            "%"));
    figures.add(
        info("validate.verdicts.median", name, RepetitionsSuite.quantile(errors, 0.5), "s"));
    figures.add(info("validate.verdicts.p90", name, RepetitionsSuite.quantile(errors, 0.9), "s"));
    List<SquatSet> sets = VerdictsSuite.sets(outcomes);
    for (VerdictReference reference : List.of(VerdictReference.NONE, VerdictReference.FIRST)) {
      List<SquatTally> tallies = chosen.judge(reference.trial(sets));
      String named = Texts.get("validate.verdicts.left-out", name + ", " + reference.words());
      for (SquatWay fault : SquatWay.faults()) {
        figures.add(
            Figure.info(
                Texts.get("validate.verdicts.rule", named, fault.rule()),
                SquatScores.f1(tallies, fault),
                "F1",
                Origin.MEASURED,
                source()));
        figures.add(
            Figure.info(
                Texts.get("validate.verdicts.unassessable", named, fault.rule()),
                SquatScores.sharePercent(tallies, fault.rule(), SquatTally::unassessable),
                "%",
                Origin.MEASURED,
                source()));
      }
    }
    return figures;
  }

  private static Figure info(String words, String name, double value, String unit) {
    return Figure.info(Texts.get(words, name), value, unit, Origin.MEASURED, source());
  }

  private static String source() {
    return Texts.get("validate.source.verdicts-part");
  }
}
