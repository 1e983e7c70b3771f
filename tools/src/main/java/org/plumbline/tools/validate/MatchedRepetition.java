package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** A simulated repetition that was counted in its place, and what it really was. */
record MatchedRepetition(int index, RepetitionResult found, TrueFigures real) {

  /** Every repetition in whose time exactly one has its turn. */
  static List<MatchedRepetition> of(List<? extends TrueFigures> all, List<RepetitionResult> found) {
    List<MatchedRepetition> matched = new ArrayList<>();
    for (TrueFigures metrics : all) {
      TrueRepetition real = metrics.repetition();
      List<RepetitionResult> within =
          found.stream()
              .filter(RepetitionResult::complete)
              .filter(one -> one.turnSeconds() > real.startSeconds())
              .filter(one -> one.turnSeconds() < real.endSeconds())
              .filter(one -> isAround(one, real))
              .toList();
      if (within.size() == 1) {
        matched.add(new MatchedRepetition(real.index(), within.get(0), metrics));
      }
    }
    return matched;
  }

  /** Not from one turn to the next. */
  private static boolean isAround(RepetitionResult found, TrueRepetition real) {
    return found.startSeconds() < real.holdStartSeconds()
        && found.endSeconds() > real.holdEndSeconds();
  }

  /** Whether the first ones are all there. */
  static boolean areFirst(List<MatchedRepetition> matched, int count) {
    return matched.size() >= count
        && matched.get(count - 1).index() == count
        && matched.get(count - 1).found().index() == count;
  }
}
