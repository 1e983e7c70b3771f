package org.plumbline.analyzer.repetition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * A detector that finds out by itself when it took the wrong start position.
 *
 * <p>Who gets into position goes away from where the detector thinks that repetitions begin, and
 * does not come back: without more, everything that follows would be one long hold. So wherever the
 * segment rests away from the start position, another detector begins. If the first one comes back,
 * that was a hold, and the others are dropped; if another completes a movement before, its start
 * position is the right one, and it takes over. The oldest wins, so that a repetition with a hold
 * is not taken for one from hold to hold.
 */
public final class HomeSeeker {

  /** Resting so long away from the start position may be a new one. */
  private static final double SETTLED_SECONDS = 1;

  /** Positions on the way to the start position. */
  private static final int MOST = 6;

  private final RepetitionDetector.Parameters parameters;
  private final double stepsPerSecond;
  private final boolean furthest;
  private RepetitionDetector detector;
  private final List<RepetitionDetector> challengers = new ArrayList<>();

  /** See {@link RepetitionDetector}. */
  public HomeSeeker(
      RepetitionDetector.Parameters parameters, double stepsPerSecond, boolean furthest) {
    this.parameters = parameters;
    this.stepsPerSecond = stepsPerSecond;
    this.furthest = furthest;
    detector = another();
  }

  private RepetitionDetector another() {
    return new RepetitionDetector(parameters, stepsPerSecond, furthest);
  }

  /** See {@link RepetitionDetector#update}. */
  public Optional<Repetition> update(long step, Vector3... ups) {
    Optional<Repetition> found = detector.update(step, ups);
    if (detector.isResting()) {
      challengers.clear();
      return found;
    }
    boolean atHome = false;
    for (RepetitionDetector challenger : challengers) {
      Optional<Repetition> other = challenger.update(step, ups);
      if (other.isPresent() && other.get().complete()) {
        detector = challenger;
        challengers.clear();
        return other;
      }
      atHome |= challenger.isResting();
    }
    if (!atHome && detector.restsAway(SETTLED_SECONDS) && !detector.isAtUsualTurn()) {
      if (challengers.size() == MOST) {
        challengers.remove(0);
      }
      RepetitionDetector fresh = another();
      fresh.update(step, ups);
      challengers.add(fresh);
    }
    return found;
  }

  /** See {@link RepetitionDetector#startAnew}. */
  public Optional<Repetition> startAnew() {
    challengers.clear();
    return detector.startAnew();
  }

  /** See {@link RepetitionDetector#changed}. */
  public Optional<Repetition> changed(int sensor) {
    challengers.forEach(one -> one.changed(sensor));
    return detector.changed(sensor);
  }

  /** See {@link RepetitionDetector#interrupt}. */
  public Optional<Repetition> interrupt() {
    challengers.clear();
    return detector.interrupt();
  }

  /** See {@link RepetitionDetector#stop}. */
  public Optional<Repetition> stop(long step) {
    return detector.stop(step);
  }

  /** See {@link RepetitionDetector#progress}. */
  public double progress() {
    return detector.progress();
  }

  /** See {@link RepetitionDetector#isResting}. */
  public boolean isResting() {
    return detector.isResting();
  }
}
