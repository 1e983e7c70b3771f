package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.plumbline.device.table.RowClock.Defect;

/** Distances between two rows, worked out by hand. */
class RowClockTest {
  private static final long MS = 1_000_000L;

  private static RowClock clock(String time, String counter, double rateHz) throws IOException {
    return new RowClock(
        TableProfiles.parse(
            "p.yaml",
            "profile: 1\nname: p\ntime: "
                + time
                + "\n"
                + counter
                + "streams: [{name: a, location: unplaced, other: [v]}]\n"),
        rateHz);
  }

  private static Row row(long timeNanos, long counter, long ordinal) {
    Row row = new Row(1);
    row.timeNanos = timeNanos;
    row.counter = counter;
    row.ordinal = ordinal;
    return row;
  }

  private static Row first(RowClock clock, Row row) {
    clock.start(row);
    return row;
  }

  private static final String MILLIS = "{column: t, unit: ms}";
  private static final String COUNTER = "counter: {column: n}\n";

  @Test
  void aStepOfOneAndAHalfPeriodsIsNoHoleAndJustMoreIs() throws IOException {
    RowClock clock = clock(MILLIS, "", 100);
    Row start = first(clock, row(5_000 * MS, 0, 0));
    Row within = row(5_015 * MS, 0, 1);
    assertThat(clock.follow(start, within)).isEqualTo(Defect.NONE);
    assertThat(within.index).isEqualTo(1);
    assertThat(within.afterHole).isFalse();
    Row beyond = row(5_015 * MS + 1, 0, 1);
    assertThat(clock.follow(start, beyond)).isEqualTo(Defect.NONE);
    assertThat(beyond.index).isEqualTo(2);
    assertThat(beyond.ticksNanos).isEqualTo(5_015 * MS + 1);
    assertThat(beyond.afterHole).isTrue();
  }

  @Test
  void whereThereIsACounterTimeAddsNoHole() throws IOException {
    RowClock clock = clock(MILLIS, COUNTER, 100);
    Row start = first(clock, row(0, 7, 0));
    Row late = row(48 * MS, 8, 1);
    assertThat(clock.follow(start, late)).isEqualTo(Defect.NONE);
    assertThat(late.index).isEqualTo(1);
  }

  @Test
  void aCounterThatWrapsGoesOn() throws IOException {
    RowClock clock = clock("{rate: 100}", "counter: {column: n, wraps: 2^16}\n", 100);
    Row start = first(clock, row(0, 65_535, 0));
    Row next = row(0, 2, 1);
    assertThat(clock.follow(start, next)).isEqualTo(Defect.NONE);
    assertThat(next.index).isEqualTo(3);
    assertThat(next.ticksNanos).isEqualTo(30 * MS);
  }

  @Test
  void timeTellsHowOftenASmallCounterWentRound() throws IOException {
    RowClock clock = clock(MILLIS, "counter: {column: n, wraps: 256}\n", 100);
    Row start = first(clock, row(0, 250, 0));
    // 600 samples later: 600 mod 256 = 88, 250 + 88 = 338 = 82 (mod 256).
    Row next = row(6_000 * MS, 82, 1);
    assertThat(clock.follow(start, next)).isEqualTo(Defect.NONE);
    assertThat(next.index).isEqualTo(600);
  }

  @Test
  void aTimeColumnThatWrapsGoesOn() throws IOException {
    RowClock clock = clock("{column: t, unit: us, wraps: 2^32}", "", 100);
    long wrapNanos = 4_294_967_296_000L;
    Row start = first(clock, row(wrapNanos - 4 * MS, 0, 0));
    Row next = row(6 * MS, 0, 1);
    assertThat(clock.follow(start, next)).isEqualTo(Defect.NONE);
    assertThat(next.index).isEqualTo(1);
    assertThat(next.ticksNanos).isEqualTo(wrapNanos + 6 * MS);
    assertThat(clock.follow(next, row(5 * MS, 0, 2))).isEqualTo(Defect.TIME_GOES_BACK);
  }

  @Test
  void timesOfDayGoOnOverMidnight() throws IOException {
    RowClock clock = clock("{column: t, unit: stamp, pattern: 'HH:mm:ss.SSS'}", "", 100);
    Row start = first(clock, row(86_399_995 * MS, 0, 0));
    Row next = row(5 * MS, 0, 1);
    assertThat(clock.follow(start, next)).isEqualTo(Defect.NONE);
    assertThat(next.ticksNanos).isEqualTo(86_400_005 * MS);
  }

  @Test
  void rowsThatCannotFollowAreNamed() throws IOException {
    RowClock timed = clock(MILLIS, "", 100);
    Row start = first(timed, row(100 * MS, 0, 0));
    assertThat(timed.follow(start, row(100 * MS, 0, 1))).isEqualTo(Defect.TIME_STANDS_STILL);
    assertThat(timed.follow(start, row(90 * MS, 0, 1))).isEqualTo(Defect.TIME_GOES_BACK);
    RowClock counted = clock(MILLIS, COUNTER, 100);
    Row one = first(counted, row(100 * MS, 50, 0));
    assertThat(counted.follow(one, row(110 * MS, 50, 1))).isEqualTo(Defect.COUNTER_STANDS_STILL);
    assertThat(counted.follow(one, row(110 * MS, 49, 1))).isEqualTo(Defect.COUNTER_GOES_BACK);
    // 10 ms allow 4 samples at 100 Hz and the slack of 10.
    assertThat(counted.follow(one, row(110 * MS, 64, 1))).isEqualTo(Defect.NONE);
    assertThat(counted.follow(one, row(110 * MS, 65, 1)))
        .isEqualTo(Defect.COUNTER_CONTRADICTS_TIME);
  }

  @Test
  void withoutTimeAndCounterARejectedRowKeepsItsPlace() throws IOException {
    RowClock clock = clock("{rate: 3}", "", 3);
    Row start = first(clock, row(0, 0, 0));
    Row next = row(0, 0, 2);
    assertThat(clock.follow(start, next)).isEqualTo(Defect.NONE);
    assertThat(next.index).isEqualTo(2);
    assertThat(next.ticksNanos).isEqualTo(666_666_667L);
  }
}
