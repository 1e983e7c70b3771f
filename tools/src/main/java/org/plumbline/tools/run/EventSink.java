package org.plumbline.tools.run;

import java.io.Closeable;
import java.io.IOException;
import org.plumbline.device.log.SessionEvent;

/** Keeps the events of a log, in order. */
public interface EventSink extends Closeable {

  /**
   * Takes the next event.
   *
   * @throws IOException when it, or one before it, could not be kept
   */
  void append(SessionEvent event) throws IOException;

  /** Keeps nothing. */
  static EventSink none() {
    return new EventSink() {
      @Override
      public void append(SessionEvent event) {}

      @Override
      public void close() {}
    };
  }
}
