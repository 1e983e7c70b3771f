package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

class RecordingRoundTripTest {
  @TempDir Path folder;

  @Test
  void aFullSessionComesBackAsItWas() throws IOException {
    Path file = folder.resolve("a.plog");
    List<SessionEvent> log = SyntheticSession.events(5, 1);
    Recordings.write(file, log);

    Recordings.Outcome read = Recordings.read(file, OnDamage.REFUSE);

    assertThat(read.error()).isEmpty();
    assertThat(read.interruption()).isEmpty();
    assertThat(read.events()).isEqualTo(log);
  }

  @Test
  void timesCostLessThanATwentiethOfTheFileWhenEverySampleJittersByATick() throws IOException {
    // The same session, once as it is and once with every sample on the device's grid and the clock
    // line.
    Path jittering = folder.resolve("a.plog");
    Path exact = folder.resolve("b.plog");
    List<SessionEvent> log = SyntheticSession.events(20, 1);
    Recordings.write(jittering, log);
    Recordings.write(exact, log.stream().map(RecordingRoundTripTest::onGrid).toList());

    double share = 1 - (double) Files.size(exact) / Files.size(jittering);

    assertThat(share)
        .isBetween(0.0, 0.05); // 0.041 when written, of which 0.01 is the entropy of the jitter;
  }

