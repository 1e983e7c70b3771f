package org.plumbline.analyzer.emg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.emg.SetFatigue.Reading;
import org.plumbline.fixtures.simulator.EmgBursts;
import org.plumbline.fixtures.simulator.TrueBurst;

/** Spectral figures and what is made of them over a set. */
class EmgSpectrumTest {

  @Test
  void theMedianFrequencyOfATwoToneSignalLiesWhereTheGreaterToneIs() {
    double[] tones = new double[4000];
    for (int i = 0; i < tones.length; i++) {
      tones[i] = 2 * Math.sin(2 * Math.PI * 80 * i / 1000) + Math.sin(2 * Math.PI * 200 * i / 1000);
    }
    EmgSpectrum spectrum = EmgSpectrum.of(tones, 1000).orElseThrow();
    assertThat(spectrum.medianHz()).isEqualTo(80, within(1.5));
    // Powers 4 and 1: (4/80 + 1/200) / (4 * 80^5 + 200^5), windows aside.
    double expected = Math.log((4.0 / 80 + 1.0 / 200) / (4 * Math.pow(80, 5) + Math.pow(200, 5)));
    assertThat(spectrum.lnDimitrov()).isEqualTo(expected, within(0.02));
  }

  @Test
  void theSpectrumOfSimulatedEmgHasItsMedian() {
    EmgBursts bursts = EmgBursts.of(4, 2000, 60, 20);
    List<Double> medians = new ArrayList<>();
    for (TrueBurst burst : bursts.bursts()) {
      int from = (int) ((burst.onsetSeconds() + 0.1) * 2000);
      int to = (int) ((burst.offsetSeconds() - 0.1) * 2000);
      double[] plateau = Arrays.copyOfRange(bursts.volts(), from, to);
      EmgSpectrum.of(plateau, 2000).ifPresent(one -> medians.add(one.medianHz()));
    }
    double mean = medians.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    // Numerical quadrature of the shape (Shwedyk 1977, 60 and 120 Hz, 20 to 450 Hz): 95.7 Hz.
    assertThat(mean).isEqualTo(95.7, within(4.0));
  }

  @Test
  void nothingSpectralIsSaidBelowAThousandHertzOrOfTooLittle() {
    assertThat(EmgSpectrum.of(new double[2000], 999)).isEmpty();
    assertThat(EmgSpectrum.of(new double[400], 1000)).isEmpty();
    assertThat(EmgSpectrum.of(new double[2000], 1000)).isEmpty();
  }

  private static List<Tiring> set(double hzStep, double voltsStep, double snr) {
    List<Tiring> set = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double wobble = i % 2 == 0 ? 1.005 : 0.995;
      set.add(
          new Tiring(
              (100 + hzStep * i) * wobble,
              -30 - 0.01 * hzStep * i,
              (100 + voltsStep * i) * 1e-6 * wobble,
              1 - 0.02 * i,
              snr));
    }
    return set;
  }

  @Test
  void aFallingMedianFrequencyWithARisingAmplitudeReadsAsFatigue() {
    SetFatigue fatigue = SetFatigue.of(set(-2, 3, 20)).orElseThrow();
    // Lines from 100 to 82 Hz, 100 to 127 uV and 1 to 0.82.
    assertThat(fatigue.medianFrequency().value()).isEqualTo(-18, within(0.6));
    assertThat(fatigue.amplitude().value()).isEqualTo(27, within(0.8));
    assertThat(fatigue.speed().orElseThrow().value()).isEqualTo(-18, within(1e-9));
    assertThat(fatigue.dimitrov().value()).isEqualTo(0.18, within(1e-9));
    assertThat(fatigue.medianFrequency().error()).isBetween(0.2, 2.0);
    assertThat(fatigue.reading()).isEqualTo(Reading.FATIGUE);
    assertThat(SetFatigue.of(set(2, 3, 20)).orElseThrow().reading()).isEqualTo(Reading.MORE_FORCE);
    assertThat(SetFatigue.of(set(-2, -3, 20)).orElseThrow().reading())
        .isEqualTo(Reading.LESS_FORCE);
    assertThat(SetFatigue.of(set(0, 0, 20)).orElseThrow().reading())
        .isEqualTo(Reading.WITHIN_ERROR);
  }

  @Test
  void studentsQuantileIsNearThatOfTheTables() {
    // Abramowitz and Stegun, table 26.10.
    assertThat(SetFatigue.quantile95(3)).isEqualTo(2.353, within(2e-3));
    assertThat(SetFatigue.quantile95(8)).isEqualTo(1.860, within(1e-3));
    assertThat(SetFatigue.quantile95(30)).isEqualTo(1.697, within(1e-3));
  }

  @Test
  void noSpectrumIsUsedBelowTenDecibels() {
    assertThat(SetFatigue.of(set(-2, 3, 9.9))).isEmpty();
    assertThat(SetFatigue.of(set(-2, 3, 10))).isPresent();
    assertThat(SetFatigue.of(set(-2, 3, 20).subList(0, 4))).isEmpty();
  }

  @Test
  void theWindowLiesBetweenTheSameAngles() {
    double[] excursion = new double[300];
    for (int i = 0; i < 300; i++) {
      excursion[i] = Math.min(40, Math.max(0, 0.4 * i));
    }
    AngleWindow window = AngleWindow.of(excursion, 0.3, 0.9, 200, 100);
    assertThat(window.from()).isEqualTo(30);
    assertThat(window.to()).isEqualTo(200);
    // 40 units in a second: the whole excursion in one second.
    assertThat(window.speed()).isEqualTo(1.0, within(1e-9));
  }

  @Test
  void coContractionNamesItsFormula() {
    double[] a = {10, 20, 30};
    double[] b = {10, 10, 60};
    // (10/10*20 + 10/20*30 + 30/60*90) / 3 and 200 * (10 + 10 + 30) / 140.
    assertThat(CoContraction.rudolph(a, b)).isEqualTo(80.0 / 3, within(1e-12));
    assertThat(CoContraction.falconerWinter(a, b)).isEqualTo(500.0 / 7, within(1e-12));
  }

  @Test
  void asymmetryIsAsLargeWhenTheSidesAreSwapped() {
    LevelAsymmetry right = LevelAsymmetry.of(30, 0.17, 50, 0.17);
    LevelAsymmetry left = LevelAsymmetry.of(50, 0.17, 30, 0.17);
    assertThat(right.percent()).isEqualTo(40, within(1e-9));
    assertThat(left.percent()).isEqualTo(-40, within(1e-9));
    // 60 % of sqrt(2) times 17 %.
    assertThat(right.error()).isEqualTo(14.42, within(0.01));
    assertThat(left.error()).isEqualTo(right.error(), within(1e-9));
  }

  @Test
  void theNoiseIsPartedFromTheActivity() {
    double[] powers = new double[100];
    for (int i = 0; i < 100; i++) {
      powers[i] = (i < 60 ? 1 : 20) * (1 + 0.2 * Math.sin(i));
    }
    OptionalDouble parting = NoiseFloor.parting(powers);
    assertThat(parting.orElseThrow()).isBetween(1.2, 16.0);
    for (int i = 60; i < 100; i++) {
      powers[i] /= 20;
    }
    assertThat(NoiseFloor.parting(powers)).isEmpty();
  }
}
