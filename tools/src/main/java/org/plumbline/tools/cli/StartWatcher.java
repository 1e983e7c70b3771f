package org.plumbline.tools.cli;

import java.time.Instant;
import java.util.Optional;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.tools.run.Watcher;

/** Remembers when a session was recorded; 0 stands for unknown. */
final class StartWatcher implements Watcher {
  private Optional<Instant> recordedAt = Optional.empty();

  @Override
  public void event(SessionEvent event) {
    if (event instanceof Started started && started.utcMillis() != 0) {
      recordedAt = Optional.of(Instant.ofEpochMilli(started.utcMillis()));
    }
  }

  Optional<Instant> recordedAt() {
    return recordedAt;
  }
}
