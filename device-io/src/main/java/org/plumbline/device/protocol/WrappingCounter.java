package org.plumbline.device.protocol;

/**
 * Turns a counter that wraps into one that does not: each value is taken as the one nearest to the
 * value before.
 *
 * <p>Right as long as two neighbouring values lie less than half a turn apart (2^31 microseconds:
 * 35 minutes). One thread.
 */
public final class WrappingCounter {
  private final int bits;
  private boolean started;
  private long last;

  /** A counter that wraps at {@code 2^bits}. */
  public WrappingCounter(int bits) {
    if (bits < 1 || bits > 63) {
      throw new IllegalArgumentException("a counter of " + bits + " bits");
    }
    this.bits = bits;
  }

  /** The unwrapped value of {@code raw}; the first one is itself. Negative after stepping back. */
  public long next(long raw) {
    if (raw >>> bits != 0) {
      throw new IllegalArgumentException(raw + " does not fit in " + bits + " bits");
    }
    int unused = Long.SIZE - bits;
    last = started ? last + ((raw - last) << unused >> unused) : raw;
    started = true;
    return last;
  }

  /** Forgets: the next value is itself again. */
  public void reset() {
    started = false;
  }
}
