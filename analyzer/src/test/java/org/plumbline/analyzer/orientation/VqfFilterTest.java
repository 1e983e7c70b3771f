package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VqfFilterTest extends InertialFilterContract {
  private static final double DEG = Math.PI / 180;
  private static final long SNAPSHOT = 1294380133499857685L;

  @Override
  OrientationFilter newFilter() {
    return vqf();
  }

  private static VqfFilter vqf() {
    return new VqfFilter(VqfFilter.Parameters.defaults(), RATE_HZ);
  }

  @Test
  void aBiasedGyroscopeCostsLittleWhereIntegrationAloneIsLost() {
    double integrated = biasedRecordErrorRad(new GyroscopeIntegration());
    double filtered = biasedRecordErrorRad(vqf());
    assertThat(filtered).isLessThan(1 * DEG).isLessThan(integrated / 10);
  }

  @Test
  void withoutAnIntervalTheNominalOneCounts() {
    VqfFilter implicit = vqf();
    VqfFilter explicit = vqf();
    for (int i = 0; i < 500; i++) {
      implicit.update(0.3, -0.1, 0.2, 1, 2, 9);
      explicit.update(INTERVAL_SECONDS, 0.3, -0.1, 0.2, 1, 2, 9);
    }
    assertThat(implicit.orientation()).isEqualTo(explicit.orientation());
  }

  @Test
  void restIsSaidAfterOneAndAHalfSecondsOfStillnessAndEndsWithTheFirstMovement() {
    VqfFilter filter = vqf();
    for (int i = 1; i <= 149; i++) {
      filter.update(0.01, 0, 0, 0, 0, 9.81);
      assertThat(filter.rest()).as("sample %d", i).isFalse();
    }
    filter.update(0.01, 0, 0, 0, 0, 9.81);
    filter.update(0.01, 0, 0, 0, 0, 9.81);
    assertThat(filter.rest()).isTrue();
    filter.update(0.01 + 2.5 * DEG, 0, 0, 0, 0, 9.81);
    assertThat(filter.rest()).isFalse();
  }

  @Test
  void anAccelerationStepAloneEndsRest() {
    VqfFilter filter = vqf();
    for (int i = 0; i < 300; i++) {
      filter.update(0, 0, 0, 0, 0, 9.81);
    }
    assertThat(filter.rest()).isTrue();
    filter.update(0, 0, 0, 0.6, 0, 9.81);
    assertThat(filter.rest()).isFalse();
  }

  @Test
  void theBiasIsFoundAtRest() {
    VqfFilter filter = vqf();
    double[] truth = {0.010, -0.008, 0.005};
    double before = filter.biasSigmaRadPerS();
    for (int i = 0; i < 1000; i++) {
      filter.update(truth[0], truth[1], truth[2], 1, 2, 9.5);
    }
    double[] bias = new double[3];
    filter.bias(bias);
    // 0.03 deg/s is the deviation that rest settles at.
    assertThat(bias).containsExactly(truth, within(0.03 * DEG));
    assertThat(before).isCloseTo(0.5 * DEG, within(1e-12));
    assertThat(filter.biasSigmaRadPerS()).isLessThan(0.1 * DEG);
  }

  @Test
  void theHorizontalBiasIsFoundInMotion() {
    VqfFilter filter = vqf();
    Random random = new Random(8);
    Quaternion truth = Quaternion.IDENTITY;
    for (int i = 0; i < 12_000; i++) {
      double rate = 1.5 * StrictMath.cos(2 * i * INTERVAL_SECONDS);
      truth = truth.times(Quaternion.about(Vector3.X, rate * INTERVAL_SECONDS)).normalized();
      Vector3 f = specificForce(truth);
      filter.update(rate + 0.012, -0.006, 0, f.x(), f.y(), f.z() + 0.1 * random.nextGaussian());
    }
    double[] bias = new double[3];
    filter.bias(bias);
    assertThat(bias[0]).isCloseTo(0.012, within(0.1 * DEG));
    assertThat(bias[1]).isCloseTo(-0.006, within(0.1 * DEG));
  }

  @Test
  void aGapMakesTheBiasLessSureButKeepsIt() {
    VqfFilter filter = vqf();
    for (int i = 0; i < 1000; i++) {
      filter.update(0.01, 0, 0, 0, 0, 9.81);
    }
    double sigma = filter.biasSigmaRadPerS();
    filter.resettle(10);
    double[] bias = new double[3];
    filter.bias(bias);
    assertThat(bias[0]).isCloseTo(0.01, within(0.03 * DEG));
    // 0.1 deg/s in 100 s as a random walk: variances add.
    assertThat(filter.biasSigmaRadPerS())
        .isCloseTo(
            Math.sqrt(sigma * sigma + 0.1 * DEG * 0.1 * DEG * 10 / 100), within(0.001 * DEG));
    assertThat(filter.rest()).isFalse();
    filter.resettle(1e6);
    assertThat(filter.biasSigmaRadPerS()).isCloseTo(0.5 * DEG, within(1e-12));
  }

  @Test
  void theSamplesOfARecordGiveTheSameBitsOnEveryMachine() {
    VqfFilter filter = vqf();
    Random random = new Random(9);
    long bits = 0;
    double[] q = new double[4];
    for (int i = 0; i < 20_000; i++) {
      // Random.nextDouble is specified to the bit; every 50th turn is beyond the series.
      double scale = i % 50 == 0 ? 200 : 4;
      filter.update(
          scale * (random.nextDouble() - 0.5),
          scale * (random.nextDouble() - 0.5),
          scale * (random.nextDouble() - 0.5),
          4 * (random.nextDouble() - 0.5),
          4 * (random.nextDouble() - 0.5),
          9.81 + 4 * (random.nextDouble() - 0.5));
      filter.orientation(q);
      for (double value : q) {
        bits = 31 * bits + Double.doubleToRawLongBits(value);
      }
    }
    // A snapshot of ourselves (OpenJDK 17 and 25, x86-64), only to detect change.
    assertThat(bits).isEqualTo(SNAPSHOT);
  }

  @Test
  void parametersAndRatesThatMakeNoSenseAreRefused() {
    VqfFilter.Parameters p = VqfFilter.Parameters.defaults();
    assertThatIllegalArgumentException().isThrownBy(() -> new VqfFilter(p, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new VqfFilter(p, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VqfFilter.Parameters(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
        .withMessageContaining("tauAccelerationSeconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VqfFilter.Parameters(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, Double.NaN))
        .withMessageContaining("m/s2");
  }
}
