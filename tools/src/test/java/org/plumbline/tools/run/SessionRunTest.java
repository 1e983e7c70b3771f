package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

class SessionRunTest {

  private record Events(Deque<SessionEvent> events) implements SessionSource {
    @Override
    public Optional<SessionEvent> next() {
      return Optional.ofNullable(events.poll());
    }

    @Override
    public void close() {}
  }

  /** A clock that jumps by days: the run ends with a sentence, and what came before is kept. */
  @Test
  void whatTheAnalyzerRefusesEndsTheRunWithASentenceAndKeepsWhatCameBefore() throws IOException {
    List<SessionEvent> log =
        new ArrayList<>(
            new SimulatedBody(Scenario.squat(7).withEmg(Optional.empty()))
                .events()
                .subList(0, 500));
    int stream =
        log.stream()
            .filter(event -> event instanceof Described)
            .map(event -> ((Described) event).stream().id())
            .findFirst()
            .orElseThrow();
    long far = 400L * 24 * 3600 * 1_000_000_000L;
    log.add(
        Samples.ofValues(
            stream, far, 1_000_000, 6, new long[] {far}, new long[] {far}, new double[6]));
    SessionRun.Outcome outcome =
        new SessionRun(
                new Events(new ArrayDeque<>(log)), EventSink.none(), Watcher.none(), new Meters())
            .run();
    assertThat(outcome.failure())
        .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("hours"));
    assertThat(outcome.events()).isEqualTo(500);
    assertThat(outcome.result().streams()).hasSize(6);
  }
}
