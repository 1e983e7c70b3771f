package org.plumbline.tools.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Session time that goes by with the clock on the wall, faster, slower or not at all. Any thread
 * may change it; one waits.
 */
public final class Pace {

  /** A clock and how to wait by it. */
  interface Clock {
    long nanoTime();

    /** Waits so long or until {@code condition} is signalled, with its lock held. */
    void await(Condition condition, long nanos) throws InterruptedException;
  }

  private static final Clock WALL =
      new Clock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // awaitNanos(long) loops
        public void await(Condition condition, long nanos) throws InterruptedException {
          condition.await(nanos, TimeUnit.NANOSECONDS);
        }
      };

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private double speed;
  private boolean paused;
  private boolean stopped;
  private boolean started;
  private long anchorWall;
  private long anchorSession;

  /**
   * A pace that begins with the first wait.
   *
   * @param speed times real time; infinite for no waiting at all
   */
  public Pace(double speed) {
    this(speed, WALL);
  }

  Pace(double speed, Clock clock) {
    this.clock = clock;
    this.speed = requireSpeed(speed);
  }

  private static double requireSpeed(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed " + speed + " is not above 0");
    }
    return speed;
  }

  /**
   * Waits until session time has come to {@code sessionNanos}.
   *
   * @return false when {@link #stop} was called
   */
  public boolean awaitNanos(long sessionNanos) throws InterruptedException {
    lock.lock();
    try {
      if (!started) {
        started = true;
        anchor(sessionNanos);
      }
      while (!stopped) {
        long ahead = sessionNanos - nowNanos();
        if (!paused && Double.isInfinite(speed)) {
          anchor(sessionNanos);
          return true;
        }
        if (!paused && ahead <= 0) {
          return true;
        }
        clock.await(changed, paused ? Long.MAX_VALUE : (long) Math.ceil(ahead / speed));
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private long nowNanos() {
    if (paused || Double.isInfinite(speed)) {
      return anchorSession;
    }
    return anchorSession + (long) ((clock.nanoTime() - anchorWall) * speed);
  }

  private void anchor(long sessionNanos) {
    anchorSession = sessionNanos;
    anchorWall = clock.nanoTime();
  }

  /** Holds session time, or lets it go on. */
  public void setPaused(boolean value) {
    change(() -> paused = value);
  }

  public boolean isPaused() {
    lock.lock();
    try {
      return paused;
    } finally {
      lock.unlock();
    }
  }

  /** Times real time, from now on. */
  public void setSpeed(double value) {
    requireSpeed(value);
    change(() -> speed = value);
  }

  public double speed() {
    lock.lock();
    try {
      return speed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait, now and for good. */
  public void stop() {
    change(() -> stopped = true);
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      anchor(nowNanos());
      step.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
