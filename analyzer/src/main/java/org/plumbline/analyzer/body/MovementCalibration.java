package org.plumbline.analyzer.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongFunction;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.calibration.FunctionalAxis;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.SegmentCalibration.Origin;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.analyzer.stream.InertialStream;

/**
 * Calibrates one sensor from what the person did anyway, where nobody was asked to move for it:
 * standing and the first repetitions, or getting down on the floor.
 */
final class MovementCalibration {

  /** A sensor that turned less than this says nothing about its lateral axis. */
  private static final double LEAST_TURN_RAD = FastMath.toRadians(8);

  /** A lateral axis more uncertain than this is refused. */
  private static final double WORST_AXIS_RAD = FastMath.toRadians(25);

  /** A pose held further away than this from where repetitions start is another pose. */
  private static final double SAME_POSE_RAD = FastMath.toRadians(15);

  /** Half-width of the moment at which a pose is read out of a movement, 0.1 s. */
  static final int MOMENT_STEPS = 10;

  /**
   * The described axis points right or left by more than half of its length: within 60 deg of the
   * axis that the sensor turned about. Another axis would be nearer than that even with 15 deg for
   * a skew strap; and turned from an upright one, noise decided.
   */
  private static final double LEAST_TO_THE_SIDE = 0.5;

  private MovementCalibration() {}

  /**
   * What the repetitions taught.
   *
   * @param mountingUnclear whether somebody said how the sensor sits, and it does not tell sides
   */
  record Found(Optional<SegmentCalibration> calibration, boolean mountingUnclear) {
    static final Found NOTHING = new Found(Optional.empty(), false);
  }

  /**
   * From standing to lying the trunk reclines, the thighs and shanks follow: everything turns the
   * same way about the lateral axis.
   */
  static Optional<SegmentCalibration> fromLyingDown(Vector3 standingUp, FunctionalAxis movement) {
    return accept(standingUp, movement, 1, true, Origin.LYING_DOWN);
  }

  /**
   * From the first repetitions.
   *
   * @param upright the instant of a repetition at which the person stands
   * @param direction which way the segment turns from the start of a repetition to its turn
   * @param held "up" while the person stood still in the start position, if somebody did
   * @param mounted where the person's right is for an "up", as far as the mounting says so
   */
  static Found fromRepetitions(
      InertialStream stream,
      List<Repetition> repetitions,
      ToLongFunction<Repetition> upright,
      int direction,
      Optional<Vector3> held,
      Function<Vector3, Optional<Vector3>> mounted) {
    Optional<Vector3> moment = typical(upright, stream, repetitions);
    if (moment.isEmpty()) {
      return Found.NOTHING;
    }
    Vector3 up = held.orElse(moment.get());
    Optional<Vector3> right = mounted.apply(up);
    if (direction == 0 && right.isEmpty()) {
      return Found.NOTHING;
    }
    int sign = direction == 0 ? 1 : direction;
    FunctionalAxis movement = mostTypical(stream, up, repetitions, sign);
    double toTheRight = right.map(movement.axis(up, sign)::dot).orElse(1.0);
    boolean unclear = Math.abs(toTheRight) <= LEAST_TO_THE_SIDE;
    if (!unclear && toTheRight < 0) {
      sign = -sign;
    }
    Optional<SegmentCalibration> accepted =
        accept(up, movement, sign, held.isPresent(), Origin.REPETITIONS);
    if (!unclear || accepted.isEmpty()) {
      return new Found(accepted, false);
    }
    return new Found(direction == 0 ? Optional.empty() : accepted, true);
  }

  private static Optional<SegmentCalibration> accept(
      Vector3 up, FunctionalAxis movement, int direction, boolean still, Origin origin) {
    if (movement.netRad() < LEAST_TURN_RAD || movement.axisErrorRad(up) > WORST_AXIS_RAD) {
      return Optional.empty();
    }
    return Optional.of(SegmentCalibration.of(up, movement, direction, still, origin));
  }

  /** Whether a pose that was held is the one of an instant of the repetitions. */
  static boolean isHeldAt(
      ToLongFunction<Repetition> instant,
      InertialStream stream,
      List<Repetition> repetitions,
      Vector3 heldUp) {
    return typical(instant, stream, repetitions)
        .map(up -> up.angleToRad(heldUp) < SAME_POSE_RAD)
        .orElse(false);
  }

  /** "Up" at an instant of that repetition in which it is nearest to the others. */
  private static Optional<Vector3> typical(
      ToLongFunction<Repetition> instant, InertialStream stream, List<Repetition> repetitions) {
    List<Vector3> starts = new ArrayList<>();
    for (Repetition repetition : repetitions) {
      momentary(stream, instant.applyAsLong(repetition)).ifPresent(starts::add);
    }
    return starts.isEmpty()
        ? Optional.empty()
        : Optional.of(mostCentral(starts, Vector3::angleToRad));
  }

  private static Optional<Vector3> momentary(InertialStream stream, long at) {
    Vector3 sum = new Vector3(0, 0, 0);
    int n = 0;
    for (long step = at - MOMENT_STEPS; step <= at + MOMENT_STEPS; step++) {
      if (stream.track().has(step)) {
        sum = sum.plus(stream.up(step));
        n++;
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(sum.normalized());
  }

  /**
   * The repetition whose axis is nearest to those of the others: a knee that falls inwards in one
   * of three does not become part of "straight".
   */
  private static FunctionalAxis mostTypical(
      InertialStream stream, Vector3 up, List<Repetition> repetitions, int direction) {
    List<FunctionalAxis> movements =
        repetitions.stream().map(repetition -> movement(stream, repetition)).toList();
    return mostCentral(
        movements, (a, b) -> a.axis(up, direction).angleToRad(b.axis(up, direction)));
  }

  private static FunctionalAxis movement(InertialStream stream, Repetition repetition) {
    FunctionalAxis movement = new FunctionalAxis();
    for (long step = repetition.start() + 1; step <= repetition.end(); step++) {
      Optional<Vector3> turn = stream.turn(step);
      if (turn.isPresent()) {
        movement.add(turn.get(), step <= repetition.turn());
      }
    }
    return movement;
  }

  /** The one with the smallest sum of distances to all, the first of equals. */
  private static <T> T mostCentral(List<T> candidates, ToDoubleBiFunction<T, T> distance) {
    T best = candidates.get(0);
    double smallest = Double.POSITIVE_INFINITY;
    for (T candidate : candidates) {
      double away = 0;
      for (T other : candidates) {
        away += distance.applyAsDouble(candidate, other);
      }
      if (away < smallest) {
        smallest = away;
        best = candidate;
      }
    }
    return best;
  }
}
