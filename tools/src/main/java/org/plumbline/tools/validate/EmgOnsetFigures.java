package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.analyzer.emg.ActivationDetector;
import org.plumbline.analyzer.emg.Burst;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.Butterworth;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.EmgBursts;
import org.plumbline.fixtures.simulator.TrueBurst;

/** Onsets and offsets of bursts against truth known to the sample, beside a plain detector. */
final class EmgOnsetFigures {
  private static final double RATE_HZ = 1000;
  private static final int BURSTS = 20;
  private static final double TYPICAL_HZ = 100;
  private static final double REST_FROM_SECONDS = 0.3;
  private static final double REST_TO_SECONDS = 1.3;

  private final int seeds;

  EmgOnsetFigures(int seeds) {
    this.seeds = seeds;
  }

  /** Of one detector at one ratio of signal to noise. */
  private static final class Tally {
    final List<Double> onsets = new ArrayList<>();
    final List<Double> offsets = new ArrayList<>();
    int all;
    int missed;
    int extra;

    /** A burst is found by the one that shares half of it. */
    void add(List<TrueBurst> truth, List<Burst> found, double delaySeconds) {
      Set<Integer> used = new LinkedHashSet<>();
      for (TrueBurst real : truth) {
        all++;
        int best = -1;
        double most = 0.5 * (real.offsetSeconds() - real.onsetSeconds());
        for (int k = 0; k < found.size(); k++) {
          double shared =
              Math.min(real.offsetSeconds(), found.get(k).offsetSeconds() - delaySeconds)
                  - Math.max(real.onsetSeconds(), found.get(k).onsetSeconds() - delaySeconds);
          if (shared > most) {
            most = shared;
            best = k;
          }
        }
        if (best < 0) {
          missed++;
        } else {
          used.add(best);
          Burst burst = found.get(best);
          onsets.add(Math.abs(burst.onsetSeconds() - delaySeconds - real.onsetSeconds()));
          offsets.add(Math.abs(burst.offsetSeconds() - delaySeconds - real.offsetSeconds()));
        }
      }
      extra += found.size() - used.size();
    }
  }

  /** Figures of even seeds; the detector's parameters were chosen on the odd ones. */
  List<Figure> figures() {
    ActivationDetector detector = new ActivationDetector(ActivationDetector.Parameters.defaults());
    List<Figure> figures = new ArrayList<>();
    for (int decibels : EmgSyntheticSuite.DECIBELS) {
      Tally ours = new Tally();
      Tally plain = new Tally();
      for (int seed = 2; seed <= 2 * seeds; seed += 2) {
        EmgBursts bursts = EmgBursts.of(seed, RATE_HZ, decibels, BURSTS);
        BiquadCascade band = Butterworth.bandPass(4, RATE_HZ, 20, 450);
        double[] samples = bursts.volts();
        for (int i = 0; i < samples.length; i++) {
          samples[i] = band.update(samples[i]);
        }
        double delay = band.groupDelaySeconds(TYPICAL_HZ);
        ours.add(bursts.bursts(), detector.detect(samples, RATE_HZ), delay);
        plain.add(
            bursts.bursts(),
            MeanDeviationDetector.detect(samples, RATE_HZ, REST_FROM_SECONDS, REST_TO_SECONDS),
            delay);
      }
      add(figures, Texts.get("validate.emg-simulated.ours", decibels), ours);
      add(figures, Texts.get("validate.emg-simulated.plain", decibels), plain);
    }
    return figures;
  }

  private static void add(List<Figure> figures, String name, Tally tally) {
    Collections.sort(tally.onsets);
    Collections.sort(tally.offsets);
    info(figures, "validate.emg-simulated.missed", name, 100.0 * tally.missed / tally.all, "%");
    info(figures, "validate.emg-simulated.extra", name, 100.0 * tally.extra / tally.all, "%");
    info(
        figures,
        "validate.emg-simulated.onset-median",
        name,
        RepetitionsSuite.quantile(tally.onsets, 0.5),
        "s");
    info(
        figures,
        "validate.emg-simulated.onset-p95",
        name,
        RepetitionsSuite.quantile(tally.onsets, 0.95),
        "s");
    info(
        figures,
        "validate.emg-simulated.offset-median",
        name,
        RepetitionsSuite.quantile(tally.offsets, 0.5),
        "s");
  }

  private static void info(
      List<Figure> figures, String words, String name, double value, String unit) {
    figures.add(
        Figure.info(
            Texts.get(words, name),
            value,
            unit,
            Origin.SYNTHETIC,
            Texts.get("validate.source.bursts")));
  }
}
