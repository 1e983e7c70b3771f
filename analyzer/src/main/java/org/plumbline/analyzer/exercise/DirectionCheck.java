package org.plumbline.analyzer.exercise;

import static org.plumbline.device.log.Segment.PELVIS;
import static org.plumbline.device.log.Segment.SHANK;
import static org.plumbline.device.log.Segment.THIGH;
import static org.plumbline.device.log.Segment.TRUNK;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.exercise.RuleLimits.Bad;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Segment;

/**
 * Refuses a direction that the position or a metric of the rules contradicts. A sensor that had no
 * set-up is calibrated by the direction, so a wrong sign turns it about, and what is measured with
 * it is nonsense that looks like a finding. Most signs cannot be told from the rest of the file;
 * {@code docs/exercises.md} has the table.
 */
final class DirectionCheck {

  /** The knee bends on the way out: the thigh turns so, and the shank. */
  private static final Map<Segment, Integer> KNEE_BENDS = Map.of(THIGH, 1, SHANK, -1);

  /** The person goes down and leans forward on the way out. */
  private static final Map<Segment, Integer> GOES_DOWN = Map.of(THIGH, 1, PELVIS, -1);

  private static final Map<Segment, Integer> PELVIS_FORWARD = Map.of(PELVIS, -1);
  private static final Map<Segment, Integer> TRUNK_FORWARD = Map.of(TRUNK, -1);

  /** Metrics that hold the thigh against the pelvis on the way down. */
  private static final Set<String> HOLD_BOTH =
      Set.of(
          "thighBeyondPelvicLean",
          "pelvicLeanOnTheWay",
          "thighBeyondLeanFromStance",
          "pelvicLeanFromStance");

  private DirectionCheck() {}

  /**
   * Checks all of them.
   *
   * @param directions of the file, each with its place
   * @throws YamlPart.Refused where one cannot be right
   */
  static void check(Position position, List<YamlPart> directions, List<RuleLimits> rules) {
    Map<Segment, YamlPart> signs = new LinkedHashMap<>();
    for (YamlPart one : directions) {
      signs.put(one.get("segment").word(Segment.class), one.get("sign"));
    }
    YamlPart thigh = signs.get(THIGH);
    if (position == Position.SITTING && thigh != null && thigh.whole() == 1) {
      throw thigh.at().wrong("direction-sitting");
    }
    for (RuleLimits rule : rules) {
      check(signs, rule);
    }
  }

  private static void check(Map<Segment, YamlPart> signs, RuleLimits rule) {
    String metric = rule.metric();
    if (HOLD_BOTH.contains(metric)) {
      requireEach(signs, GOES_DOWN, metric);
    } else if (metric.matches("knee(Frontal|Rotation|Fppa)At(30|45|60)")) {
      requireOne(signs, KNEE_BENDS, metric);
    } else if (rule.bad() == Bad.BELOW) {
      switch (metric) {
        case "kneeFlexionRange" -> requireOne(signs, KNEE_BENDS, metric);
        case "pelvicTilt", "pelvicTiltFromStance" -> requireEach(signs, PELVIS_FORWARD, metric);
        case "trunkForwardLeanChange" -> requireEach(signs, TRUNK_FORWARD, metric);
        default -> {
          // It is a range, which has no direction, or a departure, which may go either way.
        }
      }
    }
  }

  /** None of the segments may turn the other way. */
  private static void requireEach(
      Map<Segment, YamlPart> signs, Map<Segment, Integer> wanted, String metric) {
    signs.forEach(
        (segment, sign) -> {
          int needed = wanted.getOrDefault(segment, 0);
          if (needed != 0 && said(signs, segment) == -needed) {
            throw sign.at().wrong("direction", Location.idOf(segment), sign.text(), metric, needed);
          }
        });
  }

  /** Not all of the segments may turn the other way; one alone can, and the joint still bends. */
  private static void requireOne(
      Map<Segment, YamlPart> signs, Map<Segment, Integer> wanted, String metric) {
    boolean all =
        wanted.entrySet().stream()
            .allMatch(entry -> said(signs, entry.getKey()) == -entry.getValue());
    if (all) {
      requireEach(signs, wanted, metric);
    }
  }

  /** What the file says of a segment; 0 where it says nothing. */
  private static int said(Map<Segment, YamlPart> signs, Segment segment) {
    YamlPart sign = signs.get(segment);
    return sign == null ? 0 : sign.whole();
  }
}
