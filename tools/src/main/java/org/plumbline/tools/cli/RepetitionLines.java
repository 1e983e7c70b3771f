package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.tools.run.SetUpWords;
import org.plumbline.tools.run.VerdictWords;
import org.plumbline.tools.run.Watcher;

/** Tells a session on a terminal as it happens: a line per repetition with its verdicts. */
final class RepetitionLines implements Watcher {
  private final PrintWriter out;
  private int toldSet;
  private boolean settingUp;

  RepetitionLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void event(SessionEvent event) {
    if (event instanceof Operator operator) {
      if (operator.action() == Operator.Action.SETUP) {
        settingUp = !operator.note().equals(SetUpStep.END.id());
      } else if (operator.action() == Operator.Action.SET_START) {
        settingUp = false;
      }
    }
  }

  @Override
  public void notice(Notice notice) {
    if (notice instanceof Notice.SetUpStepDone done) {
      SetUpWords.outcome(done)
          .ifPresent(
              words ->
                  out.println(
                      Texts.get("cli.setup.told", VerdictWords.place(done.step().id()), words)));
    } else if (notice instanceof Notice.SetStarted started) {
      if (settingUp || started.set() == toldSet) {
        return; // what came before the first SET_START was no set
      }
      toldSet = started.set();
      String planned =
          started
              .planned()
              .map(
                  place ->
                      Texts.get(
                          "cli.set.planned",
                          place.block().name(),
                          place.set(),
                          place.block().sets(),
                          place.block().repetitions()))
              .map(words -> " · " + words)
              .orElse("");
      out.println(Texts.get("cli.set.started", started.set(), started.exercise()) + planned);
    } else if (notice instanceof Notice.SetEnded ended) {
      out.println(Texts.get("cli.set.ended", ended.set(), ended.repetitions()));
    } else if (notice instanceof Notice.RepetitionJudged judged) {
      out.println(
          judged.told()
              ? line(judged.repetition(), "")
              : line(judged.repetition().counted(), Texts.get("cli.untold")));
    } else if (notice instanceof Notice.FeedbackGiven given) {
      out.println(line(given.repetition(), Texts.get("cli.asked")));
    } else if (notice instanceof Notice.RepetitionRevised revised && revised.told()) {
      out.println(line(revised.repetition(), Texts.get("cli.revised")));
    } else if (notice instanceof Notice.RepetitionsStruck struck) {
      out.println(Texts.get("cli.struck", struck.repetitions()));
    } else if (notice instanceof Notice.FindingRaised raised && raised.told()) {
      out.println(
          Texts.get("cli.finding", VerdictWords.title(raised.finding()), raised.finding().text()));
    } else if (notice instanceof Notice.SensorProblem problem) {
      out.println(
          Texts.get(
              "cli.sensor", VerdictWords.place(problem.placement()), problem.health().effect()));
    }
    out.flush();
  }

  /** {@code " 3 2.8 s Depth ● 92.1° · Knee inward (valgus) left ● 0.7°, right ▲ 12.8 ± 4.7°"}. */
  static String line(RepetitionResult repetition, String suffix) {
    Map<String, Set<String>> parts = new LinkedHashMap<>();
    for (Verdict verdict : repetition.verdicts()) {
      parts
          .computeIfAbsent(Names.rule(verdict.rule()), rule -> new LinkedHashSet<>())
          .add(part(verdict));
    }
    String rules =
        parts.entrySet().stream()
            .map(part -> part.getKey() + " " + String.join(", ", part.getValue()))
            .collect(Collectors.joining(" · "));
    return String.format(
        Locale.ROOT,
        "%4d %6s  %s%s%s",
        repetition.index(),
        Texts.number(repetition.endSeconds() - repetition.startSeconds(), 1) + " s",
        repetition.complete() ? "" : Texts.get("cli.incomplete") + " ",
        rules,
        suffix.isEmpty() ? "" : "   " + suffix);
  }

  private static String part(Verdict verdict) {
    String glyph = OutcomeMark.of(verdict).glyph();
    if (verdict instanceof Verdict.NotAssessable missing) {
      return glyph + " " + missing.reason().code(); // the same for both sides is said once
    }
    String side = verdict.side() == Side.MIDLINE ? "" : Names.side(verdict.side()) + " ";
    return side + glyph + " " + VerdictWords.measured((Verdict.Assessed) verdict);
  }
}
