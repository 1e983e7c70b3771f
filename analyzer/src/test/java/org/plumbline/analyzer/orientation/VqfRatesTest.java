package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters at the rates that sensors have; the same movement, truth is geometry. */
class VqfRatesTest {
  private static final double SECONDS = 60;
  private static final Vector3 BIAS = new Vector3(0.004, -0.003, 0.002);

  private double rateHz;
  private Quaternion[] truth = {};
  private double[] gyro = {};
  private double[] force = {};
  private double[] field = {};

  /** Still for 10 s, then to and fro about two axes, up to 3 rad/s. */
  private static Quaternion pose(double seconds) {
    double t = Math.max(0, seconds - 10);
    double ramp = Math.min(1, t / 2);
    return Quaternion.about(Vector3.Z, 0.4 + ramp * 0.8 * Math.sin(1.3 * t))
        .times(Quaternion.about(Vector3.X, ramp * 0.9 * Math.sin(2.9 * t)));
  }

  private void sample(double rate) {
    rateHz = rate;
    int n = (int) (SECONDS * rate);
    truth = new Quaternion[n];
    gyro = new double[3 * n];
    force = new double[3 * n];
    field = new double[3 * n];
    Random random = new Random(1);
    for (int i = 0; i < n; i++) {
      truth[i] = pose((i + 1) / rate);
      Quaternion step = pose(i / rate).conjugate().times(truth[i]);
      Vector3 half = new Vector3(step.x(), step.y(), step.z());
      double angle = 2 * Math.atan2(half.norm(), step.w());
      Vector3 turned = half.norm() > 0 ? half.times(angle / half.norm()) : half;
      // White noise of one density: 0.01 deg/s and 0.3 mg a root hertz, as data sheets have it.
      put(gyro, i, turned.times(rate).plus(BIAS), 2e-4 * Math.sqrt(rate), random);
      put(
          force,
          i,
          OrientationFilterContract.specificForce(truth[i]),
          0.003 * Math.sqrt(rate),
          random);
      put(field, i, truth[i].conjugate().rotate(MagneticFilterContract.FIELD), 0.5, random);
    }
  }

  private static void put(double[] to, int i, Vector3 v, double noise, Random random) {
    to[3 * i] = v.x() + noise * random.nextGaussian();
    to[3 * i + 1] = v.y() + noise * random.nextGaussian();
    to[3 * i + 2] = v.z() + noise * random.nextGaussian();
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 50, 95, 285, 1000})
  void theOrientationIsRightAtEveryRate(double rate) {
    sample(rate);
    double[] sixDeg = realTimeDeg(new VqfFilter(VqfFilter.Parameters.defaults(), rate));
    assertThat(sixDeg[0]).isLessThan(0.5);
    for (VqfMagneticFilter.Parameters parameters :
        new VqfMagneticFilter.Parameters[] {
          VqfMagneticFilter.Parameters.defaults(), VqfMagneticFilter.Parameters.steadyHeading()
        }) {
      double[] nineDeg = realTimeDeg(new VqfMagneticFilter(parameters, rate));
      assertThat(nineDeg[0]).isCloseTo(sixDeg[0], within(1e-9));
      assertThat(nineDeg[1]).isLessThan(1);
      OfflineOrientation found = new VqfOffline(parameters, rate).estimate(gyro, force, field);
      double sum = 0;
      double[] q = new double[4];
      for (int i = 0; i < truth.length; i++) {
        found.orientation(i, q);
        double error = new Quaternion(q[0], q[1], q[2], q[3]).angleToRad(truth[i]);
        sum += error * error;
      }
      assertThat(Math.toDegrees(Math.sqrt(sum / truth.length))).isLessThan(0.8);
    }
  }

  private double[] realTimeDeg(OrientationFilter filter) {
    double inclination = 0;
    double total = 0;
    for (int i = 0; i < truth.length; i++) {
      int k = 3 * i;
      filter.update(
          1 / rateHz, gyro[k], gyro[k + 1], gyro[k + 2], force[k], force[k + 1], force[k + 2]);
      if (filter instanceof VqfMagneticFilter magnetic) {
        magnetic.magnetometer(field[k], field[k + 1], field[k + 2]);
      }
      Quaternion q = filter.orientation();
      double tilt = OrientationFilterContract.inclinationErrorRad(q, truth[i]);
      inclination += tilt * tilt;
      total += q.angleToRad(truth[i]) * q.angleToRad(truth[i]);
    }
    return new double[] {
      Math.toDegrees(Math.sqrt(inclination / truth.length)),
      Math.toDegrees(Math.sqrt(total / truth.length))
    };
  }

  @Test
  void ratesAtWhichItIsNotDefinedAreRefusedWithASentence() {
    for (double rate : new double[] {0, 9.9, 8001, -100, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new VqfFilter(VqfFilter.Parameters.defaults(), rate))
          .withMessageContaining(rate + " Hz; orientation can be followed from 10.0 to 8000.0 Hz");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new VqfMagneticFilter(VqfMagneticFilter.Parameters.defaults(), rate));
    }
  }
}
