package org.plumbline.analyzer.emg;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.util.FastMath;

/**
 * When a muscle worked: Teager-Kaiser energy (Solnik 2010), two thresholds as in Bonato 1998 (how
 * high, and for how long), noise from the signal itself ({@link NoiseFloor}), and each edge set
 * where the change of energy is likeliest (Staude 2001).
 *
 * <p>Looks at a stretch of band-passed samples at once; nothing is delayed. Stateless.
 *
 * <p>Onsets are reported and never judged: the gluteus maximus comes after the hamstrings in
 * healthy people (Lehman 2004, Lewis and Sahrmann 2009).
 */
public final class ActivationDetector {
  /** As finely as an edge is placed. */
  private static final double EDGE_SECONDS = 0.002;

  private final Parameters parameters;

  /**
   * What a user can choose; chosen on {@code EmgBursts} of odd seeds, figures are of even ones.
   *
   * @param blockSeconds of the noise estimate
   * @param windowSeconds energy is averaged over it before it is held against the threshold
   * @param deviations first threshold: mean of the noise and so many standard deviations
   * @param leastSeconds second threshold: shorter is no burst
   * @param gapSeconds shorter gaps within a burst are bridged
   * @param searchSeconds an edge is looked for so far on either side of where the threshold was
   *     crossed
   */
  public record Parameters(
      double blockSeconds,
      double windowSeconds,
      double deviations,
      double leastSeconds,
      double gapSeconds,
      double searchSeconds) {
    public static Parameters defaults() {
      return new Parameters(0.05, 0.1, 5, 0.1, 0.15, 0.15);
    }
  }

  public ActivationDetector(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * All bursts in order.
   *
   * @param bandPassed volts, evenly spaced
   * @return empty when the muscle never worked, or never rested
   */
  public List<Burst> detect(double[] bandPassed, double rateHz) {
    double[] energy = teagerKaiser(bandPassed);
    int block = Math.max(1, (int) Math.round(parameters.blockSeconds() * rateHz));
    double[] blocks = blockMeans(energy, block);
    OptionalDouble parting = NoiseFloor.parting(blocks);
    if (parting.isEmpty()) {
      return List.of();
    }
    int half = Math.max(1, (int) Math.round(parameters.windowSeconds() * rateHz / 2));
    double[] smooth = smoothed(energy, half);
    Noise noise = noise(energy, blocks, smooth, block, half, parting.getAsDouble());
    double threshold = noise.mean + parameters.deviations() * noise.deviation;
    List<Burst> bursts = new ArrayList<>();
    for (int[] one : stretches(smooth, threshold, rateHz)) {
      int search = (int) Math.round(parameters.searchSeconds() * rateHz);
      int middle = (one[0] + one[1]) / 2;
      int step = (int) Math.max(1, Math.floor(EDGE_SECONDS * rateHz));
      int on = edge(energy, one[0] - search, Math.min(middle, one[0] + search), noise.mean, step);
      int off = edge(energy, one[1] + search, Math.max(middle, one[1] - search), noise.mean, -step);
      double power = mean(energy, on, off + 1);
      bursts.add(
          new Burst(
              on / rateHz,
              Math.max(on, off) / rateHz,
              10 * FastMath.log10(Math.max(1e-3, power / noise.mean - 1))));
    }
    return bursts;
  }

  private record Noise(double mean, double deviation) {}

  /** Rectified; ends repeat their neighbours. */
  static double[] teagerKaiser(double[] x) {
    double[] energy = new double[x.length];
    for (int i = 1; i < x.length - 1; i++) {
      energy[i] = Math.abs(x[i] * x[i] - x[i - 1] * x[i + 1]);
    }
    if (x.length > 2) {
      energy[0] = energy[1];
      energy[x.length - 1] = energy[x.length - 2];
    }
    return energy;
  }

  private static double[] blockMeans(double[] energy, int block) {
    double[] means = new double[energy.length / block];
    for (int b = 0; b < means.length; b++) {
      means[b] = mean(energy, b * block, (b + 1) * block);
    }
    return means;
  }

  /** Mean over a window of 2 half + 1 samples, centred; shorter at the ends. */
  private static double[] smoothed(double[] energy, int half) {
    double[] smooth = new double[energy.length];
    double sum = 0;
    int n = 0;
    for (int i = 0; i < Math.min(half, energy.length); i++) {
      sum += energy[i];
      n++;
    }
    for (int i = 0; i < energy.length; i++) {
      if (i + half < energy.length) {
        sum += energy[i + half];
        n++;
      }
      if (i - half > 0) {
        sum -= energy[i - half - 1];
        n--;
      }
      // Differences of sums end a little below zero where there is nothing.
      smooth[i] = Math.max(0, sum) / n;
    }
    return smooth;
  }

  /** From blocks of noise whose neighbours are noise too. */
  private static Noise noise(
      double[] energy, double[] means, double[] smooth, int block, int half, double parting) {
    int away = 1 + half / block;
    double sum = 0;
    double smoothSum = 0;
    double squares = 0;
    int n = 0;
    for (int b = 0; b < means.length; b++) {
      boolean quiet = true;
      for (int k = Math.max(0, b - away); k <= Math.min(means.length - 1, b + away); k++) {
        quiet &= means[k] <= parting;
      }
      for (int i = b * block; quiet && i < (b + 1) * block; i++) {
        sum += energy[i];
        smoothSum += smooth[i];
        squares += smooth[i] * smooth[i];
        n++;
      }
    }
    if (n == 0) {
      return new Noise(parting, parting);
    }
    double mean = smoothSum / n;
    return new Noise(sum / n, Math.sqrt(Math.max(0, squares / n - mean * mean)));
  }

  /** First and last sample of each stretch above the threshold that lasts. */
  private List<int[]> stretches(double[] smooth, double threshold, double rateHz) {
    int gap = (int) Math.round(parameters.gapSeconds() * rateHz);
    int least = (int) Math.round(parameters.leastSeconds() * rateHz);
    List<int[]> found = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int i = 0; i <= smooth.length; i++) {
      boolean above = i < smooth.length && smooth[i] > threshold;
      if (above) {
        from = from < 0 ? i : from;
        last = i;
      } else if (from >= 0 && (i == smooth.length || i - last > gap)) {
        if (last - from + 1 >= least) {
          found.add(new int[] {from, last});
        }
        from = -1;
      }
    }
    return found;
  }

  /**
   * Where going from {@code outside} to {@code inside} the energy changes from that of the noise:
   * the place of the largest likelihood, energies taken as exponentially distributed.
   *
   * @param step from {@code outside} to {@code inside}, in samples
   */
  private static int edge(double[] energy, int outside, int inside, double noise, int step) {
    int from = Math.max(0, Math.min(energy.length - 1, outside));
    double tail = 0;
    int n = 0;
    double best = Double.NEGATIVE_INFINITY;
    int at = inside;
    for (int i = inside; step > 0 ? i - step >= from : i - step <= from; i -= step) {
      for (int k = i; k != i - step; k -= Integer.signum(step)) {
        tail += energy[k];
        n++;
      }
      double mean = tail / n;
      double likelihood = mean > noise ? n * (FastMath.log(noise / mean) - 1) + tail / noise : 0;
      if (likelihood > best) {
        best = likelihood;
        at = i - step + Integer.signum(step);
      }
    }
    return at;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / Math.max(1, to - from);
  }
}
