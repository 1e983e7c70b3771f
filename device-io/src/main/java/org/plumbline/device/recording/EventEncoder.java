package org.plumbline.device.recording;

import java.util.HashMap;
import java.util.Map;
import org.plumbline.device.log.Channel;
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
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/** Events as bytes of the schema {@code session-log.avsc}, field by field in its order. */
final class EventEncoder implements SessionEvent.Handler {
  private static final double NANOS_PER_SECOND = 1e9;

  private final AvroOutput out;

  private final Map<Integer, Coding> codings = new HashMap<>();
  private long descriptions;

  private long[] ticks = new long[256];
  private long[] nanos = new long[256];

  /**
   * What the samples of a stream are written with.
   *
   * @param description number of the description they go by
   * @param line its last clock line, or its nominal clock; only shortens the file
   */
  private record Coding(long description, TimeCoding.Line line) {}

  EventEncoder(AvroOutput out) {
    this.out = out;
  }

  /**
   * Writes one event, or nothing.
   *
   * @throws IllegalArgumentException when it cannot be stored
   */
  void encode(SessionEvent event) {
    int from = out.size();
    try {
      event.dispatchTo(this);
      if (out.size() - from > RecordingFormat.MAX_EVENT_BYTES) {
        throw new IllegalArgumentException(
            "an event of "
                + (out.size() - from)
                + " bytes, more than "
                + RecordingFormat.MAX_EVENT_BYTES);
      }
    } catch (IllegalArgumentException e) {
      out.truncate(from);
      throw e;
    }
    if (event instanceof Described described) {
      StreamDescriptor stream = described.stream();
      double nominal = NANOS_PER_SECOND / stream.ticksPerSecond();
      codings.put(stream.id(), new Coding(descriptions++, new TimeCoding.Line(0, 0, nominal)));
    } else if (event instanceof ClockLine line) {
      TimeCoding.Line applied =
          new TimeCoding.Line(line.deviceTicks(), line.sessionNanos(), line.nanosPerTick());
      codings.computeIfPresent(
          line.stream(), (id, coding) -> new Coding(coding.description, applied));
    }
  }

  private void begin(Branch branch) {
    out.writeEnum(branch);
  }

  @Override
  public void started(Started event) {
    begin(Branch.STARTED);
    out.writeString(event.subject());
    out.writeLong(event.utcMillis());
    out.writeLong(event.monotonicZeroNanos());
    out.writeString(event.software());
    out.writeString(event.origin());
  }

  @Override
  public void described(Described event) {
    StreamDescriptor stream = event.stream();
    begin(Branch.DESCRIBED);
    out.writeLong(event.atNanos());
    out.writeInt(stream.id());
    out.writeString(stream.name());
    out.writeString(stream.device());
    out.writeEnum(stream.origin());
    out.writeDouble(stream.nominalRateHz());
    out.writeLong(stream.ticksPerSecond());
    out.writeLong(stream.latenessNanos());
    out.writeLong(stream.channels().size());
    for (Channel channel : stream.channels()) {
      out.writeString(channel.name());
      out.writeEnum(channel.quantity());
      out.writeEnum(channel.axis());
      out.writeString(channel.location().id());
      out.writeDouble(channel.scale());
      out.writeDouble(channel.offset());
      out.writeLong(channel.latencyNanos());
    }
    out.writeLong(0);
  }

  @Override
  public void samples(Samples event) {
    Coding coding = codings.get(event.stream());
    if (coding == null) {
      throw new IllegalArgumentException("stream " + event.stream() + " was not described before");
    }
    begin(Branch.SAMPLES);
    out.writeLong(event.atNanos());
    out.writeInt(event.stream());
    out.writeLong(coding.description);
    out.writeLong(event.firstIndex());
    out.writeInt(event.channels());
    times(event, coding.line);
    int size = event.size();
    int channels = event.channels();
    if (event.isCounts()) {
      out.writeLong((long) size * channels);
      for (int i = 0; i < size; i++) {
        for (int c = 0; c < channels; c++) {
          out.writeInt(event.count(i, c));
        }
      }
      out.writeLong(0);
      out.writeLong(0); // no doubles
    } else {
      out.writeLong(0); // no counts
      out.writeLong((long) size * channels);
      for (int i = 0; i < size; i++) {
        for (int c = 0; c < channels; c++) {
          out.writeDouble(event.raw(i, c));
        }
      }
      out.writeLong(0);
    }
  }

  private void times(Samples event, TimeCoding.Line clockLine) {
    int size = event.size();
    ticks = TimeCoding.atLeast(ticks, size);
    nanos = TimeCoding.atLeast(nanos, size);
    boolean carries = true;
    for (int i = 0; i < size; i++) {
      ticks[i] = event.deviceTicks(i);
      carries &= clockLine.carries(ticks[i]);
    }
    TimeCoding.Line line =
        carries ? clockLine : new TimeCoding.Line(ticks[0], event.sessionNanos(0), 0);
    for (int i = 0; i < size; i++) {
      nanos[i] = event.sessionNanos(i) - line.at(ticks[i]);
    }
    long first = ticks[0];
    long step = TimeCoding.stepOf(ticks, size);
    TimeCoding.subtractSteps(ticks, size, first, step);
    out.writeLong(first);
    out.writeLong(step);
    extras(ticks, size);
    out.writeLong(line.ticks());
    out.writeLong(line.nanos());
    out.writeDouble(line.nanosPerTick());
    extras(nanos, size);
  }

  private void extras(long[] extras, int size) {
    int left = TimeCoding.withoutZeros(extras, size);
    if (left > 0) {
      out.writeLong(left);
      for (int i = 0; i < left; i++) {
        out.writeLong(extras[i]);
      }
    }
    out.writeLong(0);
  }

  @Override
  public void lost(Lost event) {
    begin(Branch.LOST);
    out.writeLong(event.atNanos());
    out.writeInt(event.stream());
    out.writeLong(event.firstIndex());
    out.writeLong(event.count());
    out.writeEnum(event.cause());
  }

  @Override
  public void rejected(Rejected event) {
    begin(Branch.REJECTED);
    out.writeLong(event.atNanos());
    out.writeString(event.source());
    out.writeLong(event.bytes());
    out.writeString(event.reason());
  }

  @Override
  public void clockLine(ClockLine event) {
    begin(Branch.CLOCK_LINE);
    out.writeLong(event.atNanos());
    out.writeInt(event.stream());
    out.writeLong(event.deviceTicks());
    out.writeLong(event.sessionNanos());
    out.writeDouble(event.nanosPerTick());
  }

  @Override
  public void tick(Tick event) {
    begin(Branch.TICK);
    out.writeLong(event.atNanos());
  }

  @Override
  public void operator(Operator event) {
    begin(Branch.OPERATOR);
    out.writeLong(event.atNanos());
    out.writeEnum(event.action());
    out.writeDouble(event.value());
    out.writeString(event.note());
  }

  @Override
  public void contextApplied(ContextApplied event) {
    begin(Branch.CONTEXT_APPLIED);
    out.writeLong(event.atNanos());
    out.writeString(event.json());
    out.writeString(event.sha256());
    out.writeString(event.origin());
  }

  @Override
  public void ended(Ended event) {
    begin(Branch.ENDED);
    out.writeLong(event.atNanos());
    out.writeString(event.reason());
  }
}
