package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/** A recording program that is killed (SIGKILL where there are signals) while it records. */
class RecordingKillTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int LONGEST_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void killedAfterOneAndTwoSecondsAtMostTheLastSecondIsMissing() throws Exception {
    killAt(11 * Tick.PERIOD_NANOS, 0);
    killAt(19 * Tick.PERIOD_NANOS, 1);
  }

  @Test
  @Tag("soak")
  void killedAtTwentyRandomMomentsAtMostTheLastSecondIsMissing() throws Exception {
    Random random = new Random(20_261_121);
    for (int i = 0; i < 20; i++) {
      killAt((1 + random.nextInt(80)) * Tick.PERIOD_NANOS, i);
    }
  }

  /** Kills at once when the program says that it is there: in the middle of whatever it does. */
  private void killAt(long nanos, int number) throws IOException, InterruptedException {
    Path file = folder.resolve("killed-" + number + ".plog");
    Process recorder =
        Forked.start(List.of(), folder, RealTimeRecorder.class, file, LONGEST_SECONDS, "paced");
    long said = 0;
    try (BufferedReader out = recorder.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null) {
        said = Math.max(said, Long.parseLong(line)); // the last line may be cut off
        if (said >= nanos) {
          recorder.toHandle().destroyForcibly(); // leaves the pipe open, for its last words
        }
        line = out.readLine();
      }
    }
    recorder.waitFor();
    assertThat(said).isGreaterThanOrEqualTo(nanos);

    Recordings.Outcome outcome = Recordings.read(file, OnDamage.REFUSE);

    List<SessionEvent> truth = SyntheticSession.events(LONGEST_SECONDS, 7);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.interruption()).isPresent();
    assertThat(outcome.events()).isEqualTo(truth.subList(0, outcome.events().size()));
    SessionEvent next = truth.get(outcome.events().size());
    assertThat(said - next.atNanos()).as("nanoseconds missing").isLessThanOrEqualTo(SECOND);
  }
}
