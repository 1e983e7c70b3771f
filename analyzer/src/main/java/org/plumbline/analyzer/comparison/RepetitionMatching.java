package org.plumbline.analyzer.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.analyzer.comparison.Reported.Repetition;

/**
 * Which repetition of one analysis is which of the other, by time: their numbers move when one is
 * found more. Two are the same where they share at least half of the shorter one; of several
 * partners the one with the largest share of both together is taken.
 *
 * @param pairs in the order of time
 * @param gone only in the first
 * @param added only in the second
 */
record RepetitionMatching(List<Pair> pairs, List<Repetition> gone, List<Repetition> added) {

  /** Of the shorter one of two. */
  private static final double LEAST_SHARED = 0.5;

  /** The same repetition in both. */
  record Pair(Repetition before, Repetition after) {}

  private record Candidate(int before, int after, double share) {}

  static RepetitionMatching of(List<Repetition> before, List<Repetition> after) {
    List<Repetition> first = inTime(before);
    List<Repetition> second = inTime(after);
    List<Candidate> candidates = candidates(first, second);
    candidates.sort(
        Comparator.comparingDouble((Candidate one) -> -one.share())
            .thenComparingInt(Candidate::before)
            .thenComparingInt(Candidate::after));
    Set<Integer> taken = new HashSet<>();
    Set<Integer> given = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Candidate one : candidates) {
      if (!taken.contains(one.before()) && !given.contains(one.after())) {
        taken.add(one.before());
        given.add(one.after());
        pairs.add(new Pair(first.get(one.before()), second.get(one.after())));
      }
    }
    pairs.sort(Comparator.comparing(pair -> pair.before().startSeconds()));
    return new RepetitionMatching(pairs, without(first, taken), without(second, given));
  }

  private static List<Repetition> inTime(List<Repetition> repetitions) {
    return repetitions.stream().sorted(Comparator.comparing(Repetition::startSeconds)).toList();
  }

  private static List<Candidate> candidates(List<Repetition> first, List<Repetition> second) {
    List<Candidate> candidates = new ArrayList<>();
    for (int b = 0; b < first.size(); b++) {
      for (int a = 0; a < second.size(); a++) {
        if (second.get(a).startSeconds().compareTo(first.get(b).endSeconds()) >= 0) {
          break; // all later ones begin later still
        }
        double overlap = overlap(first.get(b), second.get(a));
        double shorter = Math.min(length(first.get(b)), length(second.get(a)));
        if (overlap > 0 && overlap >= LEAST_SHARED * shorter) {
          double both = length(first.get(b)) + length(second.get(a)) - overlap;
          candidates.add(new Candidate(b, a, overlap / both));
        }
      }
    }
    return candidates;
  }

  private static double overlap(Repetition one, Repetition other) {
    BigDecimal from = one.startSeconds().max(other.startSeconds());
    BigDecimal to = one.endSeconds().min(other.endSeconds());
    return to.subtract(from).doubleValue();
  }

  private static double length(Repetition one) {
    return one.endSeconds().subtract(one.startSeconds()).doubleValue();
  }

  private static List<Repetition> without(List<Repetition> all, Set<Integer> taken) {
    List<Repetition> left = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!taken.contains(i)) {
        left.add(all.get(i));
      }
    }
    return left;
  }
}
