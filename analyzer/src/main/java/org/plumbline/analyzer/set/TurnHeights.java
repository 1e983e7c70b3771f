package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.exercise.Exercise.TurnIs;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.HeightDifference;
import org.plumbline.analyzer.repetition.MovementShape;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.TurnHeight;
import org.plumbline.analyzer.stream.InertialStream;

/**
 * Finds out that movements are taken to begin where they turn, as in a recording that begins
 * lifted: by the accelerometers of the counting segment, which rise on the way out or sink, as the
 * exercise says. One thread.
 */
final class TurnHeights {

  /** Errors beyond none: by chance once in 160 movements. */
  private static final double SURE = 2.5;

  /** So many of the latest tell together. */
  private static final int KEPT = 20;

  /** Before a movement and after it, where it rests. */
  private static final long BESIDE_STEPS = 50;

  /** Chord of 3 deg: a sensor that turns by less tells nothing. */
  private static final double LEAST_WAY = 0.05;

  /** A movement and the height of its turn. */
  private record Measured(MovementShape shape, HeightDifference height) {}

  private final Exercise.Counting counting;
  private final List<Measured> latest = new ArrayList<>();

  TurnHeights(Exercise.Counting counting) {
    this.counting = counting;
  }

  /**
   * Takes a complete movement.
   *
   * @param from movements that began before have been counted
   * @param sensors that count
   * @param now newest step that may be read
   * @return where the latest movements of its kind together plainly go the other way, the first
   *     that has not been counted and went like them
   */
  Optional<Repetition> goesOtherWay(
      MovementShape shape, long from, List<InertialStream> sensors, long now) {
    Optional<TurnIs> asked = counting.turn();
    Optional<HeightDifference> height =
        asked.flatMap(turn -> height(shape.repetition(), sensors, now));
    if (height.isEmpty()) {
      return Optional.empty();
    }
    latest.add(new Measured(shape, height.get()));
    if (latest.size() > KEPT) {
      latest.remove(0);
    }
    List<HeightDifference> alike =
        latest.stream().filter(one -> one.shape().isLike(shape)).map(Measured::height).toList();
    if (asked.get().sign() * HeightDifference.together(alike).inErrors() > -SURE) {
      return Optional.empty();
    }
    return latest.stream()
        .map(Measured::shape)
        .filter(one -> one.repetition().start() >= from && one.goesLike(shape))
        .map(MovementShape::repetition)
        .findFirst();
  }

  /** What comes next is counted from another start. */
  void startAnew() {
    latest.clear();
  }

  private Optional<HeightDifference> height(
      Repetition repetition, List<InertialStream> sensors, long now) {
    boolean all = counting.legs().orElse(Legs.BOTH) == Legs.BOTH;
    List<HeightDifference> heights = new ArrayList<>();
    double furthest = LEAST_WAY;
    for (InertialStream sensor : sensors) {
      double way = way(sensor, repetition).norm();
      if (way > furthest) {
        if (!all) {
          // The leg that works; the other one is moved along.
          heights.clear();
          furthest = way;
        }
        height(sensor, repetition, now).ifPresent(heights::add);
      }
    }
    return heights.isEmpty() ? Optional.empty() : Optional.of(HeightDifference.together(heights));
  }

  private static Vector3 way(InertialStream sensor, Repetition repetition) {
    return sensor.up(repetition.turn()).minus(sensor.up(repetition.start()));
  }

  private static Optional<HeightDifference> height(
      InertialStream sensor, Repetition repetition, long now) {
    Vector3 start = sensor.up(repetition.start());
    Vector3 way = way(sensor, repetition);
    long from = repetition.start() - BESIDE_STEPS;
    long to = Math.min(now, repetition.end() + BESIDE_STEPS);
    double[] gone = new double[(int) (to - from + 1)];
    double[] force = new double[gone.length];
    for (int i = 0; i < gone.length; i++) {
      boolean same = sensor.track().has(from + i) && sensor.sameMeaning(from + i, now);
      gone[i] = same ? sensor.up(from + i).minus(start).dot(way) / way.dot(way) : Double.NaN;
      force[i] = sensor.alongUpMps2(from + i);
    }
    return TurnHeight.estimate(gone, force);
  }
}
