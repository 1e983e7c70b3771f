package org.plumbline.analyzer.repetition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levels over rest that were written down step by step, 100 a second. */
class SqueezeDetectorTest {
  private static final int RATE_HZ = 100;

  private final List<Repetition> found = new ArrayList<>();
  private final SqueezeDetector detector =
      new SqueezeDetector(SqueezeDetector.Parameters.of(0.5, 30), RATE_HZ);
  private long step;

  private void level(double level, double seconds) {
    for (int i = 0; i < seconds * RATE_HZ; i++) {
      detector.update(step++, level).ifPresent(found::add);
    }
  }

  @Test
  void aSqueezeIsWhereTheLevelIsHigh() {
    level(1, 2);
    level(60, 2);
    level(1, 1);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).complete()).isTrue();
    assertThat(found.get(0).start()).isEqualTo(199);
    assertThat(found.get(0).end()).isEqualTo(400);
  }

  /** 12 of 60 is a fifth: below the quarter that ends a squeeze, above what bounds one. */
  @Test
  void whoKeepsTensionBetweenTwoSqueezesHasTwoThatDoNotOverlap() {
    level(1, 2);
    level(60, 2);
    level(12, 2);
    level(60, 2);
    level(1, 1);
    assertThat(found).hasSize(2);
    Repetition first = found.get(0);
    Repetition second = found.get(1);
    // It is over when it has not been high for 0.3 s.
    assertThat(first.end()).isCloseTo(400L, within(31L));
    assertThat(second.start()).isGreaterThan(first.end()).isEqualTo(599);
    assertThat(second.end()).isEqualTo(800);
  }
}
