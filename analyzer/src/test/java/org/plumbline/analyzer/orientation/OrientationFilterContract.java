package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that tells an orientation has to keep; truth is geometry. */
abstract class OrientationFilterContract {
  static final double RATE_HZ = 100;
  static final double INTERVAL_SECONDS = 1 / RATE_HZ;
  static final double GRAVITY_MPS2 = 9.81;

  /** A new one for samples at {@link #RATE_HZ}. */
  abstract OrientationSource newFilter();

  /** A sample of a sensor that has just come to {@code truth}, turning with {@code rate}. */
  abstract void feed(
      OrientationSource filter, double intervalSeconds, Quaternion truth, Vector3 rate);

  /** A sample of an unlikely movement. */
  abstract void wild(OrientationSource filter, Random random);

  /** What may be left in a turn of 75 deg/s, with exact samples; rounding unless said otherwise. */
  double turnToleranceRad() {
    return 1e-9;
  }

  /** What may be left at rest: a filter may take its very first correction for a little bias. */
  double restToleranceRad() {
    return 1e-4;
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y", "z"})
  void constantRotationFollowsTheClosedForm(String name) {
    Vector3 axis = axis(name);
    OrientationSource filter = newFilter();
    for (int i = 1; i <= 2000; i++) {
      Quaternion truth = Quaternion.about(axis, 1.3 * i * INTERVAL_SECONDS);
      feed(filter, INTERVAL_SECONDS, truth, axis.times(1.3));
      assertThat(errorRad(filter, truth)).isLessThan(turnToleranceRad());
    }
  }

  @Test
  void irregularIntervalsOfTheDeviceClockAreIntegratedExactly() {
    OrientationSource filter = newFilter();
    Random random = new Random(1);
    double seconds = 0;
    for (int i = 0; i < 2000; i++) {
      double interval = INTERVAL_SECONDS * (0.5 + random.nextDouble());
      seconds += interval;
      Quaternion truth = Quaternion.about(Vector3.X, 1.3 * seconds);
      feed(filter, interval, truth, Vector3.X.times(1.3));
      assertThat(errorRad(filter, truth)).isLessThan(turnToleranceRad());
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
      OrientationSource filter = newFilter();
      for (int i = 0; i < 1000; i++) {
        feed(filter, INTERVAL_SECONDS, pose, new Vector3(0, 0, 0));
        assertThat(inclinationErrorRad(filter.orientation(), pose)).isLessThan(restToleranceRad());
      }
    }
  }

  @Test
  void theQuaternionStaysOfUnitLength() {
    OrientationSource filter = newFilter();
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
    OrientationSource watched = newFilter();
    OrientationSource alone = newFilter();
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
    OrientationSource used = newFilter();
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      wild(used, random);
    }
    used.reset();
    OrientationSource fresh = newFilter();
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
  void aMissingTimeThatIsNoneIsRefused() {
    OrientationSource filter = newFilter();
    assertThatIllegalArgumentException().isThrownBy(() -> filter.resettle(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> filter.resettle(-1));
  }

  @Test
  void whatAnOrientationMeansIsSaidInWords() {
    assertThat(newFilter().capability().label()).isNotBlank();
  }

  /** Of all that the filter says to know. */
  static double errorRad(OrientationSource filter, Quaternion truth) {
    return filter.capability().followsTurns()
        ? filter.orientation().angleToRad(truth)
        : inclinationErrorRad(filter.orientation(), truth);
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

  private static Vector3 axis(String name) {
    return switch (name) {
      case "x" -> Vector3.X;
      case "y" -> Vector3.Y;
      default -> Vector3.Z;
    };
  }
}
