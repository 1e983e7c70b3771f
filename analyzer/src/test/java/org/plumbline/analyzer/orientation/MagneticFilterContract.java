package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a filter with magnetometer has to keep besides; truth is geometry. */
abstract class MagneticFilterContract extends InertialFilterContract {
  /** A field of 48 microtesla that dips by 65 degrees, ENU. */
  static final Vector3 FIELD = new Vector3(0, 20.3, -43.5);

  private static final double DEG = Math.PI / 180;

  abstract VqfMagneticFilter.Parameters parameters();

  @Override
  VqfMagneticFilter newFilter() {
    return new VqfMagneticFilter(parameters(), RATE_HZ);
  }

  @Override
  void feed(OrientationSource filter, double intervalSeconds, Quaternion truth, Vector3 rate) {
    super.feed(filter, intervalSeconds, truth, rate);
    field((VqfMagneticFilter) filter, intervalSeconds, truth, FIELD);
  }

  @Override
  void wild(OrientationSource filter, Random random) {
    super.wild(filter, random);
    ((VqfMagneticFilter) filter)
        .magnetometer(
            random.nextGaussian(), 20 + random.nextGaussian(), -40 + random.nextGaussian());
  }

  static void field(
      VqfMagneticFilter filter, double intervalSeconds, Quaternion truth, Vector3 field) {
    Vector3 m = truth.conjugate().rotate(field);
    filter.magnetometer(intervalSeconds, m.x(), m.y(), m.z());
  }

  /** Turns to and fro about the vertical, and over, from {@code start}. */
  private static Quaternion pose(Quaternion start, double seconds) {
    return start
        .times(Quaternion.about(Vector3.Z, 1.5 * Math.sin(seconds)))
        .times(Quaternion.about(Vector3.X, 0.8 * Math.sin(0.7 * seconds)));
  }

  private void move(VqfMagneticFilter filter, double fromSeconds, double toSeconds, Vector3 field) {
    move(filter, Quaternion.about(Vector3.Z, 0.7), fromSeconds, toSeconds, field);
  }

  private void move(
      VqfMagneticFilter filter,
      Quaternion start,
      double fromSeconds,
      double toSeconds,
      Vector3 field) {
    for (double t = fromSeconds; t < toSeconds - 1e-9; t += INTERVAL_SECONDS) {
      Quaternion before = pose(start, t);
      Quaternion truth = pose(start, t + INTERVAL_SECONDS);
      Quaternion step = before.conjugate().times(truth);
      Vector3 half = new Vector3(step.x(), step.y(), step.z());
      double angle = 2 * Math.atan2(half.norm(), step.w());
      super.feed(
          filter, INTERVAL_SECONDS, truth, half.normalized().times(angle / INTERVAL_SECONDS));
      field(filter, INTERVAL_SECONDS, truth, field);
    }
  }

  private static double errorAfterDeg(VqfMagneticFilter filter, double seconds) {
    Quaternion truth = pose(Quaternion.about(Vector3.Z, 0.7), seconds);
    return filter.orientation().angleToRad(truth) / DEG;
  }

  @Test
  void withoutAFieldItIsTheFilterWithoutMagnetometerAndSaysSo() {
    VqfMagneticFilter filter = newFilter();
    VqfFilter plain = new VqfFilter(VqfFilter.Parameters.defaults(), RATE_HZ);
    Random one = new Random(1);
    Random two = new Random(1);
    for (int i = 0; i < 500; i++) {
      super.wild(filter, one);
      super.wild(plain, two);
      filter.magnetometer(0, 0, 0);
    }
    assertThat(filter.orientation()).isEqualTo(plain.orientation());
    assertThat(filter.capability()).isEqualTo(OrientationSource.Capability.DRIFTING_HEADING);
    filter.magnetometer(1, 2, 3);
    assertThat(filter.capability()).isEqualTo(OrientationSource.Capability.NORTH);
  }

  @Test
  void theInclinationIsThatOfSixAxesBitForBitAndHeadingIsATurnAboutTheVertical() {
    VqfMagneticFilter filter = newFilter();
    VqfFilter plain = new VqfFilter(VqfFilter.Parameters.defaults(), RATE_HZ);
    Random one = new Random(2);
    Random two = new Random(2);
    Random field = new Random(3);
    for (int i = 0; i < 2000; i++) {
      super.wild(filter, one);
      super.wild(plain, two);
      filter.magnetometer(field.nextGaussian(), 20 + field.nextGaussian(), field.nextGaussian());
      assertThat(filter.inclination().orientation()).isEqualTo(plain.orientation());
      Quaternion turned =
          Quaternion.about(Vector3.Z, filter.headingOffsetRad()).times(plain.orientation());
      assertThat(filter.orientation().angleToRad(turned)).isLessThan(1e-7);
    }
  }

