package org.plumbline.analyzer.result;

import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.analyzer.exercise.Exercise;
import org.plumbline.analyzer.exercise.Practice;
import org.plumbline.analyzer.text.Names;

/**
 * What an exercise and its variant are called by whoever wrote them. Ids tell them apart; names are
 * for people.
 *
 * @param exercise its own name
 * @param variant its own name; empty where nobody said one
 */
public record Titles(String exercise, String variant) {

  /** Every exercise that was done, each once; what was to be done where there is no set. */
  public static String done(SessionResult result) {
    String done =
        result.sets().stream()
            .map(set -> set.titles().exercise())
            .distinct()
            .collect(Collectors.joining(", "));
    return done.isEmpty() ? result.context().exerciseName() : done;
  }

  /** Of a result in which only ids are known. */
  public static Titles ofIds(String exercise, String variant) {
    return new Titles(Names.exercise(exercise), variant.isEmpty() ? "" : Names.variant(variant));
  }

  /** What the exercise itself says. */
  public static Titles of(Exercise exercise, Optional<String> variant) {
    String name =
        variant
            .map(
                id ->
                    exercise.variants().stream()
                        .filter(one -> one.id().equals(id))
                        .map(Practice.Variant::name)
                        .findFirst()
                        .orElse(Names.variant(id)))
            .orElse("");
    return new Titles(exercise.name(), name);
  }
}
