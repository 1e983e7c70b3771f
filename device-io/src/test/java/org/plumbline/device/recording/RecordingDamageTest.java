package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;

/** What a changed file gives: the truth, less of it and said so, or a sentence. */
class RecordingDamageTest {
  private static final int FLIPS = 300;
  private static final long SEED = 20_261_121;

  @TempDir static Path folder;
  private static List<SessionEvent> log = List.of();
  private static byte[] whole = {};

  /** Where each block begins, and at last the end of the file. */
  private static List<Integer> blocks = List.of();

  @BeforeAll
  static void recordTenSeconds() throws IOException {
    log = SyntheticSession.events(10, 3);
    Path file = folder.resolve("whole.plog");
    Recordings.write(file, log);
    whole = Files.readAllBytes(file);
    blocks = new ArrayList<>();
    try (BlockFile source = BlockFile.open(file)) {
      do {
        blocks.add((int) source.position());
      } while (source.next() instanceof BlockStep.Loaded);
    }
  }

  private static Recordings.Outcome read(byte[] bytes, OnDamage onDamage) throws IOException {
    Path file = folder.resolve("changed.plog");
    Files.write(file, bytes);
    return Recordings.read(file, onDamage);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return changed;
  }

  private static byte[] blockBytes(int number) {
    return Arrays.copyOfRange(whole, blocks.get(number), blocks.get(number + 1));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] header() {
    return Arrays.copyOf(whole, blocks.get(0));
  }

  /** A second of samples, behind all descriptions. */
  private static int sampleBlock() {
    int number = blocks.size() - 2;
    while (blocks.get(number + 1) - blocks.get(number) < 10_000) {
      number--;
    }
    return number;
  }

