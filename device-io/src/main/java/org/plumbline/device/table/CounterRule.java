package org.plumbline.device.table;

/**
 * A column that counts samples at the device and so tells of holes.
 *
 * @param wraps how many values it has before it starts again at zero, 65536 for 16 bits; 0 for
 *     never
 */
public record CounterRule(ColumnRef column, long wraps) {
  /** Widest counter that wraps: 48 bits. */
  static final long MAX_WRAPS = 1L << 48;

  public CounterRule {
    if (wraps != 0 && (wraps < 2 || wraps > MAX_WRAPS)) {
      throw new IllegalArgumentException("counter wraps at " + wraps + ", not in 2..2^48");
    }
  }
}
