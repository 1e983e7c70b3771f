package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.Sessions;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** Another exercise than the one that was named; larger numbers stand in docs/validation.md. */
class ExerciseGuardTest {

  private static SessionResult analyze(Scenario scenario, String named) {
    List<SessionEvent> log = new SimulatedBody(scenario.withEmg(Optional.empty())).events();
    log.add(1, Sessions.context(named, List.of(), Optional.empty()));
    return Sessions.analyze(log);
  }

  private static boolean isRefused(Verdict verdict) {
    return verdict instanceof Verdict.NotAssessable none
        && none.reason().code().equals("other-exercise");
  }

  @ParameterizedTest
  @CsvSource({
    "SQUAT, bridge, true",
    "BRIDGE, squat, true",
    "BRIDGE, squat, false",
    "SQUAT, clamshell, true",
    "SQUAT, clamshell, false",
    "SIT_TO_STAND, squat, true",
    "SQUAT, leg-lift-straight, false",
    "BRIDGE, leg-lift-straight, true",
    "SQUAT, lunge, false",
    "SQUAT, single-leg-squat, false",
    "SQUAT, hip-hinge, false"
  })
  void anotherExerciseIsKeptAndNotJudgedAndSaidOnce(Exercise done, String named, boolean setUp) {
    Scenario plain = Scenario.of(done, 81);
    SessionResult result = analyze(setUp ? plain.withSetUp(SetUpPlan.swings()) : plain, named);
    assertThat(result.sets()).hasSize(1);
    SetResult set = result.sets().get(0);
    assertThat(set.repetitions()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(set.repetitions())
        .filteredOn(RepetitionResult::complete)
        .flatExtracting(RepetitionResult::verdicts)
        .isNotEmpty()
        .allMatch(ExerciseGuardTest::isRefused);
    assertThat(set.findings()).isEmpty();
    assertThat(result.notes()).filteredOn(note -> note.contains("not the movement")).hasSize(1);
    assertThat(ReferenceSet.of(result, "none of it")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SQUAT, NONE, true",
    "SQUAT, KNEE_VALGUS, false",
    "SQUAT, PELVIC_TILT, true",
    "BRIDGE, NONE, true",
    "BRIDGE, PELVIC_TILT, true",
    "BRIDGE, KNEE_VALGUS, false",
    "SIT_TO_STAND, NONE, true",
    "SINGLE_LEG_SQUAT, NONE, false",
    "MARCHING_BRIDGE, PELVIC_DROP, true",
    "MARCHING_BRIDGE, NONE, false"
  })
  void theRightExerciseIsNotRefusedHoweverBadlyItIsDone(Exercise done, Fault fault, boolean setUp) {
    Scenario faulty = Sessions.withFault(Scenario.of(done, 82), fault);
    SessionResult result =
        analyze(setUp ? faulty.withSetUp(SetUpPlan.swings()) : faulty, done.id());
    assertThat(result.sets().get(0).repetitions())
        .isNotEmpty()
        .flatExtracting(RepetitionResult::verdicts)
        .noneMatch(ExerciseGuardTest::isRefused);
  }
}
