package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedDailyLife;

/**
 * Walking about, sitting down, lying, hands at a sensor: ten minutes without a repetition. Truth:
 * nobody does any. A sensor that is turned by hand three times alike is told by the others only, so
 * there are three. {@code validate repetitions} has it for more people.
 */
class DailyLifeTest {

  private static int repetitions(String exercise, List<SessionEvent> log) {
    return result(exercise, log, notice -> {}).sets().stream()
        .mapToInt(set -> set.repetitions().size())
        .sum();
  }

  private static SessionResult result(
      String exercise, List<SessionEvent> log, Consumer<Notice> notices) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty());
    SessionAnalyzer analyzer = new SessionAnalyzer(notices);
    analyzer.accept(log.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "test"));
    log.subList(1, log.size()).forEach(analyzer::accept);
    return analyzer.result();
  }

  @ParameterizedTest
  @ValueSource(strings = {"squat", "bridge", "sit-to-stand"})
  void noneOfItIsARepetition(String exercise) {
    List<SessionEvent> log =
        new SimulatedDailyLife(
                2,
                600,
                NoiseLevel.nominal(),
                List.of(
                    ImuSensor.on(Segment.PELVIS, Side.MIDLINE, 100),
                    ImuSensor.on(Segment.THIGH, Side.RIGHT, 100),
                    ImuSensor.on(Segment.SHANK, Side.RIGHT, 100)))
            .events();
    assertThat(repetitions(exercise, log)).isZero();
  }

  /** Who has a thigh sensor turned or shifts the weight is like who lifts the hips to it. */
  @Test
  void whatWasCountedBeforeAnybodyWalkedIsStruckOut() {
    List<SessionEvent> log =
        new SimulatedDailyLife(
                30, 60, NoiseLevel.nominal(), List.of(ImuSensor.on(Segment.THIGH, Side.RIGHT, 100)))
            .events();
    List<Notice> told = new ArrayList<>();
    SessionResult result = result("bridge", log, told::add);
    int judged = (int) told.stream().filter(Notice.RepetitionJudged.class::isInstance).count();
    List<Integer> struck =
        told.stream()
            .filter(Notice.RepetitionsStruck.class::isInstance)
            .map(notice -> ((Notice.RepetitionsStruck) notice).repetitions())
            .toList();
    assertThat(judged).isPositive();
    assertThat(struck).containsExactly(judged);
    assertThat(result.sets()).allMatch(set -> set.repetitions().isEmpty());
    assertThat(result.notes().toString()).contains("struck out");
  }

  /** The trunk bows and comes back, and the thighs are level then. */
  @Test
  void whoBowsToSitDownDoesNoHipHinge() {
    List<SessionEvent> log =
        new SimulatedDailyLife(4011, 110, NoiseLevel.nominal(), Scenario.usualImus(100)).events();
    assertThat(repetitions("hip-hinge", log)).isZero();
  }
}
