package org.plumbline.analyzer.emg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Muscle;

class EmgConditionerTest {

  private static EmgConditioner at(double rateHz) {
    return new EmgConditioner(EmgConditioner.Parameters.defaults(), rateHz);
  }

  /** A sine has an RMS of amplitude over root two and a rectified mean of two thirds (2 / pi). */
  @Test
  void bothEnvelopesOfASineAreThoseOfAlgebra() {
    EmgConditioner conditioner = at(2000);
    for (int i = 0; i < 4000; i++) {
      conditioner.update(1e-4 * Math.sin(2 * Math.PI * 100 * i / 2000) + 0.05);
    }
    assertThat(conditioner.rmsVolts()).isCloseTo(1e-4 / Math.sqrt(2), within(1e-7));
    assertThat(conditioner.smoothVolts()).isCloseTo(1e-4 * 2 / Math.PI, within(2e-6));
  }

  /** The middle of a burst is where its envelopes have their middle, delays taken off. */
  @Test
  void theStatedDelaysAreThoseOfABurst() {
    double rate = 2000;
    EmgConditioner conditioner = at(rate);
    double[] weights = new double[2];
    double[] moments = new double[2];
    for (int i = 0; i < 8000; i++) {
      double t = i / rate;
      double burst = Math.exp(-Math.pow((t - 1.5) / 0.15, 2));
      conditioner.update(burst * Math.sin(2 * Math.PI * 100 * t));
      double[] values = {conditioner.rmsVolts(), conditioner.smoothVolts()};
      for (int k = 0; k < 2; k++) {
        weights[k] += values[k];
        moments[k] += values[k] * t;
      }
    }
    assertThat(moments[0] / weights[0] - conditioner.rmsDelaySeconds())
        .isCloseTo(1.5, within(0.002));
    assertThat(moments[1] / weights[1] - conditioner.smoothDelaySeconds())
        .isCloseTo(1.5, within(0.002));
  }

  @Test
  void theTrunkIsHighPassedAtThirtyHertz() {
    assertThat(EmgConditioner.Parameters.of(Muscle.ERECTOR_SPINAE).lowHz()).isEqualTo(30);
    assertThat(EmgConditioner.Parameters.of(Muscle.HAMSTRINGS).lowHz()).isEqualTo(20);
  }

  @Test
  void aRateBelowAKilohertzIsAReducedBand() {
    assertThat(at(800).isReducedBand()).isTrue();
    assertThat(at(999.7).isReducedBand()).isFalse();
    assertThat(at(2000).isReducedBand()).isFalse();
  }

  @Test
  void whatIsNoBandIsRefused() {
    assertThatThrownBy(() -> at(40)).hasMessageContaining("40");
    assertThatThrownBy(() -> at(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(
            () -> new EmgConditioner.Parameters(4, 20, 450, 0.5, 0.1, 4, 6, 30).toString())
        .hasMessageContaining("0.5");
    assertThatThrownBy(
            () ->
                new EmgConditioner(
                    new EmgConditioner.Parameters(4, 0, 450, 0.45, 0.1, 4, 6, 30), 1000))
        .hasMessageContaining("0.0");
    EmgConditioner conditioner = at(1000);
    assertThatThrownBy(() -> conditioner.update(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void theOffsetOfAnElectrodeIsNoStepAtTheStart() {
    EmgConditioner conditioner = at(1000);
    conditioner.startAt(0.2);
    for (int i = 0; i < 500; i++) {
      conditioner.update(0.2);
      assertThat(Math.abs(conditioner.bandPassed())).isLessThan(1e-12);
    }
  }
}
