package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.set.ReferenceSet;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** Tempo, hold, evenness and the knee from a chair, on simulated people with a guided set-up. */
class MovementRulesTest {

  private static Scenario scenario(Exercise exercise, List<RepetitionPlan> plans) {
    return Scenario.of(exercise, 12)
        .withEmg(Optional.empty())
        .withSetUp(SetUpPlan.swings())
        .withRepetitions(plans);
  }

  private static List<RepetitionResult> repetitions(Scenario scenario, Optional<Baseline> own) {
    SessionResult result =
        Sessions.analyze(Sessions.withContext(scenario, new SimulatedBody(scenario).events(), own));
    return result.sets().get(0).repetitions();
  }

  private static Outcome outcome(RepetitionResult repetition, String rule) {
    return repetition.verdicts().stream()
        .filter(verdict -> verdict.rule().equals(rule))
        .map(Verdict::outcome)
        .findFirst()
        .orElseThrow();
  }

  private static double value(RepetitionResult repetition, String metric) {
    return repetition.metric(metric).map(Metric::value).orElse(Double.NaN);
  }

  @Test
  void slowFastAndHardlyHeldRepetitionsDepartFromTheOwnReferenceAndOnlyThey() {
    List<RepetitionPlan> plans = new ArrayList<>(RepetitionPlan.good().times(8));
    plans.add(RepetitionPlan.good().slowed(2));
    plans.add(RepetitionPlan.good().slowed(0.5).held(0.8));
    plans.add(RepetitionPlan.good().held(0));
    Scenario scenario = scenario(Exercise.HIP_THRUST, plans);
    Scenario good = scenario(Exercise.HIP_THRUST, RepetitionPlan.good().times(8));
    Optional<Baseline> own =
        ReferenceSet.of(
            Sessions.analyze(
                Sessions.withContext(good, new SimulatedBody(good).events(), Optional.empty())),
            "good repetitions");
    List<RepetitionResult> found = repetitions(scenario, own);
    assertThat(found).hasSize(11);
    for (RepetitionResult one : found.subList(0, 8)) {
      assertThat(outcome(one, "tempo")).isNotEqualTo(Outcome.VIOLATED);
      assertThat(outcome(one, "hold")).isNotEqualTo(Outcome.VIOLATED);
      // Out and back in 1.4 and 1.5 s, of which a fifth of the way at either end is left out.
      assertThat(value(one, "duration")).isBetween(1.7, 3.4);
    }
    assertThat(outcome(found.get(8), "tempo")).isEqualTo(Outcome.VIOLATED);
    assertThat(outcome(found.get(9), "tempo")).isEqualTo(Outcome.VIOLATED);
    assertThat(outcome(found.get(10), "hold")).isEqualTo(Outcome.VIOLATED);
  }

  @Test
  void aFootThatRisesFortyPerCentLessIsADifferenceBetweenTheSides() {
    Scenario scenario =
        scenario(
                Exercise.TOE_RAISE,
                List.of(
                    RepetitionPlan.good(),
                    RepetitionPlan.good(),
                    RepetitionPlan.good(),
                    RepetitionPlan.with(Fault.UNEVEN)))
            .withImus(
                List.of(
                    ImuSensor.on(Segment.FOOT, Side.RIGHT, 100),
                    ImuSensor.on(Segment.FOOT, Side.LEFT, 100),
                    ImuSensor.on(Segment.PELVIS, Side.MIDLINE, 100)));
    List<RepetitionResult> found = repetitions(scenario, Optional.empty());
    assertThat(found).hasSize(4);
    assertThat(outcome(found.get(1), "asymmetry")).isNotEqualTo(Outcome.VIOLATED);
    assertThat(outcome(found.get(3), "asymmetry")).isEqualTo(Outcome.VIOLATED);
    assertThat(value(found.get(3), "rangeAsymmetry")).isCloseTo(40, within(7.0));
  }

  @Test
  void aKneeThatFallsInWhileRisingFromAChairHasAPositiveGap() {
    List<RepetitionPlan> plans = new ArrayList<>(RepetitionPlan.good().times(3));
    plans.add(RepetitionPlan.with(Fault.KNEE_IN_RISING));
    List<RepetitionResult> found =
        repetitions(scenario(Exercise.SIT_TO_STAND, plans), Optional.empty());
    assertThat(value(found.get(1), "kneeMedialGap")).isCloseTo(0, within(2.0));
    // 17 deg half way up, and less at the other levels.
    assertThat(value(found.get(3), "kneeMedialGap")).isBetween(10.0, 20.0);
  }

  @Test
  void ofSomebodyWhoLiesOnTheSideNothingIsShownThatHangsOnTheLateralAxis() {
    List<RepetitionResult> found =
        repetitions(
            scenario(
                Exercise.CLAMSHELL,
                RepetitionPlan.with(Fault.ROLL_BACK).working(Side.RIGHT).times(3)),
            Optional.empty());
    for (RepetitionResult one : found) {
      assertThat(one.metrics())
          .extracting(Metric::name)
          .contains("pelvicRollBack", "thighFrontalRange")
          .noneMatch(name -> name.startsWith("knee") || name.startsWith("hip"))
          .doesNotContain("thighInclinationRange", "thighInwardTurnGap", "lumbopelvicTilt");
      assertThat(outcome(one, "pelvic-roll-back")).isEqualTo(Outcome.VIOLATED);
    }
  }
}
