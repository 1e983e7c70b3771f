package org.plumbline.analyzer.repetition;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * How far the watched sensors have turned away from the start position, step by step since it was
 * taken; the mean over the sensors, or the furthest of them where one leg works alone, degrees.
 *
 * <p>Unsigned until the direction of the movement is fixed, signed about that direction from then
 * on, so that swinging through the start position is not mistaken for a second repetition.
 */
final class ExcursionTrace {
  private static final Vector3[] ANY = {};

  /** More than 60 deg beside. */
  private static final double ASIDE_SHARE = 0.5;

  private final boolean furthest;
  private long first;
  private int size;
  private int sensors;
  private Vector3[] ups = new Vector3[1024];
  private double[] valuesDeg = new double[1024];
  private Vector3[] start = {};
  private Vector3[] axes = {};

  /**
   * An empty trace.
   *
   * @param furthest the sensor that has turned furthest counts, instead of the mean
   */
  ExcursionTrace(boolean furthest) {
    this.furthest = furthest;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  long first() {
    return first;
  }

  long last() {
    return first + size - 1;
  }

  double value(long step) {
    return valuesDeg[(int) (step - first)];
  }

  /** Begins anew at a position {@code up}, with a start position that may be another one. */
  void restart(long step, Vector3[] up, Vector3[] from) {
    first = step;
    size = 0;
    sensors = up.length;
    start = from.clone();
    axes = new Vector3[] {};
    append(up);
  }

  void append(Vector3[] up) {
    if (size == valuesDeg.length) {
      valuesDeg = Arrays.copyOf(valuesDeg, size * 2);
      ups = Arrays.copyOf(ups, ups.length * 2);
    }
    while ((size + 1) * sensors > ups.length) {
      ups = Arrays.copyOf(ups, ups.length * 2);
    }
    System.arraycopy(up, 0, ups, size * sensors, sensors);
    size++;
    for (int s = 0; s < sensors; s++) {
      if (!up[s].isKnown() && start[s].isKnown() && anotherThan(s, up)) {
        // With one sensor less the mean is another one: it does not count until the next start.
        start[s] = Vector3.UNKNOWN;
        recompute();
      }
    }
    valuesDeg[size - 1] = excursionDeg(size - 1);
  }

  private boolean anotherThan(int sensor, Vector3[] up) {
    for (int s = 0; s < sensors; s++) {
      if (s != sensor && up[s].isKnown() && start[s].isKnown()) {
        return true;
      }
    }
    return false;
  }

  /** What a sensor showed so far is not comparable with what it will show. */
  void forget(int sensor) {
    for (int i = 0; i < size; i++) {
      ups[i * sensors + sensor] = Vector3.UNKNOWN;
    }
    start[sensor] = Vector3.UNKNOWN;
    recompute();
  }

  /** The start position of every sensor, unknown where it does not count. */
  Vector3[] start() {
    return start.clone();
  }

  private void recompute() {
    for (int i = 0; i < size; i++) {
      valuesDeg[i] = excursionDeg(i);
    }
  }

  /** The movement goes the way it has gone at {@code step}; all values become signed. */
  void fixDirection(long step) {
    int at = (int) (step - first);
    Vector3[] directions = new Vector3[sensors];
    for (int s = 0; s < sensors; s++) {
      Vector3 turned = start[s].cross(ups[at * sensors + s]);
      boolean known = turned.norm() > 1e-6;
      directions[s] = known ? turned.normalized() : Vector3.X;
      if (!known) {
        // Not there at this moment: it does not count until the next start position.
        start[s] = Vector3.UNKNOWN;
      }
    }
    axes = directions;
    recompute();
  }

  /** The lowest step before {@code step}, the latest of equals. */
  long lowestBefore(long step) {
    long lowest = step;
    for (long at = step - 1; at >= first; at--) {
      if (value(at) < value(lowest)) {
        lowest = at;
      }
    }
    return lowest;
  }

  /** Largest minus smallest value over both steps and all between. */
  double spread(long from, long to) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (long at = from; at <= to; at++) {
      smallest = Math.min(smallest, value(at));
      largest = Math.max(largest, value(at));
    }
    return largest - smallest;
  }

  /** The position at the last step is the start position; what came before is forgotten. */
  void restartFromLast() {
    restartFrom(last());
  }

  /** The position at {@code step} is the start position; what came before is forgotten. */
  void restartFrom(long step) {
    int keepFrom = (int) (step - first);
    int kept = size - keepFrom;
    System.arraycopy(ups, keepFrom * sensors, ups, 0, kept * sensors);
    start = Arrays.copyOf(ups, sensors);
    axes = new Vector3[] {};
    first = step;
    size = kept;
    recompute();
  }

  /** Over the sensors that were there at the start and are there now; NaN without any. */
  private double excursionDeg(int at) {
    return excursionDeg(at, axes);
  }

  /**
   * Whether the sensors have turned by so much, but about another axis than the one that was fixed.
   */
  boolean isAside(long step, double leastDeg) {
    double anywhere = excursionDeg((int) (step - first), ANY);
    return anywhere > leastDeg && Math.abs(value(step)) < ASIDE_SHARE * anywhere;
  }

  private double excursionDeg(int at, Vector3[] about) {
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    int known = 0;
    for (int s = 0; s < sensors; s++) {
      Vector3 up = ups[at * sensors + s];
      if (up.isKnown() && start[s].isKnown()) {
        known++;
        double turned =
            about.length == 0
                ? FastMath.toDegrees(start[s].angleToRad(up))
                : signedDeg(start[s], up, about[s]);
        sum += turned;
        most = Math.max(most, turned);
      }
    }
    return known == 0 ? Double.NaN : furthest ? most : sum / known;
  }

  /** Whether no other sensor counts. */
  boolean isCarriedBy(int sensor) {
    for (int s = 0; s < sensors; s++) {
      if (s != sensor && start[s].isKnown()) {
        return false;
      }
    }
    return true;
  }

  /** The last step with a value, or the first step. */
  long lastKnown() {
    long last = last();
    while (last > first && Double.isNaN(value(last))) {
      last--;
    }
    return last;
  }

  /** Signed angle from {@code from} to {@code to} about {@code axis}, degrees. */
  static double signedDeg(Vector3 from, Vector3 to, Vector3 axis) {
    return FastMath.toDegrees(FastMath.atan2(from.cross(to).dot(axis), from.dot(to)));
  }

  /** How many sensors there are. */
  int sensors() {
    return sensors;
  }
}
