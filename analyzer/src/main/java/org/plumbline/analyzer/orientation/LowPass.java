package org.plumbline.analyzer.orientation;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * Second-order Butterworth low-pass for several channels at once, with the start of VQF: the mean
 * of everything seen until one time constant has passed, then the recursive filter from the steady
 * state of that mean.
 *
 * <p>The cut-off is {@code sqrt(2) / (2 pi tau)} (Laidig and Seel 2023, section 3.2), bilinear
 * transform with pre-warping. With a time constant below half a sampling interval the cut-off would
 * lie beyond what the rate can carry and samples pass unchanged. Immutable; what changes from
 * sample to sample is in {@link State}.
 */
public final class LowPass {
  /** See {@link #doubt}; chosen with the constant of {@link VqfFilter#resettle}. */
  private static final double PASSED_OVER = 0.6;

  private final double b0;
  private final double a1;
  private final double a2;
  private final int startSamples;
  private final double samplingRateHz;

  public LowPass(double tauSeconds, double samplingRateHz) {
    this.samplingRateHz = samplingRateHz;
    startSamples = (int) Math.min(Math.ceil(tauSeconds * samplingRateHz - 1e-9), 1e9);
    if (tauSeconds < 0.5 / samplingRateHz) {
      b0 = 1;
      a1 = 2;
      a2 = 1;
      return;
    }
    double c = FastMath.tan(Math.sqrt(2) / (2 * tauSeconds * samplingRateHz));
    double d = c * c + Math.sqrt(2) * c + 1;
    b0 = c * c / d;
    a1 = 2 * (c * c - 1) / d;
    a2 = (1 - Math.sqrt(2) * c + c * c) / d;
  }

  /** Filters one sample of all channels; {@code in} and {@code out} may be the same array. */
  public void update(State state, double[] in, double[] out) {
    double[] first = state.first;
    double[] second = state.second;
    int channels = first.length;
    if (state.seen >= startSamples) {
      // Transposed direct form II; the numerator of a Butterworth low-pass is b0 (1, 2, 1).
      for (int i = 0; i < channels; i++) {
        double bx = b0 * in[i];
        double y = bx + first[i];
        first[i] = 2 * bx - a1 * y + second[i];
        second[i] = bx - a2 * y;
        out[i] = y;
      }
      return;
    }
    state.seen++;
    for (int i = 0; i < channels; i++) {
      first[i] += in[i];
      out[i] = first[i] / state.seen;
    }
    if (state.seen >= startSamples) {
      for (int i = 0; i < channels; i++) {
        settle(state, i, out[i]);
      }
    }
  }

  /** As if this value had been there for ever. */
  private void settle(State state, int channel, double value) {
    state.first[channel] = (1 - b0) * value;
    state.second[channel] = (b0 - a2) * value;
  }

  /** Filters a record of interleaved channels forward and then backward, in place: no delay. */
  void bothWays(double[] record, int channels, int samples) {
    State state = new State(channels);
    double[] row = new double[channels];
    for (int i = 0; i < samples; i++) {
      System.arraycopy(record, i * channels, row, 0, channels);
      update(state, row, row);
      System.arraycopy(row, 0, record, i * channels, channels);
    }
    for (int c = 0; c < channels; c++) {
      settle(state, c, row[c]);
    }
    state.seen = startSamples;
    for (int i = samples - 1; i >= 0; i--) {
      System.arraycopy(record, i * channels, row, 0, channels);
      update(state, row, row);
      System.arraycopy(row, 0, record, i * channels, channels);
    }
  }

  /**
   * Lets what was seen so far count for less: its last output {@code mean} is now doubted as if it
   * had been averaged over {@code worthSeconds} only. Doubts add up, and the filter starts anew
   * with what they leave as its past. A doubt that leaves most is passed over, for the start
   * averages worse than the filter does.
   */
  void doubt(State state, double[] mean, double worthSeconds) {
    double worth = worthSeconds * samplingRateHz;
    double left = state.seen / (1 + state.seen / worth);
    if (left < PASSED_OVER * startSamples && left < state.seen) {
      state.seen = (int) left;
      for (int i = 0; i < state.first.length; i++) {
        state.first[i] = state.seen * mean[i];
        state.second[i] = 0;
      }
    }
  }

  /** The memory of the filter: sums while it starts, the two delays of each channel afterwards. */
  public static final class State {
    private final double[] first;
    private final double[] second;
    private int seen;

    public State(int channels) {
      first = new double[channels];
      second = new double[channels];
    }

    public void reset() {
      Arrays.fill(first, 0);
      Arrays.fill(second, 0);
      seen = 0;
    }
  }
}
