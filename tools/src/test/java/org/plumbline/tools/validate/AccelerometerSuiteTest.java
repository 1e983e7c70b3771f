package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.fixtures.simulator.Scenario;

/** Known errors put onto simulated sensors. */
class AccelerometerSuiteTest {

  @Test
  void nothingPutOnIsNothingToCalibrate() {
    double[] sample = {0, 0, 0, 1, 2, 3};
    AccelerometerError.drawn(0, 1).apply(sample);
    assertThat(sample[3]).isBetween(0.98, 1.02);
    double[] zero = {0, 0, 0, 0, 0, 0};
    AccelerometerError.drawn(2, 1).apply(zero);
    assertThat(Math.sqrt(zero[3] * zero[3] + zero[4] * zero[4] + zero[5] * zero[5]))
        .isCloseTo(2, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void aPersonWhoOnlyStandsTeachesNoAccelerometer() {
    List<CalibrationBenefit.Recording> sensors = CalibrationBenefit.standing(31);
    assertThat(sensors).hasSize(6);
    for (CalibrationBenefit.Recording sensor : sensors) {
      int quiet = (int) (55 * sensor.rateHz());
      assertThat(CalibrationBenefit.calibrated(sensor, AccelerometerError.drawn(1.5, 31), quiet))
          .isFalse();
    }
  }

  @Test
  void theSetUpTeachesSomeAndThoseAreBetterOffInTheMean() {
    double before = 0;
    double after = 0;
    int calibrated = 0;
    for (long seed = 41; seed <= 43; seed++) {
      for (CalibrationBenefit.Recording sensor : CalibrationBenefit.simulated(seed)) {
        CalibrationBenefit.Sensor one =
            CalibrationBenefit.of(sensor, AccelerometerError.drawn(2, 7 * seed + calibrated));
        if (one.calibrated()) {
          calibrated++;
          before += one.withoutDeg();
          after += one.withDeg();
          assertThat(one.soundDeg()).isLessThan(1.5);
        }
      }
    }
    assertThat(calibrated).isGreaterThanOrEqualTo(3);
    assertThat(after).isLessThan(0.8 * before);
  }

  @Test
  void theErrorOfAnAccelerometerAloneIsStatedLargeEnough() {
    AccelerometerAlone alone = AccelerometerAlone.of(Scenario.squat(51));
    assertThat(alone.size()).isEqualTo(20);
    assertThat(alone.outsidePercent()).isLessThanOrEqualTo(10);
    assertThat(alone.rmsDeg()).isBetween(0.05, 3.0);
  }
}
