package org.plumbline.analyzer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.MovementBounds;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.RepetitionDetector;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Side;

/** By the inclination of a segment, in the posture of the exercise. */
final class InclinationCounter implements RepetitionCounter {
  private final Exercise exercise;
  private final BodyFold body;
  private final RepetitionDetector detector;
  private boolean lain;
  private int[] countedMeanings = {};
  private long lastEnd = Long.MIN_VALUE;

  InclinationCounter(Exercise exercise, BodyFold body) {
    this.exercise = exercise;
    this.body = body;
    Exercise.Counting counting = exercise.counting();
    detector =
        new RepetitionDetector(
            RepetitionDetector.Parameters.of(
                counting.minimumExcursionDeg(),
                counting.minimumSeconds(),
                counting.maximumSeconds()),
            GridTrack.RATE_HZ);
  }

  @Override
  public void step(long step, Consumer<Repetition> found) {
    Consumer<Repetition> counted = repetition -> found.accept(bounded(repetition, step));
    boolean lay = lain;
    lain = body.hasLain();
    boolean justLain = lain && !lay && exercise.position() == Position.SUPINE;
    Vector3[] ups = body.ups(exercise.counting().segment(), step);
    watchMeanings(step, counted);
    boolean anything = Arrays.stream(ups).anyMatch(Vector3::isKnown);
    if (justLain) {
      // Getting down was no repetition.
      detector.startAnew();
    } else if (body.isElsewhere(exercise.position(), step)) {
      detector.startAnew().ifPresent(counted);
    } else if (!anything) {
      detector.interrupt().ifPresent(counted);
    } else {
      detector.update(step, ups).ifPresent(counted);
    }
  }

  /** With the bounds of its movement, after the repetition before. */
  private Repetition bounded(Repetition counted, long step) {
    Repetition repetition =
        counted.complete()
            ? new MovementBounds(body.turns(exercise.counting().segment(), step), step)
                .of(counted, lastEnd)
            : counted;
    lastEnd = repetition.end();
    return repetition;
  }

  /** A sensor whose axes mean something else from now on cuts off what it was counting. */
  private void watchMeanings(long step, Consumer<Repetition> counted) {
    int[] meanings = body.streams().meanings(exercise.counting().segment(), step);
    for (int s = 0; s < meanings.length && meanings.length == countedMeanings.length; s++) {
      if (meanings[s] < 0) {
        meanings[s] = countedMeanings[s];
      } else if (countedMeanings[s] >= 0 && meanings[s] != countedMeanings[s]) {
        detector.changed(s).ifPresent(counted);
      }
    }
    countedMeanings = meanings;
  }

  @Override
  public Optional<Repetition> stop(long step) {
    return detector.stop(step).map(repetition -> bounded(repetition, step));
  }

  @Override
  public double progress() {
    return detector.progress();
  }

  /** Angle of "up" from the start, degrees, mean over the sensors. */
  @Override
  public double reach(long start, long step) {
    Vector3[] first = body.ups(exercise.counting().segment(), start);
    Vector3[] now = body.ups(exercise.counting().segment(), step);
    double sum = 0;
    int known = 0;
    for (int s = 0; s < Math.min(first.length, now.length); s++) {
      if (first[s].isKnown() && now[s].isKnown()) {
        sum += first[s].angleToRad(now[s]);
        known++;
      }
    }
    return known == 0 ? Double.NaN : FastMath.toDegrees(sum / known);
  }

  /** As the detector reads it. */
  @Override
  public double holdShare() {
    return 0.94;
  }

  @Override
  public List<Side> legs() {
    return body.streams().legs();
  }
}
