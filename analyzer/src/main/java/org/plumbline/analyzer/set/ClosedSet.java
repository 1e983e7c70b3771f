package org.plumbline.analyzer.set;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.result.Titles;

/**
 * A set that is over. What was judged in it can still be withdrawn.
 *
 * @param leg that it was made with, or {@code both}
 * @param baseline whose limits it was held against
 * @param variant of the exercise, empty where nobody said
 * @param titles what exercise and variant are called
 */
public record ClosedSet(
    int index,
    String exercise,
    String leg,
    OptionalDouble loadKg,
    String baseline,
    JudgedRepetitions judged,
    String variant,
    Titles titles) {

  public SetResult result() {
    return new SetResult(
        index,
        exercise,
        leg,
        loadKg,
        baseline,
        judged.results(),
        judged.findings(),
        variant,
        Optional.empty(),
        titles);
  }
}
