package org.plumbline.device.recording;

import java.util.Arrays;

/**
 * Sample times as second differences, which are nearly all zero, with the zeros at the end left
 * out.
 *
 * <p>For times {@code t0, t1, ...} the steps are {@code t1 - t0}, then {@code (t2 - t1) - (t1 -
 * t0)} and so on. All arithmetic wraps at 64 bits, so that any times whatever come back exactly.
 */
final class TimeCoding {
  private TimeCoding() {}

  /**
   * Replaces times by their steps, in place.
   *
   * @param times elements 0 to {@code size}; the first stays
   * @return how many steps there are, from element 1 on, up to the last that is not zero
   */
  static int toSteps(long[] times, int size) {
    long before = 0;
    int last = 0;
    long time = times[0];
    for (int i = 1; i < size; i++) {
      long difference = times[i] - time;
      time = times[i];
      times[i] = difference - before;
      before = difference;
      if (times[i] != 0) {
        last = i;
      }
    }
    return last;
  }

  /** The {@code size} times that start with {@code first} and go on by {@code steps}. */
  static long[] toTimes(long first, long[] steps, int size) {
    long[] times = new long[size];
    long time = first;
    long difference = 0;
    times[0] = first;
    for (int i = 1; i < size; i++) {
      if (i <= steps.length) {
        difference += steps[i - 1];
      }
      time += difference;
      times[i] = time;
    }
    return times;
  }

  /** Adds {@code factor} times the distance of {@code base} from its first element. */
  static void addMultiple(long[] times, long[] base, long factor) {
    for (int i = 0; i < times.length; i++) {
      times[i] += factor * (base[i] - base[0]);
    }
  }

  /** {@code scratch} or a longer one, when {@code size} asks for it. */
  static long[] atLeast(long[] scratch, int size) {
    return scratch.length >= size ? scratch : Arrays.copyOf(scratch, size);
  }
}
