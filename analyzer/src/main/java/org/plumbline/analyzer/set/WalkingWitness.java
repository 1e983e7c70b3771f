package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.HomeSeeker;
import org.plumbline.analyzer.repetition.MovementShape;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.repetition.RepetitionDetector;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * What walking tells of movements that were counted, before and after it: in which position they
 * were done. Legs that walk work in turn, and the mean of both hardly moves; so where both are
 * watched together, or the pelvis, strides are looked for in one of them. One thread.
 */
final class WalkingWitness {

  /** A thigh that walks swings by 30 to 45 deg; turning on the spot by less. */
  private static final double LEAST_STRIDE_DEG = 15;

  private static final double SHORTEST_STRIDE_SECONDS = 0.6;
  private static final double LONGEST_STRIDE_SECONDS = 2;

  private final Position position;
  private final Walked walked = new Walked();
  private final HomeSeeker oneLeg = legSeeker();

  /** Counted, and not yet compared with walking. */
  private final List<MovementShape> unproven = new ArrayList<>();

  private final List<Repetition> mistaken = new ArrayList<>();

  WalkingWitness(Position position) {
    this.position = position;
  }

  private static HomeSeeker legSeeker() {
    return new HomeSeeker(
        RepetitionDetector.Parameters.of(
            LEAST_STRIDE_DEG, SHORTEST_STRIDE_SECONDS, LONGEST_STRIDE_SECONDS),
        GridTrack.RATE_HZ,
        false);
  }

  /**
   * Takes the next grid step of legs whose strides the counting does not show.
   *
   * @param ups "up" in the sensor of each
   * @return a movement of the first of them that may be a stride
   */
  Optional<Repetition> step(long step, Vector3[] ups) {
    if (!ups[0].isKnown()) {
      oneLeg.interrupt();
      return Optional.empty();
    }
    return oneLeg.update(step, ups[0]).filter(Repetition::complete);
  }

  /** A sensor's numbers mean something else from now on. */
  void changed() {
    oneLeg.startAnew();
  }

  /** Takes a movement that was a swing of a leg. */
  void swing(MovementShape shape) {
    if (walked.swing(shape)) {
      unproven.stream()
          .filter(this::isElsewhere)
          .map(MovementShape::repetition)
          .forEach(mistaken::add);
      unproven.removeIf(walked::isComparable);
    }
  }

  /** Takes a movement that was counted although nobody announced a set. */
  void counted(MovementShape shape) {
    unproven.add(shape);
  }

  /** Whether anybody has been seen walking. */
  boolean isKnown() {
    return walked.isKnown();
  }

  /** Whether a movement belongs to another position than that of the exercise. */
  boolean isElsewhere(MovementShape shape) {
    return walked.isElsewhere(position, shape);
  }

  /** What was counted and is none. Each is said once. */
  List<Repetition> takeMistaken() {
    List<Repetition> all = List.copyOf(mistaken);
    mistaken.clear();
    return all;
  }
}
