package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.repetition.HomeSeeker;
import org.plumbline.analyzer.repetition.MovementBounds;
import org.plumbline.analyzer.repetition.MovementSeries;
import org.plumbline.analyzer.repetition.MovementShape;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.RepetitionDetector;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * By the inclination of a segment, in the posture of the exercise. Where no operator says when a
 * set begins, a set is what repeats itself ({@link MovementSeries}).
 */
final class InclinationCounter implements RepetitionCounter {
  private final Exercise exercise;
  private final Optional<Side> named;
  private final Legs legs;

  /** The leg that is watched alone. */
  private final Optional<Side> watched;

  private final BodyFold body;
  private final RepetitionDetector.Parameters parameters;
  private HomeSeeker detector;
  private final MovementCheck check;

  /** Of the legs: what counts, or the thighs where that is the pelvis or the trunk. */
  private final MovementCheck legsCheck;

  private final Segment legsSegment;
  private final TurnHeights heights;
  private final Optional<MovementSeries> series;
  private final WalkingWitness walking;
  private final CountedMovement movement = new CountedMovement();
  private boolean lain;
  private int[] countedMeanings = {};
  private long lastEnd = Long.MIN_VALUE;
  private boolean countsAgain;

  /**
   * A counter for one set.
   *
   * @param named the leg that works, where the operator said it
   * @param announced the operator said that the set begins, so that the first movement counts
   */
  InclinationCounter(Exercise exercise, Optional<Side> named, BodyFold body, boolean announced) {
    this.exercise = exercise;
    this.named = named;
    this.body = body;
    Exercise.Counting counting = exercise.counting();
    legs = counting.legs().orElse(Legs.BOTH);
    watched = legs == Legs.BOTH ? Optional.empty() : named;
    RepetitionDetector.Parameters unannounced =
        RepetitionDetector.Parameters.of(
            counting.minimumExcursionDeg(), counting.minimumSeconds(), counting.maximumSeconds());
    parameters = announced ? unannounced.announced() : unannounced;
    detector = detector();
    heights = new TurnHeights(counting);
    check = new MovementCheck(exercise, counting.segment(), watched, body);
    legsSegment = counting.segment().paired() ? counting.segment() : Segment.THIGH;
    legsCheck = new MovementCheck(exercise, legsSegment, watched, body);
    walking = new WalkingWitness(exercise.position());
    series =
        announced
            ? Optional.empty()
            : Optional.of(
                new MovementSeries(MovementSeries.Parameters.defaults(), GridTrack.RATE_HZ));
  }

  private HomeSeeker detector() {
    return new HomeSeeker(parameters, GridTrack.RATE_HZ, legs != Legs.BOTH);
  }

  @Override
  public void step(long step, Consumer<Repetition> found) {
    Consumer<Repetition> counted = repetition -> offer(repetition, step, found);
    boolean lay = lain;
    lain = body.hasLain();
    boolean justLain = lain && !lay && exercise.position().isLying();
    Vector3[] ups = body.ups(exercise.counting().segment(), watched, step);
    watchMeanings(step, counted);
    if (series.isPresent() && legs == Legs.BOTH) {
      watchStrides(step);
    }
    boolean elsewhere = body.isElsewhere(exercise.position(), step);
    if (justLain) {
      movement.startAnew();
    }
    movement.step(ups, elsewhere);
    if (justLain) {
      // Getting down was no repetition.
      detector.startAnew();
    } else {
      feed(step, ups, elsewhere, counted);
    }
  }

  /** Where what counts does not show strides: both legs as one, or the pelvis. */
  private void watchStrides(long step) {
    Vector3[] ups = body.ups(legsSegment, watched, step);
    if (ups.length > 1 || (ups.length > 0 && legsSegment != exercise.counting().segment())) {
      walking
          .step(step, ups)
          .map(legsCheck::shape)
          .filter(legsCheck::isSwing)
          .ifPresent(walking::swing);
    }
  }

