package org.plumbline.analyzer.exercise;

import java.util.Optional;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.analyzer.exercise.RuleLimits.Comparison;
import org.plumbline.analyzer.exercise.RuleLimits.Limit;
import org.plumbline.analyzer.exercise.RuleLimits.OwnLimit;
import org.plumbline.analyzer.exercise.RuleLimits.Sides;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;

/** One rule of an exercise with its limits, out of YAML. */
final class RuleReader {
  private RuleReader() {}

  static RuleLimits read(YamlPart part) {
    part.allowing("rule", "row", "metric", "bad", "sides", "worn", "unworn", "absolute", "own");
    String rule = part.get("rule").value();
    if (!Texts.has("rule." + rule)) {
      throw part.get("rule").at().wrong("no-rule", rule, rules());
    }
    String name = part.get("metric").value();
    KnownMetric metric =
        KnownMetric.find(name)
            .orElseThrow(
                () ->
                    part.get("metric")
                        .at()
                        .wrong("no-metric", name, String.join(", ", KnownMetric.names())));
    Bad bad = part.get("bad").word(Bad.class);
    Optional<Limit> absolute = part.find("absolute").map(one -> limit(one, bad));
    Optional<OwnLimit> own = part.find("own").map(RuleReader::ownLimit);
    if (absolute.isEmpty() && own.isEmpty()) {
      throw part.at().wrong("no-limit", rule);
    }
    Optional<Sides> sides = part.find("sides").map(one -> one.word(Sides.class));
    if (sides.isPresent() && (sides.get() == Sides.MIDLINE) != metric.midline()) {
      throw part.get("sides").at().wrong(metric.midline() ? "midline-only" : "legs-only", name);
    }
    String row = ExerciseReader.text(part.get("row"));
    if (!RuleTable.has(row)) {
      throw part.get("row").at().wrong("no-row", row, String.join(", ", RuleTable.all()));
    }
    return ExerciseReader.checked(
        part,
        () ->
            new RuleLimits(
                rule,
                row,
                name,
                bad,
                absolute,
                own,
                part.find("worn").map(one -> one.word(Muscle.class)),
                sides,
                part.find("unworn").map(one -> one.word(Segment.class))));
  }

  private static String rules() {
    return String.join(
        ", ",
        Texts.keys().stream()
            .filter(key -> key.startsWith("rule."))
            .map(key -> key.substring("rule.".length()))
            .toList());
  }

  private static Limit limit(YamlPart part, Bad bad) {
    part.allowing("amber", "red", "source", "grade");
    double amber = part.get("amber").number();
    double red = part.get("red").number();
    if (bad == Bad.ABOVE ? red <= amber : red >= amber) {
      throw part.get("red")
          .at()
          .wrong(
              bad == Bad.ABOVE ? "red-above" : "red-below",
              part.get("red").text(),
              part.get("amber").text());
    }
    return new Limit(amber, red, ExerciseReader.text(part.get("source")), grade(part));
  }

  private static OwnLimit ownLimit(YamlPart part) {
    part.allowing("kind", "amber", "red", "atLeast", "source", "grade");
    Comparison kind = part.get("kind").word(Comparison.class);
    double amber = part.get("amber").number();
    double red = part.get("red").number();
    double atLeast = part.get("atLeast").number();
    if (kind != Comparison.SHARE && !(amber > 0 && red > amber)) {
      throw part.get("red")
          .at()
          .wrong("own-difference", part.get("amber").text(), part.get("red").text());
    }
    if (kind == Comparison.SHARE && !(amber < 1 && red < amber)) {
      throw part.get("red")
          .at()
          .wrong("own-share", part.get("amber").text(), part.get("red").text());
    }
    if (atLeast < 0) {
      throw part.get("atLeast").at().wrong("at-least", part.get("atLeast").text());
    }
    return new OwnLimit(
        kind, amber, red, atLeast, ExerciseReader.text(part.get("source")), grade(part));
  }

  private static String grade(YamlPart part) {
    String grade = part.get("grade").value();
    if (!grade.matches("[HMLE]")) {
      throw part.get("grade").at().wrong("grade", grade);
    }
    return grade;
  }
}
