package org.plumbline.analyzer.signal;

/**
 * A filter run forwards and backwards: no delay, twice the attenuation. Needs the whole signal, so
 * it is for offline analysis only and never for what is also judged live.
 *
 * <p>The same definition as scipy's {@code sosfiltfilt} with its defaults: the signal is continued
 * at both ends by its point reflection, and the filter starts in the steady state of the first
 * value.
 */
public final class ZeroPhase {
  private ZeroPhase() {}

  /**
   * The filtered signal.
   *
   * @param filter its state is overwritten
   * @throws IllegalArgumentException when the signal is too short for its continuation
   */
  public static double[] filter(BiquadCascade filter, double[] signal) {
    int pad = 3 * filter.scipyTaps();
    if (signal.length <= pad) {
      throw new IllegalArgumentException(
          "a signal of " + signal.length + " samples; this filter needs more than " + pad);
    }
    double[] extended = new double[signal.length + 2 * pad];
    int end = signal.length - 1;
    for (int i = 0; i < pad; i++) {
      extended[i] = 2 * signal[0] - signal[pad - i];
      extended[pad + signal.length + i] = 2 * signal[end] - signal[end - 1 - i];
    }
    System.arraycopy(signal, 0, extended, pad, signal.length);
    pass(filter, extended);
    reverse(extended);
    pass(filter, extended);
    reverse(extended);
    double[] result = new double[signal.length];
    System.arraycopy(extended, pad, result, 0, signal.length);
    return result;
  }

  private static void pass(BiquadCascade filter, double[] x) {
    filter.settleAt(x[0]);
    for (int i = 0; i < x.length; i++) {
      x[i] = filter.update(x[i]);
    }
  }

  private static void reverse(double[] x) {
    for (int i = 0, j = x.length - 1; i < j; i++, j--) {
      double keep = x[i];
      x[i] = x[j];
      x[j] = keep;
    }
  }
}