  private void feed(long step, Vector3[] ups, boolean elsewhere, Consumer<Repetition> counted) {
    if (elsewhere) {
      detector.startAnew().ifPresent(counted);
    } else if (Arrays.stream(ups).anyMatch(Vector3::isKnown)) {
      detector.update(step, ups).ifPresent(counted);
    } else {
      detector.interrupt().ifPresent(counted);
    }
  }

  /** Hands on what is a repetition as of now, which may be more than one or none. */
  private void offer(Repetition counted, long step, Consumer<Repetition> found) {
    MovementShape shape = check.shape(counted);
    if (check.isSwing(shape)) {
      if (!countsAgain && legsSegment == exercise.counting().segment()) {
        walking.swing(shape);
      }
      series.ifPresent(MovementSeries::swing);
    } else if (!check.isOther(counted) && !isElsewhere(counted)) {
      OptionalLong otherStart = otherStart(shape, step);
      if (otherStart.isPresent()) {
        series.ifPresent(set -> set.turnRound(shape));
        countFrom(otherStart.getAsLong(), step, found);
      } else {
        take(shape, bounded(counted, step), found);
      }
    }
  }

  /** In a set that nobody announced it may have to wait for others like it. */
  private void take(MovementShape shape, Repetition repetition, Consumer<Repetition> found) {
    if (series.isEmpty()) {
      found.accept(repetition);
      return;
    }
    boolean witnessed = check.isWitnessed(repetition, walking.isKnown());
    for (Repetition one : series.get().update(shape, repetition, witnessed)) {
      walking.counted(legsCheck.shape(one));
      found.accept(one);
    }
  }

  /** Who is upright and was told to begin is asked by the guard, not passed over. */
  private boolean isElsewhere(Repetition counted) {
    return (series.isPresent() || exercise.position().isLying())
        && walking.isElsewhere(legsCheck.shape(counted));
  }

  @Override
  public List<Repetition> takeMistaken() {
    return walking.takeMistaken();
  }

  /**
   * From where on is to be counted, where this movement and those like it were counted from turn to
   * turn: what has been handed on stands.
   */
  private OptionalLong otherStart(MovementShape shape, long step) {
    if (countsAgain || !shape.repetition().complete()) {
      return OptionalLong.empty();
    }
    long own = shape.repetition().start();
    long from =
        series
            .filter(set -> !set.goesOn(shape))
            .map(set -> Math.min(own, set.heldFrom()))
            .orElse(own);
    List<InertialStream> sensors = body.believed(exercise.counting().segment(), watched, step);
    return heights.goesOtherWay(shape, from, sensors, step).stream()
        .mapToLong(Repetition::turn)
        .findFirst();
  }

  /** As if the log had begun there. */
  private void countFrom(long start, long step, Consumer<Repetition> found) {
    heights.startAnew();
    lastEnd = start;
    detector = detector();
    countsAgain = true;
    for (long at = start; at <= step; at++) {
      Vector3[] ups = body.ups(exercise.counting().segment(), watched, at);
      boolean elsewhere = body.isElsewhere(exercise.position(), at);
      feed(at, ups, elsewhere, again -> offer(again, step, found));
    }
    countsAgain = false;
  }

  @Override
  public long needsFrom() {
    return series.map(MovementSeries::heldFrom).orElse(Long.MAX_VALUE);
  }

  /** With the bounds of its movement, after the repetition before. */
  private Repetition bounded(Repetition counted, long step) {
    Repetition repetition =
        counted.complete()
            ? new MovementBounds(body.turns(exercise.counting().segment(), watched, step), step)
                .of(counted, lastEnd)
            : counted;
    lastEnd = repetition.end();
    return repetition;
  }

