package org.plumbline.tools.validate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.plumbline.analyzer.emg.EmgQuality;
import org.plumbline.device.log.Muscle;

/**
 * A fault that is mixed into a real recording. Levels are relative to the RMS of the same channel
 * in its band, over the whole recording. They were fixed before the quality was run on them, except
 * for the heart, which began at half of its level and then harmed hardly any stretch.
 */
enum EmgFault {
  /** Mains 3 dB below the signal, third harmonic 12 dB below the first, all the time. */
  HUM(EmgQuality.HUM, 0, Double.POSITIVE_INFINITY) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      double lineHz = (chance.nextBoolean() ? 50 : 60) + 0.1 * chance.nextGaussian();
      double amplitude = Math.sqrt(2) * bandVolts * Math.pow(10, -3 / 20.0);
      double phase = 2 * Math.PI * chance.nextDouble();
      for (int i = 0; i < volts.length; i++) {
        double angle = 2 * Math.PI * lineHz * i / rateHz + phase;
        volts[i] += amplitude * (Math.sin(angle) + 0.25 * Math.sin(3 * angle));
      }
    }
  },
  /** Electrode off for 2 s: the input is pulled to a constant. */
  OFF_FLAT(EmgQuality.FLAT, 5, 7) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      Arrays.fill(volts, from(rateHz), to(rateHz, volts.length), volts[from(rateHz)]);
    }
  },
  /** Electrode off for 2 s: the input floats and takes up 100 uV RMS of hum. */
  OFF_HUM(EmgQuality.OFF, 5, 7) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      for (int i = from(rateHz); i < to(rateHz, volts.length); i++) {
        volts[i] =
            141e-6 * Math.sin(2 * Math.PI * 60.05 * i / rateHz) + 3e-6 * chance.nextGaussian();
      }
    }
  },
  /** Electrode off for 2 s: both inputs are shorted, 0.1 uV of noise is left. */
  OFF_SILENT(EmgQuality.OFF, 5, 7) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      for (int i = from(rateHz); i < to(rateHz, volts.length); i++) {
        volts[i] = 1e-7 * chance.nextGaussian();
      }
    }
  },
  /**
   * Gain too high: 2 % of the samples lie beyond a 12-bit converter's range. What was lost to the
   * coarse steps of the recording is put back as even noise before it is converted again.
   */
  CLIPPED(EmgQuality.CLIPPED, 0, Double.POSITIVE_INFINITY) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      double[] sizes = new double[volts.length];
      for (int i = 0; i < volts.length; i++) {
        volts[i] += RECORDED_STEP_VOLTS * (chance.nextDouble() - 0.5);
        sizes[i] = Math.abs(volts[i]);
      }
      Arrays.sort(sizes);
      double end = sizes[(int) (0.98 * sizes.length)];
      double step = end / 2048;
      for (int i = 0; i < volts.length; i++) {
        volts[i] = step * Math.rint(Math.max(-end, Math.min(end, volts[i])) / step);
      }
    }
  },
  /**
   * Heart beats on a trunk channel: QRS of 10 times the RMS, T wave of a fifth of it, 70 a minute.
   */
  HEART(EmgQuality.HEART, 0, Double.POSITIVE_INFINITY) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      double at = 0.5;
      while (at < volts.length / rateHz) {
        addBeat(volts, rateHz, at, 10 * bandVolts);
        at += 60 / 70.0 * (1 + 0.03 * chance.nextGaussian());
      }
    }
  },
  /** The cable swings for 2 s: noise from 1 to 15 Hz of 10 times the RMS and two jerks of 20. */
  CABLE(EmgQuality.MOVEMENT, 5, 7) {
    @Override
    void mix(double[] volts, double rateHz, double bandVolts, Random chance) {
      double[] phases = chance.doubles(29).map(one -> 2 * Math.PI * one).toArray();
      double each = 10 * bandVolts * Math.sqrt(2.0 / phases.length);
      for (int i = from(rateHz); i < to(rateHz, volts.length); i++) {
        for (int k = 0; k < phases.length; k++) {
          volts[i] += each * Math.sin(2 * Math.PI * (1 + 0.5 * k) * i / rateHz + phases[k]);
        }
        double second = i / rateHz - 5;
        volts[i] += 20 * bandVolts * (decay(second - 0.3) - decay(second - 1.2));
      }
    }
  };

  private static final double RECORDED_STEP_VOLTS = 0.75e-6;

  private final String code;
  private final double fromSeconds;
  private final double toSeconds;

  EmgFault(String code, double fromSeconds, double toSeconds) {
    this.code = code;
    this.fromSeconds = fromSeconds;
    this.toSeconds = toSeconds;
  }

  abstract void mix(double[] volts, double rateHz, double bandVolts, Random chance);

  /** The recording with this fault in one channel. */
  EmgTrial in(EmgTrial trial, int channel) {
    double[] volts = trial.volts(channel);
    Random chance = new Random(31L * trial.name().hashCode() + channel);
    mix(volts, trial.rateHz(), trial.bandVolts(channel), chance);
    return trial.with(channel, volts, muscle(trial, channel));
  }

  /** Only the trunk is near enough to the heart. */
  Muscle muscle(EmgTrial trial, int channel) {
    return this == HEART ? Muscle.ERECTOR_SPINAE : trial.muscles().get(channel).muscle();
  }

  /** Name of its texts. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it should be called. */
  String code() {
    return code;
  }

  /**
   * How much of it is in a stretch: 0 none, 1 and more so much that it should be told, between them
   * either answer is right. Told should be 1 s of an electrode off or a moving cable, 1 % of
   * clipped samples, and hum or heart less than 6 dB below the signal of the stretch.
   */
  double harm(EmgTrial clean, EmgTrial faulty, int channel, double fromSeconds, double toSeconds) {
    int from = (int) (fromSeconds * clean.rateHz());
    int to = (int) (toSeconds * clean.rateHz());
    return switch (this) {
      case CLIPPED -> faulty.shareAtEnds(channel, from, to) / 0.01;
      case HUM, HEART -> clean.added(faulty, channel, from, to) / 0.25;
      default ->
          Math.max(
              0, Math.min(toSeconds, this.toSeconds) - Math.max(fromSeconds, this.fromSeconds));
    };
  }

  int from(double rateHz) {
    return (int) (fromSeconds * rateHz);
  }

  int to(double rateHz, int size) {
    return (int) Math.min(size, toSeconds * rateHz);
  }

  private static double decay(double seconds) {
    return seconds < 0 ? 0 : Math.exp(-seconds / 0.1);
  }

  private static void addBeat(double[] volts, double rateHz, double seconds, double peak) {
    for (int i = 0; i < volts.length; i++) {
      double t = i / rateHz - seconds;
      if (Math.abs(t) < 0.6) {
        double q = t / 0.012;
        double wave = (t - 0.25) / 0.05;
        volts[i] += peak * (1 - q * q) * Math.exp(-q * q / 2);
        volts[i] += 0.2 * peak * Math.exp(-wave * wave / 2);
      }
    }
  }
}
