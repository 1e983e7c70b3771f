package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;

/** Disks that take no more, and places that take nothing. */
class RecordingDiskTest {
  private static final int SECONDS = 150;

  @TempDir Path folder;

  @Test
  void anExistingFileIsNeverOverwritten() throws IOException {
    Path file = folder.resolve("mine.plog");
    Files.writeString(file, "precious");

    assertThatThrownBy(() -> RecordingWriter.create(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mine.plog already exists")
        .hasMessageContaining("choose another name");
    assertThat(file).hasContent("precious");
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> RecordingWriter.create(folder.resolve("none").resolve("a.plog")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the folder to record into does not exist");
  }

  @Test
  void aFullDeviceIsSaidAtOnceAndOnEveryLaterCall() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
    try (RecordingWriter writer =
        new RecordingWriter(full, new RandomAccessFile(full.toFile(), "rw"))) {
      assertThatThrownBy(() -> writer.append(Recordings.started()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("/dev/full: recording stopped")
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("Free space on the disk");
      assertThatThrownBy(() -> writer.append(new Tick(1)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("recording stopped");
    }
  }

  @Test
  void whenTheDiskTakesNoMoreEverythingBeforeStaysReadable() throws Exception {
    Path shell = Path.of("/bin/bash");
    assumeTrue(Files.exists(shell), "skipped: no /bin/bash to set a limit on file sizes with");
    Path file = folder.resolve("limited.plog");
    List<String> limited = List.of(shell.toString(), "-c", "ulimit -f 4000; exec \"$@\"", "limit");

    Process recorder =
        Forked.start(limited, folder, RealTimeRecorder.class, file, SECONDS, "flat-out");
    String last = "";
    try (BufferedReader out = recorder.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
      }
    }
    recorder.waitFor();

    assertThat(last).contains("limited.plog: recording stopped").contains("File too large");
    Recordings.Outcome outcome = Recordings.read(file, OnDamage.REFUSE);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.interruption()).isPresent();
    List<SessionEvent> truth = SyntheticSession.events(SECONDS, 7);
    assertThat(outcome.events())
        .hasSizeGreaterThan(100)
        .isEqualTo(truth.subList(0, outcome.events().size()));
    assertThat(avroEntries(file)).isGreaterThan(outcome.events().size());
  }

  @Test
  void aTemporaryFolderThatIsFullIsSaidBeforeRecordingBegins() throws Exception {
    Path shell = Path.of("/bin/bash");
    assumeTrue(Files.exists(shell), "skipped: no /bin/bash to set a limit on file sizes with");
    Path file = folder.resolve("limited.plog");
    List<String> limited = List.of(shell.toString(), "-c", "ulimit -f 20; exec \"$@\"", "limit");

    Process recorder = Forked.start(limited, folder, RealTimeRecorder.class, file, 1, "flat-out");
    String said = recorder.inputReader(StandardCharsets.UTF_8).readLine();
    recorder.waitFor();

    assertThat(said)
        .contains("limited.plog cannot be opened: the compression library")
        .contains("Free space there");
    assertThat(file).doesNotExist();
  }

  /** The torn block was taken back, so that other programs read the file without an error. */
  private static long avroEntries(Path file) throws IOException {
    long entries = 0;
    try (DataFileReader<Object> avro =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      while (avro.hasNext()) {
        avro.next();
        entries++;
      }
    }
    return entries;
  }
}
