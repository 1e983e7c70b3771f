package org.plumbline.analyzer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.analyzer.protocol.FeedbackSchedule.Kind;

/** Which repetitions are told, counted by hand. */
class FeedbackScheduleTest {

  private static List<Integer> told(FeedbackSchedule schedule, int set, boolean violated) {
    List<Integer> told = new ArrayList<>();
    for (int repetition = 1; repetition <= 10; repetition++) {
      if (schedule.tells(set, repetition, violated)) {
        told.add(repetition);
      }
    }
    return told;
  }

  @Test
  void theUsualScheduleFadesFromAllToHalfToAQuarterAndStaysThere() {
    assertThat(told(FeedbackSchedule.USUAL, 1, false)).hasSize(10);
    assertThat(told(FeedbackSchedule.USUAL, 2, false)).containsExactly(2, 4, 6, 8, 10);
    assertThat(told(FeedbackSchedule.USUAL, 3, false)).containsExactly(4, 8);
    assertThat(told(FeedbackSchedule.USUAL, 9, true)).containsExactly(4, 8);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "33, 33", "50, 50", "67, 67", "99, 99", "100, 100"})
  void aShareOfAHundredRepetitionsIsThatManyAndSpreadEvenly(int percent, int count) {
    FeedbackSchedule schedule = new FeedbackSchedule(Kind.FADED, List.of(percent));
    int told = 0;
    for (int repetition = 1; repetition <= 100; repetition++) {
      told += schedule.tells(1, repetition, false) ? 1 : 0;
      assertThat(told).isBetween(repetition * percent / 100, repetition * percent / 100 + 1);
    }
    assertThat(told).isEqualTo(count);
  }

  @Test
  void bandwidthTellsWhatIsBeyondALimitAlone() {
    FeedbackSchedule bandwidth = FeedbackSchedule.of(Kind.BANDWIDTH);
    assertThat(told(bandwidth, 1, true)).hasSize(10);
    assertThat(told(bandwidth, 1, false)).isEmpty();
  }

  @Test
  void nobodyIsToldUnaskedOnRequestAndNobodyAtAllWithNone() {
    assertThat(told(FeedbackSchedule.of(Kind.ON_REQUEST), 1, true)).isEmpty();
    assertThat(FeedbackSchedule.of(Kind.ON_REQUEST).answers()).isTrue();
    assertThat(told(FeedbackSchedule.of(Kind.NONE), 1, true)).isEmpty();
    assertThat(FeedbackSchedule.of(Kind.NONE).answers()).isFalse();
    assertThat(told(FeedbackSchedule.of(Kind.EVERY), 3, false)).hasSize(10);
  }

  @Test
  void sharesBelongToFadingAndLieInPercent() {
    assertThatThrownBy(() -> new FeedbackSchedule(Kind.FADED, List.of()))
        .hasMessageContaining("faded");
    assertThatThrownBy(() -> new FeedbackSchedule(Kind.FADED, List.of(101)))
        .hasMessageContaining("101");
    assertThatThrownBy(() -> new FeedbackSchedule(Kind.EVERY, List.of(50)))
        .hasMessageContaining("every");
  }
}