  @Test
  void theFirstFieldTurnsItToNorthAtOnce() {
    for (double heading : new double[] {0.3, 1.7, 3.1, -2.9, -0.8}) {
      VqfMagneticFilter filter = newFilter();
      Quaternion truth = Quaternion.about(Vector3.Z, heading);
      feed(filter, INTERVAL_SECONDS, truth, new Vector3(0, 0, 0));
      assertThat(filter.orientation().angleToRad(truth)).isLessThan(1e-5);
    }
  }

  @Test
  void aMagnetometerAtTenHertzIsEnough() {
    VqfMagneticFilter filter = new VqfMagneticFilter(parameters(), RATE_HZ, 10);
    Quaternion start = Quaternion.about(Vector3.Z, 0.7);
    Random random = new Random(4);
    double scale = 1.001;
    for (int i = 0; i < 6000; i++) {
      Quaternion truth = start.times(Quaternion.about(Vector3.Z, 0.5 * Math.sin(0.01 * i)));
      double rate = 0.5 * scale * Math.cos(0.01 * i);
      super.feed(filter, INTERVAL_SECONDS, truth, new Vector3(0, 0, rate));
      if (i % 10 == 9) {
        Vector3 noise =
            new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        field(filter, 0.1, truth, FIELD.plus(noise.times(0.5)));
      }
    }
    Quaternion truth = start.times(Quaternion.about(Vector3.Z, 0.5 * Math.sin(59.99)));
    // Half a microtesla of noise on 20 is 1.4 degrees a sample, averaged over seconds.
    assertThat(filter.orientation().angleToRad(truth)).isLessThan(1 * DEG);
  }

  @Test
  void aDisturbedFieldHardlyMovesHeading() {
    VqfMagneticFilter filter = newFilter();
    move(filter, 0, 30, FIELD);
    assertThat(filter.disturbed()).isFalse();
    assertThat(errorAfterDeg(filter, 30)).isLessThan(0.01);
    // 45 degrees to the east, and a third stronger.
    move(filter, 30, 45, FIELD.plus(new Vector3(35, 0, -10)));
    assertThat(filter.disturbed()).isTrue();
    assertThat(errorAfterDeg(filter, 45)).isLessThan(1.5);
  }

  @Test
  void anotherFieldIsAcceptedAfterTwentySecondsOfTurning() {
    VqfMagneticFilter filter = newFilter();
    Vector3 other = new Vector3(10, 35, -43.5);
    move(filter, 0, 30, FIELD);
    move(filter, 30, 48, other);
    assertThat(filter.disturbed()).isTrue();
    // Twenty seconds of turning faster than 20 deg/s; at the turning points it is slower.
    move(filter, 48, 60, other);
    assertThat(filter.disturbed()).isFalse();
  }

  @Test
  void whatNoMagnetometerMeasuresIsRefusedAndLeavesTheFilterAsItWas() {
    VqfMagneticFilter filter = newFilter();
    move(filter, 0, 5, FIELD);
    Quaternion before = filter.orientation();
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      assertThatIllegalArgumentException().isThrownBy(() -> filter.magnetometer(bad, 1, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> filter.magnetometer(1, 1, bad));
      assertThatIllegalArgumentException().isThrownBy(() -> filter.magnetometer(bad, 1, 1, 1));
    }
    assertThat(filter.orientation()).isEqualTo(before);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VqfMagneticFilter(parameters(), RATE_HZ, 0.1))
        .withMessageContaining("0.1 Hz");
  }

  @Test
  void theUnitOfTheFieldDoesNotMatter() {
    VqfMagneticFilter microtesla = newFilter();
    VqfMagneticFilter gauss = newFilter();
    move(microtesla, 0, 20, FIELD);
    move(gauss, 0, 20, FIELD.times(0.01));
    assertThat(gauss.orientation().angleToRad(microtesla.orientation())).isLessThan(1e-9);
  }

  /** Bits of heading over a record whose numbers are specified to the bit. */
  long bits() {
    VqfMagneticFilter filter = newFilter();
    Random random = new Random(9);
    long bits = 0;
    double[] q = new double[4];
    for (int i = 0; i < 20_000; i++) {
      filter.update(
          4 * (random.nextDouble() - 0.5),
          4 * (random.nextDouble() - 0.5),
          4 * (random.nextDouble() - 0.5),
          4 * (random.nextDouble() - 0.5),
          4 * (random.nextDouble() - 0.5),
          9.81 + 4 * (random.nextDouble() - 0.5));
      filter.magnetometer(
          10 * (random.nextDouble() - 0.5), 20 + random.nextDouble(), -40 + random.nextDouble());
      filter.orientation(q);
      for (double value : q) {
        bits = 31 * bits + Double.doubleToRawLongBits(value);
      }
    }
    return bits;
  }
}
