package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a filter of inertial samples has to keep besides. */
abstract class InertialFilterContract extends OrientationFilterContract {
  @Override
  abstract OrientationFilter newFilter();

  @Override
  void feed(OrientationSource filter, double intervalSeconds, Quaternion truth, Vector3 rate) {
    Vector3 f = specificForce(truth);
    ((OrientationFilter) filter)
        .update(intervalSeconds, rate.x(), rate.y(), rate.z(), f.x(), f.y(), f.z());
  }

  @Override
  void wild(OrientationSource filter, Random random) {
    ((OrientationFilter) filter)
        .update(
            INTERVAL_SECONDS,
            3 * random.nextGaussian(),
            3 * random.nextGaussian(),
            3 * random.nextGaussian(),
            2 * random.nextGaussian(),
            2 * random.nextGaussian(),
            GRAVITY_MPS2 + 2 * random.nextGaussian());
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
      feed(filter, INTERVAL_SECONDS, pose, new Vector3(0, 0, 0));
    }
    for (int i = 1; i <= 300; i++) {
      filter.update(INTERVAL_SECONDS, 0.5, 0, 0, 0, 0, 0);
    }
    boolean turns = filter.capability().followsTurns();
    Quaternion now = Quaternion.about(Vector3.X, 0.7 + (turns ? 0.5 * 3 : 0));
    // What is left at rest, integrated for three seconds.
    assertThat(inclinationErrorRad(filter.orientation(), now)).isLessThan(restToleranceRad());
  }

  @Test
  void afterAGapGravityIsFoundAtOnce() {
    OrientationFilter filter = newFilter();
    for (int i = 0; i < 500; i++) {
      feed(filter, INTERVAL_SECONDS, Quaternion.IDENTITY, new Vector3(0, 0, 0));
    }
    Quaternion before = filter.orientation();
    filter.resettle(2);
    assertThat(filter.orientation()).isEqualTo(before);
    Quaternion pose = Quaternion.about(Vector3.Y, 1.1);
    feed(filter, INTERVAL_SECONDS, pose, new Vector3(0, 0, 0));
    assertThat(inclinationErrorRad(filter.orientation(), pose)).isLessThan(1e-9);
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
}
