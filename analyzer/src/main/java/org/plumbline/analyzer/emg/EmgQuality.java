package org.plumbline.analyzer.emg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.emg.ChannelQuality.Part;
import org.plumbline.analyzer.signal.BlockTrack;

/**
 * Judges a stretch of one EMG channel from the blocks of its {@link ChannelWatch}. Stateless: the
 * same stretch gives the same answer whenever it is asked.
 *
 * <p>Every part is a value against a limit and has the score 1 / (1 + (value / limit)²), so that
 * 0.5 is the gate for all of them.
 */
public final class EmgQuality {
  /** A signal that did not move for a quarter of a second. */
  public static final String FLAT = "emg-flat";

  /** No electrode on skin is as quiet, or as full of hum. */
  public static final String OFF = "emg-off";

  /** Plateaus at the ends of the range. */
  public static final String CLIPPED = "emg-clipped";

  /** Mains. */
  public static final String HUM = "emg-hum";

  /** Power below 20 Hz: cable or electrode moves. */
  public static final String MOVEMENT = "emg-movement";

  /** The heart, on the trunk. */
  public static final String HEART = "emg-heart";

  /** Spikes: far from the Gaussian shape of an interference pattern. */
  public static final String SPIKES = "emg-spikes";

  /** Samples that never came. */
  public static final String LOST = "emg-lost";

  /** The signal of another channel. */
  public static final String CROSS_TALK = "emg-cross-talk";

  /** Noise at rest. */
  public static final String REST = "emg-rest";

  /** Skin, electrode and amplifier together are never so quiet (1 uV and more; Konrad 1 to 3.5). */
  static final double SILENT_VOLTS = 0.3e-6;

  private static final double PARTLY_SILENT = 0.1;

  private final Limits limits;

  /**
   * Where the gate closes.
   *
   * @param clippedShare of the samples, 0.005: less does not move a mean level
   * @param humShare hum that is left over signal (power), 0.25: 6 dB, the level is then read 12 %
   *     too high
   * @param humVolts RMS of such hum, 3.5 uV: less is the noise that electrodes have anyway (Konrad:
   *     1 to 3.5)
   * @param offHumShare hum over all power, 0.8: more than 6 dB above the signal
   * @param offHumVolts RMS of such hum, 30 uV: a floating input takes up much more
   * @param slowRatio power below 20 Hz over power in the band, 8; chosen on subjects 1, 3, 5 of
   *     "EMG dataset in Lower Limb", whose walking reaches 4.8
   * @param beatingShare of the time, 0.5
   * @param kurtosis in blocks of 0.1 s, weighted with their power, 15; same subjects, 6.4 at most
   *     (Gaussian: 3)
   * @param lostShare of the samples, 0.05
   * @param correlation with another channel, 0.85, i.e. 72 % of the power shared; same subjects,
   *     0.70 at most
   */
  public record Limits(
      double clippedShare,
      double humShare,
      double humVolts,
      double offHumShare,
      double offHumVolts,
      double slowRatio,
      double beatingShare,
      double kurtosis,
      double lostShare,
      double correlation) {

    public static Limits defaults() {
      return new Limits(0.005, 0.25, 3.5e-6, 0.8, 30e-6, 8, 0.5, 15, 0.05, 0.85);
    }
  }

  /** Twice what noise at rest should be at most (Konrad: 3 to 5 uV); it does not gate. */
  private static final double LOUD_REST_VOLTS = 10e-6;

  public EmgQuality(Limits limits) {
    this.limits = limits;
  }

  /** Figures of a stretch. */
  private static final class Sums {
    double samples;
    double lost;
    double clipped;
    double flat;
    double silent;
    double slow;
    double band;
    double kurtosis;
    double beating;
    double hum;
    double humBand;
    double humSeconds;
    double left;
    double leftBand;
    boolean humOff;
    double rest = Double.NaN;
  }

  /**
   * Judges the blocks that end after {@code fromNanos} and not after {@code toNanos}.
   *
   * @param shared largest correlation with another channel over the stretch, 0 to 1
   * @return empty when no block lies there
   */
  public Optional<ChannelQuality> assess(
      BlockTrack blocks, long fromNanos, long toNanos, double shared) {
    int first = blocks.firstAfter(fromNanos);
    int end = blocks.firstAfter(toNanos);
    if (first >= end) {
      return Optional.empty();
    }
    Sums sums = new Sums();
    for (int b = first; b < end; b++) {
      add(sums, blocks, b);
    }
    if (sums.humBand == 0) {
      lastHum(sums, blocks, first);
    }
    return Optional.of(judge(sums, shared));
  }

  private void add(Sums sums, BlockTrack blocks, int b) {
    double samples = blocks.value(b, ChannelWatch.SAMPLES);
    double power = blocks.value(b, ChannelWatch.BAND_POWER);
    sums.samples += samples;
    sums.lost += blocks.value(b, ChannelWatch.LOST);
    sums.clipped += blocks.value(b, ChannelWatch.CLIPPED);
    sums.flat += blocks.value(b, ChannelWatch.FLAT);
    sums.silent += power < SILENT_VOLTS * SILENT_VOLTS * samples ? samples : 0;
    sums.slow += blocks.value(b, ChannelWatch.SLOW_POWER);
    sums.band += power;
    sums.kurtosis += blocks.value(b, ChannelWatch.KURTOSIS);
    sums.beating += blocks.value(b, ChannelWatch.BEATING) * samples;
    sums.rest = blocks.value(b, ChannelWatch.REST);
    addHum(sums, blocks, b);
  }

