package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;

/**
 * A sensor that is turned about ever other axes, slowly, with exact gravity: what comes out of
 * {@code repair} must be the numbers before the fault. Rotations by Commons Math.
 */
class SensorCareTest {
  private static final double RATE_HZ = 100;
  private static final double G = SensorHealth.GRAVITY_MPS2;

  @Test
  void aGoodSensorIsLeftAlone() {
    assertThat(worst(60, imu -> {})).isZero();
  }

  @Test
  void everyExchangeOfGyroscopeAxesIsPutRight() {
    for (SignedPermutation order : SignedPermutation.all()) {
      // The half turns are told from a turned accelerometer by fewest changes: see below.
      boolean halfTurn =
          order.determinant() > 0 && order.inverse().toString().equals(order.toString());
      if (!halfTurn) {
        assertThat(worst(60, imu -> order.apply(imu, 0))).as(order.toString()).isLessThan(1e-9);
      }
    }
  }

  @Test
  void oneTurnedAxisOfTheAccelerometerIsPutRight() {
    for (int axis = 3; axis < 6; axis++) {
      int turned = axis;
      assertThat(worst(60, imu -> imu[turned] = -imu[turned])).isLessThan(1e-9);
    }
    Consumer<double[]> swapped =
        imu -> {
          double x = imu[3];
          imu[3] = imu[4];
          imu[4] = x;
        };
    assertThat(worst(60, swapped)).isLessThan(1e-9);
  }

  @Test
  void knownFactorsAreTakenOffAndOthersAreNotGuessedAt() {
    for (double factor : new double[] {180 / Math.PI, Math.PI / 180, 2, 0.5}) {
      assertThat(worst(60, imu -> scale(imu, 0, factor))).as("x" + factor).isLessThan(1e-9);
    }
    // Nothing known is 3 times: the numbers stay as wrong as they are, and it is said.
    Care odd = care(60, imu -> scale(imu, 0, 3));
    assertThat(odd.care.usable()).isFalse();
    assertThat(odd.codes()).contains("axes").doesNotContain("gyroscope-unit");
  }

  @Test
  void zeroAndScaleOfTheAccelerometerAreFoundFromManyPoses() {
    double[] bias = {1.2, -0.8, 0.5};
    Consumer<double[]> off =
        imu -> {
          for (int i = 0; i < 3; i++) {
            imu[3 + i] = imu[3 + i] / (1 + 0.01 * (i - 1)) + bias[i];
          }
        };
    Care found = care(120, off);
    assertThat(found.codes()).contains("accelerometer-calibrated");
    assertThat(found.worst).isLessThan(0.1);
    assertThat(Math.toDegrees(found.care.inclinationErrorRad())).isLessThan(3);
    assertThat(found.care.absoluteTiltUsable()).isTrue();
  }

  @Test
  void onePoseIsNotEnoughToCalibrate() {
    SensorCare care = new SensorCare(SensorHealth.Parameters.defaults(), RATE_HZ, new FirstLook());
    Random random = new Random(3);
    for (int i = 0; i < 6000; i++) {
      double[] imu = {0, 0, 0, 1.5, 0, G};
      for (int c = 0; c < 6; c++) {
        imu[c] += (c < 3 ? 0.002 : 0.02) * random.nextGaussian();
      }
      care.repair(imu);
      care.update(1 / RATE_HZ, false, imu);
    }
    assertThat(care.findings()).noneMatch(f -> f.code().id().equals("accelerometer-calibrated"));
    // The norm is off by 0.11 only: no alarm, and no claim to know the 1.5 m/s2 across.
    assertThat(care.absoluteTiltUsable()).isTrue();
  }

  @Test
  void aLargeZeroErrorOfTheGyroscopeIsTakenOff() {
    SensorCare care = new SensorCare(SensorHealth.Parameters.defaults(), RATE_HZ, new FirstLook());
    Random random = new Random(4);
    double[] imu = new double[6];
    for (int i = 0; i < 500; i++) {
      imu = new double[] {Math.toRadians(-6), Math.toRadians(4), 0, 0, 0, G};
      for (int c = 0; c < 6; c++) {
        imu[c] += (c < 3 ? 0.001 : 0.02) * random.nextGaussian();
      }
      care.repair(imu);
      care.update(1 / RATE_HZ, false, imu);
    }
    assertThat(Math.toDegrees(imu[0])).isCloseTo(0, within(0.3));
    assertThat(Math.toDegrees(imu[1])).isCloseTo(0, within(0.3));
  }

