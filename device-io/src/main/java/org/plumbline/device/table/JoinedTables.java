package org.plumbline.device.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/**
 * Several files of one session as one log: one file per sensor, say, that all began at the same
 * instant. Streams get ids one after the other, files in the order in which they were named; events
 * come in the order of session time. The log has an end when every file has. One thread.
 */
public final class JoinedTables implements SessionSource {

  /** More than anybody wears. */
  public static final int MOST_FILES = 32;

  private final List<Part> parts = new ArrayList<>();
  private final ArrayDeque<SessionEvent> queue = new ArrayDeque<>();
  private long lastTickNanos = Long.MIN_VALUE;
  private Optional<Ended> end = Optional.empty();
  private boolean over;

  /** One of the files: what comes next, and what its stream ids become. */
  private static final class Part {
    private final SessionSource source;
    private final ArrayDeque<SessionEvent> head = new ArrayDeque<>();
    private int idsBefore;
    private Optional<SessionEvent> next = Optional.empty();
    private boolean ended;

    private Part(SessionSource source) {
      this.source = source;
    }

    private void advance() throws IOException {
      next = source.next();
      if (next.isPresent() && next.get() instanceof Ended) {
        ended = true;
        next = Optional.empty();
      }
    }

    /** Reads up to the first event behind the descriptions. */
    private List<StreamDescriptor> begin() throws IOException {
      List<StreamDescriptor> streams = new ArrayList<>();
      advance();
      while (next.isPresent()
          && (next.get() instanceof Started || next.get() instanceof Described)) {
        head.add(next.get());
        if (next.get() instanceof Described described) {
          streams.add(described.stream());
        }
        advance();
      }
      return streams;
    }
  }

  /**
   * Joins logs that are not begun; owns them from then on.
   *
   * @throws IOException when one of them cannot be read
   */
  public JoinedTables(List<? extends SessionSource> sources) throws IOException {
    if (sources.isEmpty() || sources.size() > MOST_FILES) {
      throw new IllegalArgumentException(
          sources.size() + " files: a session has 1 to " + MOST_FILES);
    }
    sources.forEach(source -> parts.add(new Part(source)));
    try {
      begin();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void begin() throws IOException {
    List<Started> starts = new ArrayList<>();
    List<Described> described = new ArrayList<>();
    int ids = 0;
    for (Part part : parts) {
      part.idsBefore = ids;
      for (StreamDescriptor stream : part.begin()) {
        described.add(new Described(0, renamed(stream, ids + stream.id())));
      }
      ids = described.size();
      part.head.stream()
          .filter(Started.class::isInstance)
          .map(Started.class::cast)
          .forEach(starts::add);
    }
    Started first = starts.get(0);
    String origin = String.join("; ", starts.stream().map(Started::origin).toList());
    queue.add(
        new Started(
            first.subject(),
            first.utcMillis(),
            first.monotonicZeroNanos(),
            first.software(),
            origin));
    queue.addAll(described);
  }

  private static StreamDescriptor renamed(StreamDescriptor stream, int id) {
    return new StreamDescriptor(
        id,
        stream.name() + " " + id,
        stream.device(),
        stream.origin(),
        stream.nominalRateHz(),
        stream.ticksPerSecond(),
        stream.latenessNanos(),
        stream.channels());
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    while (queue.isEmpty() && !over) {
      takeEarliest();
    }
    return Optional.ofNullable(queue.poll());
  }

  private void takeEarliest() throws IOException {
    Optional<Part> earliest = Optional.empty();
    for (Part part : parts) {
      if (part.next.isPresent() && (earliest.isEmpty() || at(part) < at(earliest.get()))) {
        earliest = Optional.of(part);
      }
    }
    if (earliest.isEmpty()) {
      over = true;
      end.filter(all -> parts.stream().allMatch(part -> part.ended)).ifPresent(queue::add);
      return;
    }
    Part part = earliest.get();
    SessionEvent event = part.next.orElseThrow();
    event.dispatchTo(new Passing(part.idsBefore));
    end = Optional.of(new Ended(event.atNanos(), "end of the files"));
    part.advance();
  }

  private static long at(Part part) {
    return part.next.orElseThrow().atNanos();
  }

  /** Gives an event on, under the ids of the joined log. */
  private final class Passing implements SessionEvent.Handler {
    private final int idsBefore;

    private Passing(int idsBefore) {
      this.idsBefore = idsBefore;
    }

    @Override
    public void started(Started event) {
      throw new IllegalStateException("a file begins once");
    }

    @Override
    public void described(Described event) {
      StreamDescriptor stream = event.stream();
      queue.add(new Described(event.atNanos(), renamed(stream, idsBefore + stream.id())));
    }

    @Override
    public void samples(Samples event) {
      queue.add(event.ofStream(idsBefore + event.stream()));
    }

    @Override
    public void lost(Lost event) {
      queue.add(
          new Lost(
              event.atNanos(),
              idsBefore + event.stream(),
              event.firstIndex(),
              event.count(),
              event.cause()));
    }

    @Override
    public void clockLine(ClockLine event) {
      queue.add(
          new ClockLine(
              event.atNanos(),
              idsBefore + event.stream(),
              event.deviceTicks(),
              event.sessionNanos(),
              event.nanosPerTick()));
    }

    /** Every file has its own; one of them is enough. */
    @Override
    public void tick(Tick event) {
      if (event.atNanos() > lastTickNanos) {
        lastTickNanos = event.atNanos();
        queue.add(event);
      }
    }

    @Override
    public void rejected(Rejected event) {
      queue.add(event);
    }

    @Override
    public void operator(Operator event) {
      queue.add(event);
    }

    @Override
    public void contextApplied(ContextApplied event) {
      queue.add(event);
    }

    @Override
    public void ended(Ended event) {
      throw new IllegalStateException("the end is kept apart");
    }
  }

  /** The least of the files' shares. */
  @Override
  public double progress() {
    double least = 1;
    for (Part part : parts) {
      double share = part.source.progress();
      least = Double.isNaN(share) ? Double.NaN : Math.min(least, share);
    }
    return least;
  }

  @Override
  public void close() throws IOException {
    Optional<IOException> failure = Optional.empty();
    for (Part part : parts) {
      try {
        part.source.close();
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
