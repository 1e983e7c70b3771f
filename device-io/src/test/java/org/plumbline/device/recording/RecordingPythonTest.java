package org.plumbline.device.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/** {@code docs/read_recording.py}, the reader for people without this program. */
class RecordingPythonTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path SCRIPT = Path.of("..", "docs", "read_recording.py");

  @TempDir Path folder;
  private List<SessionEvent> log = List.of();
  private Path file = Path.of("");

  private record Said(int status, String text) {}

  @BeforeEach
  void record() throws Exception {
    assumeTrue(
        Files.isExecutable(PYTHON) && run("-c", "import avro, zstandard").status == 0,
        "skipped: no /usr/bin/python3 with python3-avro and python3-zstandard");
    log = SyntheticSession.events(4, 1);
    file = folder.resolve("session.plog");
    Recordings.write(file, log);
  }

  private Said run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
    command.addAll(List.of(words));
    Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(python.waitFor(), text);
  }

  @Test
  void aWholeRecordingIsSummedUp() throws Exception {
    Said said = run(SCRIPT.toString(), file.toString());

    assertThat(said.status).as(said.text).isZero();
    assertThat(said.text)
        .contains("ended at 4.0 s: stopped by the operator")
        // 4 s at 200 Hz and at 2 kHz
        .contains("stream 1 \"imu 1\" at pelvis (synthetic): 9 channels, 800 samples, 0 lost")
        .contains(
            "stream 2 \"imu 2\" at left-thigh (synthetic): 9 channels, 800 samples, 0 lost, 1 ")
        .contains("stream 8 \"emg\" at left-gluteus-maximus (synthetic): 8 channels, 8000 samples")
        .doesNotContain("interrupted");
  }

  @Test
  void aTornOneIsReadUpToTheTearAndCalledInterrupted() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    long samples =
        Recordings.read(file, OnDamage.REFUSE).events().stream()
            .filter(e -> e instanceof Samples s && s.stream() == 8)
            .mapToLong(e -> ((Samples) e).size())
            .sum();

    Said said = run(SCRIPT.toString(), file.toString());

    assertThat(said.status).as(said.text).isZero();
    assertThat(said.text).contains("interrupted: ").contains("8 channels, " + samples + " samples");
  }

  @Test
  void aChangedOneIsRefused() throws Exception {
    byte[] changed = Files.readAllBytes(file);
    changed[changed.length / 2] ^= 4;
    Files.write(file, changed);

    Said said = run(SCRIPT.toString(), file.toString());

    assertThat(said.status).isEqualTo(1);
    assertThat(said.text).contains("session.plog: block").contains("is damaged");
  }

  @Test
  void timesAndSiValuesAreThoseOfTheLog() throws Exception {
    Samples first =
        log.stream()
            .filter(e -> e instanceof Samples s && s.stream() == 8)
            .map(Samples.class::cast)
            .findFirst()
            .orElseThrow();

    String[] rows = run(SCRIPT.toString(), file.toString(), "--si", "8").text.split("\n", -1);

    for (int i = 0; i < first.size(); i++) {
      String[] cells = rows[1 + i].split(" ", -1);
      assertThat(Long.parseLong(cells[0])).isEqualTo(first.firstIndex() + i);
      assertThat(Long.parseLong(cells[1])).isEqualTo(first.deviceTicks(i));
      assertThat(cells[2].replace(".", "").replaceFirst("^0+(?=\\d)", ""))
          .isEqualTo(Long.toString(first.sessionNanos(i)));
      for (int c = 0; c < first.channels(); c++) {
        double volts = Double.parseDouble(cells[3 + c].replace("V", ""));
        // nine digits are printed; the scale of the EMG channels is 2.4e-7 V
        assertThat(volts).isCloseTo(first.count(i, c) * 2.4e-7, within(1e-11));
      }
    }
  }
}
