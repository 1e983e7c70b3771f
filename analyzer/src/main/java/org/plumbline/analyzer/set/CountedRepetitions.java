package org.plumbline.analyzer.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.repetition.Repetition;

/** The repetitions of a set in the order in which they were counted. One thread. */
final class CountedRepetitions {
  private final List<Repetition> all = new ArrayList<>();

  /** Of each, whether only a person says that it is one. */
  private final List<Boolean> added = new ArrayList<>();

  /** Of each, why it is plainly none of the exercise. */
  private final List<Optional<Reason>> refusals = new ArrayList<>();

  /**
   * Takes the next one.
   *
   * @param byHand whether only a person says that it is one
   * @param refusal why it is plainly none of the exercise
   */
  void add(Repetition repetition, boolean byHand, Optional<Reason> refusal) {
    all.add(repetition);
    added.add(byHand);
    refusals.add(refusal);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  /** One of them, from 0. */
  Repetition get(int i) {
    return all.get(i);
  }

  Repetition last() {
    return all.get(all.size() - 1);
  }

  Optional<Reason> refusal(int i) {
    return refusals.get(i);
  }

  List<Optional<Reason>> refusals() {
    return refusals;
  }

  /** Complete ones of this exercise that were counted: what was added by hand teaches nothing. */
  List<Repetition> completeOnes() {
    List<Repetition> complete = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).complete() && refusals.get(i).isEmpty() && !added.get(i)) {
        complete.add(all.get(i));
      }
    }
    return complete;
  }

  /** The first that starts at a step or later. */
  Optional<Repetition> firstSince(long step) {
    return all.stream().filter(one -> one.start() >= step).findFirst();
  }

  /** Whether there are some, and all of them are among these. */
  boolean isOnly(List<Repetition> these) {
    return !all.isEmpty() && these.containsAll(all);
  }

  void clear() {
    all.clear();
    added.clear();
    refusals.clear();
  }

  /**
   * Refuses those that are among these.
   *
   * @return which ones, from 0
   */
  List<Integer> refuse(List<Repetition> these, Reason why) {
    List<Integer> refused = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (these.contains(all.get(i)) && refusals.get(i).isEmpty()) {
        refusals.set(i, Optional.of(why));
        refused.add(i);
      }
    }
    return refused;
  }
}
