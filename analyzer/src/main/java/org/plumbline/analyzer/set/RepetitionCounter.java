package org.plumbline.analyzer.set;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.analyzer.quality.Measurements;
import org.plumbline.analyzer.repetition.Repetition;
import org.plumbline.device.log.Side;

/** Counts the repetitions of one set, by what the exercise says moves or works. */
interface RepetitionCounter {

  /** Takes the next grid step and hands over the repetitions that it completed or cut off. */
  void step(long step, Consumer<Repetition> counted);

  /** What is a repetition because the set is stopped: the one under way, mostly. */
  List<Repetition> stop(long step);

  /**
   * Repetitions that were handed over where nobody announced a set, and that are none, as has been
   * seen since then. Each is said once.
   */
  default List<Repetition> takeMistaken() {
    return List.of();
  }

  /** First grid step of what is not decided yet; {@link Long#MAX_VALUE} for nothing. */
  default long needsFrom() {
    return Long.MAX_VALUE;
  }

  /** 0 at rest, 1 as far as the person's own usual repetition. */
  double progress();

  /** Sides that are measured, left first. */
  List<Side> legs();

  /**
   * How far the movement or the level is at a step from where it was at the start of a repetition;
   * NaN where it is not known.
   */
  double reach(long start, long step);

  /** Of the farthest reach: beyond it is the hold. */
  double holdShare();

  /** Sides that are judged in a repetition that has been measured. */
  List<Side> working(Repetition repetition, Measurements measurements);

  /** How far the counting segment has turned since the start, degrees; empty when none is worn. */
  default Optional<double[]> excursion(Repetition repetition) {
    return Optional.empty();
  }

  /**
   * Why nothing was counted, as key and arguments of a note; empty where the session as a whole
   * says it.
   */
  default Optional<Nothing> nothing() {
    return Optional.empty();
  }

  /**
   * Why nothing was counted.
   *
   * @param key of a note, behind {@code no-repetition.}
   * @param figures in words, behind the number of the set
   */
  record Nothing(String key, List<String> figures) {
    public Nothing {
      figures = List.copyOf(figures);
    }
  }

  /** Whether it is not known which leg works, so that nothing is said of either. */
  default boolean isLegUnknown() {
    return false;
  }
}
