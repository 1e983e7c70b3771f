package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.serial.PseudoTerminal;

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
  void aRecordingIsNeverReplaced(@TempDir Path folder) {
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
    assertThat(CommandLineCase.of(words).status()).isZero();
    CommandLineCase again = CommandLineCase.of(words);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("bridge-good.plog", "already exists");
  }
}
