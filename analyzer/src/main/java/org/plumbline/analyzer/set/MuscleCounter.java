package org.plumbline.analyzer.set;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.MuscleCounting;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.SqueezeDetector;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.EmgStream;
import org.plumbline.analyzer.stream.RestLevels;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Side;

/**
 * By the level of a muscle over its rest, on the side where that is highest. The rest is the
 * calmest second of the session so far: who has not relaxed once is not counted.
 */
final class MuscleCounter implements RepetitionCounter {
  private static final String LEVEL = "gluteusMaximusLevel";

  private final MuscleCounting counting;
  private final List<EmgStream> emg;
  private final RestLevels rest;
  private final SqueezeDetector detector;
  private final SqueezeDetector.Parameters parameters;
  private double highest = Double.NaN;

  MuscleCounter(
      Exercise.Counting exercise, MuscleCounting counting, List<EmgStream> emg, RestLevels rest) {
    this.counting = counting;
    this.emg = emg;
    this.rest = rest;
    parameters =
        SqueezeDetector.Parameters.of(exercise.minimumSeconds(), exercise.maximumSeconds());
    detector = new SqueezeDetector(parameters, GridTrack.RATE_HZ);
  }

  private List<EmgStream.Envelope> watched() {
    return emg.stream()
        .flatMap(stream -> stream.envelopes().stream())
        .filter(one -> one.location().muscle() == counting.muscle())
        .toList();
  }

  @Override
  public void step(long step, Consumer<Repetition> counted) {
    double level = level(step);
    if (!(level <= highest)) {
      highest = level > 0 ? level : highest;
    }
    detector.update(step, level).ifPresent(counted);
  }

  @Override
  public Optional<Nothing> nothing() {
    String muscle = Location.idOf(counting.muscle());
    if (watched().isEmpty()) {
      return Optional.of(new Nothing("no-muscle", List.of(muscle)));
    }
    if (Double.isNaN(highest)) {
      return Optional.of(new Nothing("no-level", List.of(muscle)));
    }
    String least = Texts.number(parameters.onRatio(), 0);
    boolean high = highest >= parameters.onRatio();
    List<String> figures = List.of(muscle, Texts.number(highest, 1), least);
    return Optional.of(new Nothing(high ? "no-squeeze" : "little-level", figures));
  }

  /** On the side where it is highest, times its rest; NaN where it is not known. */
  private double level(long step) {
    double highest = Double.NaN;
    for (EmgStream.Envelope one : watched()) {
      double level = one.volts(step) / rest.volts(one.location());
      if (level < Double.POSITIVE_INFINITY && !(level <= highest)) {
        highest = level;
      }
    }
    return highest;
  }

  /** The level over rest. */
  @Override
  public double reach(long start, long step) {
    return level(step) - 1;
  }

  /** As the detector reads it. */
  @Override
  public double holdShare() {
    return 0.6;
  }

  @Override
  public Optional<Repetition> stop(long step) {
    return detector.stop();
  }

  @Override
  public double progress() {
    return detector.progress();
  }

  @Override
  public List<Side> legs() {
    return List.of(Side.LEFT, Side.RIGHT).stream()
        .filter(side -> watched().stream().anyMatch(one -> one.location().side() == side))
        .toList();
  }

  /** The side that was asked for, or, in turn, the one with the higher level. */
  @Override
  public List<Side> working(Repetition repetition, Measurements measurements) {
    return switch (counting.working()) {
      case BOTH -> legs();
      case LEFT -> List.of(Side.LEFT);
      case RIGHT -> List.of(Side.RIGHT);
      case ALTERNATING -> higher(measurements);
    };
  }

  private List<Side> higher(Measurements measurements) {
    Optional<Metric> left = measurements.metric(LEVEL, Side.LEFT);
    Optional<Metric> right = measurements.metric(LEVEL, Side.RIGHT);
    if (left.isEmpty() || right.isEmpty() || !left.get().unit().equals(right.get().unit())) {
      return legs();
    }
    return List.of(left.get().value() > right.get().value() ? Side.LEFT : Side.RIGHT);
  }
}
