package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.ContextSummary;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Side;

/** Means and spreads are worked out by hand. */
class ReferenceSetTest {
  /** Six decimals are kept. */
  private static final double ROUNDED = 1e-6;

  private static SessionResult session(double... valuesDeg) {
    List<RepetitionResult> repetitions = new ArrayList<>();
    for (double value : valuesDeg) {
      Metric metric = new Metric("pelvicTilt", Side.MIDLINE, value, 2, "deg");
      repetitions.add(
          new RepetitionResult(
              repetitions.size() + 1, 0, 1, 2, true, List.of(metric), List.of(), List.of()));
    }
    SetResult set =
        new SetResult(1, "squat", "right", OptionalDouble.empty(), "none", repetitions, List.of());
    return new SessionResult(
        "S",
        true,
        false,
        new ContextSummary("", "squat", "", ""),
        List.of(),
        List.of(set),
        List.of(),
        List.of(),
        List.of());
  }

  private static Baseline.Level level(SessionResult... sessions) {
    return ReferenceSet.of(List.of(sessions), "test")
        .orElseThrow()
        .level("pelvicTilt", "midline")
        .orElseThrow();
  }

  @Test
  void oneSetHasItsMeanAndItsSpread() {
    Baseline.Level level = level(session(10, 12, 14, 10, 12, 14, 11, 13));
    assertThat(level.mean()).isEqualTo(12);
    // Variance (4 + 0 + 4 + 4 + 0 + 4 + 1 + 1) / 7.
    assertThat(level.spread()).isCloseTo(Math.sqrt(18 / 7.0), within(ROUNDED));
  }

  @Test
  void ofFewRepetitionsAnOddOneMovesNothing() {
    Baseline.Level level = level(session(10, 12, 14, 12, 95));
    assertThat(level.mean()).isEqualTo(12);
    // Deviations 2, 0, 2, 0, 83, their median 2; 1.4826, and 1.206 for five (Croux and Rousseeuw).
    assertThat(level.spread()).isCloseTo(1.4826 * 1.206 * 2, within(ROUNDED));
  }

  @Test
  void theSpreadOfTwoSetsIncludesWhatLiesBetweenThem() {
    Baseline.Level level = level(session(10, 12, 14), session(20, 22, 24));
    assertThat(level.mean()).isEqualTo(17);
    // Within: 1.4826 x 1.495 x 2 (three figures); between the medians 12 and 22: (25 + 25) / 1.
    double within = 1.4826 * 1.495 * 2;
    assertThat(level.spread()).isCloseTo(Math.sqrt(within * within + 50), within(ROUNDED));
    assertThat(level.error()).isEqualTo(2);
  }

  @Test
  void setsThatTellASpreadAreCounted() {
    List<SessionResult> sessions = List.of(session(10, 12, 14), session(20, 22, 24), session(40));
    assertThat(ReferenceSet.of(sessions, "test").orElseThrow().sets()).contains(2);
  }

  @Test
  void everySetWeighsTheSame() {
    assertThat(level(session(10, 10, 10, 10, 10, 10, 10), session(20, 20, 20)).mean())
        .isEqualTo(15);
  }

  @Test
  void aSetTooSmallToTellASpreadIsLeftOutBesideALargeOne() {
    assertThat(level(session(10, 12, 14), session(40)).mean()).isEqualTo(12);
  }

  @Test
  void smallSetsTogetherAreOne() {
    Baseline baseline =
        ReferenceSet.of(List.of(session(10, 12), session(14)), "test").orElseThrow();
    assertThat(baseline.repetitions()).isEqualTo(3);
    assertThat(baseline.sets()).contains(1);
    assertThat(baseline.level("pelvicTilt", "midline").orElseThrow().mean()).isEqualTo(12);
  }

  @Test
  void twoRepetitionsAreNoReference() {
    assertThat(ReferenceSet.of(List.of(session(10), session(12)), "test")).isEmpty();
  }
}
