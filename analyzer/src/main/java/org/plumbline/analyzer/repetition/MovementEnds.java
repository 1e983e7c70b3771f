package org.plumbline.analyzer.repetition;

/**
 * Where a movement begins and ends on an excursion trace: from its fastest moment outwards to where
 * it hardly moves any more.
 */
final class MovementEnds {

  /** Speed is read over 0.1 s: shorter than any turn, long enough for the noise of "up". */
  private static final int SPEED_STEPS = 5;

  /** Who stops with more than this share of the way still to go pauses. */
  private static final double WAY_TO_GO = 0.15;

  private final ExcursionTrace trace;
  private final double stillShare;

  /**
   * The ends on a trace.
   *
   * @param stillShare of the fastest moment; slower is no movement
   */
  MovementEnds(ExcursionTrace trace, double stillShare) {
    this.trace = trace;
    this.stillShare = stillShare;
  }

  /** Where the movement away begins. */
  long before(long valley, long peak) {
    long at = fastest(valley, peak, 1);
    double still = stillShare * speed(at);
    double near = trace.value(valley) + WAY_TO_GO * (trace.value(peak) - trace.value(valley));
    while (at > valley && (speed(at) > still || trace.value(at) > near)) {
      at--;
    }
    return at;
  }

  /** Where the movement back ends. */
  long after(long peak, long lowest) {
    long at = fastest(peak, lowest, -1);
    double still = stillShare * -speed(at);
    double near = trace.value(lowest) + WAY_TO_GO * (trace.value(peak) - trace.value(lowest));
    while (at < lowest && (-speed(at) > still || trace.value(at) > near)) {
      at++;
    }
    return at;
  }

  /** Fastest moment of the way back, degrees a step. */
  double fastestBackDeg(long peak, long lowest) {
    return -speed(fastest(peak, lowest, -1)) / (2 * SPEED_STEPS);
  }

  private long fastest(long from, long to, int sign) {
    long fastest = from;
    for (long at = from + 1; at <= to; at++) {
      if (sign * speed(at) > sign * speed(fastest)) {
        fastest = at;
      }
    }
    return fastest;
  }

  /** Change of the excursion over {@value #SPEED_STEPS} steps to either side, degrees. */
  private double speed(long step) {
    return trace.value(Math.min(step + SPEED_STEPS, trace.last()))
        - trace.value(Math.max(step - SPEED_STEPS, trace.first()));
  }
}
