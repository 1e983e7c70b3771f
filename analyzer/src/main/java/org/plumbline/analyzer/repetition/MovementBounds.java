package org.plumbline.analyzer.repetition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * Where a repetition that has been counted begins and ends, read off the gyroscopes: back from the
 * fastest moment of the way out, and on from the fastest moment of the way back, to where the
 * segment does not turn any more. An accelerometer that is a little wrong moves the inclination by
 * as much as a slow start does; it does not enter here.
 */
public final class MovementBounds {

  /** Turning is averaged over 0.11 s: shorter than any turn, longer than tremor. */
  private static final int SMOOTHING = 5;

  /** Slower than this share of the fastest moment is no movement any more: a settling creep. */
  private static final double STILL_SHARE = 0.02;

  /** Who stops with more than this share of the half way before the bound still to go pauses. */
  private static final double REST_OF_WAY = 0.15;

  /** The bound lies at most so far outside of what was counted. */
  private static final long REACH_STEPS = 100;

  private final List<LongFunction<Optional<Vector3>>> turns;
  private final long last;

  /**
   * @param turns of each watched sensor: rotation vector since the step before, sensor coordinates
   * @param last newest step that may be read
   */
  public MovementBounds(List<LongFunction<Optional<Vector3>>> turns, long last) {
    this.turns = List.copyOf(turns);
    this.last = last;
  }

  /**
   * The repetition with the bounds of its movement.
   *
   * @param notBefore end of the repetition before
   */
  public Repetition of(Repetition counted, long notBefore) {
    long from = Math.max(notBefore, counted.start() - REACH_STEPS);
    long to = Math.max(counted.end(), Math.min(last, counted.end() + REACH_STEPS));
    double[] speed = speed(counted, from, to);
    int out = fastest(speed, counted.start() - from, counted.holdStart() - from, 1);
    int back = fastest(speed, counted.holdEnd() - from, counted.end() - from, -1);
    if (out < 0 || back < 0) {
      return counted;
    }
    int start = out;
    int first = (int) Math.max(0, counted.start() - from);
    double whole = turned(speed, first, out);
    while (start > 0
        && isMeasured(from + start)
        && (speed[start] > STILL_SHARE * speed[out]
            || turned(speed, first, start) > REST_OF_WAY * whole)) {
      start--;
    }
    int end = back;
    int counting = (int) (counted.end() - from);
    double wholeBack = turned(speed, back, counting);
    while (end < speed.length - 1
        && (speed[end] < STILL_SHARE * speed[back]
            || turned(speed, end, counting) < REST_OF_WAY * wholeBack)) {
      end++;
    }
    return new Repetition(
        Math.min(from + start, counted.holdStart()),
        counted.holdStart(),
        counted.holdEnd(),
        Math.max(from + end, counted.holdEnd()),
        counted.amplitudeDeg(),
        counted.complete());
  }

  /** How far the segments turn from one moment to a later one, rad; 0 where it is not later. */
  private static double turned(double[] speed, int from, int to) {
    double sum = 0;
    for (int at = from; at < to; at++) {
      sum += speed[at];
    }
    return sum;
  }

  /** What was never recorded is no part of the movement. */
  private boolean isMeasured(long step) {
    return turns.stream().anyMatch(sensor -> sensor.apply(step).isPresent());
  }

  /** Speed of turning out (positive) and back, the mean over the sensors, rad a step. */
  private double[] speed(Repetition counted, long from, long to) {
    double[] raw = new double[(int) (to - from) + 1];
    for (LongFunction<Optional<Vector3>> sensor : turns) {
      List<Vector3> steps = new ArrayList<>();
      Vector3 out = new Vector3(0, 0, 0);
      for (long step = from; step <= to; step++) {
        Vector3 turn = sensor.apply(step).orElse(new Vector3(0, 0, 0));
        steps.add(turn);
        if (step > counted.start() && step <= counted.holdStart()) {
          out = out.plus(turn);
        }
      }
      if (out.norm() > 0) {
        Vector3 axis = out.normalized();
        for (int i = 0; i < raw.length; i++) {
          raw[i] += steps.get(i).dot(axis);
        }
      }
    }
    return smoothed(raw);
  }

  private static double[] smoothed(double[] raw) {
    double[] smooth = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      int first = Math.max(0, i - SMOOTHING);
      int end = Math.min(raw.length, i + SMOOTHING + 1);
      double sum = 0;
      for (int j = first; j < end; j++) {
        sum += raw[j];
      }
      smooth[i] = sum / (end - first);
    }
    return smooth;
  }

  /** Where the speed of a direction is largest; -1 where there is none. */
  private static int fastest(double[] speed, long from, long to, int sign) {
    int fastest = -1;
    for (int at = (int) Math.max(0, from); at <= to; at++) {
      if (sign * speed[at] > (fastest < 0 ? 0 : sign * speed[fastest])) {
        fastest = at;
      }
    }
    return fastest;
  }
}
