package org.plumbline.analyzer.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.analyzer.comparison.Comparison.Change;
import org.plumbline.analyzer.comparison.Comparison.FindingChange;
import org.plumbline.analyzer.comparison.RepetitionMatching.Pair;
import org.plumbline.analyzer.comparison.Reported.OneSet;

/**
 * Sets that are the same, because they share most repetitions, or have the same number where they
 * share none; and what is said of them as a whole.
 */
record SetMatching(List<Change> attributes, List<FindingChange> findings) {

  static SetMatching of(List<OneSet> before, List<OneSet> after, List<Pair> pairs) {
    Map<Integer, OneSet> then = new TreeMap<>();
    before.forEach(set -> then.put(set.index(), set));
    List<Change> attributes = new ArrayList<>();
    List<FindingChange> findings = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    Map<Integer, Integer> partners = partners(after, pairs);
    for (OneSet set : after) {
      int partner = partners.getOrDefault(set.index(), set.index());
      OneSet old = taken.contains(partner) ? null : then.get(partner);
      if (old == null) {
        attributes.add(new Change("set " + set.index(), Optional.empty(), Optional.of(size(set))));
        compare(set.index(), Map.of(), set.findings(), findings);
      } else {
        taken.add(partner);
        String where = "set " + set.index() + "/";
        attributes.addAll(Comparison.changes(where, old.attributes(), set.attributes()));
        compare(set.index(), old.findings(), set.findings(), findings);
      }
    }
    then.keySet().removeAll(taken);
    for (OneSet set : then.values()) {
      attributes.add(new Change("set " + set.index(), Optional.of(size(set)), Optional.empty()));
      compare(set.index(), set.findings(), Map.of(), findings);
    }
    return new SetMatching(attributes, findings);
  }

  private static String size(OneSet set) {
    return String.valueOf(set.repetitions().size());
  }

  private static void compare(
      int set,
      Map<Reported.RuleAndSide, String> before,
      Map<Reported.RuleAndSide, String> after,
      List<FindingChange> findings) {
    Comparison.differing(
        before, after, (rule, then, now) -> findings.add(new FindingChange(set, rule, then, now)));
  }

  /** Set of the second result to the one of the first that shares most repetitions with it. */
  private static Map<Integer, Integer> partners(List<OneSet> after, List<Pair> pairs) {
    Map<Integer, Integer> partners = new HashMap<>();
    for (OneSet set : after) {
      Map<Integer, Integer> shared = new TreeMap<>();
      for (Pair pair : pairs) {
        if (pair.after().set() == set.index()) {
          shared.merge(pair.before().set(), 1, Integer::sum);
        }
      }
      shared.entrySet().stream()
          .max(Comparator.comparingInt(Map.Entry::getValue))
          .ifPresent(most -> partners.put(set.index(), most.getKey()));
    }
    return partners;
  }
}