  @Test
  void aNegatedGyroscopeIsNamedBesideAnAccelerometerThatIsOff() {
    assertThat(swing(imu -> shift(imu, 3))).containsExactly("accelerometer-bias");
    assertThat(
            swing(
                imu -> {
                  shift(imu, 3);
                  scale(imu, 0, -1);
                }))
        .contains("axes");
  }

  @Test
  void aNegatedGyroscopeIsNoZeroErrorOfAGoodAccelerometer() {
    assertThat(swing(imu -> {})).isEmpty();
    assertThat(swing(imu -> scale(imu, 0, -1))).containsExactly("axes");
  }

  private static void shift(double[] imu, double mps2) {
    imu[4] += mps2;
    imu[5] += mps2;
  }

  /**
   * Codes after ten quick swings of 80 deg about x, which keeps a turned order as good as others.
   */
  private static List<String> swing(Consumer<double[]> fault) {
    SensorCare care = new SensorCare(SensorHealth.Parameters.defaults(), RATE_HZ, new FirstLook());
    double full = Math.toRadians(80);
    Random random = new Random(5);
    for (int i = 0; i < 25 * RATE_HZ; i++) {
      double way = 2 * Math.PI * i / (2.5 * RATE_HZ);
      double angle = full * (1 - Math.cos(way)) / 2;
      double rate = full * Math.sin(way) / 2 * 2 * Math.PI / 2.5;
      double[] imu = {rate, 0, 0, 0, G * Math.sin(angle), G * Math.cos(angle)};
      for (int c = 0; c < 6; c++) {
        imu[c] += (c < 3 ? 0.002 : 0.02) * random.nextGaussian();
      }
      fault.accept(imu);
      care.repair(imu);
      care.update(1 / RATE_HZ, false, imu);
    }
    return care.findings().stream().map(finding -> finding.code().id()).toList();
  }

  private static double worst(double seconds, Consumer<double[]> fault) {
    return care(seconds, fault).worst;
  }

  private record Care(SensorCare care, double worst) {
    List<String> codes() {
      return care.findings().stream().map(finding -> finding.code().id()).toList();
    }
  }

  /** Largest difference to the truth over the last five seconds. */
  private static Care care(double seconds, Consumer<double[]> fault) {
    SensorCare care = new SensorCare(SensorHealth.Parameters.defaults(), RATE_HZ, new FirstLook());
    Rotation now = Rotation.IDENTITY;
    double worst = 0;
    for (int i = 0; i < seconds * RATE_HZ; i++) {
      double t = i / RATE_HZ;
      Vector3D rate =
          new Vector3D(
              0.5 * Math.sin(1.1 * t), 0.4 * Math.cos(0.7 * t), 0.45 * Math.sin(0.5 * t + 1));
      Rotation step =
          new Rotation(rate, rate.getNorm() / RATE_HZ, RotationConvention.VECTOR_OPERATOR);
      now = now.compose(step, RotationConvention.VECTOR_OPERATOR);
      Vector3D up = now.applyInverseTo(new Vector3D(0, 0, G));
      double[] truth = {rate.getX(), rate.getY(), rate.getZ(), up.getX(), up.getY(), up.getZ()};
      double[] imu = truth.clone();
      fault.accept(imu);
      care.repair(imu);
      care.update(1 / RATE_HZ, false, imu);
      for (int c = 0; c < 6 && t > seconds - 5; c++) {
        worst = Math.max(worst, Math.abs(imu[c] - truth[c]));
      }
    }
    return new Care(care, worst);
  }

  private static void scale(double[] imu, int from, double factor) {
    for (int i = from; i < from + 3; i++) {
      imu[i] *= factor;
    }
  }
}
