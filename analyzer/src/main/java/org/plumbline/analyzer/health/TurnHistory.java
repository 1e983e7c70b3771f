package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;

/**
 * How far the thighs and shanks turned between two grid steps of the recent past; what is slower
 * than a movement on purpose is not counted. One thread.
 */
final class TurnHistory {
  private final int length;
  private final double leastRad;
  private final Map<OnSegment, double[]> turned = new LinkedHashMap<>();
  private long newest = Long.MIN_VALUE;

  TurnHistory(int steps, double leastRad) {
    length = steps;
    this.leastRad = leastRad;
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
          double turned = turn == null ? Double.NaN : turn.norm();
          ring[(int) Math.floorMod(step, (long) length)] = turned < leastRad ? 0 : turned;
        });
    newest = step;
  }

  List<OnSegment> legs() {
    return new ArrayList<>(turned.keySet());
  }

  /** Way turned by a segment; NaN where it was missing for more than a tenth of the time. */
  double turnedRad(OnSegment placement, long from, long to) {
    double[] ring = turned.get(placement);
    double sum = 0;
    int missing = 0;
    int steps = 0;
    for (long step = Math.max(from, newest - length + 1); ring != null && step <= to; step++) {
      double turn = ring[(int) Math.floorMod(step, (long) length)];
      missing += Double.isNaN(turn) ? 1 : 0;
      sum += Double.isNaN(turn) ? 0 : turn;
      steps++;
    }
    return missing * 10 > steps || steps == 0 ? Double.NaN : sum;
  }
}
