package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Side;

/** How far the thighs and shanks turned between two grid steps of the recent past. One thread. */
final class TurnHistory {
  private final int length;
  private final Map<OnSegment, double[]> turned = new LinkedHashMap<>();
  private long newest = Long.MIN_VALUE;

  TurnHistory(int steps) {
    length = steps;
  }

  void update(long step, Map<OnSegment, Vector3> turns) {
    turns.forEach(
        (placement, turn) -> {
          if (BodyHealth.onLeg(placement)) {
            turned.computeIfAbsent(placement, key -> new double[length]);
          }
        });
    turned.forEach(
        (placement, ring) -> {
          Vector3 turn = turns.get(placement);
          ring[(int) Math.floorMod(step, (long) length)] = turn == null ? 0 : turn.norm();
        });
    newest = step;
  }

  List<OnSegment> legs() {
    return new ArrayList<>(turned.keySet());
  }

  /** Way turned by the segments of a leg together. */
  double turnedRad(Side side, long from, long to) {
    long first = Math.max(from, newest - length + 1);
    double sum = 0;
    for (Map.Entry<OnSegment, double[]> entry : turned.entrySet()) {
      for (long step = first; step <= to && entry.getKey().side() == side; step++) {
        sum += entry.getValue()[(int) Math.floorMod(step, (long) length)];
      }
    }
    return sum;
  }
}
