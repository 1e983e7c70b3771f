package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.plumbline.analyzer.exercise.AnalysisContext.Baseline;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.set.ReferenceSet;

/**
 * Squat sets of some persons that are to be judged, each against the person's own reference where
 * there is one. Sets of the reference are not judged.
 *
 * @param judged the sets
 * @param references by person
 */
record SquatTrial(List<SquatSet> judged, Map<String, Baseline> references) {

  /** All sets, nobody has a reference. */
  static SquatTrial without(List<SquatSet> sets) {
    return new SquatTrial(sets, Map.of());
  }

  /**
   * With reference sets out of the correct ones.
   *
   * @param places which of a person's correct sets, in the order of their numbers from 0
   */
  static SquatTrial with(List<SquatSet> sets, int... places) {
    Map<String, Baseline> references = new LinkedHashMap<>();
    List<SquatSet> judged = new ArrayList<>(sets);
    for (String person : persons(sets)) {
      List<SquatSet> correct =
          sets.stream()
              .filter(set -> set.person().equals(person) && set.performed() == SquatWay.CORRECT)
              .sorted(Comparator.comparingInt(SquatSet::number))
              .toList();
      List<SquatSet> taken =
          IntStream.of(places).filter(at -> at < correct.size()).mapToObj(correct::get).toList();
      judged.removeAll(taken);
      ReferenceSet.of(taken.stream().map(SquatSet::result).toList(), "validation")
          .ifPresent(baseline -> references.put(person, baseline));
    }
    return new SquatTrial(judged, references);
  }

  static TreeSet<String> persons(List<SquatSet> sets) {
    return new TreeSet<>(sets.stream().map(SquatSet::person).toList());
  }

  TreeSet<String> persons() {
    return persons(judged);
  }

  /** Whether anybody has a reference. */
  boolean referenced() {
    return !references.isEmpty();
  }

  /** The sets of some persons. */
  SquatTrial of(Predicate<String> person) {
    return new SquatTrial(
        judged.stream().filter(set -> person.test(set.person())).toList(), references);
  }

  /** The same references, other measurements of each set. */
  SquatTrial changed(Function<SquatSet, SquatSet> change) {
    return new SquatTrial(judged.stream().map(change).toList(), references);
  }

  /** What the rules say, by the exercise that is made for each person. */
  List<SquatTally> judge(Function<String, Exercise> exerciseFor) {
    return judged.stream()
        .map(
            set ->
                SquatTally.of(
                    set,
                    exerciseFor.apply(set.person()),
                    Optional.ofNullable(references.get(set.person()))))
        .toList();
  }
}
