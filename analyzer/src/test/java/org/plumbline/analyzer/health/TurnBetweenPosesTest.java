package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A sensor that turns to and fro about its x axis and rests between, gravity exact. */
class TurnBetweenPosesTest {
  private static final double G = 9.80665;
  private static final double RATE_HZ = 100;

  /** A turn of 70 deg; the least standard error of it is 0.03 / 1.22. */
  private static final double TURN_RAD = Math.toRadians(70);

  private final TurnBetweenPoses poses = new TurnBetweenPoses();

  @Test
  void aGoodGyroscopeIsRight() {
    turn(1, 0, 1.5, 0);
    assertThat(poses.factor()).isCloseTo(1, within(0.01));
    assertThat(poses.standardError()).isBetween(0.5 * 0.03 / TURN_RAD, 1.5 * 0.03 / TURN_RAD);
  }

  @Test
  void aWrongScaleIsTheFactor() {
    for (double scale : new double[] {0.8, 1.15, 1.5}) {
      poses.reset();
      turn(scale, 0, 1.5, 0);
      // To first order in what is wrong: a tenth of it is left.
      assertThat(poses.factor()).isCloseTo(1 / scale, within(0.1 * Math.abs(1 / scale - 1)));
      assertThat(Math.abs(poses.factor() - 1)).isGreaterThan(3 * poses.standardError());
    }
  }

  @Test
  void aZeroErrorIsNoFactor() {
    turn(1, Math.toRadians(1), 1.5, 0);
    assertThat(poses.factor()).isCloseTo(1, within(0.02));
  }

  @Test
  void aZeroErrorAloneTurnsNothing() {
    for (int i = 0; i < 60 * RATE_HZ; i++) {
      poses.update(1 / RATE_HZ, new double[] {Math.toRadians(2), 0, 0, 0, 0, G});
    }
    assertThat(poses.standardError()).isInfinite();
  }

  @Test
  void whoNeverRestsShowsNothing() {
    for (int i = 0; i < 60 * RATE_HZ; i++) {
      double way = 3 * i / RATE_HZ;
      double angle = 0.6 * Math.sin(way);
      poses.update(
          1 / RATE_HZ,
          new double[] {1.8 * Math.cos(way), 0, 0, 0, G * Math.sin(angle), G * Math.cos(angle)});
    }
    assertThat(poses.standardError()).isInfinite();
  }

  @Test
  void anAccelerometerThatIsOffSaysNothing() {
    turn(1.3, 0, 1.5, 1);
    assertThat(poses.standardError()).isInfinite();
  }

  @Test
  void whatCameBeforeAResetIsForgotten() {
    turn(1.5, 0, 1.5, 0);
    poses.reset();
    assertThat(poses.standardError()).isInfinite();
    turn(1, 0, 1.5, 0);
    assertThat(poses.factor()).isCloseTo(1, within(0.01));
  }

  /**
   * Ten times there and back, each in two seconds with minimum jerk.
   *
   * @param scale of the gyroscope
   * @param zeroRadPerS of the gyroscope
   * @param offMps2 of the accelerometer, along gravity as it is at rest
   */
  private void turn(double scale, double zeroRadPerS, double restSeconds, double offMps2) {
    double half = 2 + restSeconds;
    for (int i = 0; i < 20 * half * RATE_HZ; i++) {
      double t = i / RATE_HZ;
      double in = t % half;
      double s = Math.min(1, in / 2);
      double share = s * s * s * (10 - 15 * s + 6 * s * s);
      double speed = s < 1 ? 15 * s * s * (1 - s) * (1 - s) : 0;
      boolean back = (int) (t / half) % 2 == 1;
      double angle = TURN_RAD * (back ? 1 - share : share);
      double rate = TURN_RAD * (back ? -speed : speed);
      poses.update(
          1 / RATE_HZ,
          new double[] {
            scale * rate + zeroRadPerS,
            0,
            0,
            0,
            (G + offMps2) * Math.sin(angle),
            (G + offMps2) * Math.cos(angle)
          });
    }
  }
}
