package org.plumbline.analyzer.body;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.health.AskedMovement;
import org.plumbline.analyzer.health.BodyHealth;
import org.plumbline.analyzer.health.ExchangeWatch.Held;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.analyzer.stream.InertialStream;
import org.plumbline.analyzer.stream.WornStreams;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/** What movements of which it is known who moves show of sensors that are exchanged. */
final class ExchangeCheck {
  /** Instants of a repetition that are looked at: tenths of it. */
  private static final int TENTHS = 10;

  private final WornStreams streams;
  private final Posture posture;
  private final BodyHealth health;

  ExchangeCheck(WornStreams streams, Posture posture, BodyHealth health) {
    this.streams = streams;
    this.posture = posture;
    this.health = health;
  }

  /** A step of the set-up is over. */
  void stepDone(SetUpStep done) {
    AskedMovement asked =
        switch (done) {
          case SWING_LEFT, SWING_RIGHT -> AskedMovement.SWING;
          case LIFT_LEFT -> AskedMovement.LIFT;
          case EXTEND_LEFT, EXTEND_RIGHT -> AskedMovement.EXTEND;
          case HINGE -> AskedMovement.BOW;
          case STAND, LIE, REST, SIT, END -> AskedMovement.OTHER;
        };
    health.stepDone(asked, done.side());
  }

  /** A complete repetition, still on the tracks at the step at which it is known. */
  void repeated(Exercise exercise, Repetition repetition, long now) {
    Optional<Held> held = held(exercise);
    if (held.isEmpty()) {
      return;
    }
    Map<OnSegment, double[]> fromStart = new LinkedHashMap<>();
    Map<OnSegment, double[]> fromStanding = new LinkedHashMap<>();
    for (InertialStream stream : streams.clear()) {
      OnSegment placement = stream.placement();
      long start = repetition.start();
      if (stream.usable(now) && stream.sameMeaning(start, now) && stream.track().has(start)) {
        way(stream, stream.up(start), repetition).ifPresent(way -> fromStart.put(placement, way));
        posture
            .standing()
            .first()
            .flatMap(pose -> pose.up(placement))
            .flatMap(up -> way(stream, up, repetition))
            .ifPresent(way -> fromStanding.put(placement, way));
      }
    }
    health.repetition(held.get(), fromStart, fromStanding);
  }

  /** Exercises in which both legs do the same and the thigh is what turns. */
  private static Optional<Held> held(Exercise exercise) {
    Exercise.Counting counting = exercise.counting();
    boolean both = counting.legs().orElse(Legs.BOTH) == Legs.BOTH;
    if (!both || counting.segment() != Segment.THIGH || counting.muscle().isPresent()) {
      return Optional.empty();
    }
    return switch (exercise.position()) {
      case STANDING, SITTING -> Optional.of(Held.UPRIGHT);
      case SUPINE -> Optional.of(Held.SUPINE);
      case SIDE_LYING, PRONE, RECLINING -> Optional.empty();
    };
  }

  /** How far "up" is from another one, all along the repetition; nothing where it has a hole. */
  private static Optional<double[]> way(InertialStream stream, Vector3 from, Repetition over) {
    double[] way = new double[TENTHS + 1];
    for (int tenth = 0; tenth <= TENTHS; tenth++) {
      long at = over.start() + (over.end() - over.start()) * tenth / TENTHS;
      if (!stream.track().has(at)) {
        return Optional.empty();
      }
      way[tenth] = from.angleToRad(stream.up(at));
    }
    return Optional.of(way);
  }
}
