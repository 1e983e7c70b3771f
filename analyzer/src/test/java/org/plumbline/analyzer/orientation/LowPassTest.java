package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LowPassTest {
  /** 0.5 s at 10 Hz: the mean of five samples, then the recursive filter. */
  private final LowPass lowPass = new LowPass(0.5, 10);

  private final LowPass.State state = new LowPass.State(1);

  @Test
  void theStartIsTheMeanOfWhatWasSeen() {
    assertThat(new double[] {next(1), next(2), next(6), next(-1), next(2)})
        .containsExactly(1, 1.5, 3, 2, 2);
  }

  @Test
  void theImpulseResponseIsThatOfScipy() {
    for (int i = 0; i < 5; i++) {
      next(0);
    }
    // scipy 1.17.1: b, a = butter(2, sqrt(2) / (2 pi 0.5), fs=10); lfilter(b, a, [1, 0, ...])
    double[] expected = {
      0.01659257661247032,
      0.05979953760037779,
      0.10138758169313758,
      0.12253757471450119,
      0.12858290731698244,
      0.12410139228861357,
      0.11286049955653067,
      0.09783442642169989
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(next(i == 0 ? 1 : 0)).isCloseTo(expected[i], within(1e-14));
    }
  }

  @Test
  void afterTheStartItContinuesFromTheSteadyStateOfTheMean() {
    for (int i = 0; i < 5; i++) {
      next(i == 0 ? 6 : 1);
    }
    // The recursion in 40 digits (mpmath), from y = x = 2 for ever.
    double[] expected = {
      2.049777729837411, 2.229176342638544, 2.533339087717957, 2.90095181186146, 3.286700533812407
    };
    for (double value : expected) {
      assertThat(next(5)).isCloseTo(value, within(1e-13));
    }
  }

  @Test
  void aTimeConstantBelowHalfASampleLetsEverythingPass() {
    LowPass none = new LowPass(0.049, 10);
    double[] value = new double[1];
    for (double x : new double[] {1, -3, 7, 7, 0.5}) {
      value[0] = x;
      none.update(state, value, value);
      assertThat(value[0]).isEqualTo(x);
    }
  }

  private double next(double x) {
    double[] in = {x};
    double[] out = new double[1];
    lowPass.update(state, in, out);
    return out[0];
  }
}
