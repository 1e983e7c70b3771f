package org.plumbline.tools.run;

import java.util.Locale;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/** Verdicts and names as short sentences, the same on a terminal and in the window. */
public final class VerdictWords {
  private VerdictWords() {}

  /** {@code "Knee valgus, right"}: a rule and the leg it is about. */
  public static String ruleAndSide(String rule, Side side) {
    String name = capitalised(ruleName(rule));
    return side == Side.MIDLINE ? name : name + ", " + side.id();
  }

  /** {@code "knee valgus"}. */
  public static String ruleName(String rule) {
    String key = "rule." + rule;
    return Texts.has(key) ? Texts.get(key) : rule.replace('-', ' ');
  }

  /** {@code "Right thigh"} for {@code right-thigh}. */
  public static String place(String location) {
    return capitalised(location.replace('-', ' '));
  }

  /** {@code "Squat"} for {@code squat}. */
  public static String exercise(String id) {
    return capitalised(id.replace('-', ' '));
  }

  /** What a verdict says, with its evidence or what would help. */
  public static String sentence(Verdict verdict) {
    if (verdict instanceof Verdict.NotAssessable missing) {
      return Texts.get("verdict.not-assessable", missing.reason().text());
    }
    Verdict.Assessed assessed = (Verdict.Assessed) verdict;
    return Texts.get("verdict." + key(assessed), evidence(assessed));
  }

  /** {@code "12.3 ± 2.0 deg, limit 10.0 deg"} and what the limit is relative to. */
  public static String evidence(Verdict.Assessed verdict) {
    int decimals = decimals(verdict.unit());
    return Texts.get(
        verdict.basis() == Basis.OWN ? "verdict.evidence.own" : "verdict.evidence.absolute",
        Texts.number(verdict.value(), decimals),
        Texts.number(verdict.error(), decimals),
        unit(verdict.unit()),
        Texts.number(verdict.limit(), decimals));
  }

  /** Name of a finding: rule, side and how often. */
  public static String title(Finding finding) {
    return ruleAndSide(finding.rule(), finding.side());
  }

  /** A unit behind a number: nothing for ratios, {@code "°"} for degrees. */
  public static String unit(String unit) {
    return switch (unit) {
      case "1" -> "";
      case "deg" -> "°";
      default -> " " + unit;
    };
  }

  /** Digits behind the point that are worth reading in this unit. */
  public static int decimals(String unit) {
    return switch (unit) {
      case "1", "s" -> 2;
      default -> unit.startsWith("%") ? 0 : 1;
    };
  }

  private static String key(Verdict.Assessed verdict) {
    return verdict.severity().map(s -> "violated." + s.id()).orElse(verdict.outcome().id());
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
