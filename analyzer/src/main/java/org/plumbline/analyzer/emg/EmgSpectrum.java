package org.plumbline.analyzer.emg;

import java.util.Optional;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.FastMath;

/**
 * Power spectrum of a stretch of EMG, 20 to 450 Hz: segments of half a second, Hann window, half
 * overlapped, averaged (Welch 1967). The transform of Commons Math works from tables, so that its
 * bits are the same on every machine.
 */
public final class EmgSpectrum {

  /** Below it the band is cut short and nothing spectral is said. */
  public static final double LEAST_RATE_HZ = 1000;

  static final double LOW_HZ = 20;
  static final double HIGH_HZ = 450;
  private static final double SEGMENT_SECONDS = 0.5;

  private final double[] power;
  private final double stepHz;
  private final int first;
  private final int last;

  private EmgSpectrum(double[] power, double stepHz) {
    this.power = power;
    this.stepHz = stepHz;
    first = (int) Math.ceil(LOW_HZ / stepHz);
    last = Math.min(power.length - 1, (int) Math.floor(HIGH_HZ / stepHz));
  }

  /**
   * The spectrum of all samples.
   *
   * @param bandPassed volts, evenly spaced
   * @return empty below {@value #LEAST_RATE_HZ} Hz, for less than half a second, or without power
   */
  public static Optional<EmgSpectrum> of(double[] bandPassed, double rateHz) {
    int segment = (int) Math.round(SEGMENT_SECONDS * rateHz);
    if (rateHz < LEAST_RATE_HZ || bandPassed.length < segment) {
      return Optional.empty();
    }
    int size = Integer.highestOneBit(2 * segment - 1);
    double[] power = new double[size / 2];
    for (int from = 0; from + segment <= bandPassed.length; from += segment / 2) {
      add(bandPassed, from, segment, size, power);
    }
    EmgSpectrum spectrum = new EmgSpectrum(power, rateHz / size);
    return spectrum.moment(0) > 0 ? Optional.of(spectrum) : Optional.empty();
  }

  private static void add(double[] samples, int from, int segment, int size, double[] power) {
    double[][] transformed = new double[2][size];
    for (int i = 0; i < segment; i++) {
      double window = 0.5 - 0.5 * FastMath.cos(2 * Math.PI * (i + 0.5) / segment);
      transformed[0][i] = window * samples[from + i];
    }
    FastFourierTransformer.transformInPlace(
        transformed, DftNormalization.STANDARD, TransformType.FORWARD);
    for (int k = 0; k < power.length; k++) {
      double re = transformed[0][k];
      double im = transformed[1][k];
      power[k] += re * re + im * im;
    }
  }

  private double moment(int order) {
    double sum = 0;
    for (int k = first; k <= last; k++) {
      double f = k * stepHz;
      double weight = 1;
      for (int i = 0; i < Math.abs(order); i++) {
        weight *= order > 0 ? f : 1 / f;
      }
      sum += weight * power[k];
    }
    return sum;
  }

  /** The frequency that halves the power, interpolated. */
  public double medianHz() {
    double half = moment(0) / 2;
    double sum = 0;
    for (int k = first; k <= last; k++) {
      if (sum + power[k] >= half) {
        return (k - 0.5 + (half - sum) / power[k]) * stepHz;
      }
      sum += power[k];
    }
    return last * stepHz;
  }

  /**
   * ln of the spectral index of Dimitrov (2006), FInsm5: moment of order -1 over moment of order 5.
   * The logarithm scatters less.
   */
  public double lnDimitrov() {
    return FastMath.log(moment(-1) / moment(5));
  }
}
