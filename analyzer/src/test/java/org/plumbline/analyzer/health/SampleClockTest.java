package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream of 100 Hz whose clock counts microseconds, and what can be wrong with its stamps. */
class SampleClockTest {
  private static final long TICKS = 1_000_000;
  private static final long NANOS = 10_000_000;

  private final SampleClock clock = new SampleClock(TICKS, 100);

  @Test
  void aGoodStreamPassesUnchanged() {
    for (long i = 0; i < 2000; i++) {
      assertThat(clock.accept(i, 77 + i * 10_000, i * NANOS)).isTrue();
      assertThat(clock.index()).isEqualTo(i);
      assertThat(clock.ticks()).isEqualTo(77 + i * 10_000);
    }
    assertThat(clock.findings()).isEmpty();
  }

  @Test
  void aCounterOfSixteenBitsIsCarriedOn() {
    for (long i = 0; i < 2000; i++) {
      clock.accept((i + 65_000) & 0xFFFF, i * 10_000, i * NANOS);
      assertThat(clock.index()).isEqualTo(i + 65_000);
    }
    assertThat(codes()).containsExactly("counter");
  }

  @Test
  void aWrapWithinAGapKeepsTheGap() {
    clock.accept(65_530, 0, 0);
    for (long i = 1; i < 6; i++) {
      clock.accept(65_530 + i, i * 10_000, i * NANOS);
    }
    // Twenty samples are missing, the counter wrapped among them.
    clock.accept(65_555 & 0xFFFF, 25 * 10_000, 25 * NANOS);
    assertThat(clock.index()).isEqualTo(65_555);
  }

  @Test
  void doubledSamplesAreLeftOutAndNamedWhenThereAreMany() {
    for (long i = 0; i < 100; i++) {
      assertThat(clock.accept(i, i * 10_000, i * NANOS)).isTrue();
      if (i % 5 == 0) {
        clock.repeated(i, i * 10_000);
      }
      if (i == 10) {
        assertThat(clock.findings()).isEmpty();
      }
    }
    assertThat(codes()).containsExactly("doubled-samples");
  }

  @Test
  void aUnitThatIsAThousandOffIsRead() {
    SampleClock wrong = new SampleClock(1000, 100);
    wrong.accept(0, 0, 0);
    wrong.accept(50, 500_000, 500_000_000);
    wrong.judgeUnit(500, 0.5);
    assertThat(wrong.ticks() / (double) wrong.ticksPerSecond()).isEqualTo(0.5);
    assertThat(wrong.findings().get(0).code().id()).isEqualTo("device-clock");
  }

  @Test
  void aClockThatIsHalfAsFastAgainIsNotGuessedAt() {
    for (long i = 0; i < 2000; i++) {
      clock.accept(i, i * 15_000, i * NANOS);
    }
    assertThat(clock.trusted()).isFalse();
    assertThat(codes()).contains("device-clock");
  }

  private List<String> codes() {
    return clock.findings().stream().map(finding -> finding.code().id()).toList();
  }
}
