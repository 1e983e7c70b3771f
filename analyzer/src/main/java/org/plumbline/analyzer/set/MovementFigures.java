package org.plumbline.analyzer.set;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.body.BodyFold;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.kinematics.KinematicMeasurement;
import org.plumbline.analyzer.kinematics.PaceMeasurement;
import org.plumbline.analyzer.kinematics.SideDifferenceMeasurement;
import org.plumbline.analyzer.kinematics.Stances;
import org.plumbline.analyzer.kinematics.StartsIn;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Side;

/** What the inertial sensors tell of the repetitions of an exercise. */
final class MovementFigures {
  private final Exercise exercise;
  private final BodyFold body;
  private final Stances stances = new Stances();

  MovementFigures(Exercise exercise, BodyFold body) {
    this.exercise = exercise;
    this.body = body;
  }

  /**
   * Takes how the person stands at the end of a repetition, for those after it.
   *
   * @param known step up to which the quality of the sensors is read
   */
  void ended(Repetition repetition, long known) {
    if (startsIn() == StartsIn.STANDING) {
      stances.add(body.worn(repetition.start(), known), repetition);
    }
  }

  /**
   * Adds angles and all that is read from poses.
   *
   * @param known step up to which the quality of the sensors is read
   */
  void angles(Repetition repetition, long known, List<Side> legs, Measurements measurements) {
    KinematicMeasurement.measure(
        body.worn(repetition.start(), known),
        body.streams().ambiguous(),
        repetition,
        stances,
        startsIn(),
        legs,
        measurements);
  }

  /**
   * Adds how long, how smoothly and how evenly it went.
   *
   * @param excursion of what counts, degrees; empty when nothing moves
   */
  void pace(
      Repetition repetition, long known, Optional<double[]> excursion, Measurements measurements) {
    Exercise.Counting counting = exercise.counting();
    List<WornSegment> worn = body.worn(repetition.start(), known);
    List<WornSegment> counted =
        worn.stream().filter(one -> one.placement().segment() == counting.segment()).toList();
    body.timeInDoubt()
        .ifPresentOrElse(
            reason -> PaceMeasurement.missing(reason, measurements),
            () -> PaceMeasurement.measure(repetition, excursion, counted, measurements));
    // Only where both legs do the same at once.
    if (counting.segment().paired()
        && counting.muscle().isEmpty()
        && counting.legs().orElse(Legs.BOTH) == Legs.BOTH) {
      SideDifferenceMeasurement.measure(
          counting.segment(), worn, body.streams().ambiguous(), repetition, measurements);
    }
  }

  private StartsIn startsIn() {
    return switch (exercise.position()) {
      case STANDING -> StartsIn.STANDING;
      case SITTING -> StartsIn.SITTING;
      case SUPINE, SIDE_LYING, PRONE, RECLINING -> StartsIn.LYING;
    };
  }
}
