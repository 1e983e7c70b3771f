package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionEvent;

/**
 * The repetitions of a log, and when each was judged.
 *
 * @param repetitions of all sets, in order
 * @param judged when, in the order of that
 */
record CountedSession(List<RepetitionResult> repetitions, List<Judged> judged) {

  /**
   * A repetition that was judged.
   *
   * @param atSeconds session time
   * @param endSeconds its end as it was said then
   */
  record Judged(double atSeconds, double endSeconds) {}

  static CountedSession analyze(String exercise, List<SessionEvent> log) {
    return analyze(ExerciseCatalog.builtIn().get(exercise), log);
  }

  static CountedSession analyze(Exercise exercise, List<SessionEvent> log) {
    AnalysisContext context = AnalysisContext.of(exercise, List.of(), Optional.empty());
    List<Judged> times = new ArrayList<>();
    SessionAnalyzer analyzer =
        new SessionAnalyzer(
            notice -> {
              if (notice instanceof Notice.RepetitionJudged judged) {
                double end = judged.repetition().endSeconds();
                times.add(new Judged(judged.sessionNanos() / 1e9, end));
              }
            });
    analyzer.accept(log.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
    log.subList(1, log.size()).forEach(analyzer::accept);
    List<RepetitionResult> repetitions =
        analyzer.result().sets().stream().flatMap(set -> set.repetitions().stream()).toList();
    return new CountedSession(repetitions, times);
  }

  /** Whether so many complete repetitions were found and nothing else. */
  boolean isExactly(int count) {
    return repetitions.size() == count && repetitions.stream().allMatch(RepetitionResult::complete);
  }
}
