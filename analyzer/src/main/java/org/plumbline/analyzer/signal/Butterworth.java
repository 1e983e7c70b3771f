package org.plumbline.analyzer.signal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.FastMath;

/**
 * Designs digital Butterworth filters as cascades of biquads: analog prototype, frequency
 * transformation with pre-warping, bilinear transform.
 *
 * <p>The same definition as scipy's {@code butter(order, ..., output='sos')}: a band-pass of order
 * n has n biquads. Written here because coefficients must have the same bits on every machine,
 * which rules out designs that go through {@code Math.sin} and its like; FastMath does not differ.
 */
public final class Butterworth {
  private static final int MAX_ORDER = 12;

  private Butterworth() {}

  /**
   * Low-pass.
   *
   * @throws IllegalArgumentException when the cut-off is not between 0 and half the rate
   */
  public static BiquadCascade lowPass(int order, double rateHz, double cutoffHz) {
    requireBand(order, rateHz, cutoffHz, cutoffHz);
    double warped = warp(cutoffHz, rateHz);
    List<Complex> poles = new ArrayList<>();
    for (Complex pole : prototype(order)) {
      poles.add(bilinear(pole.multiply(warped)));
    }
    return cascade(poles, 1, 1, 0, rateHz);
  }

  /** High-pass; errors as {@link #lowPass}. */
  public static BiquadCascade highPass(int order, double rateHz, double cutoffHz) {
    requireBand(order, rateHz, cutoffHz, cutoffHz);
    double warped = warp(cutoffHz, rateHz);
    List<Complex> poles = new ArrayList<>();
    for (Complex pole : prototype(order)) {
      poles.add(bilinear(new Complex(warped).divide(pole)));
    }
    return cascade(poles, -1, -1, Math.PI, rateHz);
  }

  /** Band-pass from {@code lowHz} to {@code highHz}; errors as {@link #lowPass}. */
  public static BiquadCascade bandPass(int order, double rateHz, double lowHz, double highHz) {
    requireBand(order, rateHz, lowHz, highHz);
    double low = warp(lowHz, rateHz);
    double high = warp(highHz, rateHz);
    double center = Math.sqrt(low * high);
    List<Complex> poles = new ArrayList<>();
    for (Complex pole : prototype(order)) {
      Complex half = pole.multiply((high - low) / 2);
      Complex root = half.multiply(half).subtract(center * center).sqrt();
      poles.add(bilinear(half.add(root)));
      poles.add(bilinear(half.subtract(root)));
    }
    return cascade(poles, 1, -1, 2 * FastMath.atan(center / 2), rateHz);
  }

  private static void requireBand(int order, double rateHz, double lowHz, double highHz) {
    if (order < 1 || order > MAX_ORDER) {
      throw new IllegalArgumentException("filter order " + order + " is not in 1.." + MAX_ORDER);
    }
    if (!(lowHz > 0 && lowHz <= highHz && highHz < rateHz / 2)) {
      throw new IllegalArgumentException(
          "band " + lowHz + " to " + highHz + " Hz is not between 0 and half of " + rateHz + " Hz");
    }
  }

  /** Analog frequency, in units of the sampling rate, that the bilinear transform maps to f. */
  private static double warp(double frequencyHz, double rateHz) {
    return 2 * FastMath.tan(Math.PI * frequencyHz / rateHz);
  }

  /** Poles of the analog prototype, upper half plane and the real one. */
  private static List<Complex> prototype(int order) {
    List<Complex> poles = new ArrayList<>();
    for (int k = 0; k < (order + 1) / 2; k++) {
      double angle = Math.PI * (2 * k + order + 1) / (2.0 * order);
      boolean real = 2 * k + 1 == order;
      poles.add(real ? new Complex(-1) : new Complex(FastMath.cos(angle), FastMath.sin(angle)));
    }
    return poles;
  }

  private static Complex bilinear(Complex pole) {
    return pole.add(2).divide(pole.negate().add(2));
  }

  /**
   * One biquad for each complex pole and its conjugate; real poles in pairs, a single one alone.
   *
   * @param zeroA zero of every first pole of a biquad, 1 or -1 (of the numerator 1 + zero z^-1)
   * @param unityRad angular frequency per sample where the gain is 1
   */
  private static BiquadCascade cascade(
      List<Complex> poles, int zeroA, int zeroB, double unityRad, double rateHz) {
    List<double[]> sections = new ArrayList<>();
    List<Double> real = new ArrayList<>();
    for (Complex pole : poles) {
      if (Math.abs(pole.getImaginary()) < 1e-12) {
        real.add(pole.getReal());
      } else {
        double re = pole.getReal();
        double im = pole.getImaginary();
        sections.add(section(zeroA + zeroB, zeroA * zeroB, -2 * re, re * re + im * im));
      }
    }
    for (int i = 0; i + 1 < real.size(); i += 2) {
      sections.add(
          section(
              zeroA + zeroB,
              zeroA * zeroB,
              -(real.get(i) + real.get(i + 1)),
              real.get(i) * real.get(i + 1)));
    }
    if (real.size() % 2 == 1) {
      sections.add(section(zeroA, 0, -real.get(real.size() - 1), 0));
    }
    for (double[] section : sections) {
      double gain = 1 / BiquadCascade.response(section, unityRad).abs();
      section[0] *= gain;
      section[1] *= gain;
      section[2] *= gain;
    }
    return new BiquadCascade(sections, rateHz);
  }

  private static double[] section(double b1, double b2, double a1, double a2) {
    return new double[] {1, b1, b2, a1, a2};
  }
}
