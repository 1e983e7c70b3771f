package org.plumbline.analyzer.quality;

import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** What is said of a reference set itself. */
public final class ReferenceWords {
  private ReferenceWords() {}

  /** A limit for everyone that the reference is beyond. */
  public static String beyond(Verdict.Assessed verdict) {
    int decimals = verdict.unit().equals("1") ? 2 : 1;
    return Texts.get(
        "note.reference-beyond",
        Names.ruleAndSide(verdict.rule(), verdict.side()),
        Texts.number(verdict.value(), decimals),
        Texts.number(verdict.error(), decimals),
        Names.unitBehind(verdict.unit()),
        Texts.number(verdict.limit(), decimals));
  }
}
