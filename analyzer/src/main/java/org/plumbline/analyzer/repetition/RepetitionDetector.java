package org.plumbline.analyzer.repetition;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * Finds repetitions while they happen, from the direction of "up" in one or two sensors.
 *
 * <p>The excursion is the angle between "up" now and "up" in the start position, so neither
 * mounting nor heading matters, and a slow drift of the inclination does not add up: the start
 * position is taken anew at each rest and in the valley between two repetitions. A movement counts
 * when it goes away by more than both the exercise's minimum and a share of the person's own
 * repetitions, turns, and comes back. One thread; a call per grid step.
 */
public final class RepetitionDetector {

  /**
   * What is no repetition, and how its bounds are read.
   *
   * @param minimumExcursionDeg of the exercise
   * @param minimumSeconds of the exercise
   * @param maximumSeconds of the exercise
   * @param ownShare a movement also needs this share of the median of the person's last
   *     repetitions; 0.4 keeps tired repetitions and drops weight shifts (engineering choice)
   * @param turnShare coming back by this share of the excursion means it has turned
   * @param backShare coming back by this share means it is over as soon as it rests or rises
   * @param boundShare slower than this share of the fastest moment of the way out or back, the
   *     segment does not move any more; 2 % of a squat are 3 deg/s, less than a settling creep
   * @param holdShare within this share of the amplitude of the peak the segment holds
   * @param restDegPerS slower than this is rest
   * @param restSeconds rest for so long ends a repetition (a verdict is due 0.4 s after its end)
   */
  public record Parameters(
      double minimumExcursionDeg,
      double minimumSeconds,
      double maximumSeconds,
      double ownShare,
      double turnShare,
      double backShare,
      double boundShare,
      double holdShare,
      double restDegPerS,
      double restSeconds) {

    /** Engineering choices for everything that is not the exercise's. */
    public static Parameters of(
        double minimumExcursionDeg, double minimumSeconds, double maximumSeconds) {
      return new Parameters(
          minimumExcursionDeg, minimumSeconds, maximumSeconds, 0.4, 0.25, 0.6, 0.02, 0.06, 12, 0.2);
    }
  }

  private enum Phase {
    /** In the start position, or not yet seen to leave it. */
    RESTING,
    /** On the way to the turn. */
    LEAVING,
    /** Past the turn. */
    RETURNING
  }

  /** Slower than this share of the fastest moment of the way back is rest. */
  private static final double REST_SHARE = 0.25;

  /** Of "up" over a fifth of a second. */
  private static final double NOISE_DEG = 0.5;

  /** Not lower by this share of the way for so long: no way back any more. */
  private static final double FALLING_SHARE = 0.02;

  private static final double SETTLED_SECONDS = 0.25;

  /** A lift of 5 deg in 3 s is faster than what passes for a rest before it. */
  private static final double HOME_SECONDS = 0.4;

  /** Who has come back sinks, or a foot comes down, for so long. */
  private static final double SETTLING_SECONDS = 0.8;

  private static final double HOME_DEG = 0.6;
  private static final double HOME_SHARE = 0.1;

  /** Who has got into position sways by less. */
  private static final double STILL_DEG = 3;

  private final Parameters parameters;
  private final double stepsPerSecond;
  private final ExcursionTrace trace;
  private final MovementEnds ends;
  private final OwnExcursion own = new OwnExcursion();

  private Phase phase = Phase.RESTING;
  private long valley;
  private long peak;
  private long low;
  private double settledDeg;
  private long settledSince;

  /** When the last repetition was counted. */
  private long ended = Long.MIN_VALUE / 2;

  private Vector3[] home = {};
  private boolean waiting;

  public RepetitionDetector(Parameters parameters, double stepsPerSecond) {
    this(parameters, stepsPerSecond, false);
  }

  /**
   * A detector.
   *
   * @param furthest the sensor that turns furthest counts, for legs that work in turn, instead of
   *     the mean of all
   */
  public RepetitionDetector(Parameters parameters, double stepsPerSecond, boolean furthest) {
    this.parameters = parameters;
    this.stepsPerSecond = stepsPerSecond;
    this.trace = new ExcursionTrace(furthest);
    this.ends = new MovementEnds(trace, parameters.boundShare());
  }

