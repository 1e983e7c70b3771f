package org.plumbline.tools.run;

import org.plumbline.analyzer.result.LiveState;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.device.log.SessionEvent;

/** Looks on while a session is analyzed; called on the analyzer's thread and must not wait. */
public interface Watcher {

  /** An event of the log, after the analyzer has taken it. */
  default void event(SessionEvent event) {}

  /** Something the analyzer tells. */
  default void notice(Notice notice) {}

  /** Lights and levels, at most {@link SessionRun#LIVE_HZ} times a second. */
  default void live(LiveState state) {}

  /** Nobody looks on. */
  static Watcher none() {
    return new Watcher() {};
  }

  /** One after the other. */
  static Watcher both(Watcher first, Watcher second) {
    return new Watcher() {
      @Override
      public void event(SessionEvent event) {
        first.event(event);
        second.event(event);
      }

      @Override
      public void notice(Notice notice) {
        first.notice(notice);
        second.notice(notice);
      }

      @Override
      public void live(LiveState state) {
        first.live(state);
        second.live(state);
      }
    };
  }
}
