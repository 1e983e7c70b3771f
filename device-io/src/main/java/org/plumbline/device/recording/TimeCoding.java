package org.plumbline.device.recording;

import java.util.Arrays;

/**
 * The two times of samples as straight lines and what they differ from them, which is nearly
 * nothing.
 *
 * <p>Device time: {@code ticks[i] = first + i * step + extra[i]}. Session time: a {@link Line} over
 * device time, the clock line that was applied, plus an extra. Zeros at the end of the extras are
 * left out, so that a steady device clock costs no byte a sample. All arithmetic on whole numbers
 * wraps at 64 bits, so that any times whatever come back exactly.
 */
final class TimeCoding {
  private TimeCoding() {}

  /**
   * Session time over device time.
   *
   * @param nanosPerTick 0 where no line fits
   */
  record Line(long ticks, long nanos, double nanosPerTick) {
    /** Beyond it, doubles become 64-bit numbers differently in other languages. */
    private static final double MOST_NANOS = 0x1p62;

    /** Session time on the line. */
    long at(long deviceTicks) {
      return nanos + (long) Math.floor((deviceTicks - ticks) * nanosPerTick + 0.5);
    }

    /** Whether {@link #at} is the same in every language. */
    boolean carries(long deviceTicks) {
      return Math.abs((deviceTicks - ticks) * nanosPerTick) < MOST_NANOS;
    }
  }

  /** The whole step that leaves the smallest extras where times are nearly regular. */
  static long stepOf(long[] times, int size) {
    return size < 2 ? 0 : (times[size - 1] - times[0]) / (size - 1);
  }

  /** Takes away the line from {@code first} in whole steps, in place. */
  static void subtractSteps(long[] times, int size, long first, long step) {
    for (int i = 0; i < size; i++) {
      times[i] -= first + i * step;
    }
  }

  /** How many of the extras are left when zeros at the end go. */
  static int withoutZeros(long[] extras, int size) {
    int left = size;
    while (left > 0 && extras[left - 1] == 0) {
      left--;
    }
    return left;
  }

  /** Device times from their line and extras. */
  static long[] toTicks(long first, long step, long[] extras, int size) {
    long[] ticks = new long[size];
    for (int i = 0; i < size; i++) {
      ticks[i] = first + i * step;
    }
    return plus(ticks, extras);
  }

  /** Session times from device times, their line and extras. */
  static long[] toNanos(long[] ticks, Line line, long[] extras) {
    long[] nanos = new long[ticks.length];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = line.at(ticks[i]);
    }
    return plus(nanos, extras);
  }

  private static long[] plus(long[] times, long[] extras) {
    for (int i = 0; i < extras.length; i++) {
      times[i] += extras[i];
    }
    return times;
  }

  /** {@code scratch} or a longer one, when {@code size} asks for it. */
  static long[] atLeast(long[] scratch, int size) {
    return scratch.length >= size ? scratch : Arrays.copyOf(scratch, size);
  }
}
