package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;

/**
 * Smoothness of a movement as the length of the arc that its speed's amplitude spectrum draws
 * (SPARC, Balasubramanian, Melendez-Calderon, Roby-Brami and Burdet 2015, J NeuroEng Rehabil
 * 12:112): both axes scaled to 1, up to 10 Hz, as far as the spectrum stays above 5 % of its
 * largest value. Negative, and the more so the more stops and starts there are; how long and how
 * large the movement is does not enter. Stateless.
 */
final class SpectralArcLength {
  private static final double HIGHEST_HZ = 10;
  private static final double LEAST_SHARE = 0.05;

  /** The spectrum is read so much finer than the samples ask for, a power of 2. */
  private static final int PADDING = 16;

  private SpectralArcLength() {}

  /** NaN where nothing moves. */
  static double of(double[] speed, double rateHz) {
    int size = PADDING;
    while (size < PADDING * speed.length) {
      size *= 2;
    }
    double binHz = rateHz / size;
    double[] amplitudes = new double[(int) Math.floor(HIGHEST_HZ / binHz) + 1];
    double largest = 0;
    for (int bin = 0; bin < amplitudes.length; bin++) {
      amplitudes[bin] = amplitude(speed, 2 * Math.PI * bin / size);
      largest = Math.max(largest, amplitudes[bin]);
    }
    if (!(largest > 0)) {
      return Double.NaN;
    }
    int last = amplitudes.length - 1;
    while (amplitudes[last] < LEAST_SHARE * largest) {
      last--;
    }
    int first = 0;
    while (amplitudes[first] < LEAST_SHARE * largest) {
      first++;
    }
    double length = 0;
    for (int bin = first + 1; bin <= last; bin++) {
      double rise = (amplitudes[bin] - amplitudes[bin - 1]) / largest;
      double step = 1.0 / (last - first);
      length += Math.sqrt(step * step + rise * rise);
    }
    return -length;
  }

  private static double amplitude(double[] values, double radPerStep) {
    double cos = FastMath.cos(radPerStep);
    double sin = FastMath.sin(radPerStep);
    double re = 1;
    double im = 0;
    double sumRe = 0;
    double sumIm = 0;
    for (double value : values) {
      sumRe += value * re;
      sumIm += value * im;
      double next = re * cos - im * sin;
      im = re * sin + im * cos;
      re = next;
    }
    return Math.sqrt(sumRe * sumRe + sumIm * sumIm);
  }
}
