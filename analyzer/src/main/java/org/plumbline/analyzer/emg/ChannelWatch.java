package org.plumbline.analyzer.emg;

import java.util.List;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.analyzer.signal.Butterworth;

/**
 * Watches one EMG channel and writes down, block by block of {@value #BLOCK_SECONDS} s, what {@link
 * EmgQuality} judges. Knows no limits, except when mains has to be removed.
 *
 * <pre>
 * raw ─▶ RawWatch: flat, clipped
 *     ─▶ sums of a few samples ─▶ power below 20 Hz, HeartBeats (trunk)
 * band-passed ─▶ power, kurtosis, quietest half second, MainsFinder
 * </pre>
 *
 * <p>No allocation per sample. One thread.
 */
public final class ChannelWatch {
  static final double BLOCK_SECONDS = 0.1;

  /** Columns of a block; counts are samples, powers are summed over them (V²). */
  static final int SAMPLES = 0;

  static final int LOST = 1;
  static final int CLIPPED = 2;
  static final int FLAT = 3;
  static final int SLOW_POWER = 4;
  static final int BAND_POWER = 5;

  /** Kurtosis times power. */
  static final int KURTOSIS = 6;

  /** Mean square of hum over the second that ended in this block, else NaN; and of the band. */
  static final int HUM = 7;

  static final int HUM_BAND = 8;
  static final int HUM_GRID_HZ = 9;

  /** 1 while mains is being removed. */
  static final int NOTCHED = 10;

  /** 1 while the heart is seen. */
  static final int BEATING = 11;

  /** RMS of the quietest half second so far, V; NaN before there was one. */
  static final int REST = 12;

  /** Mean square of the hum that the notches left, and of what they let through; else NaN. */
  static final int LEFT = 13;

  static final int LEFT_BAND = 14;

  private static final int COLUMNS = 15;

  private static final int REST_BLOCKS = 5;
  private static final double LEAST_SLOW_RATE_HZ = 400;

  /**
   * Mains is removed when in so many seconds running the signal is less than 9 dB above it
   * (CleanEMG, Abser 2011: above that removal adds noise) and it is more than the noise of an
   * amplifier. It then stays removed until the stream begins anew.
   */
  private static final int HUM_SECONDS = 2;

  /** 9 dB signal to hum, as a share of both. */
  static final double HUM_SHARE = 0.112;

  /** 1 uV RMS, V². */
  static final double LEAST_HUM = 1e-12;

  private final EmgConditioner conditioner;
  private final boolean trunk;
  private final RawWatch raw;
  private final MainsFinder mains;
  private final MainsFinder left;
  private final BiquadCascade slow;
  private final HeartBeats heart;
  private final int perSum;
  private final double[] row = new double[COLUMNS];
  private final double[] quiet = new double[REST_BLOCKS];
  private final BlockTrack blocks;

  private double baseline = Double.NaN;
  private double slowSum;
  private int slowSummed;
  private double slowPower;
  private int samples;
  private int lost;
  private double squares;
  private double fourths;
  private double secondSquares;
  private double leftSquares;
  private int secondSamples;
  private int humSeconds;
  private int quietBlocks;
  private double rest = Double.NaN;

  /**
   * A watch at rest.
   *
   * @param conditioner of the same channel; told when to remove mains
   * @param trunk whether the heart can be in the channel
   * @param blocks where it writes, from {@link #newBlocks}
   */
  public ChannelWatch(EmgConditioner conditioner, double rateHz, boolean trunk, BlockTrack blocks) {
    this.conditioner = conditioner;
    this.blocks = blocks;
    this.trunk = trunk;
    raw = new RawWatch(rateHz);
    mains = new MainsFinder(rateHz);
    left = new MainsFinder(rateHz);
    perSum = (int) Math.max(1, Math.floor(rateHz / LEAST_SLOW_RATE_HZ));
    slow = Butterworth.bandPass(2, rateHz / perSum, 1, 20);
    heart = new HeartBeats(rateHz / perSum);
    clearHum();
  }

  /** An empty track for a channel. */
  public static BlockTrack newBlocks() {
    return new BlockTrack(COLUMNS);
  }

  /** Samples of a block at a rate. */
  public static int blockSamples(double rateHz) {
    return (int) Math.max(1, Math.round(BLOCK_SECONDS * rateHz));
  }

