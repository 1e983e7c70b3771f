package org.plumbline.analyzer.repetition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Heights written down over time and differentiated by algebra; the noise is seeded. */
class TurnHeightTest {
  private static final double GRAVITY = 9.81;
  private static final double NOISE_MPS2 = 0.02;

  /** Minimum jerk (Flash and Hogan 1985), 0 to 1 in so many seconds. */
  private static double gone(double t, double seconds) {
    double u = Math.max(0, Math.min(1, t / seconds));
    return u * u * u * (10 - 15 * u + 6 * u * u);
  }

  private static double gained(double t, double seconds) {
    double u = Math.max(0, Math.min(1, t / seconds));
    return (60 * u - 180 * u * u + 120 * u * u * u) / (seconds * seconds);
  }

  /** Rest 0.5 s, out in 1.2 s, hold 0.8 s, back in 1.2 s, rest 0.5 s. */
  private static double way(double t) {
    return gone(t - 0.5, 1.2) - gone(t - 2.5, 1.2);
  }

  private static double bend(double t) {
    return gained(t - 0.5, 1.2) - gained(t - 2.5, 1.2);
  }

  private static double[] sampled(double seconds, DoubleUnaryOperator value) {
    double[] all = new double[(int) Math.round(seconds * 100)];
    Arrays.setAll(all, i -> value.applyAsDouble(i / 100.0));
    return all;
  }

  private static HeightDifference measured(double metres, double biasMps2, long seed) {
    Random random = new Random(seed);
    double[] force =
        sampled(
            4.2,
            t ->
                GRAVITY
                    + metres * bend(t)
                    + biasMps2 * way(t)
                    + NOISE_MPS2 * random.nextGaussian());
    return TurnHeight.estimate(sampled(4.2, TurnHeightTest::way), force).orElseThrow();
  }

  @Test
  void aSensorThatRisesAndOneThatSinksAreToldApartByHowMuch() {
    for (long seed = 1; seed <= 50; seed++) {
      for (double metres : new double[] {0.1, -0.25}) {
        HeightDifference height = measured(metres, 0, seed);
        assertThat(height.errorMetres()).isLessThan(0.02);
        assertThat(height.metres())
            .isBetween(metres - 4 * height.errorMetres(), metres + 4 * height.errorMetres());
      }
    }
  }

  /** A zero error of 0.6 m/s2 that a quarter turn takes out of the vertical and back. */
  @Test
  void aWrongZeroThatTurnsWithTheSensorIsNoHeight() {
    for (double bias : new double[] {-0.6, 0.6}) {
      HeightDifference height = measured(0.1, bias, 7);
      assertThat(height.metres())
          .isBetween(0.1 - 4 * height.errorMetres(), 0.1 + 4 * height.errorMetres());
    }
  }

  @Test
  void oneThatStaysAsHighIsWithinItsErrorInNearlyAll() {
    int beyond = 0;
    for (long seed = 1; seed <= 200; seed++) {
      beyond += Math.abs(measured(0, 0.3, seed).inErrors()) > 2.5 ? 1 : 0;
    }
    assertThat(beyond).isLessThanOrEqualTo(6);
  }

  /** On a sine the way and its second derivative are one and the same but for the sign. */
  @Test
  void aSineTellsNothing() {
    double omega = 2 * Math.PI / 2.5;
    Random random = new Random(3);
    double[] way = sampled(5, t -> (1 - Math.cos(omega * t)) / 2);
    double[] force =
        sampled(
            5,
            t ->
                GRAVITY
                    + 0.2 * omega * omega * Math.cos(omega * t) / 2
                    + NOISE_MPS2 * random.nextGaussian());
    assertThat(TurnHeight.estimate(way, force).map(HeightDifference::errorMetres).orElse(1.0))
        .isGreaterThan(0.2);
  }

  @Test
  void whatWasNotMeasuredIsLeftOut() {
    double[] way = sampled(4.2, TurnHeightTest::way);
    double[] force = sampled(4.2, t -> GRAVITY + 0.1 * bend(t));
    Arrays.fill(force, 300, 320, Double.NaN);
    HeightDifference height = TurnHeight.estimate(way, force).orElseThrow();
    assertThat(height.metres()).isBetween(0.08, 0.12);
    Arrays.fill(force, 10, 330, Double.NaN);
    assertThat(TurnHeight.estimate(way, force)).isEmpty();
  }

  @Test
  void aSensorThatNeverMovedHasNoWay() {
    double[] still = new double[300];
    assertThat(TurnHeight.estimate(still, sampled(3, t -> GRAVITY))).isEmpty();
  }

  @Test
  void everyPositionHasAForce() {
    assertThatThrownBy(() -> TurnHeight.estimate(new double[300], new double[299]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("299");
  }
}
