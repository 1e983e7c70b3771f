package org.plumbline.analyzer.repetition;

/** Whether the segment rests at a step of an excursion trace. */
final class Rests {

  /** Slower than this share of the fastest moment of the way back is rest. */
  private static final double REST_SHARE = 0.25;

  /** Of "up" over a fifth of a second. */
  private static final double NOISE_DEG = 0.5;

  private static final double STILL_DEG = 0.6;

  /** Of what counts at least. */
  private static final double STILL_SHARE = 0.1;

  private final ExcursionTrace trace;
  private final double stepsPerSecond;
  private final double slowDegPerS;
  private final double slowSeconds;

  /**
   * Rests on a trace.
   *
   * @param slowDegPerS slower than this is rest
   * @param slowSeconds for so long
   */
  Rests(ExcursionTrace trace, double stepsPerSecond, double slowDegPerS, double slowSeconds) {
    this.trace = trace;
    this.stepsPerSecond = stepsPerSecond;
    this.slowDegPerS = slowDegPerS;
    this.slowSeconds = slowSeconds;
  }

  /** Whether it has been slow. */
  boolean isSlow(long step) {
    return spread(step, slowSeconds) < slowDegPerS * slowSeconds;
  }

  /** Slow against the way back, however slow that was. */
  boolean isSlowAfter(double fastestBackDegPerStep, long step) {
    double fastest = fastestBackDegPerStep * stepsPerSecond * slowSeconds;
    double usual = slowDegPerS * slowSeconds;
    return spread(step, slowSeconds) < Math.min(usual, Math.max(NOISE_DEG, REST_SHARE * fastest));
  }

  /**
   * Whether it has moved less than any movement of the exercise does in that time.
   *
   * @param enoughDeg what counts at least
   */
  boolean isStill(long step, double seconds, double enoughDeg) {
    return isWithin(Math.max(STILL_DEG, STILL_SHARE * enoughDeg), step, seconds);
  }

  /** Whether it has moved by less than this. */
  boolean isWithin(double deg, long step, double seconds) {
    return spread(step, seconds) < deg;
  }

  /** Over the last seconds; NaN where the trace does not reach back so far. */
  private double spread(long step, double seconds) {
    long before = step - Math.round(seconds * stepsPerSecond);
    return before >= trace.first() ? trace.spread(before, step) : Double.NaN;
  }
}
