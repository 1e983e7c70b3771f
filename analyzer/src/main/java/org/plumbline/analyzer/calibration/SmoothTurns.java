package org.plumbline.analyzer.calibration;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * Turning as the segment does it, without the shaking of the skin: means over a stretch of time,
 * twice. The axis a sensor turns about is fixed in the sensor, so means of its angular rate in its
 * own axes keep it, however far it turns meanwhile.
 */
public final class SmoothTurns {
  /**
   * Skin shakes with 2 Hz and more, a limb that is swung or straightened goes forth and back in
   * some 2 s: two means over 0.3 s leave 0.91 of 0.5 Hz, 0.26 of 2 Hz and 0.05 of 4 Hz.
   */
  private static final double LENGTH_SECONDS = 0.3;

  private SmoothTurns() {}

  /** As many turns as there were, each the mean of those around it. */
  public static List<Vector3> of(List<Vector3> turns, double stepsPerSecond) {
    int half = (int) (LENGTH_SECONDS * stepsPerSecond / 2);
    return means(means(turns, half), half);
  }

  private static List<Vector3> means(List<Vector3> turns, int half) {
    List<Vector3> result = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Vector3 sum = new Vector3(0, 0, 0);
      int from = Math.max(0, i - half);
      int to = Math.min(turns.size(), i + half + 1);
      for (Vector3 turn : turns.subList(from, to)) {
        sum = sum.plus(turn);
      }
      result.add(sum.times(1.0 / (to - from)));
    }
    return result;
  }
}
