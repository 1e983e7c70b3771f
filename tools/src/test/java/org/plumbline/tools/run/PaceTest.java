package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;

/** Session time against a clock that only moves when somebody waits by it. */
class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  /** A wall clock by hand. */
  private static final class HandClock implements Pace.Clock {
    private long now = 77 * SECOND;
    private Runnable whileWaiting = () -> {};

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public void await(Condition condition, long nanos) {
      now += Math.min(nanos, 3600 * SECOND);
      whileWaiting.run();
    }
  }

  private final HandClock clock = new HandClock();

  private double waitedSeconds(Pace pace, long sessionNanos) throws InterruptedException {
    long before = clock.now;
    assertThat(pace.awaitNanos(sessionNanos)).isTrue();
    return (clock.now - before) / 1e9;
  }

  @Test
  void sessionTimeBeginsWithTheFirstWait() throws InterruptedException {
    Pace pace = new Pace(1, clock);
    assertThat(waitedSeconds(pace, 5 * SECOND)).isZero();
    assertThat(waitedSeconds(pace, 7 * SECOND)).isEqualTo(2);
  }

  @Test
  void fourTimesAsFastWaitsAQuarter() throws InterruptedException {
    Pace pace = new Pace(4, clock);
    assertThat(waitedSeconds(pace, 0)).isZero();
    assertThat(waitedSeconds(pace, 10 * SECOND)).isEqualTo(2.5);
  }

  @Test
  void anotherSpeedHoldsFromThenOn() throws InterruptedException {
    Pace pace = new Pace(1, clock);
    pace.awaitNanos(0);
    pace.awaitNanos(10 * SECOND);
    pace.setSpeed(2);
    assertThat(waitedSeconds(pace, 14 * SECOND)).isEqualTo(2);
  }

  @Test
  void timeStandsStillWhilePaused() throws InterruptedException {
    Pace pace = new Pace(1, clock);
    pace.awaitNanos(0);
    pace.setPaused(true);
    clock.whileWaiting = () -> pace.setPaused(false);
    double pausedSeconds = 3600;
    assertThat(waitedSeconds(pace, 2 * SECOND)).isEqualTo(pausedSeconds + 2);
  }

  @Test
  void asFastAsPossibleNeverWaitsAndCanBeSlowedDown() throws InterruptedException {
    Pace pace = new Pace(Double.POSITIVE_INFINITY, clock);
    assertThat(waitedSeconds(pace, 100 * SECOND)).isZero();
    pace.setSpeed(1);
    assertThat(waitedSeconds(pace, 101 * SECOND)).isEqualTo(1);
  }

  @Test
  void stopEndsTheWait() throws InterruptedException {
    Pace pace = new Pace(1, clock);
    pace.awaitNanos(0);
    clock.whileWaiting = pace::stop;
    assertThat(pace.awaitNanos(Long.MAX_VALUE / 4)).isFalse();
  }

  @Test
  void aSpeedOfZeroIsRefused() {
    assertThatThrownBy(() -> new Pace(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
