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

/**
 * How far each sensor swings in a stretch of time: one that lies still while the body moves is not
 * worn. One thread.
 */
final class SwingWatch {
  private static final double WINDOW_SECONDS = 3;

  /** Nobody who is moved by two other segments holds a third one so still. */
  private static final double STILL_RAD = FastMath.toRadians(0.6);

  private static final double MOVED_RAD = FastMath.toRadians(15);

  /** Windows in a row. */
  private static final int CONFIRMED = 2;

  private final Map<OnSegment, Swing> swings = new LinkedHashMap<>();
  private int stepsPerWindow = 300;
  private int steps;

  /** Of one sensor. */
  private static final class Swing {
    private final FarthestUp way = new FarthestUp();
    private double farRad;
    private int still;
    private boolean notWorn;
  }

  void rate(int stepsPerSecond) {
    stepsPerWindow = (int) (WINDOW_SECONDS * stepsPerSecond);
  }

  void update(Map<OnSegment, Vector3> turns, Map<OnSegment, Vector3> ups) {
    for (OnSegment placement : turns.keySet()) {
      Vector3 up = ups.get(placement);
      if (up != null) {
        swings.computeIfAbsent(placement, key -> new Swing()).way.take(up);
      }
    }
    if (++steps >= stepsPerWindow) {
      steps = 0;
      close();
    }
  }

  private void close() {
    for (Swing swing : swings.values()) {
      swing.farRad = swing.way.rad();
    }
    long moving = swings.values().stream().filter(one -> one.farRad > MOVED_RAD).count();
    swings.forEach(
        (placement, swing) -> {
          boolean seen = swing.way.isKnown() && placement.segment() != Segment.FOOT;
          if (seen && moving >= 2) {
            swing.still = swing.farRad < STILL_RAD ? swing.still + 1 : 0;
            swing.notWorn = swing.farRad < STILL_RAD && (swing.notWorn || swing.still >= CONFIRMED);
          }
        });
    swings.values().forEach(swing -> swing.way.clear());
  }

  /** Whether it does not move with the body, also while that is not certain yet. */
  boolean liesStill(OnSegment placement) {
    Swing swing = swings.get(placement);
    return swing != null && (swing.still > 0 || swing.notWorn);
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    Swing swing = swings.get(placement);
    if (swing == null || !swing.notWorn) {
      return Optional.empty();
    }
    String text = Texts.get("health.not-worn", BodyHealth.name(placement));
    return Optional.of(
        new HealthFinding(Code.NOT_WORN, placement.id(), swing.still, CONFIRMED, "1", text));
  }
}
