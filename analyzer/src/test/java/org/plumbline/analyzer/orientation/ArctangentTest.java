package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArctangentTest {
  @Test
  void itIsTheAngleThatStrictMathFinds() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double x = random.nextGaussian() * (i % 7 == 0 ? 1e-9 : 1);
      double y = random.nextGaussian() * (i % 5 == 0 ? 1e-9 : 1);
      assertThat(Arctangent.of(y, x)).isCloseTo(StrictMath.atan2(y, x), within(1e-15));
    }
  }

  @Test
  void theAxesAndDiagonalsAreExact() {
    for (int i = -8; i <= 8; i++) {
      double x = i == 0 ? 1 : i;
      for (double y : new double[] {0, x, -x}) {
        assertThat(Arctangent.of(y, x)).isEqualTo(StrictMath.atan2(y, x));
        assertThat(Arctangent.of(x, y)).isEqualTo(StrictMath.atan2(x, y));
      }
    }
    assertThat(Arctangent.of(0, 0)).isZero();
  }
}
