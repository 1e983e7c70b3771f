package org.plumbline.analyzer.emg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.fixtures.simulator.EmgBursts;
import org.plumbline.fixtures.simulator.TrueBurst;

/** Bursts against the simulator's, whose onsets are known to the sample. */
class ActivationDetectorTest {
  private final ActivationDetector detector =
      new ActivationDetector(ActivationDetector.Parameters.defaults());

  @ParameterizedTest
  @CsvSource({"20, 0.030, 0.050", "10, 0.045, 0.075", "3, 0.055, 0.120"})
  void everyBurstIsFoundAndNothingElse(double decibels, double median, double worst) {
    List<Double> errors = new ArrayList<>();
    for (long seed = 2; seed <= 6; seed += 2) {
      EmgBursts truth = EmgBursts.of(seed, 1000, decibels, 20);
      List<Burst> found = detector.detect(truth.volts(), 1000);
      assertThat(found).hasSameSizeAs(truth.bursts());
      for (int i = 0; i < found.size(); i++) {
        TrueBurst real = truth.bursts().get(i);
        errors.add(Math.abs(found.get(i).onsetSeconds() - real.onsetSeconds()));
        assertThat(found.get(i).offsetSeconds()).isEqualTo(real.offsetSeconds(), within(0.15));
        // Power of the burst over that of the noise; rises and falls take some of it away.
        assertThat(found.get(i).snrDecibels()).isEqualTo(decibels, within(3.0));
      }
    }
    Collections.sort(errors);
    // Half of a rise of 20 to 100 ms is 30 ms on average.
    assertThat(errors.get(errors.size() / 2)).isLessThan(median);
    assertThat(errors.get((int) (0.95 * errors.size()))).isLessThan(worst);
  }

  @Test
  void noiseAloneHasNoBurst() {
    for (long seed = 1; seed <= 10; seed++) {
      EmgBursts truth = EmgBursts.of(seed, 1000, 3, 20);
      List<double[]> rests = new ArrayList<>();
      double from = 0;
      int n = 0;
      for (TrueBurst burst : truth.bursts()) {
        int a = (int) (from * 1000);
        int b = (int) (burst.onsetSeconds() * 1000);
        rests.add(Arrays.copyOfRange(truth.volts(), a, b));
        n += b - a;
        from = burst.offsetSeconds() + 0.001;
      }
      double[] noise = new double[n];
      int at = 0;
      for (double[] rest : rests) {
        System.arraycopy(rest, 0, noise, at, rest.length);
        at += rest.length;
      }
      assertThat(detector.detect(noise, 1000)).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void aFlatOrShortSignalHasNone() {
    assertThat(detector.detect(new double[5000], 1000)).isEmpty();
    assertThat(detector.detect(new double[0], 1000)).isEmpty();
    assertThat(detector.detect(new double[] {1e-6, -1e-6, 1e-6}, 1000)).isEmpty();
  }

  @Test
  void theTeagerKaiserEnergyOfASineIsThatOfItsAmplitudeAndFrequency() {
    // Kaiser 1990: A^2 sin^2(omega), the same at every sample.
    double[] sine = new double[200];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = 3 * Math.sin(0.4 * i + 0.7);
    }
    double expected = 9 * Math.sin(0.4) * Math.sin(0.4);
    for (double energy : ActivationDetector.teagerKaiser(sine)) {
      assertThat(energy).isEqualTo(expected, within(1e-12));
    }
  }
}