  /** A sensor whose axes mean something else from now on cuts off what it was counting. */
  private void watchMeanings(long step, Consumer<Repetition> counted) {
    int[] meanings = body.streams().meanings(exercise.counting().segment(), watched, step);
    for (int s = 0; s < meanings.length && meanings.length == countedMeanings.length; s++) {
      if (meanings[s] < 0) {
        meanings[s] = countedMeanings[s];
      } else if (countedMeanings[s] >= 0 && meanings[s] != countedMeanings[s]) {
        detector.changed(s).ifPresent(counted);
        walking.changed();
      }
    }
    countedMeanings = meanings;
  }

  @Override
  public List<Repetition> stop(long step) {
    List<Repetition> last = new ArrayList<>();
    HomeSeeker counting = detector;
    detector.stop(step).ifPresent(repetition -> offer(repetition, step, last::add));
    if (!counting.equals(detector)) {
      detector.stop(step).ifPresent(repetition -> offer(repetition, step, last::add));
    }
    return last;
  }

  @Override
  public double progress() {
    return detector.progress();
  }

  @Override
  public Optional<Nothing> nothing() {
    int alone = series.map(MovementSeries::seen).orElse(0);
    if (alone > 0) {
      return Optional.of(new Nothing("few-alike", List.of(String.valueOf(alone))));
    }
    boolean worn = !body.streams().on(exercise.counting().segment(), watched).isEmpty();
    return worn ? movement.nothing(exercise.counting()) : Optional.empty();
  }

  /** Angle of "up" from the start, degrees, mean over the sensors. */
  @Override
  public double reach(long start, long step) {
    Segment segment = exercise.counting().segment();
    return turnedDeg(body.ups(segment, watched, start), body.ups(segment, watched, step));
  }

  /** Mean over the sensors that are there at both moments; NaN without any. */
  private static double turnedDeg(Vector3[] start, Vector3[] now) {
    double sum = 0;
    int known = 0;
    for (int s = 0; s < Math.min(start.length, now.length); s++) {
      if (start[s].isKnown() && now[s].isKnown()) {
        sum += start[s].angleToRad(now[s]);
        known++;
      }
    }
    return known == 0 ? Double.NaN : FastMath.toDegrees(sum / known);
  }

  /** As the detector reads it. */
  @Override
  public double holdShare() {
    return 1 - parameters.holdShare();
  }

  @Override
  public Optional<double[]> excursion(Repetition repetition) {
    Segment segment = exercise.counting().segment();
    Vector3[] start = body.ups(segment, named, repetition.start());
    double[] degrees = new double[(int) (repetition.end() - repetition.start() + 1)];
    double largest = 0;
    for (int i = 0; i < degrees.length; i++) {
      double turned = turnedDeg(start, body.ups(segment, named, repetition.start() + i));
      degrees[i] = Double.isNaN(turned) ? 0 : turned;
      largest = Math.max(largest, degrees[i]);
    }
    return largest > 0 ? Optional.of(degrees) : Optional.empty();
  }

  @Override
  public List<Side> legs() {
    return body.streams().legs(exercise.counting().segment());
  }

  /** The leg that was named, or the one that turns further where one works alone. */
  @Override
  public List<Side> working(Repetition repetition, Measurements measurements) {
    if (named.isPresent()) {
      return List.of(named.get());
    }
    if (legs != Legs.MOVING) {
      return legs();
    }
    Segment segment = exercise.counting().segment();
    double left = body.turnedRad(segment, Side.LEFT, repetition.start(), repetition.turn());
    double right = body.turnedRad(segment, Side.RIGHT, repetition.start(), repetition.turn());
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Double.isNaN(left) && Double.isNaN(right)
          ? legs()
          : List.of(Double.isNaN(left) ? Side.RIGHT : Side.LEFT);
    }
    return List.of(left > right ? Side.LEFT : Side.RIGHT);
  }

  @Override
  public boolean isLegUnknown() {
    return named.isEmpty() && legs == Legs.NAMED;
  }
}
