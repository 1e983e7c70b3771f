package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every orientation filter has to keep; truth is geometry. */
abstract class OrientationFilterContract {
  static final double RATE_HZ = 100;
  static final double INTERVAL_SECONDS = 1 / RATE_HZ;
  static final double GRAVITY_MPS2 = 9.81;

  /** A new filter for samples at {@link #RATE_HZ}. */
  abstract OrientationFilter newFilter();

  @ParameterizedTest
  @ValueSource(strings = {"x", "y", "z"})
  void constantRotationFollowsTheClosedForm(String name) {
    Vector3 axis = axis(name);
    OrientationFilter filter = newFilter();
    for (int i = 1; i <= 2000; i++) {
      double angleRad = 1.3 * i * INTERVAL_SECONDS;
      feed(filter, Quaternion.about(axis, angleRad), axis.times(1.3));
      // Rounding of 2000 steps.
      assertThat(filter.orientation().angleToRad(Quaternion.about(axis, angleRad)))
          .isLessThan(1e-9);
    }
  }

  @Test
  void irregularIntervalsOfTheDeviceClockAreIntegratedExactly() {
    OrientationFilter filter = newFilter();
    Random random = new Random(1);
    double seconds = 0;
    for (int i = 0; i < 2000; i++) {
      double interval = INTERVAL_SECONDS * (0.5 + random.nextDouble());
      seconds += interval;
      Quaternion truth = Quaternion.about(Vector3.X, 1.3 * seconds);
      Vector3 f = specificForce(truth);
      filter.update(interval, 1.3, 0, 0, f.x(), f.y(), f.z());
      assertThat(filter.orientation().angleToRad(truth)).isLessThan(1e-9);
    }
  }

  @Test
  void restKeepsTheInclinationThatGravityShows() {
    List<Quaternion> poses =
        List.of(
            Quaternion.IDENTITY,
            Quaternion.about(Vector3.X, Math.PI),
            Quaternion.about(Vector3.Y, Math.PI / 2),
            Quaternion.about(new Vector3(0.6, 0.8, 0), 2.5),
            Quaternion.about(new Vector3(0.8, 0, 0.6), -1));
    for (Quaternion pose : poses) {
      OrientationFilter filter = newFilter();
      for (int i = 0; i < 1000; i++) {
        feed(filter, pose, new Vector3(0, 0, 0));
        // A filter may take its very first correction for a little bias; 0.006 deg.
        assertThat(inclinationErrorRad(filter.orientation(), pose)).isLessThan(1e-4);
      }
    }
  }

  @Test
  void theQuaternionStaysOfUnitLength() {
    OrientationFilter filter = newFilter();
    Random random = new Random(2);
    double[] q = new double[4];
    for (int i = 0; i < 50_000; i++) {
      wild(filter, random);
      filter.orientation(q);
      // A product of two unit quaternions, each rounded.
      assertThat(Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]))
          .isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void readingTheOrientationChangesNothing() {
    OrientationFilter watched = newFilter();
    OrientationFilter alone = newFilter();
    Random one = new Random(3);
    Random two = new Random(3);
    for (int i = 0; i < 1000; i++) {
      wild(watched, one);
      watched.orientation();
      wild(alone, two);
    }
    assertThat(watched.orientation()).isEqualTo(alone.orientation());
  }

