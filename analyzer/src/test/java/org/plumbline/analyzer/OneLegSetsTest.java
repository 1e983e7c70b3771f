package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** Exercises in which one leg works, and sitting to standing; the truth is the simulator's. */
class OneLegSetsTest {

  private static SetResult analyze(SimulatedBody body, String exercise, Optional<Side> named) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get(exercise), List.of(), Optional.empty())
            .with(Optional.empty(), named, Optional.empty());
    List<SessionEvent> log = body.events();
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    SessionResult result = Sessions.analyze(log);
    assertThat(result.sets()).hasSize(1);
    return result.sets().get(0);
  }

  private static SimulatedBody body(Exercise exercise, long seed) {
    return new SimulatedBody(Scenario.of(exercise, seed).withEmg(Optional.empty()));
  }

  private static void assertSame(List<RepetitionResult> found, List<TrueRepetition> truth) {
    assertThat(found).hasSameSizeAs(truth).allMatch(RepetitionResult::complete);
    for (int i = 0; i < truth.size(); i++) {
      assertThat(found.get(i).turnSeconds())
          .isBetween(truth.get(i).startSeconds(), truth.get(i).endSeconds());
    }
  }

  @ParameterizedTest
  @CsvSource({"51", "52", "53", "54"})
  void legsThatMarchInTurnAreCountedAndTheLiftedOneIsAskedForTheDrop(long seed) {
    SimulatedBody body = body(Exercise.MARCHING_BRIDGE, seed);
    List<TrueRepetition> truth = body.truth().repetitions();
    List<RepetitionResult> found = analyze(body, "marching-bridge", Optional.empty()).repetitions();
    assertSame(found, truth);
    for (int i = 0; i < truth.size(); i++) {
      assertThat(found.get(i).verdicts())
          .filteredOn(verdict -> verdict.rule().equals("pelvic-drop"))
          .extracting(Verdict::side)
          .containsExactly(truth.get(i).side());
    }
  }

  @ParameterizedTest
  @CsvSource({"51, LEFT", "51, RIGHT", "52, RIGHT", "53, LEFT"})
  void aLegThatIsNamedIsCountedAlone(long seed, Side side) {
    SimulatedBody body = body(Exercise.SINGLE_LEG_SQUAT, seed);
    List<TrueRepetition> truth =
        body.truth().repetitions().stream().filter(one -> one.side() == side).toList();
    assertSame(analyze(body, "single-leg-squat", Optional.of(side)).repetitions(), truth);
  }

  @ParameterizedTest
  @CsvSource({"51", "52"})
  void whoDoesNotNameTheLegIsToldSoAndNothingIsSaidOfEither(long seed) {
    SetResult set =
        analyze(body(Exercise.SINGLE_LEG_SQUAT, seed), "single-leg-squat", Optional.empty());
    assertThat(set.repetitions()).isNotEmpty();
    assertThat(set.repetitions())
        .flatExtracting(RepetitionResult::verdicts)
        .filteredOn(verdict -> verdict.side() != Side.MIDLINE)
        .isNotEmpty()
        .allMatch(
            verdict ->
                verdict instanceof Verdict.NotAssessable none
                    && List.of("side-not-named", "incomplete").contains(none.reason().code()));
  }

  @ParameterizedTest
  @CsvSource({"51", "52", "53", "54"})
  void gettingUpFromAChairIsCountedAndItsDepthIsJudged(long seed) {
    SimulatedBody body = body(Exercise.SIT_TO_STAND, seed);
    SetResult set = analyze(body, "sit-to-stand", Optional.empty());
    assertSame(set.repetitions(), body.truth().repetitions());
    assertThat(set.repetitions())
        .flatExtracting(RepetitionResult::verdicts)
        .filteredOn(verdict -> verdict.rule().equals("depth"))
        .isNotEmpty()
        .allMatch(verdict -> verdict instanceof Verdict.Assessed);
  }

  @ParameterizedTest
  @CsvSource({"CLAMSHELL, 61", "LEG_LIFT_SIDE_LYING, 61", "LEG_LIFT_PRONE, 62"})
  void aLegThatIsHeldUpAloneIsCountedAndItsSensorHasNotSlipped(Exercise exercise, long seed) {
    RepetitionPlan held = RepetitionPlan.good().held(3).slowed(1.5);
    List<RepetitionPlan> plans = new ArrayList<>(held.times(8));
    plans.set(3, held.toDepth(0.6));
    plans.set(6, held.toDepth(0.6).slowed(0.8));
    List<ImuSensor> imus =
        List.of(
            ImuSensor.on(Segment.PELVIS, Side.MIDLINE, 100),
            ImuSensor.on(Segment.THIGH, Side.RIGHT, 100),
            ImuSensor.on(Segment.THIGH, Side.LEFT, 100));
    SimulatedBody body =
        new SimulatedBody(
            Scenario.of(exercise, seed)
                .withEmg(Optional.empty())
                .withImus(imus)
                .withSetUp(SetUpPlan.swings())
                .withRepetitions(plans));
    AnalysisContext context =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get(exercise.id()), List.of(), Optional.empty());
    List<SessionEvent> log = body.events();
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    SessionResult result = Sessions.analyze(log);
    assertSame(result.sets().get(0).repetitions(), body.truth().repetitions());
    assertThat(result.streams())
        .flatExtracting(stream -> stream.health())
        .extracting(health -> health.code())
        .doesNotContain("slipped", "delayed");
  }
}
