package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.tools.validate.ValidationSuite;
import org.plumbline.tools.validate.ValidationSuites;

/** The command over a made-up data set whose figure is known: a sensor that is off by 1 deg. */
class ValidateCommandTest {
  @TempDir Path data;

  /**
   * The sensor lies flat and still; the optical system says that it is tilted by 1 deg about x. So
   * every sample in motion is off by 1 deg of inclination, and so is their RMS.
   */
  private void writeTrial(String name) throws IOException {
    StringBuilder text =
        new StringBuilder("gyr_x,gyr_y,gyr_z,acc_x,acc_y,acc_z,mag_x,mag_y,mag_z,")
            .append("opt_qw,opt_qx,opt_qy,opt_qz,movement\n");
    double half = Math.toRadians(0.5);
    for (int row = 0; row < 3000; row++) {
      String optical =
          row == 2000
              ? "nan,nan,nan,nan"
              : String.format(Locale.ROOT, "%.12f,%.12f,0,0", Math.cos(half), Math.sin(half));
      text.append("0,0,0,0,0,9.81,0,20,-40,").append(optical).append(row < 1000 ? ",0" : ",1");
      text.append('\n');
    }
    Files.writeString(folder().resolve(name + ".csv"), text);
    gzip(folder().resolve(name + ".csv"));
  }

  private static void gzip(Path file) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(
            Files.newOutputStream(file.resolveSibling(file.getFileName() + ".gz")))) {
      Files.copy(file, out);
    }
    Files.delete(file);
  }

  private Path folder() throws IOException {
    return Files.createDirectories(data.resolve("broad"));
  }

  private void writeReference(String inclinationDeg) throws IOException {
    Files.writeString(
        folder().resolve("vqf_reference_rmse.csv"),
        "trial,algorithm,inclination_6d_deg,total_9d_deg,heading_9d_deg\n"
            + "01_undisturbed_made_up,VQF real time,"
            + inclinationDeg
            + ",1,0\n");
  }

  private CommandLineCase orientation(Object... more) {
    Object[] words = new Object[4 + more.length];
    words[0] = "validate";
    words[1] = "orientation";
    words[2] = "--data";
    words[3] = data;
    System.arraycopy(more, 0, words, 4, more.length);
    return CommandLineCase.of(words);
  }

  @Test
  void aFigureKnownByHandIsReachedAndWrittenTwiceInTheSameBytes() throws IOException {
    writeTrial("01_undisturbed_made_up");
    writeTrial("40_disturbed_without_reference");
    writeReference("1.01");
    Path json = data.resolve("figures.json");

    CommandLineCase run = orientation("--json", json);
    assertThat(run.err()).contains("01_undisturbed_made_up.csv.gz");
    assertThat(run.out())
        .contains("6D inclination, 01_undisturbed_made_up", "1.0000 deg", "1.0300", "reached")
        .doesNotContain("not reached ");
    assertThat(run.status()).isZero();
    String first = Files.readString(json);
    assertThat(first)
        .contains(
            "{\"name\":\"orientation: VQF real time, 6D inclination, 01_undisturbed_made_up\","
                + "\"value\":1.0000,\"unit\":\"deg\",\"reach\":1.0300,\"reached\":true,"
                + "\"data\":\"real\"")
        .contains(
            "40_disturbed_without_reference\",\"value\":1.0000,\"unit\":\"deg\",\"reach\":null,"
                + "\"reached\":null");

    assertThat(orientation("--json", json).status()).isEqualTo(2);
    assertThat(orientation("--json", json, "--force").status()).isZero();
    assertThat(Files.readString(json)).isEqualTo(first);
  }

  @Test
  void aFigureThatIsNotReachedIsStatusOne() throws IOException {
    writeTrial("01_undisturbed_made_up");
    writeReference("0.97");
    CommandLineCase run = orientation();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("not reached");
  }

  @Test
  void withoutDataASuiteIsLeftOutInOneLineAndIsNotReached() {
    CommandLineCase run = CommandLineCase.of("validate", "orientation");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo(line("orientation", "broad"));
    assertThat(CommandLineCase.of("validate", "knee").err()).isEqualTo(line("knee", "fan_knee"));
  }

  private static String line(String suite, String folder) {
    return "plumbline: "
        + suite
        + ": left out, it needs real recordings: a folder "
        + folder
        + " in --data DIR"
        + System.lineSeparator();
  }

  @Test
  void aFolderThatIsNotThereIsASentenceAndStatusTwo() {
    CommandLineCase run = CommandLineCase.of("validate", "knee", "--data", data.resolve("no"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("plumbline: ").contains("no folder").doesNotContain("\tat ");
  }

  @Test
  void aDamagedFileIsASentenceAndStatusTwo() throws IOException {
    writeTrial("01_undisturbed_made_up");
    writeReference("1.01");
    Path file = folder().resolve("01_undisturbed_made_up.csv.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 200));
    CommandLineCase run = orientation();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("01_undisturbed_made_up").doesNotContain("Exception", "\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void markdownIsATableOfADocument() throws IOException {
    writeTrial("01_undisturbed_made_up");
    writeReference("1.01");
    assertThat(orientation("--markdown").out())
        .contains("**orientation**", "|---|---|---|---|---|");
  }

  @Test
  void theHelpNamesEverySuite() {
    String help = CommandLineCase.of("validate", "--help").out();
    for (ValidationSuite suite : ValidationSuites.all()) {
      assertThat(help).containsPattern("\\b" + suite.id() + "\\b");
    }
  }
}
