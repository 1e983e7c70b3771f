package org.plumbline.tools.validate;

import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.analyzer.text.Texts;

/** What a person's verdicts are held against. */
enum VerdictReference {
  NONE("none", 0.95, 0.70, 0),
  FIRST("first", 0.97, 0.85, 1),
  TWO("two", 0.97, 0.88, 2);

  private final String id;
  private final double valgusReach;
  private final double macroReach;
  private final int correctSets;

  VerdictReference(String id, double valgusReach, double macroReach, int correctSets) {
    this.id = id;
    this.valgusReach = valgusReach;
    this.macroReach = macroReach;
    this.correctSets = correctSets;
  }

  /** In words. */
  String words() {
    return Texts.get("validate.verdicts.reference." + id);
  }

  /** The F1 that is asked of the verdict on the knee. */
  double valgusReach() {
    return valgusReach;
  }

  /** The mean F1 of the ways that is asked. */
  double macroReach() {
    return macroReach;
  }

  boolean isReferenced() {
    return correctSets > 0;
  }

  /** The sets that are left to be judged. */
  SquatTrial trial(List<SquatSet> sets) {
    return isReferenced()
        ? SquatTrial.with(sets, IntStream.range(0, correctSets).toArray())
        : SquatTrial.without(sets);
  }
}
