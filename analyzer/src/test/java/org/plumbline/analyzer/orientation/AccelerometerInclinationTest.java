package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccelerometerInclinationTest extends InertialFilterContract {
  @Override
  OrientationFilter newFilter() {
    return new AccelerometerInclination(AccelerometerInclination.Parameters.defaults(), RATE_HZ);
  }

  /** The lag of 0.2 s at 1.3 rad/s, and what its start and an irregular clock add. */
  @Override
  double turnToleranceRad() {
    return 1.3 * 1.3 * 0.2;
  }

  @Override
  double restToleranceRad() {
    return 1e-9;
  }

  @Test
  void inASteadyTurnItLagsByTau() {
    OrientationSource filter = newFilter();
    double angle = 0;
    for (int i = 0; i < 300; i++) {
      angle += 0.3 * INTERVAL_SECONDS;
      feed(filter, INTERVAL_SECONDS, Quaternion.about(Vector3.X, angle), Vector3.X.times(0.3));
    }
    // Group delay of a Butterworth low-pass of second order at rest: sqrt(2) / (2 pi fc) = tau.
    assertThat(inclinationErrorRad(filter.orientation(), Quaternion.about(Vector3.X, angle)))
        .isCloseTo(0.3 * 0.2, within(0.001));
  }

  @Test
  void aLastingAccelerationOfOneMetrePerSecondSquaredShowsAsSixDegrees() {
    OrientationFilter filter = newFilter();
    for (int i = 0; i < 300; i++) {
      filter.update(INTERVAL_SECONDS, 0, 0, 0, 1, 0, GRAVITY_MPS2);
    }
    assertThat(Math.toDegrees(inclinationErrorRad(filter.orientation(), Quaternion.IDENTITY)))
        .isCloseTo(Math.toDegrees(Math.atan(1 / GRAVITY_MPS2)), within(1e-6));
  }

  @Test
  void itSaysThatItHasNoHeading() {
    assertThat(newFilter().capability()).isEqualTo(OrientationSource.Capability.INCLINATION);
    assertThat(newFilter().capability().label()).contains("no heading");
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccelerometerInclination.Parameters(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new AccelerometerInclination(AccelerometerInclination.Parameters.defaults(), 5))
        .withMessageContaining("5.0 Hz");
  }
}
