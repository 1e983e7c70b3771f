package org.plumbline.tools.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;

/**
 * A log read a second ahead and cut into what a device sends at once, in the order in which the
 * last sample of each was taken: blocks of a file come stream by stream, a device sends them mixed.
 */
final class LogAhead implements Closeable {
  /** A stream slower than this sends every sample by itself, as wireless sensors do. */
  private static final double SINGLE_SAMPLES_BELOW_HZ = 250;

  /** Faster streams send bundles of this length. */
  private static final long BUNDLE_NANOS = 10_000_000L;

  private static final long AHEAD_NANOS = 1_000_000_000L;

  /** A frame's worth of samples, or an event, and when it is due. */
  private record Due(long nanos, long order, SessionEvent event) {}

  private final SessionSource log;
  private final LogSurvey survey;
  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
  private boolean logOver;
  private long readNanos;
  private long order;

  /** Owns {@code log} from then on. */
  LogAhead(SessionSource log, LogSurvey survey) {
    this.log = log;
    this.survey = survey;
  }

  /** Whether everything has been taken. */
  boolean isOver() {
    return logOver && waiting.isEmpty();
  }

  /** When the next thing is due; only while it is not over. */
  long nextNanos() {
    return waiting.element().nanos();
  }

  /** The next thing. */
  SessionEvent take() throws IOException {
    Due due = waiting.remove();
    readTo(due.nanos());
    return due.event();
  }

  /** Reads on, so that nothing that is due soon is missing; at least one thing unless over. */
  void readTo(long nanos) throws IOException {
    while (!logOver && (waiting.isEmpty() || readNanos <= nanos + AHEAD_NANOS)) {
      Optional<SessionEvent> next = log.next();
      if (next.isEmpty()) {
        logOver = true;
      } else {
        readNanos = Math.max(readNanos, next.get().atNanos());
        enqueue(next.get());
      }
    }
  }

  private void enqueue(SessionEvent event) {
    if (event instanceof Samples samples) {
      int from = 0;
      while (from < samples.size()) {
        int to = bundleEnd(samples, from);
        Samples bundle = samples.slice(from, to);
        waiting.add(new Due(bundle.sessionNanos(bundle.size() - 1), order++, bundle));
        from = to;
      }
    } else if (event instanceof Operator) {
      waiting.add(new Due(event.atNanos(), order++, event));
    }
  }

  private int bundleEnd(Samples samples, int from) {
    double rateHz = survey.rateHz(samples.stream());
    int to = from + 1;
    while (rateHz >= SINGLE_SAMPLES_BELOW_HZ
        && to < samples.size()
        && samples.sessionNanos(to) - samples.sessionNanos(from) < BUNDLE_NANOS) {
      to++;
    }
    return to;
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
