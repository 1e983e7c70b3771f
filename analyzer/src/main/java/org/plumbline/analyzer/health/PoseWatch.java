package org.plumbline.analyzer.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;

/**
 * Whether a sensor still sits as it did: "up" in its axes whenever all segments are slow, against
 * the first such moment. A posture that changes takes several segments along; a sensor that slips
 * is alone. So is a leg that is held up by itself: where the exercise does that, only who is away
 * for longer than any hold has slipped. One thread.
 */
final class PoseWatch {
  private static final double SLOW_RAD_PER_S = FastMath.toRadians(20);
  private static final double SLOW_SECONDS = 0.15;
  private static final int COMPARED_EVERY_STEPS = 5;
  private static final double APART_RAD = FastMath.toRadians(14);
  private static final double TOGETHER_RAD = FastMath.toRadians(9);

  /** Seconds between the first and the last moment that say the same. */
  private static final double CONFIRMED_SECONDS = 2;

  private final Map<OnSegment, Vector3> reference = new LinkedHashMap<>();
  private final Map<OnSegment, Double> apart = new LinkedHashMap<>();
  private final Map<OnSegment, Integer> since = new LinkedHashMap<>();
  private final Map<OnSegment, HealthFinding> found = new LinkedHashMap<>();
  private Set<Segment> alone = Set.of();
  private double aloneSeconds;
  private double stepSeconds = 0.01;
  private int slow;

  void rate(int stepsPerSecond) {
    stepSeconds = 1.0 / stepsPerSecond;
  }

  /**
   * What is done from now on moves these segments of one leg while all else may rest.
   *
   * @param longestSeconds that they may be away
   */
  void movesAlone(Set<Segment> segments, double longestSeconds) {
    alone = Set.copyOf(segments);
    aloneSeconds = longestSeconds;
    since.keySet().removeIf(placement -> alone.contains(placement.segment()));
  }

  void restart(OnSegment placement) {
    reference.remove(placement);
    since.remove(placement);
  }

  void update(Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups, Set<OnSegment> level) {
    since.replaceAll((placement, steps) -> steps + 1);
    boolean still = turns.size() >= 3;
    for (Vector3 turn : turns.values()) {
      still &= turn.norm() < SLOW_RAD_PER_S * stepSeconds;
    }
    slow = still ? slow + 1 : 0;
    if (slow * stepSeconds >= SLOW_SECONDS && slow % COMPARED_EVERY_STEPS == 0) {
      compare(ups, level);
    }
  }

  private void compare(Map<OnSegment, Vector3> ups, Set<OnSegment> level) {
    apart.clear();
    ups.forEach(
        (placement, up) -> {
          Vector3 before = reference.get(placement);
          if (before != null && level.contains(placement)) {
            apart.put(placement, before.angleToRad(up));
          }
        });
    learn(ups, level);
    for (Map.Entry<OnSegment, Double> one : apart.entrySet()) {
      OnSegment placement = one.getKey();
      if (one.getValue() > APART_RAD && othersStayed(placement)) {
        int steps = since.computeIfAbsent(placement, key -> 0);
        if (steps * stepSeconds > confirmedSeconds(placement)) {
          found.computeIfAbsent(placement, key -> slipped(placement, one.getValue()));
        }
      } else if (one.getValue() < TOGETHER_RAD) {
        since.remove(placement);
      }
    }
  }

  private double confirmedSeconds(OnSegment placement) {
    return alone.contains(placement.segment())
        ? aloneSeconds + CONFIRMED_SECONDS
        : CONFIRMED_SECONDS;
  }

  /** A first pose is one for all; a sensor that joins later takes its own when all are back. */
  private void learn(Map<OnSegment, Vector3> ups, Set<OnSegment> level) {
    boolean first = reference.isEmpty();
    boolean back =
        !apart.isEmpty() && apart.values().stream().allMatch(angle -> angle < TOGETHER_RAD);
    ups.forEach(
        (placement, up) -> {
          if (first || (back && level.contains(placement))) {
            reference.putIfAbsent(placement, up);
          }
        });
  }

  private boolean othersStayed(OnSegment moved) {
    return apart.size() >= 3
        && apart.entrySet().stream()
            .allMatch(one -> one.getKey().equals(moved) || one.getValue() < TOGETHER_RAD);
  }

  static HealthFinding slipped(OnSegment placement, double rad) {
    double deg = FastMath.toDegrees(rad);
    String text = Texts.get("health.slipped", BodyHealth.name(placement), Texts.number(deg, 0));
    return new HealthFinding(
        Code.SLIPPED, placement.id(), deg, FastMath.toDegrees(APART_RAD), "deg", text);
  }

  /** Also while it is not certain yet: a posture that passes costs a repetition. */
  boolean suspect(OnSegment placement) {
    return found.containsKey(placement)
        || (since.containsKey(placement) && !alone.contains(placement.segment()));
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    return Optional.ofNullable(found.get(placement));
  }
}
