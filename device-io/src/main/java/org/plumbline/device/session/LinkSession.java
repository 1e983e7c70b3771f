package org.plumbline.device.session;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.session.ClockFit.Change;
import org.plumbline.device.session.Placement.Kind;

/**
 * The messages of one link as events of the session log: session stream ids, session time, exact
 * losses, segments.
 *
 * <p>All streams of a link share the device's clock. Pure: no I/O, thread or clock; one thread at a
 * time. {@code atNanos} of an event is the arrival of the message that caused it.
 */
public final class LinkSession implements Message.Handler {

  /** Stream 7 of link 2 is stream 519 of the session: the same one after every reconnect. */
  static final int IDS_PER_LINK = 256;

  public static final int MAX_LINKS = 255;

  private final int link;
  private final long zeroNanos;
  private final Consumer<? super SessionEvent> out;
  private final RejectedBursts rejected;
  private final Map<Integer, LinkStream> streams = new TreeMap<>();
  private final DeviceClock clock = new DeviceClock();
  private final ClockFit fit = new ClockFit(ClockFit.Parameters.defaults());

  private int clockEpoch;
  private int segmentEpoch;
  private int lineVersion;
  private boolean fitStarted;

  private long frames;
  private long samples;
  private long lost;
  private long unknownLosses;
  private long refused;
  private long segments;
  private long lastDataNanos = -1;

  /**
   * A link of a session.
   *
   * @param link 0 for the first one
   * @param source its port, for people
   * @param zeroNanos the monotonic instant that is zero of session time
   */
  public LinkSession(int link, String source, long zeroNanos, Consumer<? super SessionEvent> out) {
    if (link < 0 || link >= MAX_LINKS) {
      throw new IllegalArgumentException("link " + link + " is not in 0.." + (MAX_LINKS - 1));
    }
    this.link = link;
    this.zeroNanos = zeroNanos;
    this.out = out;
    this.rejected = new RejectedBursts(source, out);
  }

  /** Id in the session of a stream of a device. */
  public static int sessionStreamId(int link, int deviceStream) {
    return link * IDS_PER_LINK + deviceStream;
  }

  /** Takes the next message of the link. */
  public void accept(Message message) {
    message.dispatchTo(this);
  }

  /** The port is gone: what comes next, if anything, begins new segments. */
  public void disconnected() {
    streams.values().forEach(LinkStream::cutOff);
    newClock();
  }

  /** Gives out sums of refusals that are due; to be called now and then. */
  public void onTime(long monotonicNanos) {
    rejected.onTime(monotonicNanos - zeroNanos);
  }

  /** The link will not be heard again: says what is missing. */
  public void end(long monotonicNanos) {
    long at = monotonicNanos - zeroNanos;
    rejected.flush(at);
    for (LinkStream stream : streams.values()) {
      if (stream.isCutOff()) {
        long next = stream.track().nextIndex();
        emitLost(new Lost(at, stream.id(), next, Lost.UNKNOWN, Lost.Cause.DISCONNECTED));
      }
    }
  }

  @Override
  public void description(Message.Description message) {
    long at = message.arrivalNanos() - zeroNanos;
    for (StreamDescriptor template : message.device().streams()) {
      int id = sessionStreamId(link, template.id());
      StreamDescriptor descriptor = LinkStream.withId(template, id);
      LinkStream known = streams.get(template.id());
      if (known == null) {
        LinkStream fresh = new LinkStream(descriptor);
        streams.put(template.id(), fresh);
        describe(fresh, at);
      } else if (!known.descriptor().equals(descriptor)) {
        known.redescribe(descriptor);
      }
    }
  }

  @Override
  public void data(Message.Data frame) {
    long at = frame.arrivalNanos() - zeroNanos;
    LinkStream stream = streams.get(frame.stream());
    if (stream == null || stream.descriptor().channels().size() != frame.channels()) {
      refuse(at, frame, "UNDESCRIBED", " does not fit the device's description; it was left out");
      return;
    }
    StreamTrack track = stream.track();
    boolean sameClock = stream.clockEpoch() == clockEpoch && !stream.redescribed();
    long micros = clock.unwrapped(frame.deviceMicros(), at);
    Placement placement = track.place(frame, micros, at, sameClock);
    if (placement.kind() == Kind.PAST) {
      refuse(at, frame, "PAST", " had come before; it was left out");
      return;
    }
    if (placement.kind() == Kind.CLOCK_SET || placement.kind() == Kind.RESTARTED) {
      newClock();
      micros = clock.unwrapped(frame.deviceMicros(), at);
    }
    clock.moveTo(micros, at);
    fitClock(micros + track.spanMicros(frame.size()), at);
    emitLosses(stream, frame, placement, at);
    boolean fresh = placement.kind() != Kind.CONTINUES || stream.segmentEpoch() != segmentEpoch;
    if (fresh || stream.redescribed()) {
      stream.beginSegment();
      if (track.started() || stream.redescribed()) {
        describe(stream, at);
      }
    }
    stream.enter(clockEpoch, segmentEpoch);
    emitSamples(stream, frame, placement, micros, at);
  }

