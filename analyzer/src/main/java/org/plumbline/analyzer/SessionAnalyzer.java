package org.plumbline.analyzer;

import java.util.List;
import java.util.function.Consumer;
import org.plumbline.device.log.SessionEvent;

/** The whole analysis: session events in, notices and a result out. One thread. */
public final class SessionAnalyzer {
  private final Consumer<Notice> notices;
  private long nowNanos;

  /** Hands every notice to {@code notices}, on the thread that calls {@link #accept}. */
  public SessionAnalyzer(Consumer<Notice> notices) {
    this.notices = notices;
  }

  /** Takes the next event of the log. */
  public void accept(SessionEvent event) {
    nowNanos = event.atNanos();
    if (nowNanos < 0) {
      notices.accept(new Notice.SetEnded(nowNanos, 0, 0));
    }
  }

  /** Lights and levels at this moment. */
  public LiveState live() {
    return new LiveState(nowNanos, Double.NaN, List.of(), List.of());
  }

  /** What the events so far amount to; call it after the last one for the final result. */
  public SessionResult result() {
    return new SessionResult(
        "none",
        false,
        true,
        new SessionResult.ContextSummary("", "", "", ""),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