  /** Takes the next sample, V, after the conditioner took it; true when mains became too much. */
  public boolean update(double volts) {
    raw.update(volts);
    samples++;
    double wide = conditioner.withMains();
    double square = wide * wide;
    squares += square;
    fourths += square * square;
    slowSum += volts;
    if (++slowSummed == perSum) {
      updateSlow(slowSum / perSum);
    }
    secondSquares += square;
    secondSamples++;
    if (conditioner.removesMains()) {
      double value = conditioner.bandPassed();
      leftSquares += value * value;
      left.update(value);
    }
    return mains.update(wide) && concludeSecond();
  }

  private void updateSlow(double volts) {
    slowSum = 0;
    slowSummed = 0;
    if (Double.isNaN(baseline)) {
      // The offset of an electrode is no movement.
      baseline = volts;
    }
    double value = slow.update(volts - baseline);
    slowPower += value * value * perSum;
    if (trunk) {
      heart.update(volts - baseline);
    }
  }

  private boolean concludeSecond() {
    double band = secondSquares / secondSamples;
    if (conditioner.removesMains()) {
      row[LEFT] = left.meanSquare();
      row[LEFT_BAND] = leftSquares / secondSamples;
    }
    startSecond();
    row[HUM] = mains.meanSquare();
    row[HUM_BAND] = band;
    row[HUM_GRID_HZ] = mains.gridHz();
    boolean strong = row[HUM] > HUM_SHARE * band && row[HUM] > LEAST_HUM;
    humSeconds = strong ? humSeconds + 1 : 0;
    return humSeconds >= HUM_SECONDS && !conditioner.removesMains();
  }

  private void startSecond() {
    secondSquares = 0;
    leftSquares = 0;
    secondSamples = 0;
  }

  /** Lines of the hum in the second that was completed last, Hz. */
  public List<Double> humLines() {
    return mains.strongLines(row[HUM_BAND]);
  }

  /** Samples that never came, or came without a value. */
  public void lose(long count) {
    lost += (int) Math.min(count, Integer.MAX_VALUE / 2 - lost);
  }

  /**
   * The block is full.
   *
   * @param endNanos session time of its last sample, latency taken off
   */
  public void closeBlock(long endNanos) {
    row[SAMPLES] = samples;
    row[LOST] = lost;
    row[CLIPPED] = raw.clipped();
    row[FLAT] = raw.flat();
    row[SLOW_POWER] = slowPower;
    row[BAND_POWER] = squares;
    row[KURTOSIS] = squares > 0 ? fourths * samples / squares : 0;
    row[NOTCHED] = conditioner.removesMains() ? 1 : 0;
    row[BEATING] = trunk && heart.isBeating() ? 1 : 0;
    noteRest();
    row[REST] = rest;
    blocks.append(endNanos, row);
    startBlock();
  }

  private void startBlock() {
    raw.startBlock();
    samples = 0;
    lost = 0;
    squares = 0;
    fourths = 0;
    slowPower = 0;
    clearHum();
  }

  private void clearHum() {
    row[HUM] = Double.NaN;
    row[HUM_BAND] = Double.NaN;
    row[HUM_GRID_HZ] = Double.NaN;
    row[LEFT] = Double.NaN;
    row[LEFT_BAND] = Double.NaN;
  }

  /** An electrode that is off is not at rest. */
  private void noteRest() {
    double meanSquare = samples > 0 ? squares / samples : 0;
    if (raw.flat() > 0 || !(meanSquare > EmgQuality.SILENT_VOLTS * EmgQuality.SILENT_VOLTS)) {
      quietBlocks = 0;
      return;
    }
    quiet[quietBlocks++ % REST_BLOCKS] = meanSquare;
    if (quietBlocks < REST_BLOCKS) {
      return;
    }
    double sum = 0;
    for (double one : quiet) {
      sum += one / REST_BLOCKS;
    }
    double volts = Math.sqrt(sum);
    rest = volts < rest || Double.isNaN(rest) ? volts : rest;
  }

  /** What follows is not connected with what was before; half a block is dropped. */
  public void reset() {
    startBlock();
    mains.reset();
    left.reset();
    slow.reset();
    heart.reset();
    slowSum = 0;
    slowSummed = 0;
    baseline = Double.NaN;
    startSecond();
    humSeconds = 0;
    quietBlocks = 0;
  }
}
