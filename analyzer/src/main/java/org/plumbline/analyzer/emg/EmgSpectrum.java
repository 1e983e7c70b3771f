package org.plumbline.analyzer.emg;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.FastMath;

/**
 * Power spectrum of a stretch of EMG, 20 to 450 Hz: segments of half a second, Hann window, half
 * overlapped, averaged (Welch 1967). The transform of Commons Math works from tables, so that its
 * bits are the same on every machine; two segments go through it at once, as real and imaginary
 * part.
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
    double[] window = hann(segment);
    double[][] pair = new double[2][size];
    int filled = 0;
    for (int from = 0; from + segment <= bandPassed.length; from += segment / 2) {
      for (int i = 0; i < segment; i++) {
        pair[filled][i] = window[i] * bandPassed[from + i];
      }
      if (++filled == 2) {
        add(pair, power);
        filled = 0;
      }
    }
    if (filled > 0) {
      add(pair, power);
    }
    EmgSpectrum spectrum = new EmgSpectrum(power, rateHz / size);
    return spectrum.moment(0) > 0 ? Optional.of(spectrum) : Optional.empty();
  }

  /** A raised cosine by its recurrence: off by less than 1e-12 after a thousand steps. */
  private static double[] hann(int segment) {
    double[] window = new double[segment];
    double step = 2 * Math.PI / segment;
    double twice = 2 * FastMath.cos(step);
    double cosine = FastMath.cos(step / 2);
    double before = cosine;
    for (int i = 0; i < segment; i++) {
      window[i] = 0.5 - 0.5 * cosine;
      double next = twice * cosine - before;
      before = cosine;
      cosine = next;
    }
    return window;
  }

  /** Adds the powers of two segments; both are empty afterwards. */
  private static void add(double[][] pair, double[] power) {
    FastFourierTransformer.transformInPlace(pair, DftNormalization.STANDARD, TransformType.FORWARD);
    int size = pair[0].length;
    for (int k = 0; k < power.length; k++) {
      int mirrored = (size - k) % size;
      power[k] += (square(pair, k) + square(pair, mirrored)) / 2;
    }
    Arrays.fill(pair[0], 0);
    Arrays.fill(pair[1], 0);
  }

  private static double square(double[][] pair, int k) {
    return pair[0][k] * pair[0][k] + pair[1][k] * pair[1][k];
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
