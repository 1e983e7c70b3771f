package org.plumbline.tools.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** Verdicts and places as short sentences, the same on a terminal and in the window. */
public final class VerdictWords {
  private VerdictWords() {}

  /** {@code "Right thigh"} for {@code right-thigh}; several places are joined by commas. */
  public static String place(String locations) {
    return Arrays.stream(locations.split(", ", -1))
        .map(location -> capitalised(location.replace('-', ' ')))
        .collect(Collectors.joining(", "));
  }

  /** What a verdict says, with its evidence or what would help. */
  public static String sentence(Verdict verdict) {
    if (verdict instanceof Verdict.NotAssessable missing) {
      return Texts.get("verdict.not-assessable", missing.reason().text());
    }
    Verdict.Assessed assessed = (Verdict.Assessed) verdict;
    return Texts.get("verdict." + key(assessed), named(assessed));
  }

  /** {@code "12.3 ± 2.0°, limit 10.0°"} and what the limit is relative to. */
  public static String evidence(Verdict.Assessed verdict) {
    int decimals = decimals(verdict.unit());
    return caveated(
        verdict,
        Texts.get(
            verdict.basis() == Basis.OWN ? "verdict.evidence.own" : "verdict.evidence.absolute",
            Texts.number(verdict.value(), decimals),
            Texts.number(verdict.error(), decimals),
            Names.unitBehind(verdict.unit()),
            Texts.number(verdict.limit(), decimals)));
  }

  private static String caveated(Verdict.Assessed verdict, String text) {
    return verdict.caveat() == Caveat.NONE
        ? text
        : Texts.get("verdict.caveat", text, verdict.caveat().text());
  }

  /** The same, and before it what was measured. */
  public static String named(Verdict.Assessed verdict) {
    return verdict.metric().isEmpty()
        ? evidence(verdict)
        : Texts.get("verdict.of", Names.metric(verdict.metric()), evidence(verdict));
  }

  /**
   * {@code "92.1°"}, and unless the rule is satisfied also the error and the limit; of a departure
   * also what was measured, because a rule can read several metrics.
   */
  public static String measured(Verdict.Assessed verdict) {
    int decimals = decimals(verdict.unit());
    String value = Texts.number(verdict.value(), decimals);
    String unit = Names.unitBehind(verdict.unit());
    return caveated(
        verdict,
        verdict.outcome() == Outcome.SATISFIED
            ? value + unit
            : Texts.get(
                verdict.outcome() == Outcome.VIOLATED && !verdict.metric().isEmpty()
                    ? "verdict.measured.of"
                    : "verdict.measured",
                value,
                Texts.number(verdict.error(), decimals),
                unit,
                Texts.number(verdict.limit(), decimals),
                Names.metric(verdict.metric())));
  }

  /** Rule and side of a finding. */
  public static String title(Finding finding) {
    return Names.ruleAndSide(finding.rule(), finding.side());
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
