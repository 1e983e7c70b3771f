package org.plumbline.analyzer.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;

/**
 * Whether a sensor dangles on its strap: it turns to and fro about one of its axes more often than
 * anybody moves a limb in an exercise, while the others do not. One thread, no allocation after a
 * sensor's first step.
 */
final class LooseWatch {
  private static final double WINDOW_SECONDS = 4;

  /** Noise, soft tissue and tremor stay below. */
  private static final double SWING_RAD = FastMath.toRadians(5);

  /** Changes of direction; an exercise at a repetition a second has two. */
  private static final double MOST_PER_SECOND = 2.5;

  /**
   * How much more often than any other sensor: in quick squats the pelvis goes to and fro twice
   * while the thigh does once.
   */
  private static final double TIMES_THE_OTHERS = 2.5;

  private static final int CONFIRMED = 2;

  private final Map<OnSegment, Swings> all = new LinkedHashMap<>();
  private int stepsPerWindow = 400;
  private int steps;

  /** Of one sensor, axis by axis. */
  private static final class Swings {
    private final double[] angle = new double[3];
    private final double[] extreme = new double[3];
    private final int[] direction = {1, 1, 1};
    private final int[] reversals = new int[3];
    private int windows;
    private int most;
    private boolean loose;

    void add(Vector3 turn) {
      add(0, turn.x());
      add(1, turn.y());
      add(2, turn.z());
    }

    private void add(int axis, double turn) {
      angle[axis] += turn;
      double back = direction[axis] * (extreme[axis] - angle[axis]);
      if (back < 0) {
        extreme[axis] = angle[axis];
      } else if (back > SWING_RAD) {
        extreme[axis] = angle[axis];
        direction[axis] = -direction[axis];
        reversals[axis]++;
      }
    }

    void close() {
      most = Math.max(reversals[0], Math.max(reversals[1], reversals[2]));
      java.util.Arrays.fill(reversals, 0);
    }
  }

  void rate(int stepsPerSecond) {
    stepsPerWindow = (int) (WINDOW_SECONDS * stepsPerSecond);
  }

  void restart(OnSegment placement) {
    all.remove(placement);
  }

  void update(Map<OnSegment, Vector3> turns) {
    turns.forEach(
        (placement, turn) -> all.computeIfAbsent(placement, key -> new Swings()).add(turn));
    if (++steps >= stepsPerWindow) {
      steps = 0;
      all.values().forEach(Swings::close);
      for (Swings one : all.values()) {
        one.windows = dangles(one) ? one.windows + 1 : 0;
        one.loose |= one.windows >= CONFIRMED;
      }
    }
  }

  private boolean dangles(Swings one) {
    double limit = MOST_PER_SECOND * WINDOW_SECONDS;
    for (Swings other : all.values()) {
      if (other != one) {
        limit = Math.max(limit, TIMES_THE_OTHERS * other.most);
      }
    }
    return one.most > limit && all.size() > 1;
  }

  /** Also while it is not certain yet. */
  boolean suspect(OnSegment placement) {
    Swings one = all.get(placement);
    return one != null && (one.loose || one.windows > 0);
  }

  Optional<HealthFinding> finding(OnSegment placement) {
    Swings one = all.get(placement);
    if (one == null || !one.loose) {
      return Optional.empty();
    }
    String text = Texts.get("health.loose", BodyHealth.name(placement));
    return Optional.of(
        new HealthFinding(
            Code.LOOSE, placement.id(), one.most / WINDOW_SECONDS, MOST_PER_SECOND, "1/s", text));
  }
}
