package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The published property of the smoothest movement, and what must not or must change the arc. */
class SpectralArcLengthTest {

  /** Speed of a minimum-jerk movement: 30 u^2 (1 - u)^2. */
  private static double[] minimumJerk(double seconds) {
    double[] speed = new double[(int) Math.round(seconds * 100)];
    for (int i = 0; i < speed.length; i++) {
      double u = i / (seconds * 100);
      speed[i] = 30 * u * u * (1 - u) * (1 - u) / seconds;
    }
    return speed;
  }

  @Test
  void oneSmoothMovementHasAnArcOfAboutOneAndAHalfHoweverLongItTakes() {
    // Balasubramanian 2015 gives -1.41 for a Gaussian-like movement as the smoothest; a minimum
    // jerk profile is near it.
    double fast = SpectralArcLength.of(minimumJerk(1), 100);
    double slow = SpectralArcLength.of(minimumJerk(3), 100);
    assertThat(fast).isBetween(-1.55, -1.40);
    assertThat(slow).isCloseTo(fast, within(0.02));
  }

  @Test
  void theSizeOfTheMovementDoesNotEnter() {
    double[] speed = minimumJerk(1.5);
    double[] twice = speed.clone();
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 2;
    }
    assertThat(SpectralArcLength.of(twice, 100))
        .isCloseTo(SpectralArcLength.of(speed, 100), within(1e-9));
  }

  @Test
  void stoppingHalfWayIsLessSmooth() {
    double[] one = minimumJerk(1);
    double[] two = new double[300];
    System.arraycopy(one, 0, two, 0, 100);
    System.arraycopy(one, 0, two, 180, 100);
    assertThat(SpectralArcLength.of(two, 100)).isLessThan(SpectralArcLength.of(one, 100) - 1);
  }

  @Test
  void nothingThatMovesHasNoArc() {
    assertThat(SpectralArcLength.of(new double[50], 100)).isNaN();
  }
}
