package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

class RecordingTornTest {
  @TempDir Path folder;
  private List<SessionEvent> log = List.of();
  private byte[] whole = {};
  private int firstBlock;

  @BeforeEach
  void recordThreeSeconds() throws IOException {
    List<SessionEvent> events = new ArrayList<>();
    events.add(Recordings.started());
    events.add(Recordings.described(1, 1, 2));
    for (int i = 0; i < 30; i++) {
      events.add(Recordings.samples(1, i * 100L, 20, 2));
      events.add(new Tick((i + 1) * Tick.PERIOD_NANOS));
    }
    events.add(new Ended(3_000_000_000L, "done"));
    log = events;
    Path file = folder.resolve("whole.plog");
    Recordings.write(file, log);
    whole = Files.readAllBytes(file);
    firstBlock = FileHeader.read("whole", whole).bytes();
  }

  private Recordings.Outcome read(byte[] bytes) throws IOException {
    Path file = folder.resolve("torn.plog");
    Files.write(file, bytes);
    return Recordings.read(file, OnDamage.REFUSE);
  }

  @Test
  void cutAtAnyByteItGivesAllBlocksBeforeTheCutOrIsRefusedWithASentence() throws IOException {
    int opened = 0;
    int eventsBefore = 0;
    for (int length = 0; length < whole.length; length++) {
      Recordings.Outcome outcome = read(Arrays.copyOf(whole, length));

      int events = outcome.events().size();
      assertThat(outcome.events()).isEqualTo(log.subList(0, events));
      assertThat(events).isGreaterThanOrEqualTo(eventsBefore);
      if (events == 0) {
        assertThat(outcome.error().orElseThrow()).contains("torn.plog").contains(". ");
      } else {
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.interruption().orElseThrow()).contains("torn.plog was interrupted");
        opened++;
      }
      eventsBefore = events;
    }
    // Everything behind the first block, which holds the start alone, opens.
    assertThat(opened).isBetween(whole.length - firstBlock - 200, whole.length - firstBlock);
    assertThat(eventsBefore).isEqualTo(log.size() - 1); // all but the end, in its own block
  }

  @Test
  void zerosBehindTheTearAreATearToo() throws IOException {
    for (int length = firstBlock; length < whole.length; length += 5) {
      byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + 5000);

      Recordings.Outcome outcome = read(zeros);

      assertThat(outcome.events()).isEqualTo(log.subList(0, outcome.events().size()));
      if (!outcome.events().isEmpty()) {
        assertThat(outcome.error()).as("cut at %d", length).isEmpty();
        assertThat(outcome.interruption()).isPresent();
      }
    }
  }

  @Test
  void zerosBehindTheEndChangeNothing() throws IOException {
    Recordings.Outcome outcome = read(Arrays.copyOf(whole, whole.length + 4096));

    assertThat(outcome.events()).isEqualTo(log);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.interruption()).isEmpty();
  }

  @Test
  void theSentenceSaysWhereItWasCutAndHowMuchIsIncomplete() throws IOException {
    Recordings.Outcome outcome = read(Arrays.copyOf(whole, whole.length - 10));

    assertThat(outcome.interruption().orElseThrow())
        .contains("its last event is at 3.0 s")
        .containsPattern("Its last \\d+ bytes, from byte \\d+ on, are a block that was not written")
        .endsWith("Everything before was read.");
  }

  @Test
  void closedWithoutAnEndItIsInterruptedToo() throws IOException {
    Path file = folder.resolve("closed.plog");
    Recordings.write(file, log.subList(0, 10));

    Recordings.Outcome outcome = Recordings.read(file, OnDamage.REFUSE);

    assertThat(outcome.events()).isEqualTo(log.subList(0, 10));
    assertThat(outcome.interruption()).isPresent();
  }
}
