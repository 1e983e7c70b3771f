package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/** Files that are no recordings, each with its sentence. */
class RecordingRefusalTest {
  @TempDir Path folder;

  private String refusal(byte[] bytes) throws IOException {
    Path file = folder.resolve("x.plog");
    Files.write(file, bytes);
    return Recordings.read(file, OnDamage.REFUSE).error().orElseThrow();
  }

  @Test
  void aTextOrAPictureIsNoRecording() throws IOException {
    assertThat(refusal("time;acc_x\n0;1\n".getBytes(StandardCharsets.UTF_8)))
        .contains("x.plog is not a Plumbline recording")
        .contains("table profile");
    assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
        .contains("is not a Plumbline recording");
    assertThat(refusal(new byte[] {'O', 'b'})).contains("is not a Plumbline recording");
  }

  @Test
  void anEmptyFileIsAnInterruptedStart() throws IOException {
    assertThat(refusal(new byte[0])).contains("x.plog is empty").contains("can be deleted");
  }

  @Test
  void aHeaderAloneHoldsNoEvent() throws IOException {
    assertThat(refusal(container(ours(), "1", new byte[0]))).contains("holds no event");
  }

  @Test
  void aNewerVersionSaysWhichAndWhatToDo() throws IOException {
    Schema newer = new Schema.Parser().parse(ours().toString().replace("\"Tick\"", "\"Beat\""));
    assertThat(refusal(container(newer, "7", new byte[0])))
        .contains("format version 7")
        .contains("reads version 1")
        .contains("newer Plumbline");
  }

  @Test
  void anotherAvroFileIsNoRecording() throws IOException {
    Schema other = SchemaBuilder.record("Person").fields().requiredString("name").endRecord();
    assertThat(refusal(container(other, "", new byte[0])))
        .contains("an Avro file, but not a Plumbline recording");
  }

  @Test
  void aVersionThatDoesNotFitItsSchemaIsADamagedHeader() throws IOException {
    assertThat(refusal(container(ours(), "3", new byte[0]))).contains("header is damaged");
    Schema changed =
        new Schema.Parser().parse(ours().toString().replace("firstIndex", "firstIndey"));
    assertThat(refusal(container(changed, "1", new byte[0]))).contains("header is damaged");
  }

  @Test
  void aMissingFileAndAFolderAreNamed() {
    assertThatThrownBy(() -> RecordingReader.open(folder.resolve("none.plog")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.plog does not exist");
    assertThatThrownBy(() -> RecordingReader.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder, not a recording");
  }

  @Test
  void aLogThatBreaksTheOrderIsNamedAsTheWritersMistake() throws IOException {
    assertThat(refusal(logOf(List.of(new Tick(5))))).contains("does not begin with its start");
    assertThat(refusal(logOf(List.of(Recordings.started(), Recordings.started()))))
        .contains("started a second time");
    assertThat(
            refusal(
                logOf(
                    List.of(
                        Recordings.started(),
                        Recordings.described(0, 1, 2),
                        Recordings.samples(1, 100, 10, 2),
                        Recordings.samples(1, 50, 10, 2)))))
        .contains("block 0 at byte")
        .contains("sample index of stream 1 goes back from 110 to 50")
        .contains("please report it");
    assertThat(
            refusal(
                logOf(
                    List.of(
                        Recordings.started(),
                        Recordings.described(0, 1, 2),
                        Recordings.samples(1, 100, 10, 3)))))
        .contains("samples of 3 channels in stream 1, which was described with 2");
  }

  @Test
  void samplesOfAnUndescribedStreamAreRefused() throws IOException {
    AvroOutput body = new AvroOutput();
    EventEncoder encoder = new EventEncoder(body);
    encoder.encode(Recordings.started());
    AvroOutput samples = new AvroOutput();
    EventEncoder other = new EventEncoder(samples);
    other.encode(Recordings.described(0, 9, 1));
    int from = samples.size();
    other.encode(Recordings.samples(9, 0, 5, 1));

    byte[] block = block(bytes(body, 0, body.size()), bytes(samples, from, samples.size()));

    assertThat(refusal(container(ours(), "1", block)))
        .contains("samples of a description that is not in the log");
  }

  @Test
  void aBombDoesNotGoOff() throws IOException {
    // 1 GiB of zeros, compressed to some tens of kilobytes.
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1024; i++) {
        zstd.write(zeros);
      }
    }
    byte[] whole = container(ours(), "1", new byte[0]);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(whole);
    AvroOutput frame = new AvroOutput();
    frame.writeLong(2);
    frame.writeLong(bomb.size());
    file.writeBytes(bytes(frame, 0, frame.size()));
    file.writeBytes(bomb.toByteArray());
    file.writeBytes(Arrays.copyOfRange(whole, whole.length - 16, whole.length));

    assertThat(refusal(file.toByteArray())).contains("more than 8388608 bytes");
  }

  @Test
  void aListThatClaimsMoreThanThereIsAllocatesNothing() throws IOException {
    AvroOutput body = new AvroOutput();
    body.writeEnum(Branch.SAMPLES);
    for (int i = 0; i < 4; i++) {
      body.writeLong(1); // at, stream, description, first index
    }
    body.writeInt(256);
    body.writeLong(0);
    body.writeLong(1);
    body.writeLong(Long.MAX_VALUE); // extras

    assertThat(refusal(container(ours(), "1", block(bytes(body, 0, body.size())))))
        .contains("a list of 9223372036854775807 items");
  }

  private static Schema ours() {
    return RecordingFormat.schema();
  }

  /** A recording whose one block breaks rules that {@link RecordingWriter} would keep. */
  private static byte[] logOf(List<SessionEvent> events) throws IOException {
    AvroOutput body = new AvroOutput();
    EventEncoder encoder = new EventEncoder(body);
    byte[][] parts = new byte[events.size()][];
    for (int i = 0; i < parts.length; i++) {
      int from = body.size();
      encoder.encode(events.get(i));
      parts[i] = bytes(body, from, body.size());
    }
    return container(ours(), "1", block(parts));
  }

  private static byte[] bytes(AvroOutput out, int from, int to) {
    ByteBuffer view = out.view(from, to);
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return bytes;
  }

  /** Entries of a block with its head, each with its number in front of it. */
  private static byte[] block(byte[]... events) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] event : events) {
      body.writeBytes(event);
    }
    AvroOutput head = new AvroOutput();
    new BlockHead(0, BlockHead.Tally.NOTHING, events.length)
        .write(head, ByteBuffer.wrap(body.toByteArray()));
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(events.length + 1);
    block.writeBytes(bytes(head, 0, head.size()));
    block.writeBytes(body.toByteArray());
    return block.toByteArray();
  }

  /** A container with at most one block, whose first byte is the number of its entries. */
  private static byte[] container(Schema schema, String version, byte[] block) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      writer.setCodec(CodecFactory.zstandardCodec(3, true));
      if (!version.isEmpty()) {
        writer.setMeta(RecordingFormat.VERSION_KEY, version);
      }
      writer.create(schema, out);
      if (block.length > 0) {
        writer.appendEncoded(ByteBuffer.wrap(block, 1, block.length - 1));
        for (int i = 1; i < block[0]; i++) {
          writer.appendEncoded(ByteBuffer.allocate(0));
        }
      }
    }
    return out.toByteArray();
  }
}
