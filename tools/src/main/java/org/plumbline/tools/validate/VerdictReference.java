package org.plumbline.tools.validate;

import java.util.List;
import org.plumbline.analyzer.text.Texts;

/** What a person's verdicts are held against. */
enum VerdictReference {
  NONE("none"),
  FIRST("first", 0),
  TWO("two", 0, 1);

  private final String id;
  private final int[] places;

  VerdictReference(String id, int... places) {
    this.id = id;
    this.places = places;
  }

  /** In words. */
  String words() {
    return Texts.get("validate.verdicts.reference." + id);
  }

  boolean isReferenced() {
    return places.length > 0;
  }

  /** The sets that are left to be judged. */
  SquatTrial trial(List<SquatSet> sets) {
    return isReferenced() ? SquatTrial.with(sets, places) : SquatTrial.without(sets);
  }
}
