package org.plumbline.device.table;

import java.util.Locale;
import org.plumbline.device.table.RowClock.Defect;

/** What people read about a row that cannot follow the one before it. */
final class RowDefects {
  private RowDefects() {}

  static String sentence(Defect defect, TableLayout layout, Row before, Row row) {
    return switch (defect) {
      case COUNTER_STANDS_STILL ->
          atCounter(layout, row)
              + ": the counter stands still at "
              + row.counter
              + " (as in line "
              + before.line
              + "), so this packet is there twice; the second is left out";
      case COUNTER_GOES_BACK ->
          atCounter(layout, row)
              + ": the counter goes back from "
              + before.counter
              + " (line "
              + before.line
              + ") to "
              + row.counter
              + "; the row is left out";
      case COUNTER_CONTRADICTS_TIME ->
          atCounter(layout, row)
              + ": the counter runs from "
              + before.counter
              + " to "
              + row.counter
              + " within "
              + seconds(row.timeNanos - before.timeNanos)
              + ", which is more than time allows; the row is left out";
      case TIME_STANDS_STILL ->
          atTime(layout, row)
              + ": time stands still since line "
              + before.line
              + "; the row is left out";
      case TIME_GOES_BACK ->
          atTime(layout, row)
              + ": time goes back by "
              + seconds(before.timeNanos - row.timeNanos)
              + " since line "
              + before.line
              + halfDay(layout, before.timeNanos - row.timeNanos)
              + "; the row is left out";
      case NONE -> throw new IllegalArgumentException("no defect, no sentence");
    };
  }

  /** A 12-hour clock goes back from 12:59 to 1:00 every day. */
  private static String halfDay(TableLayout layout, long backNanos) {
    boolean stamps =
        layout.profile().time() instanceof TimeRule.ByColumn timed
            && timed.cell() instanceof TimeRule.TimeCell.Stamp;
    long hour = StampPattern.NANOS_PER_DAY / 24;
    return stamps && backNanos > 11 * hour && backNanos < 12 * hour
        ? ", as a 12-hour clock without AM and PM does at one o'clock: export the times with 24"
            + " hours"
        : "";
  }

  /** A row whose stamp or counter lies ahead of the rows on both sides. */
  static String leapt(TableLayout layout, Row before, Row row) {
    boolean byTime = layout.timeColumn() >= 0 && layout.counterColumn() < 0;
    return (byTime ? atTime(layout, row) : atCounterOrTime(layout, row))
        + ": lies ahead of the rows around it (by "
        + (row.index - before.index - 1)
        + " rows or "
        + seconds(row.ticksNanos - before.ticksNanos)
        + "), so its stamp is wrong; the row is left out";
  }

  private static Place atCounterOrTime(TableLayout layout, Row row) {
    return layout.counterColumn() >= 0
        ? atCounter(layout, row)
        : new Place(layout.file(), row.line);
  }

  private static Place atCounter(TableLayout layout, Row row) {
    return layout.place(row.line, layout.counterColumn());
  }

  private static Place atTime(TableLayout layout, Row row) {
    return layout.place(row.line, layout.timeColumn());
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.4g s", nanos / 1e9);
  }
}
