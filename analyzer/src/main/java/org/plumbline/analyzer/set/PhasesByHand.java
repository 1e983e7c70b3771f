package org.plumbline.analyzer.set;

import org.plumbline.analyzer.repetition.Repetition;

/**
 * The phases of a repetition whose bounds were set by hand. A hold that was detected stays where it
 * is as long as it lies within the bounds; otherwise it is where the movement is nearly as far as
 * it comes.
 */
final class PhasesByHand {
  private final RepetitionCounter counter;

  PhasesByHand(RepetitionCounter counter) {
    this.counter = counter;
  }

  /** A detected repetition with other bounds. A person has seen all of it: it is complete. */
  Repetition of(Repetition detected, long start, long end) {
    if (detected.holdStart() > start && detected.holdEnd() < end) {
      return new Repetition(
          start, detected.holdStart(), detected.holdEnd(), end, detected.amplitudeDeg(), true);
    }
    return of(start, end);
  }

  /** A repetition that was missed. */
  Repetition of(long start, long end) {
    long peak = (start + end) / 2;
    double most = 0;
    for (long step = start; step <= end; step++) {
      double reach = counter.reach(start, step);
      if (reach > most) {
        most = reach;
        peak = step;
      }
    }
    double near = counter.holdShare() * most;
    long holdStart = peak;
    while (most > 0 && holdStart > start && counter.reach(start, holdStart - 1) >= near) {
      holdStart--;
    }
    long holdEnd = peak;
    while (most > 0 && holdEnd < end && counter.reach(start, holdEnd + 1) >= near) {
      holdEnd++;
    }
    return new Repetition(start, holdStart, holdEnd, end, most, true);
  }
}
