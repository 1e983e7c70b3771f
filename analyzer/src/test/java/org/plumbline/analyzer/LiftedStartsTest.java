package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** Recordings of one thigh that begin at the turn of a repetition; truth is the simulator's. */
class LiftedStartsTest {
  private static final int REPETITIONS = 8;

  /** One sensor from a moment on, and nobody who says when a set begins. */
  private static List<SessionEvent> from(
      double seconds, String placement, List<SessionEvent> log, boolean announced) {
    Set<Integer> kept = new HashSet<>();
    List<SessionEvent> part = new ArrayList<>();
    for (SessionEvent event : log) {
      if (event instanceof Described described
          && described.stream().channels().get(0).location().id().equals(placement)) {
        kept.add(described.stream().id());
        part.add(event);
      } else if (event instanceof Samples samples
          ? kept.contains(samples.stream()) && samples.sessionNanos(0) >= seconds * 1e9
          : event instanceof Lost lost
              ? kept.contains(lost.stream()) && lost.atNanos() >= seconds * 1e9
              : event instanceof ClockLine line
                  ? kept.contains(line.stream())
                  : !(event instanceof Described || event instanceof Operator)) {
        part.add(event);
      }
    }
    if (announced) {
      part.add(1, Operator.of(0, Operator.Action.SET_START));
    }
    return part;
  }

  private static List<RepetitionResult> counted(String exercise, List<SessionEvent> log) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty());
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    return Sessions.analyze(log).sets().stream()
        .flatMap(set -> set.repetitions().stream())
        .filter(RepetitionResult::complete)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "BRIDGE, 71, false",
    "BRIDGE, 72, true",
    "HIP_THRUST, 71, false",
    "CLAMSHELL, 71, false",
    "CLAMSHELL, 72, true",
    "LEG_LIFT_SIDE_LYING, 71, false",
    "LEG_LIFT_PRONE, 72, false",
    "LEG_LIFT_STRAIGHT, 71, false"
  })
  void theRepetitionsAfterItAreCountedFromTheirRest(
      Exercise exercise, long seed, boolean announced) {
    Side side = exercise.oneLeg() && seed % 2 == 0 ? Side.LEFT : Side.RIGHT;
    RepetitionPlan plan =
        exercise.oneLeg() ? RepetitionPlan.good().working(side) : RepetitionPlan.good();
    SimulatedBody body =
        new SimulatedBody(
            Scenario.of(exercise, seed)
                .withEmg(Optional.empty())
                .withRepetitions(plan.times(REPETITIONS)));
    List<TrueRepetition> truth = body.truth().repetitions();
    String thigh = side == Side.LEFT ? "left-thigh" : "right-thigh";
    double turn = truth.get(0).turnSeconds();
    List<RepetitionResult> found =
        counted(exercise.id(), from(turn, thigh, body.events(), announced));
    assertThat(found).hasSize(REPETITIONS - 1);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).turnSeconds())
          .as("turn of repetition %s", i + 1)
          .isBetween(truth.get(i + 1).startSeconds(), truth.get(i + 1).endSeconds());
      assertThat(found.get(i).turnSeconds() - truth.get(i + 1).turnSeconds()).isBetween(-0.8, 0.8);
    }
  }
}
