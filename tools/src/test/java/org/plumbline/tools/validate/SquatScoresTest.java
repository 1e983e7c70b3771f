package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scores worked out by hand. */
class SquatScoresTest {
  private static final double EXACT = 1e-12;

  private static SquatTally tally(
      String person, SquatWay performed, int violated, Map<SquatWay, Integer> said, int blamed) {
    return new SquatTally(
        person, performed, 10, Map.of("knee-valgus", violated), Map.of(), Map.of(), said, blamed);
  }

  private static final SquatTally FAULTY =
      tally("1", SquatWay.KNEE_VALGUS, 8, Map.of(SquatWay.KNEE_VALGUS, 8, SquatWay.CORRECT, 2), 8);

  private static final SquatTally GOOD =
      tally("1", SquatWay.CORRECT, 1, Map.of(SquatWay.CORRECT, 9, SquatWay.KNEE_VALGUS, 1), 1);

  @Test
  void whatIsNotViolatedOfAFaultIsMissed() {
    // 8 hits, 1 false alarm, 2 misses: 2 * 8 / (9 + 10).
    assertThat(SquatScores.f1(List.of(FAULTY, GOOD), SquatWay.KNEE_VALGUS))
        .isCloseTo(16 / 19.0, within(EXACT));
  }

  @Test
  void waysThatNobodyPerformedAreNotInTheMean() {
    // Correct: 9 hits, 2 false, 1 miss: 18 / 21; valgus 16 / 19.
    assertThat(SquatScores.macroF1(List.of(FAULTY, GOOD)))
        .isCloseTo((16 / 19.0 + 18 / 21.0) / 2, within(EXACT));
  }

  @Test
  void falseAlarmsCountGoodRepetitionsOnly() {
    assertThat(SquatScores.falseAlarmsPercent(List.of(FAULTY, GOOD))).isCloseTo(10, within(EXACT));
    assertThat(SquatScores.falseAlarmsPercent(List.of(FAULTY))).isNaN();
  }

  @Test
  void theWorstPersonIsNotTheMean() {
    SquatTally better = tally("2", SquatWay.KNEE_VALGUS, 10, Map.of(), 10);
    assertThat(
            SquatScores.worstPerson(
                List.of(FAULTY, better), sets -> SquatScores.f1(sets, SquatWay.KNEE_VALGUS)))
        .isCloseTo(16 / 18.0, within(EXACT));
  }

  @Test
  void drawingSetsAgainGivesAnIntervalAroundTheScoreAndTheSameEveryTime() {
    SquatTally better = tally("2", SquatWay.KNEE_VALGUS, 10, Map.of(), 10);
    List<SquatTally> sets = List.of(FAULTY, better, FAULTY, better, GOOD, FAULTY);
    SquatScores.Interval interval =
        SquatScores.bootstrap(sets, some -> SquatScores.f1(some, SquatWay.KNEE_VALGUS));
    double score = SquatScores.f1(sets, SquatWay.KNEE_VALGUS);
    assertThat(interval.low()).isLessThan(score);
    assertThat(interval.high()).isGreaterThan(score);
    assertThat(SquatScores.bootstrap(sets, some -> SquatScores.f1(some, SquatWay.KNEE_VALGUS)))
        .isEqualTo(interval);
  }
}
