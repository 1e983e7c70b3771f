package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.report.CorrectionWords;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SetPlace;
import org.plumbline.analyzer.result.SharedHealth;
import org.plumbline.analyzer.result.Titles;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;

/** A result in a few lines for a terminal. */
final class SummaryTable {

  private final PrintWriter out;

  SummaryTable(PrintWriter out) {
    this.out = out;
  }

  /** Marks of one rule and side over the repetitions of a set. */
  private static final class Row {
    private final StringBuilder marks = new StringBuilder();
    private final Map<OutcomeMark, Integer> counts = new EnumMap<>(OutcomeMark.class);
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private void add(Verdict verdict) {
      OutcomeMark mark = OutcomeMark.of(verdict);
      marks.append(mark.glyph());
      counts.merge(mark, 1, Integer::sum);
      if (verdict instanceof Verdict.NotAssessable missing) {
        reasons.putIfAbsent(missing.reason().code(), missing.reason().text());
      }
    }

    private int count(OutcomeMark mark) {
      return counts.getOrDefault(mark, 0);
    }
  }

  void print(SessionResult result) {
    out.println(
        Texts.get(
            "cli.summary.head", result.subject(), Titles.done(result), result.context().ruleSet()));
    if (result.synthetic()) {
      out.println(Texts.get("synthetic"));
    }
    if (result.interrupted()) {
      out.println(Texts.get("cli.interrupted"));
    }
    result.notes().forEach(note -> out.println(Texts.get("cli.note", note)));
    for (SharedHealth one : SharedHealth.of(result.streams())) {
      out.println(Texts.get("cli.sensor", place(one), one.health().effect()));
    }
    if (result.sets().isEmpty()) {
      out.println(Texts.get("cli.no-set"));
    }
    printCorrections(result);
    if (result.sets().stream().anyMatch(set -> !set.repetitions().isEmpty())) {
      out.println();
      out.println(legend());
    }
    result.sets().forEach(this::print);
    result.protocol().ifPresent(protocol -> new BlockLines(out).print(protocol));
  }

  private static String legend() {
    return Arrays.stream(OutcomeMark.values())
        .map(mark -> mark.glyph() + " " + mark.label())
        .collect(Collectors.joining("   "));
  }

  /** A stream of many channels goes by its first; what it says names the channels it is about. */
  private static String place(SharedHealth one) {
    String[] places = VerdictWords.place(String.join(", ", one.placements())).split(", ", -1);
    if (one.placements().size() > 1) {
      return String.join(", ", places);
    }
    return places.length <= 2
        ? String.join(", ", places)
        : Texts.get("cli.sensor.more", places[0], places.length - 1);
  }

  private void printCorrections(SessionResult result) {
    if (!result.corrections().isEmpty()) {
      out.println(Texts.get("cli.corrections"));
    }
    for (CorrectionResult correction : result.corrections()) {
      CorrectionWords words = CorrectionWords.of(correction);
      out.println(
          Texts.get(
              "cli.correction",
              words.what(),
              words.from(),
              words.to(),
              words.result(),
              words.who(),
              words.when(),
              words.why()));
    }
  }

  private void print(SetResult set) {
    long complete = set.repetitions().stream().filter(RepetitionResult::complete).count();
    long cut = set.repetitions().size() - complete;
    out.println();
    out.println(
        Texts.get(
                "cli.summary.set",
                set.index(),
                set.titles().exercise(),
                Names.measuredSide(set.side()),
                complete)
            + (cut > 0 ? Texts.get("cli.summary.cut", cut) : ""));
    set.place()
        .map(SetPlace::planned)
        .ifPresent(
            place ->
                out.println(
                    "  "
                        + Texts.get(
                            "cli.set.planned",
                            place.block().name(),
                            place.set(),
                            place.block().sets(),
                            place.block().repetitions())));
    Map<String, Row> rows = rows(set);
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    int marks = Math.max(6, set.repetitions().size());
    rows.forEach((name, row) -> out.println(line(name, row, width, marks)));
    printReasons(rows);
    for (Finding finding : set.findings()) {
      out.println(Texts.get("cli.finding", VerdictWords.title(finding), finding.text()));
    }
  }

  private static Map<String, Row> rows(SetResult set) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        rows.computeIfAbsent(Names.ruleAndSide(verdict.rule(), verdict.side()), name -> new Row())
            .add(verdict);
      }
    }
    return rows;
  }

  private static String line(String name, Row row, int width, int marks) {
    String format = "  %-" + Math.max(1, width) + "s  %-" + marks + "s  %s";
    int violated = row.count(OutcomeMark.VIOLATED_AMBER) + row.count(OutcomeMark.VIOLATED_RED);
    String counts =
        Texts.get(
            "cli.summary.counts",
            row.count(OutcomeMark.SATISFIED),
            violated,
            row.count(OutcomeMark.WITHIN_ERROR),
            row.count(OutcomeMark.NOT_ASSESSABLE));
    return String.format(Locale.ROOT, format, name, row.marks, counts);
  }

  /** Each reason once, with the rules and sides that it keeps from an answer. */
  private void printReasons(Map<String, Row> rows) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, List<String>> kept = new LinkedHashMap<>();
    rows.forEach(
        (name, row) ->
            row.reasons.forEach(
                (code, text) -> {
                  texts.putIfAbsent(code, text);
                  kept.computeIfAbsent(code, key -> new ArrayList<>()).add(name);
                }));
    texts.forEach(
        (code, text) -> {
          String names = String.join("; ", kept.getOrDefault(code, List.of()));
          out.println(Texts.get("cli.summary.reason", names, text));
        });
  }
}
