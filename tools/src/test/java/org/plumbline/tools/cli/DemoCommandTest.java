package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.device.serial.PseudoTerminal;
import org.plumbline.fixtures.FixtureCatalog;

/** The whole way: simulated hub, pseudo-terminal, serial library, recorder, analyzer, reports. */
class DemoCommandTest {

  @BeforeEach
  void onlyWherePseudoTerminalsAre() {
    Assumptions.assumeTrue(
        PseudoTerminal.whyUnsupported().isEmpty(),
        () -> PseudoTerminal.whyUnsupported().orElse(""));
  }

  @Test
  void liveAndReplayAgreeAndEverythingIsLeftBehind(@TempDir Path folder) {
    CommandLineCase run =
        CommandLineCase.of(
            "demo",
            "--headless",
            "--speed",
            "8",
            "--fixture",
            "squat-knee-valgus",
            "--out",
            folder,
            "--metrics");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Set 1: Squat, both sides, 10 repetitions")
        .contains("the same result byte for byte", "Synthetic data", "No medical purpose")
        .contains("bytes", "frames");
    assertThat(folder.resolve("squat-knee-valgus.plog")).exists();
    assertThat(folder.resolve("squat-knee-valgus.html")).exists();
    assertThat(folder.resolve("squat-knee-valgus.json")).exists();
    assertThat(folder.resolve("squat-knee-valgus-csv/verdicts.csv")).exists();
  }

  @Test
  void whatADemoLeftIsReplacedOnlyWhenAskedAndOnlyWhereItIsSynthetic(@TempDir Path folder)
      throws IOException {
    Object[] words = {
      "demo",
      "--headless",
      "--speed",
      "16",
      "--without-reference",
      "--fixture",
      "bridge-good",
      "--out",
      folder
    };
    Path recording = folder.resolve("bridge-good.plog");
    try (InputStream earlier =
        FixtureCatalog.class.getResourceAsStream("recordings/bridge-good.plog")) {
      Files.copy(earlier, recording);
    }
    Files.writeString(folder.resolve("bridge-good.html"), "of an earlier demo");
    byte[] first = Files.readAllBytes(recording);
    CommandLineCase again = CommandLineCase.of(words);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("bridge-good.html exists already and is kept", "--force");
    assertThat(Files.readAllBytes(recording)).isEqualTo(first);
    Object[] forced = Arrays.copyOf(words, words.length + 1);
    forced[words.length] = "--force";
    CommandLineCase replaced = CommandLineCase.of(forced);
    assertThat(replaced.status()).as(replaced.err()).isZero();
    assertThat(Files.readAllBytes(recording)).isNotEqualTo(first);
    Files.delete(recording);
    writeMeasured(recording);
    CommandLineCase measured = CommandLineCase.of(forced);
    assertThat(measured.status()).isEqualTo(1);
    assertThat(measured.err()).contains("no synthetic recording and is kept");
    assertThat(recording).exists();
  }

  /** As real sensors make one. */
  private static void writeMeasured(Path file) throws IOException {
    Channel channel =
        new Channel("gx", Quantity.ANGULAR_RATE, Axis.X, Location.parse("pelvis"), 1, 0, 0);
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      writer.append(new Started("S01", 0, 0, "test", "hand"));
      writer.append(
          new Described(
              0,
              new StreamDescriptor(
                  1,
                  "pelvis",
                  "",
                  StreamDescriptor.Origin.MEASURED,
                  100,
                  1_000_000,
                  StreamDescriptor.DEFAULT_LATENESS_NANOS,
                  List.of(channel))));
      writer.append(new Ended(1, "end"));
    }
  }
}
