package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.TrueBurst;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** Spectra, their change over a set that tires or does not, and onsets, in simulated bridges. */
final class EmgFatigueFigures {
  private static final int[] DECIBELS = {20, 12, 6};

  /** Other than those on which the stated errors were chosen, 2001 to 2003. */
  private static final int FIRST_SEED = 3001;

  private static final String FREQUENCY = "gluteusMaximusMedianFrequency";
  private static final String CHANGE = "gluteusMaximusFrequencyChange";
  private static final String AMPLITUDE = "gluteusMaximusAmplitudeChange";

  private final int seeds;

  EmgFatigueFigures(int seeds) {
    this.seeds = seeds;
  }

  /** Sets of one kind. */
  private static final class Tally {
    final MetricErrors median = new MetricErrors();
    final MetricErrors dimitrov = new MetricErrors();
    final MetricErrors change = new MetricErrors();
    final MetricErrors speed = new MetricErrors();
    final MetricErrors onset = new MetricErrors();
    final List<Double> onsets = new ArrayList<>();
    int sets;
    int fatigue;
    int silent;
  }

  List<Figure> figures(Consumer<String> progress) {
    List<Figure> figures = new ArrayList<>();
    for (boolean tiring : new boolean[] {true, false}) {
      for (int decibels : DECIBELS) {
        String kind =
            Texts.get(
                tiring ? "validate.emg-simulated.tiring" : "validate.emg-simulated.fresh",
                decibels);
        progress.accept(kind);
        Tally tally = new Tally();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
          compare(new EmgBridge(seed, seed, decibels, plans(tiring), tiring), tally);
        }
        add(figures, kind, tally);
      }
    }
    return figures;
  }

  /** A set that tires slows down by a quarter. */
  private static List<RepetitionPlan> plans(boolean tiring) {
    List<RepetitionPlan> plans = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      plans.add(tiring ? RepetitionPlan.good().slowed(1 + i / 27.0) : RepetitionPlan.good());
    }
    return plans;
  }

  private static void compare(EmgBridge bridge, Tally tally) {
    List<RepetitionResult> found = bridge.analyze(List.of(), Optional.empty());
    List<TrueRepetition> real = bridge.repetitions();
    if (found.size() != real.size()) {
      return;
    }
    for (Side side : new Side[] {Side.LEFT, Side.RIGHT}) {
      int channel = bridge.channel(Muscle.GLUTEUS_MAXIMUS, side);
      double first = bridge.truth().medianFrequencyHz(channel, real.get(0));
      double last = bridge.truth().medianFrequencyHz(channel, real.get(9));
      for (int i = 0; i < found.size(); i++) {
        double hz = bridge.truth().medianFrequencyHz(channel, real.get(i));
        metric(found.get(i), FREQUENCY, side)
            .ifPresent(one -> tally.median.add(one.value(), hz, one.error()));
        double index = FastMath.log(bridge.truth().dimitrovIndex(channel, real.get(i)));
        metric(found.get(i), "gluteusMaximusLnDimitrov", side)
            .ifPresent(one -> tally.dimitrov.add(one.value(), index, one.error()));
        Optional<TrueBurst> burst = bridge.truth().emgBurst(channel, real.get(i));
        double start = found.get(i).startSeconds();
        metric(found.get(i), "gluteusMaximusOnset", side)
            .filter(one -> burst.isPresent())
            .ifPresent(
                one -> {
                  double truth = burst.orElseThrow().onsetSeconds() - start;
                  tally.onset.add(one.value(), truth, one.error());
                  tally.onsets.add(Math.abs(one.value() - truth));
                });
      }
      tally.sets++;
      Optional<Metric> change = metric(found.get(9), CHANGE, side);
      Optional<Metric> amplitude = metric(found.get(9), AMPLITUDE, side);
      if (change.isEmpty() || amplitude.isEmpty()) {
        tally.silent++;
        continue;
      }
      Metric fall = change.get();
      tally.change.add(fall.value(), 100 * (last / first - 1), fall.error());
      boolean both =
          fall.value() + fall.error() < 0 && amplitude.get().value() > amplitude.get().error();
      tally.fatigue += both ? 1 : 0;
      double slower = fittedPaceChange(real);
      metric(found.get(9), "speedChange", Side.MIDLINE)
          .ifPresent(one -> tally.speed.add(one.value(), slower, one.error()));
    }
  }

  /** Of a line through the true speeds of the lifts, per cent of its first value. */
  private static double fittedPaceChange(List<TrueRepetition> real) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < real.size(); i++) {
      line.addData(i, 1 / (real.get(i).holdStartSeconds() - real.get(i).startSeconds()));
    }
    return 100 * line.getSlope() * (real.size() - 1) / line.getIntercept();
  }

  private static Optional<Metric> metric(RepetitionResult repetition, String name, Side side) {
    return repetition.metrics().stream()
        .filter(one -> one.name().equals(name) && one.side() == side)
        .findFirst();
  }

  private static void add(List<Figure> figures, String kind, Tally tally) {
    info(figures, "fatigue", kind, 100.0 * tally.fatigue / tally.sets, "%");
    info(figures, "silent", kind, 100.0 * tally.silent / tally.sets, "%");
    if (tally.median.count() > 0) {
      info(figures, "median-hz", kind, tally.median.rms(), "Hz");
      info(figures, "median-bias", kind, tally.median.bias(), "Hz");
      info(figures, "median-within", kind, tally.median.withinPercent(), "%");
    }
    if (tally.dimitrov.count() > 0) {
      info(figures, "dimitrov", kind, tally.dimitrov.rms(), "1");
      info(figures, "dimitrov-within", kind, tally.dimitrov.withinPercent(), "%");
    }
    if (tally.change.count() > 0) {
      info(figures, "change", kind, tally.change.rms(), "%");
      info(figures, "change-within", kind, tally.change.withinPercent(), "%");
    }
    if (tally.speed.count() > 0) {
      info(figures, "speed", kind, tally.speed.rms(), "%");
    }
    if (!tally.onsets.isEmpty()) {
      Collections.sort(tally.onsets);
      info(figures, "bridge-onset", kind, RepetitionsSuite.quantile(tally.onsets, 0.5), "s");
      info(figures, "bridge-onset-p95", kind, RepetitionsSuite.quantile(tally.onsets, 0.95), "s");
      info(figures, "bridge-onset-within", kind, tally.onset.withinPercent(), "%");
    }
  }

  private static void info(
      List<Figure> figures, String words, String kind, double value, String unit) {
    figures.add(
        Figure.info(
            Texts.get("validate.emg-simulated." + words, kind),
            value,
            unit,
            Origin.SYNTHETIC,
            Texts.get("validate.source.bridges")));
  }
}
