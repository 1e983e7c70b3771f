package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;

/**
 * How far the thighs and shanks turned in the first minute of a step of the set-up; what is slower
 * than a movement on purpose is not counted. One thread.
 */
final class TurnHistory {
  private final int mostSteps;
  private final double leastRad;
  private final Map<OnSegment, Way> ways = new LinkedHashMap<>();
  private int steps;

  private static final class Way {
    double rad;
    int measured;
  }

  TurnHistory(int mostSteps, double leastRad) {
    this.mostSteps = mostSteps;
    this.leastRad = leastRad;
  }

  /** A step of the set-up begins. */
  void begin() {
    ways.clear();
    steps = 0;
  }

  void update(Map<OnSegment, Vector3> turns) {
    if (steps >= mostSteps) {
      return;
    }
    steps++;
    turns.forEach(
        (placement, turn) -> {
          if (BodyHealth.onLeg(placement)) {
            Way way = ways.computeIfAbsent(placement, key -> new Way());
            double turned = turn.norm();
            way.rad += turned < leastRad ? 0 : turned;
            way.measured++;
          }
        });
  }

  List<OnSegment> legs() {
    return new ArrayList<>(ways.keySet());
  }

  /** Way turned by a segment; NaN where it was missing for more than a tenth of the time. */
  double turnedRad(OnSegment placement) {
    Way way = ways.get(placement);
    return way == null || (steps - way.measured) * 10 > steps ? Double.NaN : way.rad;
  }
}
