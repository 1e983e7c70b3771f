package org.plumbline.analyzer.signal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * Second-order notches, one biquad for each frequency: the same definition as scipy's {@code
 * iirnotch(f, q, fs)}. FastMath for the same bits on every machine, as in {@link Butterworth}.
 */
public final class Notch {
  private Notch() {}

  /**
   * Notches in series.
   *
   * @param quality frequency over the width at 3 dB, for every notch
   * @throws IllegalArgumentException when a frequency is not between 0 and half the rate
   */
  public static BiquadCascade at(double rateHz, double quality, double... frequenciesHz) {
    if (!(quality > 0 && quality < 1e6) || frequenciesHz.length == 0) {
      throw new IllegalArgumentException(
          frequenciesHz.length + " notches of quality " + quality + " are no filter");
    }
    List<double[]> sections = new ArrayList<>();
    for (double frequencyHz : frequenciesHz) {
      sections.add(section(rateHz, quality, frequencyHz));
    }
    return new BiquadCascade(sections, rateHz);
  }

  private static double[] section(double rateHz, double quality, double frequencyHz) {
    if (!(frequencyHz > 0 && frequencyHz < rateHz / 2 && rateHz <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a notch at " + frequencyHz + " Hz is not between 0 and half of " + rateHz + " Hz");
    }
    double omega = 2 * Math.PI * frequencyHz / rateHz;
    double gain = 1 / (1 + FastMath.tan(omega / quality / 2));
    double cosine = FastMath.cos(omega);
    return new double[] {
      gain, -2 * gain * cosine, gain, -2 * gain * cosine, 2 * gain - 1,
    };
  }
}
