package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Rows of {@code da/dt = a x (k (w + h w'') - b)} with all numbers chosen. */
class TurningFitTest {
  private static final double G = 9.81;
  private final TurningFit fit = new TurningFit();

  @Test
  void factorAndPivotAreToldApart() {
    rows(1, 0.04, 0, 1);
    assertThat(fit.unexplained(SignedPermutation.identity()) / fit.changed())
        .isCloseTo(0, within(1e-6));
    assertThat(fit.factor()).isCloseTo(1, within(1e-6));
    assertThat(fit.isClear()).isTrue();
  }

  @Test
  void aWrongRangeIsTheFactor() {
    rows(0.5, 0.04, 0, 1);
    fit.unexplained(SignedPermutation.identity());
    assertThat(fit.factor()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void aZeroErrorIsNoTurning() {
    rows(1, 0, 0.05, 1);
    // The inverse is stiffened by a thousandth, which leaves as much of the zero error.
    assertThat(fit.unexplained(SignedPermutation.identity()) / fit.changed())
        .isCloseTo(0, within(1e-3));
  }

  @Test
  void aTurnedSignIsLeftUnexplainedAndItsOrderIsNot() {
    rows(1, 0, 0, -1);
    double own = fit.unexplained(SignedPermutation.identity());
    double best = Double.POSITIVE_INFINITY;
    for (SignedPermutation order : SignedPermutation.all()) {
      best = Math.min(best, fit.unexplained(order));
    }
    assertThat(own / fit.changed()).isGreaterThan(0.03);
    assertThat(best / fit.changed()).isCloseTo(0, within(1e-6));
  }

  /** Two frequencies, mostly about z; the gyroscope reads x with a sign. */
  private void rows(double k, double h, double bias, int signOfX) {
    for (int i = 0; i < 2000; i++) {
      double t = 0.05 * i;
      double[] w = {
        0.2 * Math.sin(1.3 * t), 0.1 * Math.cos(2.1 * t), Math.sin(3 * t) + Math.cos(t)
      };
      double[] jerk = {
        -0.2 * 1.69 * Math.sin(1.3 * t),
        -0.1 * 4.41 * Math.cos(2.1 * t),
        -9 * Math.sin(3 * t) - Math.cos(t)
      };
      double[] a = {G * Math.sin(Math.sin(t)), G * Math.cos(Math.sin(t)), 1.5 * Math.sin(0.7 * t)};
      double[] v = new double[3];
      for (int c = 0; c < 3; c++) {
        v[c] = k * (w[c] + h * jerk[c]) - bias;
      }
      double[] slope = {
        a[1] * v[2] - a[2] * v[1], a[2] * v[0] - a[0] * v[2], a[0] * v[1] - a[1] * v[0]
      };
      double[] read = {signOfX * w[0], w[1], w[2]};
      double[] readJerk = {signOfX * jerk[0], jerk[1], jerk[2]};
      double[] products = new double[12];
      for (int axis = 0; axis < 3; axis++) {
        for (int m = 0; m < 3; m++) {
          products[3 + 3 * axis + m] = a[axis] * read[m];
        }
      }
      fit.add(1, a, products, readJerk, slope);
    }
    fit.prepare();
  }
}
