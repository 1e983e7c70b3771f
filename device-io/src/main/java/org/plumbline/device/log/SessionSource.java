package org.plumbline.device.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Where a session log comes from: serial ports, a recording, a table, the simulated body. One
 * thread reads it.
 */
public interface SessionSource extends Closeable {

  /**
   * The next event; waits for it where the source is live.
   *
   * @return empty at the end of the log, {@link Ended} or not
   * @throws IOException when the world failed, with a message that says what, where and what to do
   */
  Optional<SessionEvent> next() throws IOException;

  /** How much has been read, 0 to 1; NaN where the end is not known. */
  default double progress() {
    return Double.NaN;
  }
}
