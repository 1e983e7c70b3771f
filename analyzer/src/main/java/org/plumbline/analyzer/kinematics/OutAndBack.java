package org.plumbline.analyzer.kinematics;

import java.util.Optional;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.text.Texts;

/**
 * A segment's way from the start position to the turn and back, to read other angles at equal poses
 * of it on both ways.
 *
 * @param towardsTurn inclination since the start, positive towards the turn, degrees
 * @param lengthDeg mean over the hold, positive
 */
record OutAndBack(Trace towardsTurn, double lengthDeg) {

  /** A segment that turns less than this has no way out and back to compare. */
  private static final double LEAST_DEG = 10;

  /** The two instants at a share of the way. */
  record Crossing(int out, int back) {}

  /** Along an inclination since the start, whichever way it goes; empty where it hardly does. */
  static Optional<OutAndBack> along(Trace inclination, RepetitionPoses repetition) {
    double length = inclination.mean(repetition.holdStart(), repetition.holdEnd());
    return Math.abs(length) >= LEAST_DEG
        ? Optional.of(
            new OutAndBack(length < 0 ? inclination.negated() : inclination, Math.abs(length)))
        : Optional.empty();
  }

  /** Why there is nothing to compare. */
  static Reason tooSmall() {
    return new Reason("small-way", Texts.get("reason.small-way", Texts.number(LEAST_DEG, 0)));
  }

  /** Where a share of the way is passed on the way out and on the way back. */
  Crossing at(double share) {
    double levelDeg = share * lengthDeg;
    return new Crossing(towardsTurn.firstReaching(levelDeg, 0), towardsTurn.lastReaching(levelDeg));
  }
}
