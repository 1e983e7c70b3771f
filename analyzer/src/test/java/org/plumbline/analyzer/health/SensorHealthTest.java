package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A synthetic limb of 0.3 m that swings 45 degrees to and fro about the x axis every 2.5 s and
 * never stops; sensor noise as of a small MEMS. Faults are put onto its samples.
 */
class SensorHealthTest {
  private static final double RATE_HZ = 100;
  private static final double DEG = Math.PI / 180;
  private static final double G = SensorHealth.GRAVITY_MPS2;

  @Test
  void aGoodSensorThatNeverRestsIsCleanAndItsTiltIsUsable() {
    SensorHealth health = swing(30, SensorHealthTest::good);
    assertThat(codes(health)).isEmpty();
    assertThat(health.gravityMps2()).isCloseTo(G, within(0.1));
    assertThat(health.absoluteTiltUsable()).isTrue();
    // atan(1.645 x 0.05 / 9.81) is 0.48 deg for a sensor that shows exactly 9.81.
    assertThat(health.inclinationErrorRad()).isBetween(0.47 * DEG, 0.7 * DEG);
  }

  @Test
  void aGoodSensorThatRestsIsClean() {
    assertThat(codes(rest(20, SensorHealthTest::good))).isEmpty();
  }

  @Test
  void goodSensorsOfManySeedsGiveNoFalseAlarm() {
    int alarms = 0;
    for (int seed = 0; seed < 300; seed++) {
      SensorHealth health = swing(seed, 8, SensorHealthTest::good);
      alarms += health.findings().isEmpty() ? 0 : 1;
    }
    assertThat(alarms).isZero();
  }

  @Test
  void aCoarseConverterIsNoFault() {
    Consumer<double[]> eightBit =
        imu -> {
          // Nobody straps a sensor on exactly; cross-axis 8 deg.
          imu[1] += 0.15 * imu[0];
          imu[2] += 0.1 * imu[0];
          imu[3] += 0.15 * imu[4];
          for (int i = 0; i < 6; i++) {
            double unit = i < 3 ? 0.07 : 0.15;
            imu[i] = Math.rint(imu[i] / unit) * unit;
          }
        };
    assertThat(codes(swing(60, eightBit))).isEmpty();
    assertThat(codes(rest(20, eightBit))).isEmpty();
  }

  @Test
  void nothingIsSaidBeforeFourSecondsWereSeen() {
    SensorHealth early = swing(3.9, imu -> imu[5] += 5);
    assertThat(early.gravityKnown()).isFalse();
    assertThat(early.absoluteTiltUsable()).isFalse();
    assertThat(early.inclinationErrorRad()).isEqualTo(Math.PI / 2);
    assertThat(codes(early)).isEmpty();
    assertThat(codes(swing(4.1, imu -> imu[5] += 5))).containsExactly("accelerometer-bias");
  }

  @Test
  void aBiasAlongGravityIsSeenFromJustBeyondTheLimit() {
    assertThat(codes(rest(10, imu -> imu[5] += 0.37))).isEmpty();
    SensorHealth bad = rest(10, imu -> imu[5] += 0.43);
    assertThat(codes(bad)).containsExactly("accelerometer-bias");
    assertThat(bad.absoluteTiltUsable()).isFalse();
    // atan(1.645 sqrt(0.43^2 + 0.1^2) / 9.81)
    assertThat(bad.inclinationErrorRad()).isCloseTo(4.24 * DEG, within(0.1 * DEG));
  }

  @Test
  void thirteenMetresPerSecondSquaredAtRestAreNamedWithTheirFigure() {
    SensorHealth bad = rest(10, imu -> imu[5] *= 13 / G);
    assertThat(codes(bad)).containsExactly("accelerometer-bias");
    HealthFinding finding = bad.findings().get(0);
    assertThat(finding.value()).isCloseTo(13, within(0.1));
    assertThat(finding.unit()).isEqualTo("m/s2");
    assertThat(finding.text()).contains("13.0 m/s2").contains("9.81").contains("28 degrees");
  }

  @Test
  void sixTenthsOfGravityAreNamedWithTheirFigure() {
    SensorHealth bad = swing(10, imu -> scale(imu, 3, 0.6));
    assertThat(codes(bad)).containsExactly("accelerometer-bias");
    assertThat(bad.findings().get(0).text()).contains("5.9 m/s2");
  }

  @Test
  void aPoseThatShowsAnotherGravityCounts() {
    SensorHealth health = new SensorHealth(SensorHealth.Parameters.defaults(), RATE_HZ);
    Random random = new Random(3);
    for (int i = 0; i < 1800; i++) {
      // Fine while upright, 1 m/s2 too much while lying; upright most of the time.
      double[] imu = i < 1200 ? still(random) : lying(random);
      health.update(1 / RATE_HZ, false, imu);
      if (i == 1199) {
        assertThat(codes(health)).isEmpty();
      }
    }
    assertThat(codes(health)).containsExactly("accelerometer-bias");
    assertThat(health.gravityMps2()).isCloseTo(G + 1, within(0.1));
  }

  @Test
  void gravityInOtherUnitsIsRecognised() {
    SensorHealth inG = swing(10, imu -> scale(imu, 3, 1 / G));
    assertThat(codes(inG)).containsExactly("accelerometer-unit");
    assertThat(inG.findings().get(0).text()).contains("looks like g");
    assertThat(inG.inclinationErrorRad()).isEqualTo(Math.PI / 2);
    SensorHealth inMilliG = rest(10, imu -> scale(imu, 3, 1000 / G));
    assertThat(codes(inMilliG)).containsExactly("accelerometer-unit");
    assertThat(inMilliG.findings().get(0).text()).contains("mg");
    SensorHealth doubled = swing(10, imu -> scale(imu, 3, 2));
    assertThat(codes(doubled)).containsExactly("accelerometer-unit");
    assertThat(doubled.findings().get(0).text()).contains("2 times").contains("range");
  }

