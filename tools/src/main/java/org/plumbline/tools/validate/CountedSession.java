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
 * The repetitions of a log, and how long after its end each was judged.
 *
 * @param repetitions of all sets, in order
 * @param delaysSeconds of data time from the end of each to the moment at which it was judged
 */
record CountedSession(List<RepetitionResult> repetitions, List<Double> delaysSeconds) {

  static CountedSession analyze(String exercise, List<SessionEvent> log) {
    return analyze(ExerciseCatalog.builtIn().get(exercise), log);
  }

  static CountedSession analyze(Exercise exercise, List<SessionEvent> log) {
    AnalysisContext context = AnalysisContext.of(exercise, List.of(), Optional.empty());
    List<Double> delays = new ArrayList<>();
    SessionAnalyzer analyzer =
        new SessionAnalyzer(
            notice -> {
              if (notice instanceof Notice.RepetitionJudged judged) {
                delays.add(judged.sessionNanos() / 1e9 - judged.repetition().endSeconds());
              }
            });
    analyzer.accept(log.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "validation"));
    log.subList(1, log.size()).forEach(analyzer::accept);
    List<RepetitionResult> repetitions =
        analyzer.result().sets().stream().flatMap(set -> set.repetitions().stream()).toList();
    return new CountedSession(repetitions, delays);
  }

  /** Whether so many complete repetitions were found and nothing else. */
  boolean isExactly(int count) {
    return repetitions.size() == count && repetitions.stream().allMatch(RepetitionResult::complete);
  }
}
