package org.plumbline.analyzer.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * How far each sensor swings in a stretch of time: one that lies still while the body moves is not
 * worn, and a shank that swings further than its thigh, while the other leg does the opposite, is
 * no shank. One thread.
 */
final class SwingWatch {
  private static final double WINDOW_SECONDS = 3;

  /** Nobody who is moved by two other segments holds a third one so still. */
  private static final double STILL_RAD = FastMath.toRadians(0.6);

  private static final double MOVED_RAD = FastMath.toRadians(15);
  private static final double FACTOR = 1.4;

  /** Windows in a row, or the first one more often than the other. */
  private static final int CONFIRMED = 2;

  private final Map<OnSegment, Swing> swings = new LinkedHashMap<>();
  private int stepsPerWindow = 300;
  private int steps;

  /** Of one sensor. */
  private static final class Swing {
    private Vector3 from = Vector3.UNKNOWN;
    private double leastDot = Double.POSITIVE_INFINITY;
    private Vector3 farthest = Vector3.UNKNOWN;
    private double farRad;
    private int still;
    private int exchanged;
    private boolean notWorn;
    private boolean swapped;
  }

  void rate(int stepsPerSecond) {
    stepsPerWindow = (int) (WINDOW_SECONDS * stepsPerSecond);
  }

  void update(Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    for (OnSegment placement : turns.keySet()) {
      Vector3 up = ups.get(placement);
      if (up == null) {
        continue;
      }
      Swing swing = swings.computeIfAbsent(placement, key -> new Swing());
      if (!swing.from.isKnown()) {
        swing.from = up;
      }
      double dot = swing.from.dot(up);
      if (dot < swing.leastDot) {
        swing.leastDot = dot;
        swing.farthest = up;
      }
    }
    if (++steps >= stepsPerWindow) {
      steps = 0;
      close();
    }
  }

  private void close() {
    for (Swing swing : swings.values()) {
      swing.farRad = swing.from.isKnown() ? swing.from.angleToRad(swing.farthest) : 0;
    }
    long moving = swings.values().stream().filter(one -> one.farRad > MOVED_RAD).count();
    swings.forEach(
        (placement, swing) -> {
          boolean seen = swing.from.isKnown() && placement.segment() != Segment.FOOT;
          if (seen && moving >= 2) {
            swing.still = swing.farRad < STILL_RAD ? swing.still + 1 : 0;
            swing.notWorn = swing.farRad < STILL_RAD && (swing.notWorn || swing.still >= CONFIRMED);
          }
        });
    exchange(Side.LEFT, Side.RIGHT);
    exchange(Side.RIGHT, Side.LEFT);
    swings
        .values()
        .forEach(
            swing -> {
              swing.from = Vector3.UNKNOWN;
              swing.leastDot = Double.POSITIVE_INFINITY;
            });
  }

  /** Whether the segments of one leg are exchanged, by those of the other. */
  private void exchange(Side leg, Side other) {
    Swing thigh = swings.get(new OnSegment(Segment.THIGH, leg));
    Swing shank = swings.get(new OnSegment(Segment.SHANK, leg));
    Swing otherThigh = swings.get(new OnSegment(Segment.THIGH, other));
    Swing otherShank = swings.get(new OnSegment(Segment.SHANK, other));
    if (thigh == null || shank == null || otherThigh == null || otherShank == null) {
      return;
    }
    boolean moved = shank.farRad > MOVED_RAD && otherThigh.farRad > MOVED_RAD;
    boolean wrong = shank.farRad > FACTOR * thigh.farRad;
    boolean mirrored = otherThigh.farRad > FACTOR * otherShank.farRad;
    // Both legs do the same: what is a thigh's on one side is the shank's on the other.
    boolean alike =
        Math.max(shank.farRad, otherThigh.farRad)
            < FACTOR * Math.min(shank.farRad, otherThigh.farRad);
    if (moved && wrong && mirrored && alike) {
      thigh.exchanged++;
    } else if (moved && !wrong) {
      thigh.exchanged = Math.max(0, thigh.exchanged - 1);
    }
    shank.exchanged = thigh.exchanged;
    thigh.swapped = thigh.exchanged > 0 && (thigh.swapped || thigh.exchanged >= CONFIRMED);
    shank.swapped = thigh.swapped;
  }

  /** Whether it does not move with the body, also while that is not certain yet. */
  boolean liesStill(OnSegment placement) {
    Swing swing = swings.get(placement);
    return swing != null && (swing.still > 0 || swing.notWorn);
  }

  /** Whether it seems to be on the other segment of its leg. */
  boolean swapped(OnSegment placement) {
    Swing swing = swings.get(placement);
    return swing != null && swing.swapped;
  }

  /** Also while it is not certain yet. */
  boolean suspect(OnSegment placement) {
    Swing swing = swings.get(placement);
    return swing != null
        && (swing.still > 0 || swing.exchanged > 0 || swing.notWorn || swing.swapped);
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    Swing swing = swings.get(placement);
    if (swing == null || !(swing.notWorn || swing.swapped)) {
      return Optional.empty();
    }
    Code code = swing.notWorn ? Code.NOT_WORN : Code.SEGMENTS_SWAPPED;
    String text = Texts.get("health." + code.id(), BodyHealth.name(placement));
    double windows = swing.notWorn ? swing.still : swing.exchanged;
    return Optional.of(new HealthFinding(code, placement.id(), windows, CONFIRMED, "1", text));
  }
}
