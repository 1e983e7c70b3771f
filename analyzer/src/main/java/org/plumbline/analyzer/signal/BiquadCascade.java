package org.plumbline.analyzer.signal;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.FastMath;

/**
 * Biquads in series, transposed direct form II, a sample at a time; no allocation, one thread.
 *
 * <p>A state that has faded below 1e-100 is set to zero: denormal numbers would make a flat channel
 * cost fifty times a live one.
 */
public final class BiquadCascade {
  private static final double FADED = 1e-100;
  private static final int WIDTH = 5;

  private final double rateHz;
  private final int sections;
  private final double[] coefficients;
  private final double[] state;

  /** Each section is b0, b1, b2, a1, a2 with a0 = 1. */
  BiquadCascade(List<double[]> sections, double rateHz) {
    this.rateHz = rateHz;
    this.sections = sections.size();
    this.coefficients = new double[WIDTH * sections.size()];
    this.state = new double[2 * sections.size()];
    for (int s = 0; s < sections.size(); s++) {
      System.arraycopy(sections.get(s), 0, coefficients, WIDTH * s, WIDTH);
    }
  }

  /**
   * Filters the next sample.
   *
   * @throws IllegalArgumentException when it is not a number, which would poison the filter
   */
  public double update(double x) {
    if (!(Math.abs(x) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("cannot filter " + x);
    }
    double value = x;
    for (int s = 0; s < sections; s++) {
      int c = WIDTH * s;
      int z = 2 * s;
      double y = coefficients[c] * value + state[z];
      double z0 = coefficients[c + 1] * value - coefficients[c + 3] * y + state[z + 1];
      double z1 = coefficients[c + 2] * value - coefficients[c + 4] * y;
      state[z] = Math.abs(z0) < FADED ? 0 : z0;
      state[z + 1] = Math.abs(z1) < FADED ? 0 : z1;
      value = y;
    }
    return value;
  }

  /** Back to rest. */
  public void reset() {
    Arrays.fill(state, 0);
  }

  /** As if {@code x} had come for ever. */
  public void settleAt(double x) {
    double level = x;
    for (int s = 0; s < sections; s++) {
      int c = WIDTH * s;
      double sum = coefficients[c] + coefficients[c + 1] + coefficients[c + 2];
      double out = level * sum / (1 + coefficients[c + 3] + coefficients[c + 4]);
      state[2 * s + 1] = coefficients[c + 2] * level - coefficients[c + 4] * out;
      state[2 * s] = coefficients[c + 1] * level - coefficients[c + 3] * out + state[2 * s + 1];
      level = out;
    }
  }

  /** Length that scipy's {@code sosfiltfilt} takes this cascade for. */
  int scipyTaps() {
    int zeros = 0;
    int poles = 0;
    for (int s = 0; s < sections; s++) {
      zeros += coefficients[WIDTH * s + 2] == 0 ? 1 : 0;
      poles += coefficients[WIDTH * s + 4] == 0 ? 1 : 0;
    }
    return 2 * sections + 1 - Math.min(zeros, poles);
  }

  /** How many biquads. */
  public int sections() {
    return sections;
  }

  /** Gain at a frequency. */
  public double gain(double frequencyHz) {
    return response(2 * Math.PI * frequencyHz / rateHz).abs();
  }

  /** Group delay at a frequency, from the slope of the phase over 0.1 % of the rate. */
  public double groupDelaySeconds(double frequencyHz) {
    double omega = 2 * Math.PI * frequencyHz / rateHz;
    double step = 2 * Math.PI * 0.0005;
    Complex turn = response(omega + step).divide(response(omega - step));
    return -turn.getArgument() / (2 * step) / rateHz;
  }

  private Complex response(double omega) {
    Complex product = Complex.ONE;
    for (int s = 0; s < sections; s++) {
      product =
          product.multiply(
              response(Arrays.copyOfRange(coefficients, WIDTH * s, WIDTH * s + WIDTH), omega));
    }
    return product;
  }

  static Complex response(double[] section, double omega) {
    Complex z1 = new Complex(FastMath.cos(omega), -FastMath.sin(omega));
    Complex z2 = z1.multiply(z1);
    Complex above = z1.multiply(section[1]).add(z2.multiply(section[2])).add(section[0]);
    Complex below = z1.multiply(section[3]).add(z2.multiply(section[4])).add(1);
    return above.divide(below);
  }
}
