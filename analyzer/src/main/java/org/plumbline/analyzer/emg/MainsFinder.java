package org.plumbline.analyzer.emg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.signal.ToneBank;

/**
 * How much of one channel, band-passed, is mains hum, second by second: power at 50 and 60 Hz and
 * their harmonics, whichever is stronger. Nobody says which grid it is.
 *
 * <p>Works on sums of a few samples, 400 to 800 of them a second, which leaves the lines below 200
 * Hz where they are; the loss of those sums at a line is made up for. One thread, no allocation in
 * {@link #update}.
 */
final class MainsFinder {
  private static final double LEAST_SLOW_RATE_HZ = 400;
  private static final double HIGHEST_LINE_HZ = 200;

  /** One hertz of a muscle's spectrum holds 0.5 to 3 % of its power where it is highest. */
  private static final double LINE_SHARE = 0.04;

  private static final double[] GRIDS_HZ = {50, 60};

  private final double rateHz;
  private final ToneBank bank;
  private final int[] gridOf;
  private final double[] lineHz;
  private final double[] gain;
  private final int perSum;
  private final int perBlock;
  private double sum;
  private int summed;
  private double power;
  private int grid;
  private final double[] linePower;
  private final double[] all = new double[GRIDS_HZ.length];

  MainsFinder(double rateHz) {
    this.rateHz = rateHz;
    perSum = (int) Math.max(1, Math.floor(rateHz / LEAST_SLOW_RATE_HZ));
    double slowHz = rateHz / perSum;
    perBlock = (int) Math.round(slowHz);
    List<Double> lines = new ArrayList<>();
    List<Integer> grids = new ArrayList<>();
    for (int g = 0; g < GRIDS_HZ.length; g++) {
      double top = Math.min(HIGHEST_LINE_HZ, 0.45 * slowHz);
      for (double line = GRIDS_HZ[g]; line <= top; line += GRIDS_HZ[g]) {
        lines.add(line);
        grids.add(g);
      }
    }
    lineHz = lines.stream().mapToDouble(Double::doubleValue).toArray();
    gridOf = grids.stream().mapToInt(Integer::intValue).toArray();
    gain = new double[lineHz.length];
    for (int k = 0; k < lineHz.length; k++) {
      gain[k] = powerGain(lineHz[k]);
    }
    bank = new ToneBank(slowHz, lineHz);
    linePower = new double[lineHz.length];
  }

  /** Of the mean of {@link #perSum} samples at a frequency, from its vector sum. */
  private double powerGain(double frequencyHz) {
    double step = 2 * Math.PI * frequencyHz / rateHz;
    double re = 0;
    double im = 0;
    for (int i = 0; i < perSum; i++) {
      re += FastMath.cos(step * i) / perSum;
      im += FastMath.sin(step * i) / perSum;
    }
    return re * re + im * im;
  }

  /** Takes the next sample, V; true when a second is complete and can be read. */
  boolean update(double volts) {
    sum += volts;
    if (++summed < perSum) {
      return false;
    }
    bank.update(sum / perSum);
    sum = 0;
    summed = 0;
    if (bank.samples() < perBlock) {
      return false;
    }
    conclude();
    bank.reset();
    return true;
  }

  private void conclude() {
    Arrays.fill(all, 0);
    for (int k = 0; k < lineHz.length; k++) {
      linePower[k] = bank.meanSquare(k) / gain[k];
      all[gridOf[k]] += linePower[k];
    }
    grid = all[1] > all[0] ? 1 : 0;
    power = all[grid];
  }

  /** Mean square of the hum in the second that was just completed, V². */
  double meanSquare() {
    return power;
  }

  /** 50 or 60. */
  double gridHz() {
    return GRIDS_HZ[grid];
  }

  /** The lines of the grid that stand out of a muscle's spectrum of this power, lowest first. */
  List<Double> strongLines(double bandMeanSquare) {
    List<Double> lines = new ArrayList<>();
    for (int k = 0; k < lineHz.length; k++) {
      if (gridOf[k] == grid && linePower[k] > LINE_SHARE * bandMeanSquare) {
        lines.add(lineHz[k]);
      }
    }
    return lines;
  }

  /** The second begins anew. */
  void reset() {
    bank.reset();
    sum = 0;
    summed = 0;
  }
}
