package org.plumbline.analyzer.emg;

import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.Butterworth;

/**
 * Looks for the electrocardiogram in a trunk channel: short bursts between 8 and 30 Hz, where a QRS
 * complex has most of its power (Thakor et al. 1984), as regular and as equal as heart beats are.
 *
 * <p>Takes a slow version of the raw signal (400 to 800 Hz). No allocation, one thread.
 */
final class HeartBeats {
  private static final double LOW_HZ = 8;
  private static final double HIGH_HZ = 30;

  /** As long as a QRS complex. */
  private static final double BEAT_SECONDS = 0.08;

  /** From 40 to 150 beats a minute. */
  private static final double SHORTEST_SECONDS = 0.4;

  private static final double LONGEST_SECONDS = 1.5;

  /**
   * A beat stands out of the mean power of the last seconds by this factor; chosen on odd subjects.
   */
  private static final double STANDS_OUT = 4;

  private static final double MEAN_SECONDS = 3;

  /** So many intervals in a row must be alike. */
  private static final int INTERVALS = 3;

  /** Respiration moves an interval by some per cent (standard deviation over mean). */
  private static final double INTERVAL_SPREAD = 0.12;

  /** Largest over smallest power of a beat. */
  private static final double POWER_SPREAD = 3;

  private final double rateHz;
  private final BiquadCascade band;
  private final double smoothing;
  private final double averaging;
  private final int refractory;
  private final double[] intervals = new double[INTERVALS];
  private final double[] powers = new double[INTERVALS];
  private int known;
  private double power;
  private double mean;
  private double peak;
  private int sincePeak;
  private int sinceBeat;

  HeartBeats(double rateHz) {
    this.rateHz = rateHz;
    band = Butterworth.bandPass(2, rateHz, LOW_HZ, HIGH_HZ);
    smoothing = 1 / (BEAT_SECONDS * rateHz);
    averaging = 1 / (MEAN_SECONDS * rateHz);
    refractory = (int) Math.round(0.3 * rateHz);
  }

  void update(double volts) {
    double value = band.update(volts);
    power = faded(power + (value * value - power) * smoothing);
    mean = faded(mean + (power - mean) * averaging);
    sinceBeat++;
    if (power > peak && power > STANDS_OUT * mean) {
      peak = power;
      sincePeak = 0;
    } else if (peak > 0 && ++sincePeak > refractory) {
      beat();
    }
    if (sinceBeat > LONGEST_SECONDS * rateHz) {
      known = 0;
    }
  }

  /** Denormal numbers would make a flat channel dear. */
  private static double faded(double x) {
    return x < 1e-100 ? 0 : x;
  }

  private void beat() {
    double seconds = (sinceBeat - sincePeak) / rateHz;
    if (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS) {
      int at = known % INTERVALS;
      intervals[at] = seconds;
      powers[at] = peak;
      known++;
    } else {
      known = 0;
    }
    sinceBeat = sincePeak;
    peak = 0;
    sincePeak = 0;
  }

  /** Whether what was seen last are heart beats. */
  boolean isBeating() {
    if (known < INTERVALS) {
      return false;
    }
    double sum = 0;
    double squares = 0;
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < INTERVALS; i++) {
      sum += intervals[i];
      squares += intervals[i] * intervals[i];
      largest = Math.max(largest, powers[i]);
      smallest = Math.min(smallest, powers[i]);
    }
    double average = sum / INTERVALS;
    double variance = Math.max(0, squares / INTERVALS - average * average);
    return variance < INTERVAL_SPREAD * INTERVAL_SPREAD * average * average
        && largest < POWER_SPREAD * smallest;
  }

  void reset() {
    band.reset();
    power = 0;
    mean = 0;
    peak = 0;
    sincePeak = 0;
    sinceBeat = 0;
    known = 0;
  }
}