  private void addHum(Sums sums, BlockTrack blocks, int b) {
    double hum = blocks.value(b, ChannelWatch.HUM);
    if (!Double.isNaN(hum)) {
      double band = blocks.value(b, ChannelWatch.HUM_BAND);
      sums.hum += hum;
      sums.humBand += band;
      sums.humSeconds++;
      double left = blocks.value(b, ChannelWatch.LEFT);
      boolean removed = !Double.isNaN(left);
      sums.left += removed ? left : hum;
      sums.leftBand += removed ? blocks.value(b, ChannelWatch.LEFT_BAND) : band;
      sums.humOff |=
          hum > limits.offHumShare() * band && hum > limits.offHumVolts() * limits.offHumVolts();
    }
  }

  /** A stretch of less than a second takes the hum of the second before. */
  private void lastHum(Sums sums, BlockTrack blocks, int first) {
    int blocksOfASecond = (int) Math.round(1 / ChannelWatch.BLOCK_SECONDS);
    for (int b = first - 1; b >= Math.max(0, first - blocksOfASecond); b--) {
      if (sums.humBand == 0) {
        addHum(sums, blocks, b);
      }
    }
  }

  private ChannelQuality judge(Sums sums, double shared) {
    List<Part> parts = new ArrayList<>();
    double flat = sums.samples > 0 ? sums.flat / sums.samples : 1;
    parts.add(part(FLAT, flat, 1e-3, "1"));
    double silent = sums.samples > 0 ? sums.silent / sums.samples : 0;
    double off = Math.max(silent, sums.humOff ? 1 : 0);
    parts.add(part(OFF, off, PARTLY_SILENT, "1"));
    parts.add(part(CLIPPED, share(sums.clipped, sums.samples), limits.clippedShare(), "1"));
    parts.add(part(HUM, humOfSignal(sums), limits.humShare(), "1"));
    parts.add(part(MOVEMENT, share(sums.slow, sums.band), limits.slowRatio(), "1"));
    parts.add(part(HEART, share(sums.beating, sums.samples), limits.beatingShare(), "1"));
    parts.add(part(SPIKES, share(sums.kurtosis, sums.band), limits.kurtosis(), "1"));
    parts.add(part(LOST, share(sums.lost, sums.lost + sums.samples), limits.lostShare(), "1"));
    parts.add(part(CROSS_TALK, shared, limits.correlation(), "1"));
    parts.add(new Part(REST, restScore(sums), 1e6 * sums.rest, Double.POSITIVE_INFINITY, "uV"));
    return conclude(parts, sums);
  }

  /**
   * What is left of the hum; less than the noise of electrodes is none, however quiet the muscle.
   */
  private double humOfSignal(Sums sums) {
    if (!(sums.left > limits.humVolts() * limits.humVolts() * sums.humSeconds)) {
      return 0;
    }
    return sums.left / Math.max(1e-6 * sums.left, sums.leftBand - sums.left);
  }

  /** Hum that is there, removed or not: less than 9 dB below the rest of the signal. */
  private static boolean hums(Sums sums) {
    return sums.hum > ChannelWatch.HUM_SHARE * sums.humBand
        && sums.hum > ChannelWatch.LEAST_HUM * sums.humSeconds;
  }

  private static double restScore(Sums sums) {
    double ratio = Double.isNaN(sums.rest) ? 0 : sums.rest / LOUD_REST_VOLTS;
    return 1 / (1 + ratio * ratio);
  }

  private static ChannelQuality conclude(List<Part> parts, Sums sums) {
    double score = 1;
    Optional<String> problem = Optional.empty();
    List<String> seen = new ArrayList<>();
    for (Part part : parts) {
      boolean gates = part.limit() < Double.POSITIVE_INFINITY;
      if (gates && part.value() >= part.limit()) {
        seen.add(part.code());
      } else if (part.code().equals(HUM) && hums(sums)) {
        seen.add(HUM);
      }
      if (gates && part.value() >= part.limit() && problem.isEmpty()) {
        // A lost electrode also hums, spikes and swings: the first cause stands.
        problem = Optional.of(part.code());
      }
      score = gates ? Math.min(score, part.score()) : score;
    }
    double rms = sums.samples > 0 ? Math.sqrt(sums.band / sums.samples) : Double.NaN;
    double decibels = rms > 0 && sums.rest > 0 ? 20 * FastMath.log10(rms / sums.rest) : Double.NaN;
    return new ChannelQuality(score, parts, problem, seen, sums.rest, decibels);
  }

  private static Part part(String code, double value, double limit, String unit) {
    double ratio = value / limit;
    return new Part(code, 1 / (1 + ratio * ratio), value, limit, unit);
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
