package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HalfAngleTest {
  @Test
  void seriesAndFallbackAgreeWithTheExactSine() {
    for (int i = 1; i <= 4000; i++) {
      double h = i * 0.0005;
      // Rounding of h2 and of the last additions.
      assertThat(HalfAngle.cosine(h * h)).isCloseTo(StrictMath.cos(h), within(4e-16));
      assertThat(HalfAngle.sineOverAngle(h * h)).isCloseTo(StrictMath.sin(h) / h, within(4e-16));
    }
    assertThat(HalfAngle.cosine(0)).isEqualTo(1);
    assertThat(HalfAngle.sineOverAngle(0)).isEqualTo(1);
  }
}
