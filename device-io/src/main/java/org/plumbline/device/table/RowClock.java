package org.plumbline.device.table;

/**
 * Decides, for two rows that follow each other, how many samples apart they are and what the device
 * time of the second is.
 *
 * <p>The counter decides where there is one. Without it the time column does: a step of more than
 * {@link #HOLE_PERIODS} periods is a hole of the nearest whole number of samples. Without either,
 * rows follow each other without a hole.
 */
final class RowClock {
  /** Halfway between no sample missing and one. */
  static final double HOLE_PERIODS = 1.5;

  /** A counter may run ahead of time by this factor, and by {@link #SLACK_SAMPLES}. */
  private static final double MOST_AHEAD = 4;

  private static final long SLACK_SAMPLES = 10;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Why a row cannot follow another. */
  enum Defect {
    NONE,
    COUNTER_STANDS_STILL,
    COUNTER_GOES_BACK,
    COUNTER_CONTRADICTS_TIME,
    TIME_STANDS_STILL,
    TIME_GOES_BACK
  }

  private final boolean timed;
  private final boolean counted;
  private final long timeWrapNanos;
  private final long counterWrap;
  private final double periodNanos;

  /**
   * @param rateHz declared or measured; 0 when unknown
   */
  RowClock(TableProfile profile, double rateHz) {
    this.timed = profile.time() instanceof TimeRule.ByColumn;
    this.timeWrapNanos =
        profile.time() instanceof TimeRule.ByColumn column ? column.wrapNanos() : 0;
    this.counted = profile.counter().isPresent();
    this.counterWrap = profile.counter().map(CounterRule::wraps).orElse(0L);
    this.periodNanos = rateHz > 0 ? NANOS_PER_SECOND / rateHz : Double.NaN;
  }

  /** Makes {@code row} the first one: index 0, device time as written. */
  void start(Row row) {
    row.index = 0;
    row.ticksNanos = timed ? row.timeNanos : 0;
    row.afterHole = false;
  }

  /** Places {@code row} after {@code before}; its place is only meaningful without a defect. */
  Defect follow(Row before, Row row) {
    long stepNanos = timed ? timeStep(row.timeNanos - before.timeNanos) : 0;
    double stepPeriods = stepNanos / periodNanos;
    long step = 1;
    if (counted) {
      step = counterStep(row.counter - before.counter, stepPeriods);
      if (step <= 0) {
        return step == 0 ? Defect.COUNTER_STANDS_STILL : Defect.COUNTER_GOES_BACK;
      }
    }
    if (timed && stepNanos <= 0) {
      return stepNanos == 0 ? Defect.TIME_STANDS_STILL : Defect.TIME_GOES_BACK;
    }
    if (counted && timed && step > SLACK_SAMPLES + MOST_AHEAD * stepPeriods) {
      return Defect.COUNTER_CONTRADICTS_TIME;
    }
    boolean late = timed && stepPeriods > HOLE_PERIODS;
    if (!counted) {
      step = timed ? (late ? Math.round(stepPeriods) : 1) : row.ordinal - before.ordinal;
    }
    row.index = before.index + step;
    row.ticksNanos = timed ? before.ticksNanos + stepNanos : Math.round(row.index * periodNanos);
    row.afterHole = step > 1 || late;
    return Defect.NONE;
  }

  private long timeStep(long difference) {
    if (timeWrapNanos == 0) {
      return difference;
    }
    long step = Math.floorMod(difference, timeWrapNanos);
    return step > timeWrapNanos / 2 ? step - timeWrapNanos : step;
  }

  /** A counter that wraps cannot go back; time, where there is some, tells of whole rounds lost. */
  private long counterStep(long difference, double stepPeriods) {
    if (counterWrap == 0) {
      return difference;
    }
    long step = Math.floorMod(difference, counterWrap);
    if (timed && stepPeriods > HOLE_PERIODS) {
      step += counterWrap * Math.max(0, Math.round((stepPeriods - step) / counterWrap));
    }
    return step;
  }
}
