package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.analyzer.result.SessionResult.StreamSummary;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/**
 * One stream through the analysis: counts what arrived, and turns samples into rows on the common
 * grid. Subclasses say how.
 */
public abstract class StreamFold {
  private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

  /** Longer than any pause in a session. */
  private static final long LONGEST_SILENCE_NANOS = 12 * NANOS_PER_HOUR;

  private StreamDescriptor descriptor;
  private long samples;
  private long lost;
  private boolean lostUnknown;
  private long nextIndex = Long.MIN_VALUE;
  private long segmentFirstIndex;
  private long segmentFirstTicks;
  private double seconds;
  private long intervals;
  private long lastTicks;
  private long lastSessionNanos = Long.MIN_VALUE;
  private boolean stalled;
  private long outOfOrder;

  public StreamFold(StreamDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  public final StreamDescriptor descriptor() {
    return descriptor;
  }

  /** The stream begins a new segment, perhaps with other channels. */
  public final void described(StreamDescriptor again) {
    closeSegment();
    descriptor = again;
    nextIndex = Long.MIN_VALUE;
    restart();
  }

  public final void accept(Samples event) {
    for (int i = 0; i < event.size(); i++) {
      long index = event.firstIndex() + i;
      long session = event.sessionNanos(i);
      if (session <= lastSessionNanos) {
        outOfOrder++;
        repeated(event, i);
        continue;
      }
      requirePlausible(session);
      if (nextIndex == Long.MIN_VALUE) {
        segmentFirstIndex = index;
        segmentFirstTicks = event.deviceTicks(i);
      }
      nextIndex = index + 1;
      lastTicks = event.deviceTicks(i);
      lastSessionNanos = session;
      samples++;
      sample(event, i);
    }
  }

  /** A hole is filled step by step on the grid; one of days would fill the memory. */
  private void requirePlausible(long session) {
    long since = lastSessionNanos == Long.MIN_VALUE ? 0 : lastSessionNanos;
    if (session < -LONGEST_SILENCE_NANOS || session > since + LONGEST_SILENCE_NANOS) {
      throw new IllegalArgumentException(
          "stream "
              + descriptor.id()
              + " ("
              + placement(descriptor)
              + "): its time jumps by "
              + (session - since) / NANOS_PER_HOUR
              + " hours; the recording is damaged or the clock of the device was wrong");
    }
  }

  public final void accept(Lost event) {
    if (event.count() == Lost.UNKNOWN) {
      lostUnknown = true;
    } else {
      lost += event.count();
    }
  }

  /** A tick found the stream silent beyond its lateness bound. */
  public final void stall() {
    stalled = true;
  }

  /** The stream is moving again. */
  public final void revive() {
    stalled = false;
  }

  /** Whether the rate is still being learned, so that samples make no rows yet. */
  public boolean isLearning() {
    return false;
  }

  /** Samples that came out of order and have no place. */
  public final long outOfOrder() {
    return outOfOrder;
  }

  /** Whether the stream is silent. */
  public final boolean isStalled() {
    return stalled;
  }

  private void closeSegment() {
    if (nextIndex != Long.MIN_VALUE && nextIndex - 1 > segmentFirstIndex) {
      seconds += (lastTicks - segmentFirstTicks) / (double) descriptor.ticksPerSecond();
      intervals += nextIndex - 1 - segmentFirstIndex;
    }
  }

  /** Session time of the newest sample; {@link Long#MIN_VALUE} before the first. */
  final long lastSessionNanos() {
    return lastSessionNanos;
  }

  public final StreamSummary summary() {
    closeSegment();
    nextIndex = Long.MIN_VALUE;
    return new StreamSummary(
        descriptor.id(),
        placement(descriptor),
        seconds > 0 ? intervals / seconds : 0,
        samples,
        lost,
        lostUnknown,
        samples == 0 ? nothingReceived() : health(),
        orientation());
  }

  private static List<Health> nothingReceived() {
    return List.of(new Health("nothing-received", Texts.get("health.nothing-received")));
  }

  /** Location ids of the channels, each once, in their order. */
  public static String placement(StreamDescriptor descriptor) {
    List<String> ids = new ArrayList<>();
    for (Channel channel : descriptor.channels()) {
      String id = channel.location().id();
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    if (ids.size() > 1) {
      ids.remove("unplaced");
    }
    return String.join(", ", ids);
  }

  /** What its orientation is made from; empty where it has none. */
  public Optional<OrientationMethod> orientation() {
    return Optional.empty();
  }

  /** First grid step that this stream has not reached. */
  public abstract long gridEnd();

  /** A sample that is not later than all before and was left out. */
  void repeated(Samples event, int i) {
    // Only those who watch the counter want to know.
  }

  /** The next sample, later than all before. */
  abstract void sample(Samples event, int i);

  /** Filters settle anew. */
  abstract void restart();

  /** What is known to be wrong with the sensor. */
  public abstract List<Health> health();

  /**
   * What is wrong with the sensor at this moment; what is over is not in it where that is known.
   */
  public List<Health> healthNow() {
    return health();
  }

  /** Forgets rows before a grid step. */
  public abstract void dropBefore(long step);
}
