package org.plumbline.analyzer.repetition;

import java.util.Optional;
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
   * @param ownShare a movement also needs this share of the median of the person's last repetitions
   *     (engineering choices): 0.4 keeps tired repetitions and drops weight shifts; in a set that
   *     somebody has announced all is meant, and 0.25 keeps half ones after others in which the
   *     pelvis went along
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

    private static final double OWN_SHARE = 0.4;
    private static final double OWN_SHARE_ANNOUNCED = 0.25;

    /** Engineering choices for everything that is not the exercise's. */
    public static Parameters of(
        double minimumExcursionDeg, double minimumSeconds, double maximumSeconds) {
      return of(minimumExcursionDeg, minimumSeconds, maximumSeconds, OWN_SHARE);
    }

    private static Parameters of(double leastDeg, double least, double most, double ownShare) {
      return new Parameters(leastDeg, least, most, ownShare, 0.25, 0.6, 0.02, 0.06, 12, 0.2);
    }

    /** The same in a set that somebody has announced. */
    public Parameters announced() {
      return of(minimumExcursionDeg, minimumSeconds, maximumSeconds, OWN_SHARE_ANNOUNCED);
    }
  }

  /** In the start position or not yet seen to leave it; on the way to the turn; past the turn. */
  private enum Phase {
    RESTING,
    LEAVING,
    RETURNING
  }

  /** A lift of 5 deg in 3 s is faster than what passes for a rest before it. */
  private static final double HOME_SECONDS = 0.4;

  /** Who has come back sinks, or a foot comes down, for so long. */
  private static final double SETTLING_SECONDS = 0.8;

  /** Who pauses on the way back goes on sooner. */
  private static final double PAUSE_SECONDS = 1;

  /** Who has got into position sways by less. */
  private static final double STILL_DEG = 3;

  private final Parameters parameters;
  private final double stepsPerSecond;
  private final ExcursionTrace trace;
  private final MovementEnds ends;
  private final Rests rests;
  private final OwnExcursion own = new OwnExcursion();
  private final KeptStart home = new KeptStart();
  private final WayBack back;

  private Phase phase = Phase.RESTING;
  private long valley;
  private long peak;

  /** When the last repetition was counted. */
  private long ended = Long.MIN_VALUE / 2;

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
    this.back = new WayBack(trace);
    this.rests =
        new Rests(trace, stepsPerSecond, parameters.restDegPerS(), parameters.restSeconds());
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
      trace.restart(step, ups, home.startFor(ups));
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
    if (phase != Phase.RESTING && rise() < enoughDeg() && trace.isAside(step, enoughDeg())) {
      // What was taken for a way out was a sway.
      return setOut(step);
    }
    return switch (phase) {
      case RESTING -> resting(step);
      case LEAVING -> leaving(step);
      case RETURNING -> returning(step);
    };
  }

  /** The start position that was is none for what follows. */
  public Optional<Repetition> startAnew() {
    Optional<Repetition> cut = interrupt();
    home.clear();
    return cut;
  }

  /**
   * From the next step on a sensor's "up" is not comparable with what it was.
   *
   * @return the repetition that was cut off, where no other sensor carries it on
   */
  public Optional<Repetition> changed(int sensor) {
    if (trace.isEmpty() || sensor >= trace.sensors()) {
      home.forget(sensor);
      return Optional.empty();
    }
    if (!trace.isCarriedBy(sensor)) {
      trace.forget(sensor);
      return Optional.empty();
    }
    Optional<Repetition> cut = interrupt();
    home.forget(sensor);
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
      long last = trace.lastKnown();
      cut = finish(Math.max(last, peak), last, false);
    }
    if (!trace.isEmpty()) {
      home.keep(trace.start());
    }
    trace.clear();
    back.end();
    phase = Phase.RESTING;
    return cut;
  }

  /** A repetition under way when the set is stopped, as incomplete. */
  public Optional<Repetition> stop(long step) {
    if (phase == Phase.RESTING || trace.isEmpty()) {
      return Optional.empty();
    }
    long last = Math.min(step, trace.last());
    long low = back.lowest();
    boolean isBack = phase == Phase.RETURNING && share(low) >= parameters.backShare();
    long end = isBack ? ends.after(peak, low, back.fellUntil()) : last;
    Optional<Repetition> found = finish(end, low, isBack);
    phase = Phase.RESTING;
    return found;
  }

  /** How far along the movement is: 0 in the start position, 1 as far as the own median. */
  public double progress() {
    boolean known = !trace.isEmpty() && own.medianDeg() > 0;
    return known ? Math.max(0, trace.value(trace.last()) / own.medianDeg()) : Double.NaN;
  }

  /** Whether the person is in the start position, as far as is known. */
  public boolean isResting() {
    return phase == Phase.RESTING;
  }

  /** Whether the segment has been quite still for so long on the way or at the turn. */
  boolean restsAway(double seconds) {
    return phase != Phase.RESTING && rests.isWithin(STILL_DEG, trace.last(), seconds);
  }

  /** Whether the segment is about where the person's repetitions turn: a hold, no other start. */
  boolean isAtUsualTurn() {
    return own.isUsual(trace.value(trace.last()));
  }

  private Optional<Repetition> resting(long step) {
    double excursion = trace.value(step);
    if (waiting) {
      // After a break in the middle of a movement: back to where it started from, first.
      waiting = !tooLong(step) && excursion > leaveDeg();
      return tooLong(step) ? giveUp() : Optional.empty();
    }
    if (back.goesOn()) {
      return stillReturning(step);
    }
    if (excursion > leaveDeg()) {
      return setOut(step);
    } else if (isHome(step) || tooLong(step)) {
      trace.restartFromLast();
      valley = step;
    }
    return Optional.empty();
  }

  private Optional<Repetition> setOut(long step) {
    trace.fixDirection(step);
    valley = trace.lowestBefore(step);
    peak = step;
    phase = Phase.LEAVING;
    return Optional.empty();
  }

  /**
   * The last repetition was over before all of its way back was gone: what is left of that way is
   * no way out.
   */
  private Optional<Repetition> stillReturning(long step) {
    double excursion = trace.value(step);
    if (excursion < trace.value(valley)) {
      valley = step;
    }
    if (excursion - trace.value(valley) > leaveDeg()) {
      back.end();
      peak = step;
      phase = Phase.LEAVING;
    } else if (back.isAll(excursion)) {
      back.end();
      trace.restartFrom(valley);
    } else if (rests.isStill(step, PAUSE_SECONDS, enoughDeg()) || tooLong(step)) {
      giveUp();
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
      back.begin(step);
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
    back.update(step, rise());
    long low = back.lowest();
    if (rise() < enoughDeg() && excursion < trace.value(valley) - leaveDeg()) {
      return turnedRound(step);
    }
    if (share(low) < parameters.backShare()) {
      return tooLong(step) ? giveUp() : Optional.empty();
    }
    boolean rises = excursion - trace.value(low) > 0.15 * rise();
    if (!rises
        && !back.isSettled(step, stepsPerSecond)
        && !rests.isSlowAfter(ends.fastestBackDeg(peak, low), step)) {
      return Optional.empty();
    }
    Optional<Repetition> found = finish(ends.after(peak, low, back.fellUntil()), low, true);
    if (found.isEmpty() || !back.isUnfinished(trace.value(peak), rise())) {
      trace.restartFrom(low);
    }
    ended = step;
    valley = low;
    phase = Phase.RESTING;
    return found;
  }

  /** What went so little way out and so far back began where it turned. */
  private Optional<Repetition> turnedRound(long step) {
    trace.restartFrom(peak);
    trace.fixDirection(step);
    valley = peak;
    peak = step;
    phase = Phase.LEAVING;
    return Optional.empty();
  }

  private Optional<Repetition> giveUp() {
    back.end();
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
    double near = trace.value(peak) - parameters.holdShare() * rise();
    return Optional.of(
        new Repetition(
            start,
            ends.firstNear(near, start, peak),
            ends.lastNear(near, peak, end),
            end,
            amplitude,
            complete));
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
    boolean justBack = step - ended < SETTLING_SECONDS * stepsPerSecond;
    return (justBack && rests.isSlow(step)) || rests.isStill(step, HOME_SECONDS, enoughDeg());
  }

  private double leaveDeg() {
    return 0.5 * enoughDeg();
  }

  private double enoughDeg() {
    return Math.max(parameters.minimumExcursionDeg(), parameters.ownShare() * own.medianDeg());
  }
}