  @Test
  void degreesDeclaredAsRadiansAreRecognised() {
    SensorHealth bad = swing(20, imu -> scale(imu, 0, 180 / Math.PI));
    assertThat(codes(bad)).containsExactly("gyroscope-unit");
    assertThat(bad.findings().get(0).text()).contains("deg/s declared as rad/s");
  }

  @Test
  void radiansDeclaredAsDegreesAreRecognised() {
    SensorHealth bad = swing(30, imu -> scale(imu, 0, Math.PI / 180));
    assertThat(codes(bad)).containsExactly("gyroscope-unit");
    assertThat(bad.findings().get(0).text()).contains("times as far");
  }

  @Test
  void clippingIsCountedAtTheEndOfTheRange() {
    Consumer<double[]> range = imu -> imu[0] = Math.max(-1.8, Math.min(1.8, imu[0]));
    SensorHealth bad = swing(20, range);
    assertThat(codes(bad)).containsExactly("clipping");
    HealthFinding finding = bad.findings().get(0);
    assertThat(finding.channel()).isEqualTo("gyroscope x");
    assertThat(Math.abs(finding.value())).isEqualTo(1.8);
  }

  @Test
  void anAxisThatStandsStillWhileTheOthersMoveIsStuck() {
    SensorHealth bad = swing(10, imu -> imu[4] = 1.25);
    assertThat(codes(bad)).contains("stuck-axis");
    assertThat(bad.findings())
        .anyMatch(f -> f.channel().equals("accelerometer y") && f.value() > 5);
    assertThat(bad.absoluteTiltUsable()).isFalse();
  }

  @Test
  void aGyroscopeThatIsDeadAltogetherIsStuck() {
    SensorHealth bad = swing(10, imu -> scale(imu, 0, 0));
    assertThat(codes(bad)).containsOnly("stuck-axis");
  }

  @Test
  void aGyroscopeBiasBeyondTheFiltersReachIsNamed() {
    assertThat(codes(rest(10, imu -> imu[1] += 1.9 * DEG))).isEmpty();
    SensorHealth bad = rest(10, imu -> imu[1] -= 3 * DEG);
    assertThat(codes(bad)).containsExactly("gyroscope-bias");
    assertThat(bad.findings().get(0).value()).isCloseTo(3 * DEG, within(0.05 * DEG));
    assertThat(bad.findings().get(0).text()).contains("3.0 deg/s").contains("60 degrees a minute");
  }

  @Test
  void afterAGapTheAverageStartsAnewAndIsNotMixed() {
    SensorHealth health = new SensorHealth(SensorHealth.Parameters.defaults(), RATE_HZ);
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      // Upside down after the gap: averaged across it, gravity would cancel.
      double[] imu = still(random);
      if (i >= 1000) {
        scale(imu, 3, -1);
      }
      if (i == 1000) {
        health.gap();
      }
      health.update(1 / RATE_HZ, false, imu);
    }
    assertThat(codes(health)).isEmpty();
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SensorHealth.Parameters(0, 1, 1, 1, 1))
        .withMessageContaining("gravityLimitMps2");
  }

  /** No fault. */
  private static void good(double[] imu) {
    assertThat(imu).hasSize(6);
  }

  private static SensorHealth swing(double seconds, Consumer<double[]> fault) {
    return swing(1, seconds, fault);
  }

  private static SensorHealth swing(int seed, double seconds, Consumer<double[]> fault) {
    SensorHealth health = new SensorHealth(SensorHealth.Parameters.defaults(), RATE_HZ);
    Random random = new Random(seed);
    double phase = 6.28 * random.nextDouble();
    double omega = 2 * Math.PI / 2.5;
    double amplitude = 45 * DEG;
    for (int i = 0; i < seconds * RATE_HZ; i++) {
      double t = i / RATE_HZ;
      double angle = amplitude * Math.sin(omega * t + phase);
      double rate = amplitude * omega * Math.cos(omega * t + phase);
      double acceleration = -amplitude * omega * omega * Math.sin(omega * t + phase);
      double[] imu = {
        rate,
        0,
        0,
        0,
        G * Math.sin(angle) + 0.3 * acceleration,
        G * Math.cos(angle) + 0.3 * rate * rate
      };
      noise(imu, random);
      fault.accept(imu);
      health.update(1 / RATE_HZ, false, imu);
    }
    return health;
  }

  private static SensorHealth rest(double seconds, Consumer<double[]> fault) {
    SensorHealth health = new SensorHealth(SensorHealth.Parameters.defaults(), RATE_HZ);
    Random random = new Random(2);
    for (int i = 0; i < seconds * RATE_HZ; i++) {
      double[] imu = still(random);
      fault.accept(imu);
      health.update(1 / RATE_HZ, false, imu);
    }
    return health;
  }

  private static double[] still(Random random) {
    double[] imu = {0, 0, 0, 0, 0, G};
    noise(imu, random);
    return imu;
  }

  private static double[] lying(Random random) {
    double[] imu = {0, 0, 0, G + 1, 0, 0};
    noise(imu, random);
    return imu;
  }

  private static void noise(double[] imu, Random random) {
    for (int i = 0; i < 6; i++) {
      imu[i] += (i < 3 ? 0.003 : 0.05) * random.nextGaussian();
    }
  }

  private static void scale(double[] imu, int from, double factor) {
    for (int i = from; i < from + 3; i++) {
      imu[i] *= factor;
    }
  }

  private static List<String> codes(SensorHealth health) {
    return health.findings().stream().map(finding -> finding.code().id()).toList();
  }
}