  @Test
  void aResetFilterEqualsANewOne() {
    OrientationFilter used = newFilter();
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      wild(used, random);
    }
    used.reset();
    OrientationFilter fresh = newFilter();
    assertThat(used.orientation()).isEqualTo(fresh.orientation());
    Random one = new Random(5);
    Random two = new Random(5);
    for (int i = 0; i < 1000; i++) {
      wild(used, one);
      wild(fresh, two);
      assertThat(used.orientation()).isEqualTo(fresh.orientation());
    }
  }

  @Test
  void whatNoSensorMeasuresIsRefusedAndLeavesTheFilterAsItWas() {
    OrientationFilter insulted = newFilter();
    OrientationFilter spared = newFilter();
    Random one = new Random(6);
    Random two = new Random(6);
    for (int i = 0; i < 500; i++) {
      wild(insulted, one);
      wild(spared, two);
    }
    double[] good = {INTERVAL_SECONDS, 0.1, 0.2, 0.3, 1, 2, 9};
    for (int at = 0; at < good.length; at++) {
      for (double bad :
          new double[] {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300
          }) {
        double[] v = good.clone();
        v[at] = bad;
        assertThatIllegalArgumentException()
            .as(Arrays.toString(v))
            .isThrownBy(() -> insulted.update(v[0], v[1], v[2], v[3], v[4], v[5], v[6]));
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> insulted.update(0, 0.1, 0.2, 0.3, 1, 2, 9));
    wild(insulted, one);
    wild(spared, two);
    assertThat(insulted.orientation()).isEqualTo(spared.orientation());
  }

  @Test
  void anAccelerationOfExactlyZeroIsNoMeasurement() {
    Quaternion pose = Quaternion.about(Vector3.X, 0.7);
    OrientationFilter filter = newFilter();
    for (int i = 0; i < 500; i++) {
      feed(filter, pose, new Vector3(0, 0, 0));
    }
    for (int i = 1; i <= 300; i++) {
      filter.update(INTERVAL_SECONDS, 0.5, 0, 0, 0, 0, 0);
    }
    Quaternion turned = Quaternion.about(Vector3.X, 0.7 + 0.5 * 300 * INTERVAL_SECONDS);
    // As above, integrated for three seconds.
    assertThat(inclinationErrorRad(filter.orientation(), turned)).isLessThan(1e-4);
  }

  @Test
  void afterAGapGravityIsFoundAtOnce() {
    OrientationFilter filter = newFilter();
    for (int i = 0; i < 500; i++) {
      feed(filter, Quaternion.IDENTITY, new Vector3(0, 0, 0));
    }
    Quaternion before = filter.orientation();
    filter.resettle(2);
    assertThat(filter.orientation()).isEqualTo(before);
    Quaternion pose = Quaternion.about(Vector3.Y, 1.1);
    feed(filter, pose, new Vector3(0, 0, 0));
    assertThat(inclinationErrorRad(filter.orientation(), pose)).isLessThan(1e-9);
    assertThatIllegalArgumentException().isThrownBy(() -> filter.resettle(Double.NaN));
  }

  /** A synthetic limb: 50 degrees to and fro about two axes, biased and noisy gyroscope. */
  static double biasedRecordErrorRad(OrientationFilter filter) {
    Random random = new Random(7);
    Quaternion truth = Quaternion.IDENTITY;
    double sum = 0;
    int n = 0;
    for (int i = 0; i < 12_000; i++) {
      double t = i * INTERVAL_SECONDS;
      Vector3 rate = new Vector3(1.4 * StrictMath.sin(1.6 * t), 0.3, 0.9 * StrictMath.sin(0.7 * t));
      double step = rate.norm() * INTERVAL_SECONDS;
      truth = truth.times(Quaternion.about(rate.normalized(), step)).normalized();
      Vector3 f = specificForce(truth);
      filter.update(
          INTERVAL_SECONDS,
          rate.x() + 0.010 + 0.002 * random.nextGaussian(),
          rate.y() - 0.008 + 0.002 * random.nextGaussian(),
          rate.z() + 0.006 + 0.002 * random.nextGaussian(),
          f.x() + 0.5 * random.nextGaussian(),
          f.y() + 0.5 * random.nextGaussian(),
          f.z() + 0.5 * random.nextGaussian());
      double error = inclinationErrorRad(filter.orientation(), truth);
      sum += error * error;
      n++;
    }
    return Math.sqrt(sum / n);
  }

  static void feed(OrientationFilter filter, Quaternion truth, Vector3 rate) {
    Vector3 f = specificForce(truth);
    filter.update(INTERVAL_SECONDS, rate.x(), rate.y(), rate.z(), f.x(), f.y(), f.z());
  }

  static Vector3 specificForce(Quaternion sensorToEarth) {
    return sensorToEarth.conjugate().rotate(new Vector3(0, 0, GRAVITY_MPS2));
  }

  /** Angle between the two ideas of up, seen from the sensor. */
  static double inclinationErrorRad(Quaternion a, Quaternion b) {
    Vector3 up = a.conjugate().rotate(Vector3.Z);
    Vector3 truth = b.conjugate().rotate(Vector3.Z);
    return Math.atan2(up.cross(truth).norm(), up.dot(truth));
  }

  private static void wild(OrientationFilter filter, Random random) {
    filter.update(
        INTERVAL_SECONDS,
        3 * random.nextGaussian(),
        3 * random.nextGaussian(),
        3 * random.nextGaussian(),
        2 * random.nextGaussian(),
        2 * random.nextGaussian(),
        GRAVITY_MPS2 + 2 * random.nextGaussian());
  }

  private static Vector3 axis(String name) {
    return switch (name) {
      case "x" -> Vector3.X;
      case "y" -> Vector3.Y;
      default -> Vector3.Z;
    };
  }
}
