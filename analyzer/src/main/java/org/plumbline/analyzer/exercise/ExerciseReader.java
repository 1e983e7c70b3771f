package org.plumbline.analyzer.exercise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plumbline.analyzer.exercise.Exercise.Counting;
import org.plumbline.analyzer.exercise.Exercise.Direction;
import org.plumbline.analyzer.exercise.Exercise.Legs;
import org.plumbline.analyzer.exercise.Exercise.MuscleCounting;
import org.plumbline.analyzer.exercise.Exercise.Otherwise;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.exercise.Exercise.TurnIs;
import org.plumbline.analyzer.exercise.Exercise.Working;
import org.plumbline.analyzer.exercise.Practice.Dosage;
import org.plumbline.analyzer.exercise.Practice.Phases;
import org.plumbline.analyzer.exercise.Practice.Variant;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;

/**
 * YAML to {@link Exercise}, strictly: a key that is not known, a value of another kind, a rule or
 * metric that there is not, or a limit on the wrong side is refused with its line and column.
 * {@code docs/exercises.md} is the page for people.
 */
final class ExerciseReader {
  /** More is no sentence. */
  private static final int LONGEST_TEXT = 300;

  private static final int MOST_ITEMS = 40;

  /** Its rows are about a muscle of a leg or about the speed of the body. */
  private static final String FATIGUE = "fatigue";

  private ExerciseReader() {}

  /**
   * The exercise in {@code yaml}.
   *
   * @param file for messages
   */
  static Exercise read(String file, String yaml) {
    YamlPart root =
        YamlPart.read(file, yaml)
            .allowing(
                "id",
                "name",
                "position",
                "wear",
                "counting",
                "directions",
                "phases",
                "dosage",
                "cues",
                "notes",
                "variants",
                "rules");
    Counting counting = counting(root.get("counting"));
    Practice practice = practice(root);
    requireCounted(root, counting, practice);
    List<RuleLimits> rules = rules(root);
    Position position = root.get("position").word(Position.class);
    List<Direction> directions = directions(root);
    DirectionCheck.check(position, root.list("directions"), rules);
    return checked(
        root.get("id"),
        () ->
            new Exercise(
                root.get("id").value(),
                text(root.get("name")),
                position,
                counting,
                directions,
                rules,
                Optional.of(practice)));
  }

  private static Counting counting(YamlPart part) {
    part.allowing(
        "segment",
        "minimumExcursionDeg",
        "maximumExcursionDeg",
        "minimumSeconds",
        "maximumSeconds",
        "legs",
        "otherwise",
        "turn",
        "muscle");
    Optional<Otherwise> otherwise =
        part.find("otherwise")
            .map(one -> one.allowing("segment", "minimumExcursionDeg"))
            .map(
                one ->
                    checked(
                        one,
                        () ->
                            new Otherwise(
                                one.get("segment").word(Segment.class),
                                one.get("minimumExcursionDeg").number())));
    Optional<MuscleCounting> muscle =
        part.find("muscle")
            .map(
                one ->
                    new MuscleCounting(
                        one.allowing("muscle", "working").get("muscle").word(Muscle.class),
                        one.get("working").word(Working.class)));
    YamlPart shortest = part.get("minimumSeconds");
    YamlPart longest = part.get("maximumSeconds");
    if (shortest.number() <= 0) {
      throw shortest.at().wrong("seconds", shortest.text());
    }
    if (longest.number() <= shortest.number() || longest.number() > Counting.LONGEST_SECONDS) {
      throw longest
          .at()
          .wrong(
              "longest-seconds",
              longest.text(),
              shortest.text(),
              Texts.number(Counting.LONGEST_SECONDS, 0));
    }
    return checked(
        part,
        () ->
            new Counting(
                part.get("segment").word(Segment.class),
                part.get("minimumExcursionDeg").number(),
                part.get("minimumSeconds").number(),
                part.get("maximumSeconds").number(),
                muscle,
                part.find("maximumExcursionDeg").map(YamlPart::number),
                part.find("legs").map(legs -> legs.word(Legs.class)),
                otherwise,
                part.find("turn").map(turn -> turn.word(TurnIs.class))));
  }

