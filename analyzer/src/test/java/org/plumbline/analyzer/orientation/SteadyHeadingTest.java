package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadyHeadingTest extends MagneticFilterContract {
  private static final long SNAPSHOT = -7065979958779651692L;

  @Override
  VqfMagneticFilter.Parameters parameters() {
    return VqfMagneticFilter.Parameters.steadyHeading();
  }

  @Test
  void aScaleErrorOfTheGyroscopeIsLearnedAndTakenOff() {
    VqfMagneticFilter filter = newFilter();
    VqfMagneticFilter published =
        new VqfMagneticFilter(VqfMagneticFilter.Parameters.defaults(), RATE_HZ);
    double angle = 0;
    for (int i = 0; i < 24_000; i++) {
      angle += 2 * INTERVAL_SECONDS;
      Quaternion truth = Quaternion.about(Vector3.Z, angle);
      // 0.1 %, always the same way round: 0.11 deg/s.
      Vector3 rate = new Vector3(0, 0, 2 * 1.001);
      super.feed(filter, INTERVAL_SECONDS, truth, rate);
      super.feed(published, INTERVAL_SECONDS, truth, rate);
    }
    Quaternion truth = Quaternion.about(Vector3.Z, angle);
    double steady = filter.orientation().angleToRad(truth);
    assertThat(Math.toDegrees(steady)).isLessThan(0.5);
    // A first-order filter lags by drift times tau: 0.11 deg/s x 9 s.
    assertThat(Math.toDegrees(published.orientation().angleToRad(truth))).isGreaterThan(0.9);
  }

  @Test
  void theSamplesOfARecordGiveTheSameBitsOnEveryMachine() {
    // A snapshot of ourselves (OpenJDK 17 and 25, x86-64), only to detect change.
    assertThat(bits()).isEqualTo(SNAPSHOT);
  }
}
