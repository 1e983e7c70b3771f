package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VqfOfflineTest {
  private static final double RATE_HZ = 100;
  private static final int SAMPLES = 12_000;

  private final double[] gyro = new double[3 * SAMPLES];
  private final double[] force = new double[3 * SAMPLES];
  private final double[] field = new double[3 * SAMPLES];
  private final Quaternion[] truth = new Quaternion[SAMPLES];

  /** A limb that turns about changing axes; biased and noisy gyroscope, pushes, noisy field. */
  VqfOfflineTest() {
    Random random = new Random(1);
    Quaternion q = Quaternion.about(Vector3.Z, 0.5);
    for (int i = 0; i < SAMPLES; i++) {
      double t = i / RATE_HZ;
      Vector3 rate = new Vector3(1.4 * Math.sin(1.6 * t), 0.3, 0.9 * Math.sin(0.7 * t));
      q = q.times(Quaternion.about(rate.normalized(), rate.norm() / RATE_HZ)).normalized();
      truth[i] = q;
      put(gyro, i, rate.plus(new Vector3(0.010, -0.008, 0.006)), 0.002, random);
      put(force, i, OrientationFilterContract.specificForce(q), 0.5, random);
      put(field, i, q.conjugate().rotate(MagneticFilterContract.FIELD), 2, random);
    }
  }

  private static void put(double[] to, int i, Vector3 v, double noise, Random random) {
    to[3 * i] = v.x() + noise * random.nextGaussian();
    to[3 * i + 1] = v.y() + noise * random.nextGaussian();
    to[3 * i + 2] = v.z() + noise * random.nextGaussian();
  }

  private double[] errorsDeg(OfflineOrientation found) {
    double inclination = 0;
    double total = 0;
    double[] q = new double[4];
    for (int i = 0; i < SAMPLES; i++) {
      found.orientation(i, q);
      Quaternion now = new Quaternion(q[0], q[1], q[2], q[3]);
      inclination += square(OrientationFilterContract.inclinationErrorRad(now, truth[i]));
      total += square(now.angleToRad(truth[i]));
    }
    return new double[] {
      Math.toDegrees(Math.sqrt(inclination / SAMPLES)), Math.toDegrees(Math.sqrt(total / SAMPLES))
    };
  }

  private static double square(double x) {
    return x * x;
  }

  @Test
  void itIsBetterThanRealTimeForItSeesTheFuture() {
    VqfMagneticFilter filter =
        new VqfMagneticFilter(VqfMagneticFilter.Parameters.defaults(), RATE_HZ);
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      int k = 3 * i;
      filter.update(gyro[k], gyro[k + 1], gyro[k + 2], force[k], force[k + 1], force[k + 2]);
      filter.magnetometer(field[k], field[k + 1], field[k + 2]);
      sum += square(OrientationFilterContract.inclinationErrorRad(filter.orientation(), truth[i]));
    }
    double realTimeDeg = Math.toDegrees(Math.sqrt(sum / SAMPLES));
    double[] offline = errorsDeg(vqf().estimate(gyro, force, field));
    assertThat(offline[0]).isLessThan(0.5 * realTimeDeg);
    assertThat(offline[1]).isLessThan(1);
  }

  @Test
  void withSteadyHeadingTooAndTheInclinationIsTheSame() {
    VqfOffline steady = new VqfOffline(VqfMagneticFilter.Parameters.steadyHeading(), RATE_HZ);
    OfflineOrientation found = steady.estimate(gyro, force, field);
    assertThat(errorsDeg(found)[1]).isLessThan(1);
    double[] six = new double[4];
    double[] published = new double[4];
    found.inclination(7000, six);
    vqf().estimate(gyro, force).orientation(7000, published);
    assertThat(six).isEqualTo(published);
  }

  @Test
  void samplesWithoutAFieldAreBridged() {
    for (int i = 0; i < 3 * SAMPLES; i++) {
      if (i / 3 % 10 != 0 || (i / 3 > 6000 && i / 3 < 6500)) {
        field[i] = 0;
      }
    }
    VqfOffline steady = new VqfOffline(VqfMagneticFilter.Parameters.steadyHeading(), RATE_HZ);
    assertThat(errorsDeg(steady.estimate(gyro, force, field))[1]).isLessThan(2);
    assertThat(errorsDeg(vqf().estimate(gyro, force, field))[1]).isLessThan(3);
  }

  @Test
  void theInputIsLeftAsItWasAndTheResultIsTheSameAgain() {
    double[] gyroBefore = gyro.clone();
    double[] forceBefore = force.clone();
    double[] fieldBefore = field.clone();
    VqfOffline vqf = vqf();
    double[] one = new double[4];
    double[] two = new double[4];
    vqf.estimate(gyro, force, field).orientation(5000, one);
    vqf.estimate(gyro, force, field).orientation(5000, two);
    assertThat(one).isEqualTo(two);
    assertThat(gyro).isEqualTo(gyroBefore);
    assertThat(force).isEqualTo(forceBefore);
    assertThat(field).isEqualTo(fieldBefore);
  }

  @Test
  void restIsKnownFromItsFirstSampleOn() {
    double[] still = new double[3 * 1000];
    double[] up = new double[3 * 1000];
    for (int i = 0; i < 1000; i++) {
      up[3 * i + 2] = 9.81;
      still[3 * i] = i < 400 ? 0.5 * Math.sin(0.2 * i) : 0.001;
    }
    OfflineOrientation found = vqf().estimate(still, up);
    assertThat(found.samples()).isEqualTo(1000);
    assertThat(found.hasHeading()).isFalse();
    assertThat(found.rest(390)).isFalse();
    // The real-time filter needs 1.5 s and a low-pass that has come to rest.
    assertThat(found.rest(401)).isTrue();
    assertThat(found.rest(700)).isTrue();
  }

  @Test
  void anEmptyRecordGivesAnEmptyResult() {
    assertThat(vqf().estimate(new double[0], new double[0]).samples()).isZero();
  }

  @Test
  void recordsThatDoNotFitTogetherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vqf().estimate(new double[3], new double[6]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vqf().estimate(new double[4], new double[4]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vqf().estimate(new double[3], new double[3], new double[6]))
        .withMessageContaining("6 magnetometer values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vqf().estimate(new double[] {Double.NaN, 0, 0}, new double[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VqfOffline(VqfMagneticFilter.Parameters.defaults(), 3));
  }

  private static VqfOffline vqf() {
    return new VqfOffline(VqfMagneticFilter.Parameters.defaults(), RATE_HZ);
  }
}
