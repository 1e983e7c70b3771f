package org.plumbline.device.session;

import java.io.Closeable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/**
 * One link's way into the {@link Sequencer}; one thread at a time.
 *
 * <p>Where the queue is full, samples are not waited for: they become a {@link Lost} with their
 * exact number, ahead of the next event of their stream. All other events have room kept for them;
 * should even that be used up, the link waits, and what its port cannot hold meanwhile shows as a
 * hole in the sample index.
 */
public final class Inlet implements Consumer<SessionEvent>, Closeable {
  private final Sequencer sequencer;
  private final Map<Integer, Lost> overflowed = new TreeMap<>();
  private boolean closed;

  Inlet(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  /** Puts an event into the log, after all earlier ones of this inlet. */
  @Override
  public void accept(SessionEvent event) {
    if (closed) {
      throw new IllegalStateException("an event after its link was closed: " + event);
    }
    if (event instanceof Samples samples) {
      samples(samples);
    } else {
      int stream = streamOf(event);
      if (stream > 0) {
        giveOverflowOf(stream);
      }
      sequencer.offerPatiently(event);
    }
  }

  private void samples(Samples samples) {
    Lost pending = overflowed.get(samples.stream());
    if (!sequencer.hasRoomForSamples()) {
      sequencer.countOverflow(samples.size());
      if (pending != null && pending.firstIndex() + pending.count() != samples.firstIndex()) {
        giveOverflowOf(samples.stream());
        pending = null;
      }
      long first = pending == null ? samples.firstIndex() : pending.firstIndex();
      long count = samples.size() + (pending == null ? 0 : pending.count());
      overflowed.put(
          samples.stream(),
          new Lost(samples.atNanos(), samples.stream(), first, count, Lost.Cause.OVERFLOW));
      return;
    }
    giveOverflowOf(samples.stream());
    sequencer.offerPatiently(samples);
  }

  /** Gives out the losses of streams that have gone silent since; to be called now and then. */
  public void onTime() {
    if (!overflowed.isEmpty() && sequencer.hasRoomForSamples()) {
      giveAllOverflow();
    }
  }

  private void giveOverflowOf(int stream) {
    Lost pending = overflowed.remove(stream);
    if (pending != null) {
      sequencer.offerPatiently(pending);
    }
  }

  private void giveAllOverflow() {
    overflowed.values().forEach(sequencer::offerPatiently);
    overflowed.clear();
  }

  /** Nothing comes after; what overflowed is said first. */
  @Override
  public void close() {
    if (!closed) {
      giveAllOverflow();
      closed = true;
    }
  }

  private static int streamOf(SessionEvent event) {
    if (event instanceof Described described) {
      return described.stream().id();
    }
    if (event instanceof Lost lost) {
      return lost.stream();
    }
    return event instanceof ClockLine line ? line.stream() : 0;
  }
}