  @Test
  void threeHundredBitFlipsNeverChangeAnEvent() throws IOException {
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < FLIPS; i++) {
      int bit = random.nextInt(whole.length * 8);
      Recordings.Outcome outcome = read(flipped(whole, bit), OnDamage.REFUSE);

      assertThat(outcome.events()).isEqualTo(log.subList(0, outcome.events().size()));
      assertThat(outcome.interruption()).as("bit %d taken for a tear", bit).isEmpty();
      refused += outcome.error().isPresent() ? 1 : 0;
      assertThat(outcome.error().isPresent() || outcome.events().equals(log)).isTrue();
    }
    // A few bits mean nothing: comments of the schema, an unused bit of each zstd frame.
    assertThat(refused).isGreaterThan(FLIPS - 10);
  }

  @Test
  void everyBitOfHeaderFramesAndMarkersCounts() throws IOException {
    List<Integer> bytes = new ArrayList<>();
    for (int i = 0; i < blocks.get(0); i += 23) {
      bytes.add(i); // the schema, sampled
    }
    for (int i = blocks.get(0) - 40; i < blocks.get(0); i++) {
      bytes.add(i);
    }
    int middle = sampleBlock();
    for (int i = -16; i < 12; i++) {
      bytes.add(blocks.get(middle) + i); // marker, count, size, start of the data
      bytes.add(whole.length - 28 + i); // the end's own block
    }
    for (int at : bytes) {
      for (int bit = 0; bit < 8; bit++) {
        Recordings.Outcome outcome = read(flipped(whole, at * 8 + bit), OnDamage.REFUSE);

        assertThat(outcome.events()).isEqualTo(log.subList(0, outcome.events().size()));
        assertThat(outcome.error().isPresent() || outcome.events().equals(log))
            .as("byte %d", at)
            .isTrue();
        assertThat(outcome.interruption()).as("byte %d taken for a tear", at).isEmpty();
      }
    }
  }

  @Test
  void theSentenceNamesFileBlockAndByteAndTheRemedy() throws IOException {
    int middle = sampleBlock();
    Recordings.Outcome outcome =
        read(flipped(whole, (blocks.get(middle) + 500) * 8), OnDamage.REFUSE);

    assertThat(outcome.error().orElseThrow())
        .contains("changed.plog, block " + middle + " at byte " + blocks.get(middle))
        .contains("Restore it from a copy");
  }

  @Test
  void readingAroundFlipsLeavesOutWholeBlocksAndSaysSo() throws IOException {
    Random random = new Random(SEED + 1);
    int readOn = 0;
    for (int i = 0; i < 100; i++) {
      int bit = (blocks.get(1) + random.nextInt(whole.length - blocks.get(1))) * 8 + i % 8;
      Recordings.Outcome outcome = read(flipped(whole, bit), OnDamage.READ_AROUND);

      assertThat(outcome.error()).isEmpty();
      List<SessionEvent> kept = new ArrayList<>(outcome.events());
      assertThat(kept.stream().filter(RecordingDamageTest::tellsOfDamage))
          .as("bit %d", bit)
          .isNotEmpty();
      kept.removeIf(event -> tellsOfDamage(event) || lostInFile(event));
      assertThat(isSubsequence(kept, log)).isTrue();
      readOn += kept.size() > log.size() / 2 ? 1 : 0;
    }
    assertThat(readOn).isGreaterThan(90);
  }

  private static boolean tellsOfDamage(SessionEvent event) {
    return event instanceof Rejected rejected && rejected.source().endsWith("changed.plog");
  }

  private static boolean lostInFile(SessionEvent event) {
    return event instanceof Lost lost && lost.cause() == Lost.Cause.FILE;
  }

  private static boolean isSubsequence(List<SessionEvent> part, List<SessionEvent> all) {
    int at = 0;
    for (SessionEvent event : all) {
      if (at < part.size() && part.get(at).equals(event)) {
        at++;
      }
    }
    return at == part.size();
  }

  @Test
  void readingAroundOneSecondMarksItAsLostInEveryStreamAndCountsIt() throws IOException {
    int middle = sampleBlock();
    Recordings.Outcome outcome =
        read(flipped(whole, (blocks.get(middle) + 500) * 8), OnDamage.READ_AROUND);

    List<SessionEvent> lost = outcome.events().stream().filter(e -> lostInFile(e)).toList();
    assertThat(lost).hasSize(8);
    assertThat(lost).allMatch(e -> ((Lost) e).count() == Lost.UNKNOWN);
    Rejected told =
        (Rejected)
            outcome.events().stream().filter(e -> tellsOfDamage(e)).findFirst().orElseThrow();
    int missing = log.size() - (outcome.events().size() - lost.size() - 1);
    assertThat(told.bytes()).isEqualTo(blocks.get(middle + 1) - blocks.get(middle));
    assertThat(told.reason()).contains("with them " + missing + " events: 0 descriptions");
    assertThat(outcome.events()).last().isInstanceOf(Ended.class);
    assertThat(outcome.interruption()).isEmpty();
  }

  @Test
  void aBlockTakenOutRepeatedOrMovedIsNoticed() throws IOException {
    byte[] a = Arrays.copyOfRange(whole, blocks.get(0), blocks.get(14));
    byte[] rest = Arrays.copyOfRange(whole, blocks.get(16), whole.length);
    byte[] b14 = blockBytes(14);
    byte[] b15 = blockBytes(15);

    assertThat(read(joined(header(), a, b14, b15, rest), OnDamage.REFUSE).events()).isEqualTo(log);
    assertThat(read(joined(header(), a, b15, rest), OnDamage.REFUSE).error().orElseThrow())
        .contains("block 15 stands in its place");
    assertThat(
            read(joined(header(), a, b14, b14, b15, rest), OnDamage.REFUSE).error().orElseThrow())
        .contains("block 14 stands in its place");
    assertThat(read(joined(header(), a, b15, b14, rest), OnDamage.REFUSE).error()).isPresent();
    Recordings.Outcome repeated =
        read(joined(header(), a, b14, b14, b15, rest), OnDamage.READ_AROUND);
    assertThat(repeated.events().stream().filter(e -> !tellsOfDamage(e))).isEqualTo(log);
    assertThat(repeated.events()).hasSize(log.size() + 1);
  }

  @Test
  void aBlockOfAnotherRecordingIsNoticed() throws IOException {
    Path file = folder.resolve("other.plog");
    Recordings.write(file, SyntheticSession.events(10, 4));
    byte[] other = Files.readAllBytes(file);
    byte[] mixed =
        joined(
            Arrays.copyOf(whole, blocks.get(14)),
            Arrays.copyOfRange(other, blocks.get(14), other.length));

    Recordings.Outcome outcome = read(mixed, OnDamage.REFUSE);

    assertThat(outcome.error().isPresent() || outcome.interruption().isPresent()).isTrue();
    assertThat(outcome.events()).isEqualTo(log.subList(0, outcome.events().size()));
  }

  @Test
  void samplesWhoseDescriptionIsDamagedAreLeftOutAndNeverTakenForOthers() throws IOException {
    int block = 1; // the description of stream 1
    Recordings.Outcome outcome =
        read(flipped(whole, (blocks.get(block) + 60) * 8), OnDamage.READ_AROUND);

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.events())
        .noneMatch(e -> e instanceof Samples s && s.stream() == 1)
        .noneMatch(e -> e instanceof Described d && d.stream().id() == 1)
        .anyMatch(e -> e instanceof Samples s && s.stream() == 2)
        .anyMatch(
            e -> e instanceof Rejected r && r.reason().contains("description of stream 1 lies in"));
  }

  @Test
  void aDamagedStartCannotBeReadAround() throws IOException {
    Recordings.Outcome outcome =
        read(flipped(whole, (blocks.get(0) + 40) * 8), OnDamage.READ_AROUND);

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.error().orElseThrow()).contains("whose session this is");
  }

  @Test
  void aDamagedMarkerInTheHeaderIsReadAroundWithoutLoss() throws IOException {
    Recordings.Outcome outcome =
        read(flipped(whole, (blocks.get(0) - 3) * 8), OnDamage.READ_AROUND);

    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.events().stream().filter(e -> !tellsOfDamage(e))).isEqualTo(log);
    assertThat(outcome.events().stream().filter(e -> tellsOfDamage(e))).hasSize(1);
  }

  @Test
  void bytesBehindTheEndAreRefusedAndReadAround() throws IOException {
    byte[] longer = joined(whole, "appended".getBytes(StandardCharsets.UTF_8));

    assertThat(read(longer, OnDamage.REFUSE).error().orElseThrow()).contains("log has ended");
    assertThat(read(longer, OnDamage.READ_AROUND).events()).hasSize(log.size() + 1);
    assertThat(log.get(0)).isInstanceOf(Started.class);
  }
}