  private void newClock() {
    clock.restart();
    fit.restart();
    clockEpoch++;
    segmentEpoch++;
  }

  private void fitClock(long newestMicros, long at) {
    Change change = fit.update(newestMicros, at);
    if (change != Change.NONE) {
      lineVersion++;
    }
    if (change == Change.STEP && fitStarted) {
      segmentEpoch++;
    }
    fitStarted = true;
  }

  private void emitLosses(LinkStream stream, Message.Data frame, Placement placement, long at) {
    long first = stream.track().nextIndex();
    long count = placement.lost();
    boolean overrun = frame.has(Message.Data.OVERRUN);
    if (count == 0 && overrun && stream.track().started()) {
      count = Lost.UNKNOWN; // the device says so, and its index does not tell how many
    }
    if (count == 0) {
      return;
    }
    if (stream.isCutOff()) {
      emitLost(new Lost(at, stream.id(), first, count, Lost.Cause.DISCONNECTED));
    } else if (count == Lost.UNKNOWN) {
      emitLost(new Lost(at, stream.id(), first, count, Lost.Cause.DEVICE));
    } else {
      long mine = stream.drops().ofLost(count, overrun);
      if (mine > 0) {
        emitLost(new Lost(at, stream.id(), first, mine, Lost.Cause.DEVICE));
      }
      if (count > mine) {
        emitLost(new Lost(at, stream.id(), first + mine, count - mine, Lost.Cause.WIRE));
      }
    }
  }

  private void emitLost(Lost event) {
    if (event.count() == Lost.UNKNOWN) {
      unknownLosses++;
    } else {
      lost += event.count();
    }
    out.accept(event);
  }

  private void describe(LinkStream stream, long at) {
    stream.described();
    segments++;
    out.accept(new Described(at, stream.descriptor()));
  }

  private void emitSamples(
      LinkStream stream, Message.Data frame, Placement placement, long micros, long at) {
    long[] ticks = stream.track().take(placement, frame.size(), micros, at);
    if (stream.lineVersion() != lineVersion) {
      out.accept(stream.line(fit, lineVersion, at));
    }
    frames++;
    samples += ticks.length;
    lastDataNanos = at;
    out.accept(stream.samples(frame, placement, ticks, fit, at));
  }

  private void refuse(long at, Message.Data frame, String kind, String what) {
    refused++;
    int values = frame.size() * frame.channels(); // of four bytes each, as decoded
    String reason =
        "a frame of stream "
            + frame.stream()
            + " ("
            + frame.size()
            + " samples from index "
            + frame.sampleIndex()
            + ")"
            + what;
    rejected.add(at, kind + frame.stream(), (long) values * Integer.BYTES, reason);
  }

  @Override
  public void deviceTime(Message.DeviceTime message) {
    // The arrival of data frames says the same, two hundred times a second.
  }

  @Override
  public void deviceEvent(Message.DeviceEvent message) {
    long at = message.arrivalNanos() - zeroNanos;
    if (message.code() == Message.EventCode.BOOT) {
      streams.values().forEach(stream -> stream.track().forgetIndex());
      newClock();
      return;
    }
    Optional<Operator.Action> action = message.code().action();
    boolean known = action.isPresent() || message.code() == Message.EventCode.NOTE;
    String note = known ? message.text() : "event " + message.rawCode() + " " + message.text();
    out.accept(new Operator(at, action.orElse(Operator.Action.MARK), Double.NaN, note.strip()));
  }

  @Override
  public void status(Message.Status message) {
    for (Message.Status.Dropped dropped : message.dropped()) {
      LinkStream stream = streams.get(dropped.stream());
      if (stream != null) {
        stream.drops().report(dropped.samples());
      }
    }
  }

  @Override
  public void reply(Message.Reply message) {
    // Answers are for whoever asked.
  }

  @Override
  public void damaged(Message.Damaged message) {
    refused++;
    long at = message.arrivalNanos() - zeroNanos;
    rejected.add(at, message.kind().name(), message.bytes(), message.reason());
  }

  /** A snapshot. */
  public LinkCounts counts() {
    return new LinkCounts(
        frames, samples, lost, unknownLosses, refused, segments, fit.ratePpm(), lastDataNanos);
  }
}