  /**
   * Takes the next grid step.
   *
   * @param step consecutive, ascending
   * @param ups "up" in the coordinates of each watched sensor, unknown where it is missing
   * @return the repetition that this step completed
   */
  public Optional<Repetition> update(long step, Vector3... ups) {
    if (trace.isEmpty()) {
      trace.restart(step, ups, startFor(ups));
      waiting = trace.value(step) > leaveDeg();
      valley = step;
      return Optional.empty();
    }
    if (ups.length != trace.sensors()) {
      return interrupt();
    }
    trace.append(ups);
    if (Double.isNaN(trace.value(step))) {
      return interrupt();
    }
    return switch (phase) {
      case RESTING -> resting(step);
      case LEAVING -> leaving(step);
      case RETURNING -> returning(step);
    };
  }

  /** The start position from before a break, where there is one; otherwise it starts here. */
  private Vector3[] startFor(Vector3[] ups) {
    Vector3[] start = ups.clone();
    boolean known = false;
    for (int s = 0; s < ups.length && home.length == ups.length; s++) {
      start[s] = home[s];
      known |= home[s].isKnown() && ups[s].isKnown();
    }
    return known ? start : ups;
  }

  /** The start position that was is none for what follows. */
  public Optional<Repetition> startAnew() {
    Optional<Repetition> cut = interrupt();
    home = new Vector3[] {};
    return cut;
  }

  /**
   * From the next step on a sensor's "up" is not comparable with what it was.
   *
   * @return the repetition that was cut off, where no other sensor carries it on
   */
  public Optional<Repetition> changed(int sensor) {
    if (trace.isEmpty() || sensor >= trace.sensors()) {
      if (sensor < home.length) {
        home[sensor] = Vector3.UNKNOWN;
      }
      return Optional.empty();
    }
    Optional<Repetition> cut = Optional.empty();
    Vector3[] start = trace.start();
    boolean alone = true;
    for (int s = 0; s < start.length; s++) {
      alone &= s == sensor || !start[s].isKnown();
    }
    if (alone) {
      cut = interrupt();
      home[sensor] = Vector3.UNKNOWN;
    } else {
      trace.forget(sensor);
    }
    return cut;
  }

  /**
   * Nothing was measured, or not by the same sensors: what follows is not connected.
   *
   * @return the repetition that was cut off, as incomplete
   */
  public Optional<Repetition> interrupt() {
    Optional<Repetition> cut = Optional.empty();
    if (phase != Phase.RESTING) {
      long last = trace.last();
      while (last > trace.first() && Double.isNaN(trace.value(last))) {
        last--;
      }
      cut = finish(Math.max(last, peak), last, false);
    }
    if (!trace.isEmpty()) {
      home = trace.start();
    }
    trace.clear();
    phase = Phase.RESTING;
    return cut;
  }

  /** A repetition under way when the set is stopped, as incomplete. */
  public Optional<Repetition> stop(long step) {
    if (phase == Phase.RESTING || trace.isEmpty()) {
      return Optional.empty();
    }
    long last = Math.min(step, trace.last());
    boolean back = phase == Phase.RETURNING && share(low) >= parameters.backShare();
    long end = back ? ends.after(peak, low) : last;
    Optional<Repetition> found = finish(end, low, back);
    phase = Phase.RESTING;
    return found;
  }

  /**
   * How far along the movement is: 0 in the start position, 1 as far as the person's own median.
   */
  public double progress() {
    double usual = own.medianDeg();
    return trace.isEmpty() || usual == 0
        ? Double.NaN
        : Math.max(0, trace.value(trace.last()) / usual);
  }

  /** Whether the person is in the start position, as far as is known. */
  public boolean isResting() {
    return phase == Phase.RESTING;
  }

  /** Whether the segment has been quite still for so long on the way or at the turn. */
  boolean restsAway(double seconds) {
    long before = trace.last() - Math.round(seconds * stepsPerSecond);
    return phase != Phase.RESTING
        && before >= trace.first()
        && trace.spread(before, trace.last()) < STILL_DEG;
  }

  /** Whether the segment is about where the person's repetitions turn: a hold, no other start. */
  boolean isAtUsualTurn() {
    return own.isUsual(trace.value(trace.last()));
  }

  private Optional<Repetition> resting(long step) {
    double excursion = trace.value(step);
    if (waiting && !tooLong(step)) {
      // After a break in the middle of a movement: back to where it started from, first.
      waiting = excursion > leaveDeg();
      return Optional.empty();
    }
    if (waiting) {
      waiting = false;
      return giveUp();
    }
    if (excursion > leaveDeg()) {
      trace.fixDirection(step);
      valley = trace.lowestBefore(step);
      peak = step;
      phase = Phase.LEAVING;
    } else if (isHome(step) || tooLong(step)) {
      trace.restartFromLast();
      valley = step;
    }
    return Optional.empty();
  }

