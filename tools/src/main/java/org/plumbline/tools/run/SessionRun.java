package org.plumbline.tools.run;

import java.io.IOException;
import java.util.Optional;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;

/**
 * Reads a source to its end: every event is kept first, then analyzed, then shown. One thread, the
 * one that calls {@link #run}; live and replay are this same loop.
 */
public final class SessionRun {
  /** How often a watcher is shown lights and levels. */
  public static final int LIVE_HZ = 30;

  private static final long LIVE_PERIOD_NANOS = 1_000_000_000L / LIVE_HZ;

  private final SessionSource source;
  private final EventSink sink;
  private final Watcher watcher;
  private final Meters meters;
  private final Optional<AngleListener> angles;

  /** The caller closes source and sink. */
  public SessionRun(SessionSource source, EventSink sink, Watcher watcher, Meters meters) {
    this(source, sink, watcher, meters, Optional.empty());
  }

  /** The same; {@code angles} gets all angles of every grid step. */
  public SessionRun(
      SessionSource source,
      EventSink sink,
      Watcher watcher,
      Meters meters,
      Optional<AngleListener> angles) {
    this.angles = angles;
    this.source = source;
    this.sink = sink;
    this.watcher = watcher;
    this.meters = meters;
  }

  /**
   * What became of a session.
   *
   * @param result of all events that were read and kept
   * @param failure why it ended before its end; empty when it did not
   * @param events how many
   * @param lastNanos session time of the last one
   */
  public record Outcome(
      SessionResult result, Optional<IOException> failure, long events, long lastNanos) {}

  /** Runs to the end of the source, or to the first failure of source or sink. */
  public Outcome run() {
    SessionAnalyzer analyzer =
        angles.isPresent()
            ? new SessionAnalyzer(watcher::notice, angles.get())
            : new SessionAnalyzer(watcher::notice);
    long events = 0;
    long lastNanos = 0;
    long shownNanos = System.nanoTime() - LIVE_PERIOD_NANOS;
    Optional<IOException> failure = Optional.empty();
    try {
      Optional<SessionEvent> next = source.next();
      while (next.isPresent()) {
        SessionEvent event = next.get();
        sink.append(event);
        long before = System.nanoTime();
        accept(analyzer, event);
        long after = System.nanoTime();
        meters.analyzed(event, after - before);
        watcher.event(event);
        if (after - shownNanos >= LIVE_PERIOD_NANOS) {
          watcher.live(analyzer.live());
          shownNanos = after;
        }
        events++;
        lastNanos = event.atNanos();
        next = source.next();
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    watcher.live(analyzer.live());
    return new Outcome(analyzer.result(), failure, events, lastNanos);
  }

  /** What the analyzer refuses is the log's fault; what was analyzed before it stands. */
  private static void accept(SessionAnalyzer analyzer, SessionEvent event) throws IOException {
    try {
      analyzer.accept(event);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
