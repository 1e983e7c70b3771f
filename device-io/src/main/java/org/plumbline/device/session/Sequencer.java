package org.plumbline.device.session;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;

/**
 * Joins links, a person, contexts and the passing of time into one totally ordered log.
 *
 * <p>Many threads put events in, through an {@link Inlet} each; one thread takes them out. The
 * queue is bounded: what does not fit is decided here, before anybody records or analyzes it.
 * {@link Started} comes first, a {@link Tick} every 100 ms of the monotonic clock, {@link Ended}
 * last; {@code atNanos} never decreases. The wall clock is read nowhere.
 */
public final class Sequencer implements SessionSource {

  /**
   * Events that may wait: about five seconds of the busiest layout (3400 frames a second), which a
   * disk or a garbage collection does not take.
   */
  public static final int DEFAULT_CAPACITY = 16_384;

  private static final int SMALLEST_CAPACITY = 16;

  /** The part of the queue that samples leave to other events: a quarter. */
  private static final int RESERVED_SHARE = 4;

  private static final long WAIT_SLICE_MILLIS = 50;

  private final Started started;
  private final LongSupplier monotonicNanos;
  private final int capacity;
  private final ArrayBlockingQueue<SessionEvent> queue;
  private final AtomicInteger highWater = new AtomicInteger();
  private final AtomicLong overflowed = new AtomicLong();
  private final AtomicLong delivered = new AtomicLong();

  private volatile @Nullable Ended ending;
  private volatile boolean abandoned;

  // Of the consuming thread only.
  private final EventTime order = new EventTime();
  private @Nullable SessionEvent head;
  private long nextTickNanos = Tick.PERIOD_NANOS;
  private boolean begun;
  private boolean ended;

  /**
   * A log that begins with {@code started}.
   *
   * @param monotonicNanos the clock of {@link Started#monotonicZeroNanos}
   * @param capacity events that may wait
   */
  public Sequencer(Started started, LongSupplier monotonicNanos, int capacity) {
    if (capacity < SMALLEST_CAPACITY) {
      throw new IllegalArgumentException(
          "a queue of " + capacity + " events is shorter than " + SMALLEST_CAPACITY);
    }
    this.started = started;
    this.monotonicNanos = monotonicNanos;
    this.capacity = capacity;
    this.queue = new ArrayBlockingQueue<>(capacity);
  }

  /** Nanoseconds of session time now. */
  public long nowNanos() {
    return monotonicNanos.getAsLong() - started.monotonicZeroNanos();
  }

  /** A way in for one link. */
  public Inlet newInlet() {
    return new Inlet(this);
  }

  /**
   * What the person at the screen did; never waits.
   *
   * @return false when the queue is full to the last place and it was not recorded
   */
  public boolean operator(Operator.Action action, double value, String note) {
    return offer(new Operator(nowNanos(), action, value, note));
  }

  /**
   * A context holds from here on; never waits.
   *
   * @return false when the queue is full to the last place and it was not recorded
   */
  public boolean apply(String contextJson, String origin) {
    return offer(ContextApplied.of(nowNanos(), contextJson, origin));
  }

  /** The log ends after what is queued now; later events are dropped. */
  public synchronized void end(String reason) {
    if (ending == null) {
      ending = new Ended(nowNanos(), reason);
    }
  }

  boolean hasRoomForSamples() {
    return queue.remainingCapacity() > capacity / RESERVED_SHARE;
  }

  void countOverflow(int samples) {
    overflowed.addAndGet(samples);
  }

  /** Puts an event in, waiting for room unless nobody reads any more. */
  void offerPatiently(SessionEvent event) {
    try {
      while (!abandoned && ending == null) {
        if (queue.offer(event, WAIT_SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
          noteDepth();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean offer(SessionEvent event) {
    boolean taken = ending == null && queue.offer(event);
    noteDepth();
    return taken;
  }

  private void noteDepth() {
    highWater.accumulateAndGet(queue.size(), Math::max);
  }

  /** The next event if there is one now; never waits. */
  public Optional<SessionEvent> poll() {
    if (!begun) {
      begun = true;
      return deliver(started);
    }
    if (ended) {
      return Optional.empty();
    }
    // Read before the queue: nothing can come in behind it once it is seen.
    Ended last = ending;
    if (head == null) {
      head = queue.poll();
    }
    SessionEvent next = head;
    if (next != null) {
      if (next.atNanos() >= nextTickNanos) {
        return tick();
      }
      head = null;
      return deliver(order.inOrder(next));
    }
    if (last != null) {
      if (last.atNanos() >= nextTickNanos) {
        return tick();
      }
      ended = true;
      return deliver(order.inOrder(last));
    }
    return nowNanos() >= nextTickNanos ? tick() : Optional.empty();
  }

  private Optional<SessionEvent> tick() {
    Tick tick = new Tick(nextTickNanos);
    nextTickNanos += Tick.PERIOD_NANOS;
    return deliver(order.inOrder(tick));
  }

  private Optional<SessionEvent> deliver(SessionEvent event) {
    delivered.incrementAndGet();
    return Optional.of(event);
  }

  /** The next event; waits for it. Empty once {@link Ended} was handed out, or when interrupted. */
  @Override
  public Optional<SessionEvent> next() {
    while (true) {
      Optional<SessionEvent> event = poll();
      if (event.isPresent() || ended) {
        return event;
      }
      long untilTick = Math.max(1, nextTickNanos - nowNanos());
      long slice = Math.min(untilTick, TimeUnit.MILLISECONDS.toNanos(WAIT_SLICE_MILLIS));
      try {
        head = queue.poll(slice, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
  }

  /** Nobody reads any more: whoever waits to put something in is let go. */
  @Override
  public void close() {
    abandoned = true;
    queue.clear();
  }

  /** A snapshot; from any thread. */
  public SequencerCounts counts() {
    return new SequencerCounts(
        queue.size(), capacity, highWater.get(), overflowed.get(), delivered.get());
  }
}
