package org.plumbline.tools.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;

/** A log that was kept, given out as it came in: each event at its own time on a {@link Pace}. */
public final class PacedSource implements SessionSource {
  private final SessionSource source;
  private final Pace pace;
  private volatile double progress = Double.NaN;

  /** Owns {@code source} from then on; when {@code pace} is stopped the log ends there. */
  public PacedSource(SessionSource source, Pace pace) {
    this.source = source;
    this.pace = pace;
  }

  @Override
  public Optional<SessionEvent> next() throws IOException {
    Optional<SessionEvent> next = source.next();
    progress = source.progress();
    if (next.isEmpty()) {
      return next;
    }
    try {
      return pace.awaitNanos(next.get().atNanos()) ? next : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("playback was interrupted");
    }
  }

  /** May be asked on any thread. */
  @Override
  public double progress() {
    return progress;
  }

  @Override
  public void close() throws IOException {
    pace.stop();
    source.close();
  }
}
