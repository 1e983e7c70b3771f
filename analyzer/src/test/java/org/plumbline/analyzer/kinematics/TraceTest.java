package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {

  @Test
  void anAngleThatGoesRoundHasNoJump() {
    Trace round = new Trace(new double[] {170, 179, -172, Double.NaN, -160}).unwrapped();
    assertThat(round.value(2)).isEqualTo(188);
    assertThat(round.value(3)).isNaN();
    assertThat(round.value(4)).isEqualTo(200);
  }

  @Test
  void theExtremeIsTheFurthestFromZeroToEitherSide() {
    assertThat(new Trace(new double[] {1, -5, 4}).argExtreme()).isEqualTo(1);
    assertThat(new Trace(new double[] {1, -3, 4}).argExtreme()).isEqualTo(2);
    assertThat(new Trace(new double[] {Double.NaN}).argExtreme()).isEqualTo(-1);
  }

  @Test
  void aMeanLeavesOutWhatWasNotMeasured() {
    assertThat(new Trace(new double[] {9, 1, Double.NaN, 3}).mean(1, 3)).isEqualTo(2);
  }
}
