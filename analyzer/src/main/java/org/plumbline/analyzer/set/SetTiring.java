package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.analyzer.emg.AngleWindow;
import org.plumbline.analyzer.emg.Burst;
import org.plumbline.analyzer.emg.MuscleTiming;
import org.plumbline.analyzer.emg.RecordedMuscle;
import org.plumbline.analyzer.emg.SetFatigue;
import org.plumbline.analyzer.emg.Tiring;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.stream.RestLevels;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * How the muscles change over a set, and when they come on: figures for people, judged by no rule.
 * The spectrum of each repetition is read between the same angles of the segment that counts.
 */
final class SetTiring {
  /** From three tenths of the way up to the end of the hold. */
  private static final double LOW_SHARE = 0.3;

  private static final double TOP_SHARE = 0.9;

  /** A rest is looked at so far before a repetition. */
  private static final long REST_STEPS = 200;

  /**
   * 90 % half-width of the median frequency of about two seconds, a share of it: simulated bridges.
   */
  private static final double MEDIAN_ERROR = 0.08;

  /** The same of the logarithm of the index. */
  private static final double DIMITROV_ERROR = 0.35;

  private final int index;
  private final RestLevels rest;
  private final HandCorrections corrections;
  private final Map<OnMuscle, SortedMap<Integer, Tiring>> tirings = new LinkedHashMap<>();

  /**
   * @param index of the set
   */
  SetTiring(int index, RestLevels rest, HandCorrections corrections) {
    this.index = index;
    this.rest = rest;
    this.corrections = corrections;
  }

  /** The repetitions so far were none. */
  void clear() {
    tirings.clear();
  }

  /** Name of the group that a muscle stands for in the metrics. */
  private static Optional<String> group(Muscle muscle) {
    if (muscle.isHamstring()) {
      return Optional.of("hamstrings");
    }
    return switch (muscle) {
      case GLUTEUS_MAXIMUS -> Optional.of("gluteusMaximus");
      case ERECTOR_SPINAE -> Optional.of("erectorSpinae");
      default -> Optional.empty();
    };
  }

  /**
   * Adds what this repetition tells.
   *
   * @param number of the repetition in the set
   * @param excursion of the counting segment in degrees, one value a step; empty when nothing moves
   * @param previousEnd last step of the repetition before, or long ago
   */
  void measure(
      int number,
      Repetition repetition,
      long previousEnd,
      List<RecordedMuscle> muscles,
      Optional<double[]> excursion,
      Measurements measurements) {
    List<String> done = new ArrayList<>();
    for (RecordedMuscle muscle : muscles) {
      Optional<String> group = group(muscle.location().muscle());
      Side side = muscle.location().side();
      if (group.isEmpty() || done.contains(group.get() + side)) {
        continue;
      }
      done.add(group.get() + side);
      long from = Math.max(previousEnd, repetition.start() - REST_STEPS);
      Optional<Burst> burst =
          MuscleTiming.burst(muscle, from, repetition.start(), repetition.holdEnd());
      BurstByHand.add(
          group.get(),
          muscle.location(),
          repetition,
          burst,
          corrections.burst(index, number, muscle.location()),
          measurements);
      tiring(muscle, repetition, excursion)
          .filter(Tiring::isSpectral)
          .ifPresent(one -> add(group.get(), number, muscle.location(), one, measurements));
    }
  }

  private Optional<Tiring> tiring(
      RecordedMuscle muscle, Repetition repetition, Optional<double[]> excursion) {
    double restVolts = rest.volts(muscle.location());
    if (excursion.isEmpty()) {
      return MuscleTiming.tiring(
          muscle, repetition.holdStart(), repetition.holdEnd(), Double.NaN, restVolts);
    }
    int holdEnd = (int) (repetition.holdEnd() - repetition.start());
    AngleWindow window = AngleWindow.of(excursion.get(), LOW_SHARE, TOP_SHARE, holdEnd, 100);
    return MuscleTiming.tiring(
        muscle,
        repetition.start() + window.from(),
        repetition.start() + window.to(),
        window.speed(),
        restVolts);
  }

  private void add(
      String group, int number, OnMuscle place, Tiring tiring, Measurements measurements) {
    Side side = place.side();
    double hz = tiring.medianHz();
    measurements.add(new Metric(group + "MedianFrequency", side, hz, MEDIAN_ERROR * hz, "Hz"));
    measurements.add(
        new Metric(group + "LnDimitrov", side, tiring.lnDimitrov(), DIMITROV_ERROR, "1"));
    SortedMap<Integer, Tiring> set = tirings.computeIfAbsent(place, key -> new TreeMap<>());
    set.put(number, tiring);
    SetFatigue.of(List.copyOf(set.headMap(number + 1).values()))
        .ifPresent(fatigue -> addChanges(group, side, fatigue, measurements));
  }

  private static void addChanges(
      String group, Side side, SetFatigue fatigue, Measurements measurements) {
    addChange(group + "FrequencyChange", side, fatigue.medianFrequency(), "%", measurements);
    addChange(group + "AmplitudeChange", side, fatigue.amplitude(), "%", measurements);
    addChange(group + "DimitrovChange", side, fatigue.dimitrov(), "1", measurements);
    fatigue
        .speed()
        .filter(speed -> measurements.metric("speedChange", Side.MIDLINE).isEmpty())
        .ifPresent(speed -> addChange("speedChange", Side.MIDLINE, speed, "%", measurements));
  }

  private static void addChange(
      String name, Side side, SetFatigue.Change change, String unit, Measurements measurements) {
    measurements.add(new Metric(name, side, change.value(), change.error(), unit));
  }
}
