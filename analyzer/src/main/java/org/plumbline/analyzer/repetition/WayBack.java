package org.plumbline.analyzer.repetition;

/**
 * The way back of one movement on an excursion trace: how low it has come, whether it still falls,
 * and, where a repetition was over before all of it was gone, that the rest of it is no way out.
 */
final class WayBack {

  /** Not lower by this share of the way for so long: it does not fall any more. */
  private static final double FALLING_SHARE = 0.02;

  private static final double SETTLED_SECONDS = 0.25;

  /** From here on it is all of the way: start positions of one person scatter by as much. */
  private static final double ALL_BACK = 0.85;

  private final ExcursionTrace trace;
  private long lowest;
  private double settledDeg;
  private long settledSince;
  private boolean unfinished;
  private double allBackDeg;

  WayBack(ExcursionTrace trace) {
    this.trace = trace;
  }

  /** The movement has turned. */
  void begin(long step) {
    lowest = step;
    settledDeg = trace.value(step);
    settledSince = step;
  }

  /**
   * Takes the next step of it.
   *
   * @param riseDeg how far the movement went out
   */
  void update(long step, double riseDeg) {
    double excursion = trace.value(step);
    if (excursion < trace.value(lowest)) {
      lowest = step;
    }
    if (excursion < settledDeg - FALLING_SHARE * riseDeg) {
      settledDeg = excursion;
      settledSince = step;
    }
  }

  /** The step of the lowest excursion so far. */
  long lowest() {
    return lowest;
  }

  /** Until then it fell: a movement is not over before. */
  long fellUntil() {
    return settledSince;
  }

  boolean isSettled(long step, double stepsPerSecond) {
    return step - settledSince > SETTLED_SECONDS * stepsPerSecond;
  }

  /** Whether the repetition that is over now left some of its way back, which may go on. */
  boolean isUnfinished(double peakDeg, double riseDeg) {
    allBackDeg = peakDeg - ALL_BACK * riseDeg;
    unfinished = trace.value(lowest) > allBackDeg;
    return unfinished;
  }

  /** Whether some of the way back is left. */
  boolean goesOn() {
    return unfinished;
  }

  /** Whether an excursion is all of the way back. */
  boolean isAll(double excursionDeg) {
    return excursionDeg <= allBackDeg;
  }

  /** What comes next is another movement. */
  void end() {
    unfinished = false;
  }
}
