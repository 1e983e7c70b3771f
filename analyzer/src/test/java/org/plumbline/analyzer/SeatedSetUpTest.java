package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** What the set-up on a chair is good for: a set after it. */
class SeatedSetUpTest {

  private static SessionResult after(Exercise exercise, long seed, List<RepetitionPlan> plans) {
    Scenario scenario =
        Scenario.of(exercise, seed)
            .withEmg(Optional.empty())
            .withSetUp(SetUpPlan.extensions())
            .withRepetitions(plans);
    List<SessionEvent> log = new ArrayList<>(new SimulatedBody(scenario).events());
    log.add(1, Sessions.context("squat", List.of(), Optional.empty()));
    return Sessions.analyze(log);
  }

  /** Before the thighs were calibrated from sitting, all of these were "within error". */
  @ParameterizedTest
  @ValueSource(longs = {6101, 6102, 6103})
  void aValgusIsViolatedInMostRepetitionsAndNoGoodOneIsBlamed(long seed) {
    List<RepetitionPlan> plans = new ArrayList<>(RepetitionPlan.good().times(2));
    plans.addAll(RepetitionPlan.with(Fault.KNEE_VALGUS).onSide(Side.RIGHT).times(6));
    SessionResult result = after(Exercise.SQUAT, seed, plans);
    int found = 0;
    for (int i = 0; i < 8; i++) {
      for (Verdict verdict : result.sets().get(0).repetitions().get(i).verdicts()) {
        if (verdict.rule().equals("knee-valgus") && verdict.outcome() == Outcome.VIOLATED) {
          assertThat(i).as("repetition").isGreaterThanOrEqualTo(2);
          assertThat(verdict.side()).isEqualTo(Side.RIGHT);
          found++;
        }
      }
    }
    // 256 of 280 over twenty people; one of them may well be at the edge throughout.
    assertThat(found).isGreaterThanOrEqualTo(3);
  }

  /** Who sits down again after the set-up, as for an exercise on a chair, has not lost a sensor. */
  @Test
  void sittingDownAgainPutsNoSensorInDoubt() {
    SessionResult result = after(Exercise.SIT_TO_STAND, 6104, RepetitionPlan.good().times(5));
    assertThat(result.calibrations())
        .hasSize(6)
        .allSatisfy(found -> assertThat(found.origin().isAskedFor()).isTrue());
    // Analyzed as squats, which they are not; nothing is said of any sensor.
    assertThat(result.notes()).singleElement().asString().contains("not the movement");
    assertThat(result.streams()).allSatisfy(stream -> assertThat(stream.health()).isEmpty());
  }
}
