package org.plumbline.analyzer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.quality.RobustLevel.Difference;

class RobustLevelTest {

  @Test
  void oneFigureThatIsFarOffHardlyMovesIt() {
    RobustLevel clean = RobustLevel.of(new double[] {9, 10, 11, 10, 10.5}, 0);
    RobustLevel spoiled = RobustLevel.of(new double[] {9, 10, 11, 10, 1000}, 0);
    assertThat(clean.median()).isEqualTo(10);
    assertThat(spoiled.median()).isEqualTo(10);
    assertThat(spoiled.spread()).isLessThan(3 * clean.spread());
  }

  @Test
  void fewFiguresThatAgreeByChanceDoNotSpreadLessThanMeasuring() {
    assertThat(RobustLevel.of(new double[] {10, 10, 10}, 1.6449).spread())
        .isCloseTo(1, within(1e-9));
  }

  /** Figures of a normal distribution: the spread is its standard deviation on average. */
  @Test
  void theSpreadOfFewIsThatOfMany() {
    Random random = new Random(5);
    for (int n : new int[] {3, 4, 5, 7, 10, 20}) {
      double sum = 0;
      int trials = 20_000;
      for (int t = 0; t < trials; t++) {
        sum +=
            RobustLevel.of(random.doubles(n, 0, 1).map(u -> gauss(random)).toArray(), 0).spread();
      }
      // The factors make the median absolute deviation unbiased: published to three digits.
      assertThat(sum / trials).as("of %d", n).isCloseTo(1, within(0.03));
    }
  }

  private static double gauss(Random random) {
    return random.nextGaussian();
  }

  /** The true difference is 0: of 90 % intervals at most a tenth, and not many fewer, miss it. */
  @Test
  void theErrorOfADifferenceCoversTheTruth() {
    Random random = new Random(6);
    for (int n : new int[] {5, 10, 20}) {
      int missed = 0;
      int trials = 20_000;
      for (int t = 0; t < trials; t++) {
        RobustLevel first = RobustLevel.of(figures(random, n), 0);
        RobustLevel second = RobustLevel.of(figures(random, n), 0);
        missed += second.since(first, 0).isBeyondError() ? 1 : 0;
      }
      assertThat(missed / (double) trials).as("with %d", n).isBetween(0.05, 0.115);
    }
  }

  private static double[] figures(Random random, int n) {
    double[] figures = new double[n];
    for (int i = 0; i < n; i++) {
      figures[i] = 50 + 3 * random.nextGaussian();
    }
    return figures;
  }

  @Test
  void whatMeasuringPutsBetweenThemWidensTheError() {
    RobustLevel first = RobustLevel.of(new double[] {10, 10.1, 9.9}, 0.1);
    RobustLevel second = RobustLevel.of(new double[] {12, 12.1, 11.9}, 0.1);
    assertThat(second.since(first, 0).isBeyondError()).isTrue();
    Difference wide = second.since(first, 5);
    assertThat(wide.isBeyondError()).isFalse();
    assertThat(wide.change()).isCloseTo(2, within(1e-9));
    assertThat(wide.error()).isGreaterThan(5);
  }
}
