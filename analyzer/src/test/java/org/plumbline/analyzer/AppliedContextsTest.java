package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;

/** Who changes the exercise in the middle of a session is judged by both, so a result has both. */
class AppliedContextsTest {

  private static String context(String exercise) {
    return ContextJson.write(
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty()));
  }

  private static SessionResult after(String... exercises) {
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    for (String exercise : exercises) {
      analyzer.accept(ContextApplied.of(0, context(exercise), "test"));
    }
    return analyzer.result();
  }

  @Test
  void everyContextIsInTheResultInTheOrderOfTheLog() {
    SessionResult result = after("bridge", "clamshell", "squat");
    assertThat(result.context().earlier()).containsExactly(context("bridge"), context("clamshell"));
    assertThat(result.context().applied()).contains(context("squat"));
    assertThat(result.context().exerciseName()).isEqualTo("Squat");
    assertThat(ReportJson.result(result)).contains("\"earlier\":[");
  }

  @Test
  void oneContextHasNoneBefore() {
    SessionResult result = after("squat");
    assertThat(result.context().earlier()).isEmpty();
    assertThat(ReportJson.result(result)).doesNotContain("earlier");
  }
}
