package org.plumbline.analyzer.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;

/** What an exercise needs and what it cannot judge with less, worked out from its rules. */
public final class ExerciseNeeds {
  private ExerciseNeeds() {}

  /** What has to be worn and what may be, in a sentence. */
  public static String worn(Exercise exercise) {
    List<Segment> required = exercise.practice().map(Practice::required).orElse(List.of());
    List<Segment> optional = exercise.practice().map(Practice::optional).orElse(List.of());
    List<Muscle> muscles = exercise.practice().map(Practice::muscles).orElse(List.of());
    List<String> parts = new ArrayList<>();
    if (exercise.counting().muscle().isPresent()) {
      parts.add(Texts.get("needs.muscles-required", muscles(muscles)));
    } else {
      parts.add(Texts.get("needs.required", segments(required)));
      if (!optional.isEmpty()) {
        parts.add(Texts.get("needs.optional", segments(optional)));
      }
      if (!muscles.isEmpty()) {
        parts.add(Texts.get("needs.muscles", muscles(muscles)));
      }
    }
    return String.join(" ", parts);
  }

  /** For each thing that may be left off, what then cannot be judged. */
  public static List<String> lost(Exercise exercise) {
    List<String> sentences = new ArrayList<>();
    for (Segment segment : Segment.values()) {
      Set<String> rules = without(exercise, metric -> metric.segments().contains(segment));
      if (segment == exercise.counting().segment() && exercise.counting().muscle().isEmpty()) {
        sentences.add(notCounted(exercise.counting(), rules));
      } else if (!rules.isEmpty()) {
        sentences.add(Texts.get("needs.without", Location.idOf(segment), String.join(", ", rules)));
      }
    }
    for (Muscle muscle : Muscle.values()) {
      Set<String> rules = without(exercise, metric -> metric.muscles().contains(muscle));
      if (!rules.isEmpty()) {
        sentences.add(
            Texts.get("needs.without-electrodes", name(muscle), String.join(", ", rules)));
      }
    }
    Set<String> own =
        exercise.rules().stream()
            .filter(
                rule ->
                    exercise.rules().stream()
                        .noneMatch(
                            other ->
                                other.rule().equals(rule.rule()) && other.absolute().isPresent()))
            .map(rule -> Names.rule(rule.rule()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!own.isEmpty()) {
      sentences.add(Texts.get("needs.reference", String.join(", ", own)));
    }
    return sentences;
  }

  private static String notCounted(Exercise.Counting counting, Set<String> rules) {
    String segment = Location.idOf(counting.segment());
    return counting
        .otherwise()
        .map(
            other ->
                Texts.get(
                    "needs.counted-otherwise",
                    segment,
                    Location.idOf(other.segment()),
                    String.join(", ", rules)))
        .orElseGet(() -> Texts.get("needs.not-counted", segment));
  }

  /** Rules none of whose pieces of evidence is left without something. */
  private static Set<String> without(Exercise exercise, Predicate<KnownMetric> needs) {
    Set<String> left =
        rules(exercise)
            .filter(rule -> !reads(rule, needs))
            .map(RuleLimits::rule)
            .collect(Collectors.toSet());
    return rules(exercise)
        .filter(rule -> !left.contains(rule.rule()))
        .map(rule -> Names.rule(rule.rule()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<RuleLimits> rules(Exercise exercise) {
    return exercise.rules().stream();
  }

  private static boolean reads(RuleLimits rule, Predicate<KnownMetric> needs) {
    return KnownMetric.find(rule.metric()).filter(needs).isPresent();
  }

  private static String segments(List<Segment> segments) {
    return segments.stream().map(Location::idOf).collect(Collectors.joining(", "));
  }

  private static String muscles(List<Muscle> muscles) {
    return muscles.stream().map(ExerciseNeeds::name).collect(Collectors.joining(", "));
  }

  private static String name(Muscle muscle) {
    return Names.muscle(muscle.id());
  }
}
