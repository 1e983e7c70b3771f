package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/** What is appended is kept, in order, and a full disk is told. */
class RecorderThreadTest {

  private static final class Kept implements EventSink {
    private final List<SessionEvent> events = new ArrayList<>();
    private final int room;
    private boolean closed;

    private Kept(int room) {
      this.room = room;
    }

    @Override
    public void append(SessionEvent event) throws IOException {
      if (events.size() == room) {
        throw new IOException("disk full");
      }
      events.add(event);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void keepsEveryEventInOrderAndCloses() throws IOException {
    Kept kept = new Kept(Integer.MAX_VALUE);
    List<SessionEvent> events = new ArrayList<>();
    try (RecorderThread recorder = new RecorderThread(kept)) {
      for (int i = 1; i <= 50_000; i++) {
        Tick tick = new Tick(i * Tick.PERIOD_NANOS);
        events.add(tick);
        recorder.append(tick);
      }
    }
    assertThat(kept.events).isEqualTo(events);
    assertThat(kept.closed).isTrue();
  }

  @Test
  void aFullDiskIsToldAtTheLatestOnClose() {
    Kept kept = new Kept(3);
    assertThatThrownBy(
            () -> {
              try (RecorderThread recorder = new RecorderThread(kept)) {
                for (int i = 1; i <= 10; i++) {
                  recorder.append(new Tick(i));
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("disk full");
    assertThat(kept.events).hasSize(3);
    assertThat(kept.closed).isTrue();
  }
}
