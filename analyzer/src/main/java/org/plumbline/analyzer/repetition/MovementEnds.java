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

  /**
   * Where the movement back ends.
   *
   * @param fellUntil not before, though a wobble may stand still for a moment
   */
  long after(long peak, long lowest, long fellUntil) {
    long at = fastest(peak, lowest, -1);
    double still = stillShare * -speed(at);
    double near = trace.value(lowest) + WAY_TO_GO * (trace.value(peak) - trace.value(lowest));
    while (at < lowest && (at < fellUntil || -speed(at) > still || trace.value(at) > near)) {
      at++;
    }
    return at;
  }

  /** First step from which on the excursion stays near the peak. */
  long firstNear(double nearDeg, long start, long peak) {
    long first = peak;
    while (first > start && trace.value(first - 1) >= nearDeg) {
      first--;
    }
    return first;
  }

  /** Last step up to which it has stayed near. */
  long lastNear(double nearDeg, long peak, long end) {
    long last = peak;
    while (last < end && trace.value(last + 1) >= nearDeg) {
      last++;
    }
    return last;
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
