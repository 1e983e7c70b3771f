package org.plumbline.analyzer.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.analyzer.comparison.Comparison.AnswerChange;
import org.plumbline.analyzer.comparison.Comparison.FindingChange;
import org.plumbline.analyzer.comparison.Reported.Answer;
import org.plumbline.analyzer.comparison.Reported.RuleAndSide;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.analyzer.text.Wrapped;
import org.plumbline.device.log.Side;

/** What the parts of reports are called; an id of another version is shown as it is. */
final class ComparisonWords {
  private ComparisonWords() {}

  /** {@code left.kneeFlexionPeak} to {@code "Knee flexion, peak, left"}. */
  static String metric(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? Names.metric(key)
        : Names.withSide(Names.metric(key.substring(dot + 1)), side(key.substring(0, dot)));
  }

  static String rule(RuleAndSide asked) {
    return Names.ruleAndSide(asked.rule(), side(asked.side()));
  }

  private static Side side(String id) {
    for (Side side : Side.values()) {
      if (side.name().toLowerCase(Locale.ROOT).equals(id)) {
        return side;
      }
    }
    return Side.MIDLINE;
  }

  /** {@code "beyond the limit"}. */
  static String state(Optional<Answer> answer) {
    if (answer.isEmpty()) {
      return Texts.get("compare.not-asked");
    }
    String key = "compare.state." + answer.get().state().replace(' ', '.');
    String state = Texts.has(key) ? Texts.get(key) : answer.get().state();
    return answer.get().reason().map(reason -> state + " (" + reason + ")").orElse(state);
  }

  /** Set and repetition, and the verdict with its evidence before and after. */
  static List<String> each(AnswerChange change) {
    return List.of(
        Texts.get("compare.place", change.repetition().set(), change.repetition().index()),
        evidence(change.before()),
        "→ " + evidence(change.after()));
  }

  private static String evidence(Optional<Answer> answer) {
    String state = state(answer);
    Optional<BigDecimal> value = answer.flatMap(Answer::value);
    if (value.isEmpty()) {
      return state;
    }
    Answer known = answer.orElseThrow();
    return Texts.get(
        "compare.evidence",
        state,
        people(value),
        people(known.error()),
        Names.unitBehind(known.unit()),
        people(known.limit()));
  }

  private static String people(Optional<BigDecimal> number) {
    return number.map(one -> Texts.number(one.doubleValue(), 2)).orElse("–");
  }

  static List<String> finding(String key, FindingChange change, String text, int width) {
    return Wrapped.lines(
        Texts.get("compare.finding." + key, change.set(), rule(change.rule()), text), "  ", width);
  }
}