  private static List<Direction> directions(YamlPart root) {
    List<Direction> all = new ArrayList<>();
    Set<Segment> seen = new HashSet<>();
    for (YamlPart one : items(root, "directions")) {
      one.allowing("segment", "sign", "atMostDeg", "atMostShare");
      Segment segment = one.get("segment").word(Segment.class);
      if (!seen.add(segment)) {
        throw one.at().wrong("duplicate", "segment", one.get("segment").value());
      }
      all.add(
          checked(
              one,
              () ->
                  new Direction(
                      segment,
                      one.get("sign").whole(),
                      one.find("atMostDeg").map(YamlPart::number),
                      one.find("atMostShare").map(YamlPart::number))));
    }
    return all;
  }

  private static Practice practice(YamlPart root) {
    YamlPart wear = root.get("wear").allowing("required", "optional", "muscles");
    YamlPart phases = root.get("phases").allowing("out", "hold", "back");
    YamlPart dosage = root.get("dosage").allowing("sets", "repetitions");
    return checked(
        root,
        () ->
            new Practice(
                words(wear, "required", one -> one.word(Segment.class)),
                words(wear, "optional", one -> one.word(Segment.class)),
                words(wear, "muscles", one -> one.word(Muscle.class)),
                new Phases(
                    text(phases.get("out")), text(phases.get("hold")), text(phases.get("back"))),
                checked(
                    dosage,
                    () ->
                        new Dosage(dosage.get("sets").whole(), dosage.get("repetitions").whole())),
                words(root, "cues", ExerciseReader::text),
                words(root, "notes", ExerciseReader::text),
                words(root, "variants", ExerciseReader::variant)));
  }

  private static Variant variant(YamlPart part) {
    part.allowing("id", "name", "band", "loaded");
    return checked(
        part,
        () ->
            new Variant(
                part.get("id").value(),
                text(part.get("name")),
                part.find("band").map(YamlPart::yes).orElse(false),
                part.find("loaded").map(YamlPart::yes).orElse(false)));
  }

  /** What counts has to be worn. */
  private static void requireCounted(YamlPart root, Counting counting, Practice practice) {
    boolean worn =
        counting
            .muscle()
            .map(muscle -> practice.muscles().contains(muscle.muscle()))
            .orElse(practice.required().contains(counting.segment()));
    if (!worn) {
      throw root.get("wear").at().wrong("not-counted");
    }
  }

  private static List<RuleLimits> rules(YamlPart root) {
    if (root.find("rules").isEmpty() || items(root, "rules").isEmpty()) {
      throw root.at().wrong("no-rules");
    }
    List<RuleLimits> rules = new ArrayList<>();
    for (YamlPart one : items(root, "rules")) {
      RuleLimits rule = RuleReader.read(one);
      for (RuleLimits other : rules) {
        boolean sameRule = other.rule().equals(rule.rule());
        if (sameRule && other.metric().equals(rule.metric()) && other.bad() == rule.bad()) {
          throw one.at().wrong("duplicate", rule.rule(), rule.metric());
        }
        if (sameRule && !rule.rule().equals(FATIGUE) && other.asked() != rule.asked()) {
          throw one.at().wrong("other-sides", rule.rule());
        }
      }
      rules.add(rule);
    }
    for (RuleLimits rule : rules) {
      boolean always =
          rules.stream()
              .filter(other -> other.rule().equals(rule.rule()))
              .anyMatch(other -> other.unworn().isEmpty() && other.worn().isEmpty());
      if (rule.unworn().isPresent() && !always) {
        throw root.get("rules").at().wrong("never-asked", rule.rule());
      }
    }
    return rules;
  }

  private static List<YamlPart> items(YamlPart part, String key) {
    List<YamlPart> items = part.list(key);
    if (items.size() > MOST_ITEMS) {
      throw part.get(key).at().wrong("too-many", items.size(), MOST_ITEMS);
    }
    return items;
  }

  private static <T> List<T> words(YamlPart part, String key, Function<YamlPart, T> read) {
    return items(part, key).stream().map(read).toList();
  }

  /** A text for people. */
  static String text(YamlPart part) {
    String text = part.value();
    if (text.length() > LONGEST_TEXT) {
      throw part.at().wrong("long", text.length(), LONGEST_TEXT);
    }
    return text;
  }

  /** What a record refuses is said with the place it was read from. */
  static <T> T checked(YamlPart part, Supplier<T> made) {
    try {
      return made.get();
    } catch (YamlPart.Refused e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw part.at().saying(String.valueOf(e.getMessage()));
    }
  }
}
