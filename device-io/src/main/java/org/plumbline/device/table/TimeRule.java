package org.plumbline.device.table;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalDouble;

/** Where the time of a row comes from. */
public sealed interface TimeRule {

  /**
   * A column holds it.
   *
   * @param cell how a cell is read
   * @param wrapNanos after how long the column starts again at zero; 0 for never
   * @param rateHz rows per second as the maker states it; measured from the first rows when absent
   */
  record ByColumn(ColumnRef column, TimeCell cell, long wrapNanos, OptionalDouble rateHz)
      implements TimeRule {
    public ByColumn {
      if (wrapNanos < 0) {
        throw new IllegalArgumentException("time wraps after " + wrapNanos + " ns");
      }
      rateHz.ifPresent(TimeRule::requireRate);
    }
  }

  /** Rows follow each other at this rate; the counter, where there is one, tells of holes. */
  record ByRate(double rateHz) implements TimeRule {
    public ByRate {
      requireRate(rateHz);
    }
  }

  /** As {@link ByRate}; the rate is the number after {@code text} in a line above the header. */
  record ByHeaderLine(String text) implements TimeRule {
    public ByHeaderLine {
      if (text.isBlank()) {
        throw new IllegalArgumentException("rateAfter must not be blank");
      }
    }
  }

  /** How a time cell is read. */
  sealed interface TimeCell {

    /** A number of units. */
    record Count(long nanosPerUnit) implements TimeCell {
      public Count {
        if (nanosPerUnit < 1 || nanosPerUnit > 3_600_000_000_000L) {
          throw new IllegalArgumentException(
              "time unit of " + nanosPerUnit + " ns is not in 1 ns..1 h");
        }
      }
    }

    /**
     * A date and time, or a time of day.
     *
     * @param zone for the wall clock shown to people; intervals never depend on it
     */
    record Stamp(StampPattern pattern, ZoneId zone) implements TimeCell {

      /** Wall clock of a stamp read as nanoseconds; the zone counts where the stamp has none. */
      long toUtcMillis(long nanos, boolean hasOffset) {
        LocalDateTime local =
            LocalDateTime.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L),
                (int) Math.floorMod(nanos, 1_000_000_000L),
                ZoneOffset.UTC);
        return (hasOffset ? local.atZone(ZoneOffset.UTC) : local.atZone(zone))
            .toInstant()
            .toEpochMilli();
      }
    }
  }

  private static void requireRate(double rateHz) {
    if (!(rateHz >= RateProbe.LOWEST_HZ && rateHz <= RateProbe.HIGHEST_HZ)) {
      throw new IllegalArgumentException(
          "rate "
              + rateHz
              + " Hz is not in "
              + RateProbe.LOWEST_HZ
              + ".."
              + (long) RateProbe.HIGHEST_HZ);
    }
  }
}