  private Optional<Repetition> leaving(long step) {
    double excursion = trace.value(step);
    if (excursion >= trace.value(peak)) {
      peak = step;
    }
    if (tooLong(step)) {
      return giveUp();
    }
    if (trace.value(peak) - excursion > parameters.turnShare() * rise()) {
      phase = Phase.RETURNING;
      low = step;
      settledDeg = excursion;
      settledSince = step;
    }
    return Optional.empty();
  }

  private Optional<Repetition> returning(long step) {
    double excursion = trace.value(step);
    if (excursion >= trace.value(peak)) {
      peak = step;
      phase = Phase.LEAVING;
      return Optional.empty();
    }
    if (excursion < trace.value(low)) {
      low = step;
    }
    if (excursion < settledDeg - FALLING_SHARE * rise()) {
      settledDeg = excursion;
      settledSince = step;
    }
    if (share(low) < parameters.backShare()) {
      return tooLong(step) ? giveUp() : Optional.empty();
    }
    boolean rises = excursion - trace.value(low) > 0.15 * rise();
    boolean settled = step - settledSince > SETTLED_SECONDS * stepsPerSecond;
    if (!rises && !settled && !restsAgain(step)) {
      return Optional.empty();
    }
    Optional<Repetition> found = finish(ends.after(peak, low), low, true);
    trace.restartFrom(low);
    ended = step;
    valley = low;
    phase = Phase.RESTING;
    return found;
  }

  private Optional<Repetition> giveUp() {
    trace.restartFromLast();
    valley = trace.last();
    phase = Phase.RESTING;
    return Optional.empty();
  }

  private Optional<Repetition> finish(long end, long lowest, boolean complete) {
    double amplitude =
        complete ? trace.value(peak) - Math.max(trace.value(valley), trace.value(lowest)) : rise();
    long start = ends.before(valley, peak);
    double seconds = (end - start) / stepsPerSecond;
    if (rise() < enoughDeg() || seconds < parameters.minimumSeconds()) {
      return Optional.empty();
    }
    if (complete) {
      own.add(rise());
    }
    return Optional.of(withPhases(start, end, amplitude, complete));
  }

  private Repetition withPhases(long start, long end, double amplitude, boolean complete) {
    double near = trace.value(peak) - parameters.holdShare() * rise();
    long holdStart = peak;
    while (holdStart > start && trace.value(holdStart - 1) >= near) {
      holdStart--;
    }
    long holdEnd = peak;
    while (holdEnd < end && trace.value(holdEnd + 1) >= near) {
      holdEnd++;
    }
    return new Repetition(start, holdStart, holdEnd, end, amplitude, complete);
  }

  private double rise() {
    return trace.value(peak) - trace.value(valley);
  }

  /** How much of the rise has been undone at a step. */
  private double share(long step) {
    return (trace.value(peak) - trace.value(step)) / rise();
  }

  private boolean tooLong(long step) {
    return (step - valley) / stepsPerSecond > parameters.maximumSeconds();
  }

  /** Slower than the slowest movement of the exercise: this is where it begins. */
  private boolean isHome(long step) {
    if (step - ended < SETTLING_SECONDS * stepsPerSecond
        && resting(step, parameters.restSeconds())) {
      return true;
    }
    long before = step - Math.round(HOME_SECONDS * stepsPerSecond);
    double still = Math.max(HOME_DEG, HOME_SHARE * enoughDeg());
    return before >= trace.first() && trace.spread(before, step) < still;
  }

  private boolean resting(long step, double seconds) {
    long before = step - Math.round(seconds * stepsPerSecond);
    return before >= trace.first()
        && trace.spread(before, step) < parameters.restDegPerS() * seconds;
  }

  /** Slow against the way back, however slow that was. */
  private boolean restsAgain(long step) {
    long before = step - Math.round(parameters.restSeconds() * stepsPerSecond);
    if (before < trace.first()) {
      return false;
    }
    double fastest = ends.fastestBackDeg(peak, low) * stepsPerSecond * parameters.restSeconds();
    double usual = parameters.restDegPerS() * parameters.restSeconds();
    return trace.spread(before, step) < Math.min(usual, Math.max(NOISE_DEG, REST_SHARE * fastest));
  }

  private double leaveDeg() {
    return 0.5 * enoughDeg();
  }

  private double enoughDeg() {
    return Math.max(parameters.minimumExcursionDeg(), parameters.ownShare() * own.medianDeg());
  }

  /** Signed angle from {@code from} to {@code to} about {@code axis}, degrees. */
  static double signedDeg(Vector3 from, Vector3 to, Vector3 axis) {
    return FastMath.toDegrees(FastMath.atan2(from.cross(to).dot(axis), from.dot(to)));
  }
}