  private static SessionEvent onGrid(SessionEvent event) {
    if (event instanceof ClockLine line) {
      return new ClockLine(0, line.stream(), 0, 0, line.nanosPerTick());
    }
    if (!(event instanceof Samples s)) {
      return event;
    }
    ClockLine line = new ClockLine(0, s.stream(), 0, 0, 1000 * (1 + s.stream() * 1e-6));
    long[] ticks = new long[s.size()];
    long[] nanos = new long[s.size()];
    int[] counts = new int[s.size() * s.channels()];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (s.firstIndex() + i) * 500;
      nanos[i] = line.toSessionNanos(ticks[i]);
      for (int c = 0; c < s.channels(); c++) {
        counts[i * s.channels() + c] = s.count(i, c);
      }
    }
    return Samples.ofCounts(
        s.stream(), s.atNanos(), s.firstIndex(), s.channels(), ticks, nanos, counts);
  }

  @Test
  void avrosOwnReaderReadsEveryBlockAndEvent() throws IOException {
    Path file = folder.resolve("a.plog");
    List<SessionEvent> log = SyntheticSession.events(3, 1);
    Recordings.write(file, log);
    long events = 0;
    long blocks = 0;
    long values = 0;
    try (DataFileReader<GenericRecord> avro =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      while (avro.hasNext()) {
        GenericRecord event = (GenericRecord) avro.next().get("event");
        String kind = event.getSchema().getName();
        if (kind.equals("Block")) {
          assertThat(event.get("number")).isEqualTo(blocks++);
          assertThat(event.get("eventsBefore")).isEqualTo(events);
        } else {
          events++;
        }
        if (kind.equals("Samples")) {
          values += ((List<?>) event.get("counts")).size();
        }
      }
    }
    assertThat(events).isEqualTo(log.size());
    // 3 s of 7 x 9 channels at 200 Hz and 8 at 2 kHz
    assertThat(values).isEqualTo(3 * (7 * 9 * 200 + 8 * 2000));
  }

  @Test
  void theSchemaListsWhatTheProgramKnowsInTheSameOrder() {
    Schema union = RecordingFormat.schema().getField("event").schema();
    assertThat(union.getTypes())
        .extracting(
            type -> type.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
        .containsExactly(names(Branch.values()));
    Schema described = union.getTypes().get(2);
    Schema channel = described.getField("channels").schema().getElementType();
    assertThat(described.getField("origin").schema().getEnumSymbols())
        .containsExactly(names(StreamDescriptor.Origin.values()));
    assertThat(channel.getField("quantity").schema().getEnumSymbols())
        .containsExactly(names(Quantity.values()));
    assertThat(channel.getField("axis").schema().getEnumSymbols())
        .containsExactly(names(Axis.values()));
    assertThat(union.getTypes().get(4).getField("cause").schema().getEnumSymbols())
        .containsExactly(names(Lost.Cause.values()));
    assertThat(union.getTypes().get(8).getField("action").schema().getEnumSymbols())
        .containsExactly(names(Operator.Action.values()));
  }

  @Test
  void aRecordingFromBeforeTheLatestActionsIsStillOurs() {
    String schema = RecordingFormat.schema().toString();
    assertThat(schema).contains(",\"SETUP\",\"CORRECT\"]");
    assertThat(RecordingFormat.isOurs(schema.replace(",\"CORRECT\"]", "]"))).isTrue();
    assertThat(RecordingFormat.isOurs(schema.replace(",\"SETUP\",\"CORRECT\"]", "]"))).isTrue();
    assertThat(RecordingFormat.isOurs(schema.replace(",\"SETUP\"", ""))).isFalse();
    assertThat(RecordingFormat.isOurs(schema.replace(",\"PAIN_STOP\"", ""))).isFalse();
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }

  @Test
  void anEventLongerThanABlockIsStoredAsNeighboursWithEverySampleInPlace() throws IOException {
    Path file = folder.resolve("a.plog");
    Samples half = Recordings.samples(1, 0, 100_000, 4);
    Recordings.write(
        file,
        List.of(Recordings.started(), Recordings.described(0, 1, 4), half, new Ended(1, "done")));

    List<SessionEvent> read = Recordings.read(file, OnDamage.REFUSE).events();

    Samples joined =
        read.stream()
            .filter(Samples.class::isInstance)
            .map(Samples.class::cast)
            .reduce(Samples::join)
            .orElseThrow();
    assertThat(read).hasSizeGreaterThan(4);
    assertThat(joined).isEqualTo(half);
  }

  @Test
  void aTextTooLongOrNotTextIsRefusedAndTheRecordingGoesOn() throws IOException {
    Path file = folder.resolve("a.plog");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      writer.append(Recordings.started());
      assertThatThrownBy(() -> writer.append(ContextApplied.of(1, "x".repeat(5 << 20), "too long")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("more than 4194304");
      assertThatThrownBy(() -> writer.append(new Rejected(1, "\uD800", 0, "half a surrogate")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("surrogate");
      writer.append(new Tick(2));
    }
    assertThat(Recordings.read(file, OnDamage.REFUSE).events())
        .containsExactly(Recordings.started(), new Tick(2));
  }

  @Test
  void anEventOutOfOrderIsRefusedAndTheRecordingGoesOn() throws IOException {
    Path file = folder.resolve("a.plog");
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      assertThatThrownBy(() -> writer.append(new Tick(0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("does not begin with its start");
      writer.append(Recordings.started());
      assertThatThrownBy(() -> writer.append(Recordings.samples(1, 0, 1, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stream 1, which was not described");
      writer.append(Recordings.described(0, 1, 1));
      writer.append(Recordings.samples(1, 0, 10, 1));
      assertThatThrownBy(() -> writer.append(Recordings.samples(1, 5, 10, 1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("goes back from 10 to 5");
      writer.append(new Ended(1, "done"));
      assertThatThrownBy(() -> writer.append(new Tick(2)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Recordings.read(file, OnDamage.REFUSE).events()).hasSize(4);
  }

  @Test
  void progressGoesFromStartToEnd() throws IOException {
    Path file = folder.resolve("a.plog");
    Recordings.write(file, SyntheticSession.events(3, 1));
    try (RecordingReader reader = RecordingReader.open(file)) {
      double before = reader.progress();
      assertThat(before).isBetween(0.0, 0.3);
      while (reader.next().isPresent()) {
        assertThat(reader.progress()).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(1);
        before = reader.progress();
      }
      assertThat(reader.progress()).isEqualTo(1);
    }
  }
}
