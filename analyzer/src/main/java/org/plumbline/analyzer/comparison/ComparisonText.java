package org.plumbline.analyzer.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.analyzer.comparison.Comparison.AnswerChange;
import org.plumbline.analyzer.comparison.Comparison.Change;
import org.plumbline.analyzer.comparison.Comparison.FigureChange;
import org.plumbline.analyzer.comparison.Comparison.FindingChange;
import org.plumbline.analyzer.comparison.Comparison.Likeness;
import org.plumbline.analyzer.comparison.Comparison.Moved;
import org.plumbline.analyzer.comparison.Reported.Repetition;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.analyzer.text.Wrapped;

/** A comparison as lines for a console, at most {@value #WIDTH} columns wide. */
public final class ComparisonText {
  static final int WIDTH = 98;

  /** Of settings and of what has no place of its own; the JSON has all. */
  private static final int MOST_LINES = 12;

  private static final String INDENT = "  ";

  private final Comparison comparison;
  private final List<String> lines = new ArrayList<>();

  private ComparisonText(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The lines. */
  public static List<String> lines(Comparison comparison) {
    return new ComparisonText(comparison).written();
  }

  private List<String> written() {
    comparison.rest().stream()
        .filter(change -> change.where().equals("subject"))
        .forEach(
            change -> say("other-person", change.before().orElse("–"), change.after().orElse("–")));
    if (comparison.otherRecording()) {
      say("other-recording");
    }
    if (comparison.likeness() == Likeness.IDENTICAL) {
      say("identical", comparison.matched());
      return lines;
    }
    comparison
        .software()
        .ifPresent(
            change -> say("software", change.before().orElse("–"), change.after().orElse("–")));
    if (comparison.likeness() == Likeness.OTHER_SOFTWARE) {
      say("other-software", comparison.matched());
      return lines;
    }
    settings();
    repetitions();
    if (comparison.matched() > 0) {
      bounds();
      figures();
      answers();
    }
    findings();
    changes("rest", comparison.rest());
    return lines;
  }

  private void say(String key, Object... arguments) {
    lines.addAll(Wrapped.lines(Texts.get("compare." + key, arguments), "", WIDTH));
  }

  private void settings() {
    if (!comparison.settingsKnown()) {
      say("settings.unknown");
    } else if (comparison.settings().isEmpty()) {
      say("settings.same");
    }
    Map<String, List<Change>> groups = new LinkedHashMap<>();
    for (String group : List.of("rules", "exercise", "body", "baseline", "emg", "parameters")) {
      groups.put(group, new ArrayList<>());
    }
    for (Change change : comparison.settings()) {
      groups.getOrDefault(group(change.where()), new ArrayList<>()).add(change);
    }
    groups.forEach((group, changes) -> changes("settings." + group, changes));
    changes("sets", comparison.sets());
  }

  private static String group(String where) {
    String path =
        where.startsWith(ReportDocument.EARLIER)
            ? where.substring(ReportDocument.EARLIER.length()).replaceFirst("[0-9]+/?", "")
            : where;
    if (path.equals("ruleSet") || path.startsWith("exercise/rules/")) {
      return "rules";
    }
    return switch (path.split("/", -1)[0]) {
      case "exercise" -> "exercise";
      case "body" -> "body";
      case "baseline" -> "baseline";
      case "normalisation", "electrodes" -> "emg";
      default -> "parameters";
    };
  }

  private void changes(String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    say(title, changes.size());
    changes.stream().limit(MOST_LINES).forEach(this::change);
    more(changes.size());
  }

  private void more(int all) {
    if (all > MOST_LINES) {
      lines.add(INDENT + Texts.get("compare.more", all - MOST_LINES));
    }
  }

  private void change(Change change) {
    String before = shortened(change.before().filter(text -> !text.isEmpty()).orElse("–"));
    String after = shortened(change.after().filter(text -> !text.isEmpty()).orElse("–"));
    String line = INDENT + change.where() + ": " + before + " → " + after;
    if (line.length() <= WIDTH) {
      lines.add(line);
      return;
    }
    lines.add(INDENT + shortened(change.where()));
    lines.add(INDENT + INDENT + Texts.get("compare.before", before));
    lines.add(INDENT + INDENT + Texts.get("compare.after", after));
  }

  private static String shortened(String text) {
    int most = WIDTH - 16;
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private void repetitions() {
    say("repetitions", comparison.matched(), comparison.added().size(), comparison.gone().size());
    comparison.gone().forEach(one -> lines.add(INDENT + stretch("gone", one)));
    comparison.added().forEach(one -> lines.add(INDENT + stretch("added", one)));
  }

  private static String stretch(String key, Repetition one) {
    return Texts.get(
        "compare.repetition." + key,
        one.set(),
        one.index(),
        one.startSeconds().toPlainString(),
        one.endSeconds().toPlainString());
  }

  private void bounds() {
    List<Moved> moved = comparison.moved();
    if (moved.isEmpty()) {
      say("bounds.same");
      return;
    }
    say(
        "bounds",
        moved.size(),
        comparison.matched(),
        largest(moved, Moved::startSeconds),
        largest(moved, Moved::turnSeconds),
        largest(moved, Moved::endSeconds));
    for (Moved one : moved) {
      lines.add(
          INDENT
              + Texts.get(
                  "compare.bound",
                  one.after().set(),
                  one.after().index(),
                  signed(one.startSeconds()),
                  signed(one.turnSeconds()),
                  signed(one.endSeconds())));
    }
  }

  private static String largest(List<Moved> moved, Function<Moved, BigDecimal> bound) {
    return signed(
        moved.stream()
            .map(bound)
            .max(Comparator.comparing(BigDecimal::abs))
            .orElse(BigDecimal.ZERO));
  }

  static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + number.toPlainString();
  }

  private void figures() {
    Map<String, List<FigureChange>> byMetric = comparison.figuresByMetric();
    if (byMetric.isEmpty()) {
      say("figures.same");
      return;
    }
    long beyond = comparison.figures().stream().filter(FigureChange::beyondError).count();
    say("figures", comparison.figures().size(), byMetric.size(), beyond);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Texts.get("compare.column.changed"),
            Texts.get("compare.column.beyond"),
            Texts.get("compare.column.largest"),
            Texts.get("compare.column.metric")));
    byMetric.forEach((name, changes) -> rows.add(row(name, changes)));
    lines.addAll(Columns.lines(rows));
  }

  private static List<String> row(String key, List<FigureChange> changes) {
    Optional<FigureChange> largest =
        changes.stream()
            .filter(change -> change.difference().isPresent())
            .max(Comparator.comparing(change -> change.difference().orElseThrow().abs()));
    String moved =
        largest
            .filter(change -> change.difference().orElseThrow().signum() != 0)
            .map(
                change ->
                    signed(change.difference().orElseThrow())
                        + Names.unitBehind(change.after().orElseThrow().unit()))
            .orElse(Texts.get(largest.isPresent() ? "compare.only-error" : "compare.not-in-both"));
    return List.of(
        String.valueOf(changes.size()),
        String.valueOf(changes.stream().filter(FigureChange::beyondError).count()),
        moved,
        ComparisonWords.metric(key));
  }

  private void answers() {
    List<AnswerChange> others =
        comparison.answers().stream().filter(AnswerChange::isAnother).toList();
    int figuresOnly = comparison.answers().size() - others.size();
    if (others.isEmpty()) {
      say(figuresOnly == 0 ? "answers.same" : "answers.figures", figuresOnly);
      return;
    }
    say("answers", others.size(), figuresOnly);
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (AnswerChange one : others) {
      counts.merge(
          List.of(
              ComparisonWords.rule(one.asked()),
              ComparisonWords.state(one.before()) + " → " + ComparisonWords.state(one.after())),
          1,
          Integer::sum);
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((row, count) -> rows.add(List.of(row.get(0), row.get(1), count + "×")));
    lines.addAll(Columns.lines(rows));
    say("answers.each");
    Map<String, List<List<String>>> byRule = new LinkedHashMap<>();
    for (AnswerChange one : others) {
      byRule
          .computeIfAbsent(ComparisonWords.rule(one.asked()), rule -> new ArrayList<>())
          .add(ComparisonWords.each(one));
    }
    byRule.forEach(
        (rule, each) -> {
          lines.add(INDENT + rule);
          for (String line : Columns.lines(each)) {
            lines.addAll(Wrapped.lines(line, INDENT, WIDTH));
          }
        });
  }

  private void findings() {
    List<FindingChange> findings = comparison.findings();
    if (findings.isEmpty()) {
      say("findings.same");
      return;
    }
    say("findings", findings.size());
    for (FindingChange one : findings) {
      one.before()
          .ifPresent(text -> lines.addAll(ComparisonWords.finding("gone", one, text, WIDTH)));
      one.after()
          .ifPresent(text -> lines.addAll(ComparisonWords.finding("added", one, text, WIDTH)));
    }
  }
}
