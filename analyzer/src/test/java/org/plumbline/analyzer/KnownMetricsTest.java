package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.KnownMetric;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;

/** What rules may name is what is measured: against whole sessions. */
class KnownMetricsTest {

  @Test
  void whateverIsMeasuredIsKnownWithItsSides() {
    TreeSet<String> measured = new TreeSet<>();
    for (Exercise exercise : new Exercise[] {Exercise.SQUAT, Exercise.BRIDGE}) {
      Scenario scenario =
          Scenario.of(exercise, 7).withImus(Scenario.sevenImus(100)).withSetUp(SetUpPlan.swings());
      for (var set : Sessions.analyze(Sessions.log(scenario)).sets()) {
        for (RepetitionResult repetition : set.repetitions()) {
          for (Metric metric : repetition.metrics()) {
            measured.add(metric.name());
            assertThat(KnownMetric.find(metric.name())).as(metric.name()).isPresent();
            assertThat(KnownMetric.find(metric.name()).orElseThrow().midline())
                .as(metric.name())
                .isEqualTo(metric.side() == Side.MIDLINE);
          }
        }
      }
    }
    assertThat(measured)
        .contains("kneeFrontalDeviation", "lumbopelvicTilt", "gluteusMaximusLevel", "pelvicDrop")
        .hasSizeGreaterThan(35);
  }
}
