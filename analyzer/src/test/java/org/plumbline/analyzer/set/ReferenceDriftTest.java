package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.quality.Caveat;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.set.ReferenceDrift.Drift;
import org.plumbline.device.log.Side;

class ReferenceDriftTest {

  private static SessionResult session(String calibration, double... valuesDeg) {
    List<RepetitionResult> repetitions = new ArrayList<>();
    for (double value : valuesDeg) {
      Metric tilt =
          new Metric(
              "lumbopelvicTilt", Side.MIDLINE, value, 4, "deg", Caveat.NONE, 0.5, calibration);
      Metric unread = new Metric("pelvicObliquity", Side.MIDLINE, value, 4, "deg");
      repetitions.add(
          new RepetitionResult(
              repetitions.size() + 1, 0, 1, 2, true, List.of(tilt, unread), List.of(), List.of()));
    }
    SetResult set =
        new SetResult(1, "bridge", "both", OptionalDouble.empty(), "none", repetitions, List.of());
    return new SessionResult(
        "S",
        true,
        false,
        new ContextSummary("", "bridge", "", ""),
        List.of(),
        List.of(set),
        List.of(),
        List.of(),
        List.of());
  }

  private static Drift drift(SessionResult... sessions) {
    List<Drift> drifts =
        ReferenceDrift.between(ExerciseCatalog.builtIn().get("bridge"), List.of(sessions));
    assertThat(drifts).as("what no rule reads is not told").hasSize(1);
    return drifts.get(0);
  }

  private static final double[] FIRST = {2, 2.5, 3, 3.5, 4, 3, 2.8, 3.2};
  private static final double[] LATER = {5, 5.5, 6, 6.5, 7, 6, 5.8, 6.2};

  @Test
  void aChangeUnderOneCalibrationIsBeyondItsError() {
    Drift drift = drift(session("a", FIRST), session("a", LATER));
    assertThat(drift.levels())
        .extracting(level -> level.orElseThrow().median())
        .containsExactly(3.0, 6.0);
    assertThat(drift.change().orElseThrow().change()).isCloseTo(3, within(1e-9));
    assertThat(drift.change().orElseThrow().isBeyondError()).isTrue();
  }

  @Test
  void theSameChangeUnderAnotherCalibrationIsNot() {
    Drift drift = drift(session("a", FIRST), session("b", LATER));
    assertThat(drift.change().orElseThrow().error()).isGreaterThan(4);
    assertThat(drift.change().orElseThrow().isBeyondError()).isFalse();
  }

  @Test
  void aSessionWithTooFewFiguresHasNoLevelAndTheOthersAreCompared() {
    Drift drift = drift(session("a", FIRST), session("a", 50, 51), session("a", LATER));
    assertThat(drift.levels().get(1)).isEmpty();
    assertThat(drift.change().orElseThrow().change()).isCloseTo(3, within(1e-9));
    assertThat(drift(session("a", FIRST)).change()).isEmpty();
  }
}
