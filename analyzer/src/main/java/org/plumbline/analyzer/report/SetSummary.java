package org.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.device.log.Side;

/**
 * What a reader must know of a set in ten seconds.
 *
 * @param repetitions complete ones
 * @param incomplete others
 * @param answered verdicts that could be given
 * @param asked all verdicts
 */
record SetSummary(
    int repetitions,
    int incomplete,
    int answered,
    int asked,
    List<Found> findings,
    List<Single> singles,
    List<Unanswered> unanswered) {

  /** A finding with its strongest evidence, which is missing only in a result that lost it. */
  record Found(
      String rule,
      String repetitions,
      int count,
      int assessable,
      String text,
      Optional<Evidence> worst) {}

  /** A departure that is no finding: a note. */
  record Single(String rule, Evidence evidence) {}

  /** A rule that could not answer in some repetitions, and the remedy. */
  record Unanswered(String rule, String repetitions, int count, int asked, String text) {}

  private record RuleSide(String rule, Side side) {}

  private record Why(RuleSide rule, Reason reason) {}

  static SetSummary of(SetResult set) {
    int complete = (int) set.repetitions().stream().filter(RepetitionResult::complete).count();
    List<Verdict> verdicts =
        set.repetitions().stream().flatMap(repetition -> repetition.verdicts().stream()).toList();
    int answered = (int) verdicts.stream().filter(SetSummary::assessable).count();
    return new SetSummary(
        complete,
        set.repetitions().size() - complete,
        answered,
        verdicts.size(),
        findings(set, verdicts),
        singles(set),
        unanswered(set, verdicts));
  }

  private static boolean assessable(Verdict verdict) {
    return verdict.outcome() != Outcome.NOT_ASSESSABLE;
  }

  private static List<Found> findings(SetResult set, List<Verdict> verdicts) {
    List<Found> all = new ArrayList<>();
    for (Finding finding : set.findings()) {
      List<Evidence.Judged> violations =
          Evidence.violations(set, finding.rule(), finding.side()).stream()
              .filter(judged -> finding.repetitions().contains(judged.repetition()))
              .toList();
      int assessable =
          (int)
              verdicts.stream()
                  .filter(v -> v.rule().equals(finding.rule()) && v.side() == finding.side())
                  .filter(SetSummary::assessable)
                  .count();
      all.add(
          new Found(
              Names.ruleAndSide(finding.rule(), finding.side()),
              Shown.indices(finding.repetitions()),
              finding.repetitions().size(),
              assessable,
              finding.text(),
              Evidence.worst(violations)));
    }
    return all;
  }

  private static List<Single> singles(SetResult set) {
    Set<RuleSide> rules = new LinkedHashSet<>();
    for (RepetitionResult repetition : set.repetitions()) {
      repetition.verdicts().forEach(v -> rules.add(new RuleSide(v.rule(), v.side())));
    }
    List<Single> all = new ArrayList<>();
    for (RuleSide rule : rules) {
      for (Evidence.Judged judged : Evidence.violations(set, rule.rule(), rule.side())) {
        if (!inFinding(set, rule, judged.repetition())) {
          all.add(new Single(Names.ruleAndSide(rule.rule(), rule.side()), Evidence.of(judged)));
        }
      }
    }
    return all;
  }

  private static boolean inFinding(SetResult set, RuleSide rule, int repetition) {
    return set.findings().stream()
        .anyMatch(
            finding ->
                finding.rule().equals(rule.rule())
                    && finding.side() == rule.side()
                    && finding.repetitions().contains(repetition));
  }

  private static List<Unanswered> unanswered(SetResult set, List<Verdict> verdicts) {
    Map<Why, List<Integer>> repetitionsByWhy = new LinkedHashMap<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        if (verdict instanceof Verdict.NotAssessable unknown) {
          Why why = new Why(new RuleSide(unknown.rule(), unknown.side()), unknown.reason());
          repetitionsByWhy.computeIfAbsent(why, w -> new ArrayList<>()).add(repetition.index());
        }
      }
    }
    List<Unanswered> all = new ArrayList<>();
    repetitionsByWhy.forEach(
        (why, repetitions) ->
            all.add(
                new Unanswered(
                    Names.ruleAndSide(why.rule().rule(), why.rule().side()),
                    Shown.indices(repetitions),
                    repetitions.size(),
                    asked(verdicts, why.rule()),
                    why.reason().text())));
    return all;
  }

  private static int asked(List<Verdict> verdicts, RuleSide rule) {
    return (int)
        verdicts.stream()
            .filter(v -> v.rule().equals(rule.rule()) && v.side() == rule.side())
            .count();
  }
}
