package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VqfMagneticFilterTest extends MagneticFilterContract {
  private static final long SNAPSHOT = 7531910794440722509L;

  @Override
  VqfMagneticFilter.Parameters parameters() {
    return VqfMagneticFilter.Parameters.defaults();
  }

  @Test
  void afterTheStartAStepOfTheFieldIsFollowedWithTau() {
    VqfMagneticFilter filter = newFilter();
    Quaternion truth = Quaternion.IDENTITY;
    for (int i = 0; i < 6000; i++) {
      super.feed(filter, INTERVAL_SECONDS, truth, new Vector3(0, 0, 0));
    }
    // Turned by 30 degrees to the east with the same strength and dip: no disturbance to be seen.
    Vector3 turned = Quaternion.about(Vector3.Z, -Math.PI / 6).rotate(FIELD);
    double before = filter.headingOffsetRad();
    int samples = 300;
    // No field is accepted at rest, so it counts half after the minute that was left out.
    for (int i = 0; i < samples; i++) {
      field(filter, INTERVAL_SECONDS, truth, turned);
    }
    double expected = Math.PI / 6 * (1 - Math.pow(Math.exp(-0.01 / 9) / 2 + 0.5, samples));
    assertThat(Math.abs(filter.headingOffsetRad() - before)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void theSamplesOfARecordGiveTheSameBitsOnEveryMachine() {
    // A snapshot of ourselves (OpenJDK 17 and 25, x86-64), only to detect change.
    assertThat(bits()).isEqualTo(SNAPSHOT);
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VqfHeading.Parameters(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
        .withMessageContaining("tauMagnetometerSeconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SteadyHeading.Parameters(1, 1, 1, 1, 1, Double.NaN))
        .withMessageContaining("dipScaleRad");
  }
}
