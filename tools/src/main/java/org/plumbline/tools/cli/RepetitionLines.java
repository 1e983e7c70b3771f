package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.analyzer.Notice;
import org.plumbline.analyzer.SessionResult.RepetitionResult;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;
import org.plumbline.tools.run.Watcher;

/** Tells a session on a terminal as it happens: a line per repetition with its verdicts. */
final class RepetitionLines implements Watcher {
  private final PrintWriter out;

  RepetitionLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void notice(Notice notice) {
    if (notice instanceof Notice.SetStarted started) {
      out.println(Texts.get("cli.set.started", started.set(), Names.exercise(started.exercise())));
    } else if (notice instanceof Notice.SetEnded ended) {
      out.println(Texts.get("cli.set.ended", ended.set(), ended.repetitions()));
    } else if (notice instanceof Notice.RepetitionJudged judged) {
      out.println(line(judged.repetition(), ""));
    } else if (notice instanceof Notice.RepetitionRevised revised) {
      out.println(line(revised.repetition(), Texts.get("cli.revised")));
    } else if (notice instanceof Notice.FindingRaised raised) {
      out.println(
          Texts.get("cli.finding", VerdictWords.title(raised.finding()), raised.finding().text()));
    } else if (notice instanceof Notice.SensorProblem problem) {
      out.println(
          Texts.get(
              "cli.sensor", VerdictWords.place(problem.placement()), problem.health().effect()));
    }
    out.flush();
  }

  /** {@code " 3 2.8 s ● Depth 92.1° ▲ Knee inward, right 13.1 ± 1.8° > 10.0°"}. */
  static String line(RepetitionResult repetition, String suffix) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : repetition.verdicts()) {
      parts.add(part(verdict));
    }
    return String.format(
        Locale.ROOT,
        "%4d %6s  %s%s%s",
        repetition.index(),
        Texts.number(repetition.endSeconds() - repetition.startSeconds(), 1) + " s",
        repetition.complete() ? "" : Texts.get("cli.incomplete") + " ",
        String.join("   ", parts),
        suffix.isEmpty() ? "" : "   " + suffix);
  }

  private static String part(Verdict verdict) {
    String name =
        OutcomeMark.of(verdict).glyph() + " " + Names.ruleAndSide(verdict.rule(), verdict.side());
    if (verdict instanceof Verdict.Assessed assessed) {
      return name + " " + VerdictWords.measured(assessed);
    }
    return name + " (" + ((Verdict.NotAssessable) verdict).reason().code() + ")";
  }
}
