package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.ReferenceCheck;
import org.plumbline.analyzer.quality.ReferenceWords;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.CorrectionResult;
import org.plumbline.analyzer.result.SessionResult.Coverage;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.analyzer.result.Software;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;

/** Puts the parts of a session together into its result. */
final class ResultAssembly {
  private ResultAssembly() {}

  /** What is known about the session as a whole. */
  record Session(
      String subject,
      boolean synthetic,
      boolean interrupted,
      String contextSha256,
      List<String> contexts,
      Optional<AnalysisContext> context,
      long rejectedBytes) {}

  static SessionResult assemble(
      Session session,
      List<StreamSummary> streams,
      List<SetResult> sets,
      List<String> notes,
      BodyFold body,
      List<CorrectionResult> corrections) {
    List<String> all = new ArrayList<>(notes);
    if (session.context().isEmpty()) {
      all.add(Texts.get("note.no-context"));
    }
    session.context().ifPresent(context -> missingPlacement(context, body, all));
    session.context().ifPresent(context -> all.addAll(UnusedWords.of(context, streams)));
    Optional<ProtocolOutcome> planned =
        session
            .context()
            .flatMap(AnalysisContext::protocol)
            .map(protocol -> new ProtocolOutcome(protocol, sets));
    planned.ifPresent(outcome -> all.addAll(outcome.notes()));
    session.context().ifPresent(context -> all.addAll(referenceItself(context, sets)));
    if (session.context().isPresent() && sets.isEmpty()) {
      boolean silent = streams.stream().allMatch(stream -> stream.samples() == 0);
      String why = body.isSettingUp() ? "set-up" : silent ? "silent" : "unusable";
      all.add(Texts.get("note.no-set." + why));
    }
    if (session.interrupted()) {
      all.add(Texts.get("note.interrupted"));
    }
    if (session.rejectedBytes() > 0) {
      all.add(Texts.get("note.rejected", session.rejectedBytes()));
    }
    return new SessionResult(
        session.subject(),
        session.synthetic(),
        session.interrupted(),
        new ContextSummary(
            session.contextSha256(),
            session.context().map(context -> context.exercise().id()).orElse(""),
            session.context().map(AnalysisContext::ruleSet).orElse(""),
            Software.NAME_AND_VERSION,
            last(session.contexts()),
            session.context().map(context -> context.exercise().name()).orElse(""),
            session.contexts().subList(0, Math.max(0, session.contexts().size() - 1))),
        streams,
        sets,
        coverage(session.context(), sets),
        all,
        body.calibrations(),
        corrections,
        planned.map(ProtocolOutcome::result));
  }

  private static Optional<String> last(List<String> contexts) {
    return contexts.isEmpty() ? Optional.empty() : Optional.of(contexts.get(contexts.size() - 1));
  }

  /** Repetitions are counted by one segment; without it there is nothing to judge. */
  private static void missingPlacement(AnalysisContext context, BodyFold body, List<String> notes) {
    if (context.exercise().counting().muscle().isPresent()) {
      return;
    }
    Exercise.Counting counting = context.exercise().counting();
    boolean worn =
        counting.canCount(
            segment ->
                body.streams().all().stream()
                    .anyMatch(one -> one.placement().segment() == segment));
    if (!worn && !body.streams().isMeasured(counting.segment())) {
      notes.add(
          Texts.get(
              "note.cannot-count", context.exercise().name(), Location.idOf(counting.segment())));
    }
  }

  /** What is to be known of a reference set that decided. */
  private static List<String> referenceItself(AnalysisContext context, List<SetResult> sets) {
    boolean decided =
        sets.stream()
            .anyMatch(
                set ->
                    set.baseline().equals("own") && set.exercise().equals(context.exercise().id()));
    return decided
        ? ReferenceCheck.beyond(context).stream().map(ReferenceWords::beyond).toList()
        : List.of();
  }

  private static List<Coverage> coverage(Optional<AnalysisContext> context, List<SetResult> sets) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    context.ifPresent(
        known ->
            known.exercise().rules().stream()
                .filter(rule -> rule.worn().isEmpty())
                .forEach(rule -> counts.put(rule.rule(), new int[2])));
    for (SetResult set : sets) {
      for (RepetitionResult repetition : set.repetitions()) {
        for (Verdict verdict : repetition.verdicts()) {
          int[] count = counts.computeIfAbsent(verdict.rule(), key -> new int[2]);
          count[0] += verdict.outcome() == Outcome.NOT_ASSESSABLE ? 0 : 1;
          count[1]++;
        }
      }
    }
    List<Coverage> coverage = new ArrayList<>();
    counts.forEach(
        (rule, count) ->
            coverage.add(new Coverage(rule, count[1] == 0 ? 0 : count[0] / (double) count[1])));
    return coverage;
  }
}
