package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says to words, right and wrong. */
class CommandWordsTest {

  @Test
  void helpListsEveryCommandAndTheExitStatus() {
    CommandLineCase help = CommandLineCase.of("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("demo", "analyze", "calibrate", "live", "record", "replay", "devices", "simulate")
        .contains("validate", "compare", "protocols", "baseline", "Exit status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "analyze",
        "calibrate",
        "baseline",
        "compare",
        "live",
        "protocols",
        "record",
        "replay",
        "devices",
        "simulate",
        "validate"
      })
  void everyCommandTeachesWithExamples(String command) {
    CommandLineCase help = CommandLineCase.of(command, "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("Examples:", "plumbline " + command);
  }

  @Test
  void versionNamesProgramAndIntent() {
    assertThat(CommandLineCase.of("--version").out())
        .contains("plumbline", "No medical purpose is intended");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "analyze",
        "analyze a.csv --exercise dancing",
        "analyze a.csv --exercise squat --subject Jane_Doe!",
        "analyze a.csv --exercise squat --mvic elbow=3uV",
        "analyze a.csv --exercise squat --mvic right-hamstrings=much",
        "analyze a.csv --reference b.csv",
        "analyze a.csv b.csv --exercise squat --json out.json",
        "replay a.csv --speed backwards",
        "live /dev/ttyUSB7",
        "live /dev/ttyUSB7 --exercise squat --baud 3",
        "live /dev/ttyUSB7 --exercise squat --set-up dance",
        "demo --fixture none",
        "demo --speed 1000",
        "simulate --fault limp",
        "simulate --repetitions 0",
        "validate",
        "validate elbow",
        "validate motion --all"
      })
  void wrongWordsAreOneSentenceAndStatusTwo(String words) {
    CommandLineCase run =
        CommandLineCase.of((Object[]) (words.isEmpty() ? new String[0] : words.split(" ", -1)));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("plumbline: ").doesNotContain("Exception", "\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aPortThatDoesNotExistIsASentenceAndStatusOne() {
    CommandLineCase run = CommandLineCase.of("live", "/dev/no-such-port", "-e", "squat");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("/dev/no-such-port").doesNotContain("Exception", "\tat ");
  }
}
