package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.fixtures.simulator.ListSource;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** Few squats in a log in which nobody says that a set begins. */
class OneSetSourceTest {

  private static List<SessionEvent> squats(int count) {
    Scenario scenario =
        Scenario.squat(61)
            .withEmg(Optional.empty())
            .withRepetitions(RepetitionPlan.good().times(count));
    List<SessionEvent> log = new ArrayList<>(new SimulatedBody(scenario).events());
    log.removeIf(event -> event instanceof Operator);
    AnalysisContext squat =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    log.add(1, ContextApplied.of(0, ContextJson.write(squat), "test"));
    return log;
  }

  private static SessionResult analyze(SessionSource source) throws IOException {
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    for (Optional<SessionEvent> next = source.next(); next.isPresent(); next = source.next()) {
      analyzer.accept(next.get());
    }
    return analyzer.result();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fewAreNoSetUnlessSomebodySaysSo(int count) throws IOException {
    SessionResult unsaid = analyze(new ListSource(squats(count)));
    assertThat(unsaid.sets()).flatExtracting(SessionResult.SetResult::repetitions).isEmpty();
    assertThat(unsaid.notes())
        .anyMatch(note -> note.contains("a repetition: " + count) && note.contains("--one-set"));

    SessionResult said = analyze(new OneSetSource(new ListSource(squats(count))));
    assertThat(said.sets()).hasSize(1);
    assertThat(said.sets().get(0).repetitions()).hasSize(count);
  }

  @Test
  void threeAlikeAreASetOfThemselves() throws IOException {
    SessionResult result = analyze(new ListSource(squats(4)));
    assertThat(result.sets()).hasSize(1);
    assertThat(result.sets().get(0).repetitions()).hasSize(4);
  }
}
