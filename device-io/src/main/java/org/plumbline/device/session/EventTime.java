package org.plumbline.device.session;

import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;

/**
 * Keeps a log in order of entry: an event of one link that was overtaken by another's enters at the
 * later instant. Only {@code atNanos} changes, by what the threads were apart.
 */
final class EventTime implements SessionEvent.Handler {
  private long lastNanos;
  private SessionEvent result = new Tick(0);

  /** The event, entered no earlier than the one before it. */
  SessionEvent inOrder(SessionEvent event) {
    if (event.atNanos() >= lastNanos) {
      lastNanos = event.atNanos();
      return event;
    }
    event.dispatchTo(this);
    return result;
  }

  long lastNanos() {
    return lastNanos;
  }

  @Override
  public void started(Started event) {
    result = event;
  }

  @Override
  public void described(Described event) {
    result = new Described(lastNanos, event.stream());
  }

  @Override
  public void samples(Samples event) {
    result = event.enteredAt(lastNanos);
  }

  @Override
  public void lost(Lost event) {
    result = new Lost(lastNanos, event.stream(), event.firstIndex(), event.count(), event.cause());
  }

  @Override
  public void rejected(Rejected event) {
    result = new Rejected(lastNanos, event.source(), event.bytes(), event.reason());
  }

  @Override
  public void clockLine(ClockLine event) {
    result =
        new ClockLine(
            lastNanos,
            event.stream(),
            event.deviceTicks(),
            event.sessionNanos(),
            event.nanosPerTick());
  }

  @Override
  public void tick(Tick event) {
    result = new Tick(lastNanos);
  }

  @Override
  public void operator(Operator event) {
    result = new Operator(lastNanos, event.action(), event.value(), event.note());
  }

  @Override
  public void contextApplied(ContextApplied event) {
    result = new ContextApplied(lastNanos, event.json(), event.sha256(), event.origin());
  }

  @Override
  public void ended(Ended event) {
    result = new Ended(lastNanos, event.reason());
  }
}
