package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.simulator.EmgDisturbances;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** The rule of fatigue on simulated bridges of the same person, tiring and not. */
final class BurnOutSetTest {
  private static final long SEED = 77;

  private static SetResult set(boolean tiring, double decibels) {
    List<RepetitionPlan> plans = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      plans.add(tiring ? RepetitionPlan.good().slowed(1 + i / 27.0) : RepetitionPlan.good());
    }
    Scenario plain = Scenario.bridge(SEED).withRepetitions(plans);
    EmgDisturbances noise = EmgDisturbances.none().withSnr(decibels);
    EmgDisturbances asked = tiring ? noise.withFatigue(EmgDisturbances.Fatigue.usual()) : noise;
    List<SessionEvent> events =
        new SimulatedBody(plain.withNoise(plain.noise().with(asked))).events();
    AnalysisContext context =
        AnalysisContext.of(
            ExerciseCatalog.builtIn().get("bridge-burn-out"), List.of(), Optional.empty());
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    analyzer.accept(events.get(0));
    analyzer.accept(ContextApplied.of(0, ContextJson.write(context), "test"));
    events.subList(1, events.size()).forEach(analyzer::accept);
    return analyzer.result().sets().get(0);
  }

  private static List<Verdict> fatigue(SetResult set, int repetition) {
    return set.repetitions().get(repetition - 1).verdicts().stream()
        .filter(verdict -> verdict.rule().equals("fatigue"))
        .toList();
  }

  @Test
  void aSetThatTiresIsBeyondTheLimitsOnBothSidesInTheEndAndOneThatDoesNotIsNot() {
    SetResult tired = set(true, 20);
    assertThat(fatigue(tired, 4)).isEmpty();
    assertThat(fatigue(tired, 10)).hasSize(2).allMatch(v -> v.outcome() == Outcome.VIOLATED);
    // A finding takes three of five: nine sides in ten have it by the tenth repetition.
    assertThat(tired.findings()).anyMatch(one -> one.rule().equals("fatigue"));
    SetResult fresh = set(false, 20);
    assertThat(fatigue(fresh, 10)).hasSize(2).noneMatch(v -> v.outcome() == Outcome.VIOLATED);
  }

  @Test
  void belowTenDecibelsNothingIsSaidButWhatTheSpeedSays() {
    assertThat(fatigue(set(false, 3), 10))
        .hasSize(2)
        .allMatch(v -> v.outcome() == Outcome.NOT_ASSESSABLE);
  }
}
