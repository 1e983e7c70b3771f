package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** A set-up in one recording, its calibrations used in another. */
class CalibrateCommandTest {

  @TempDir static Path shared;
  private static Path withSetUp = Path.of("");
  private static Path without = Path.of("");

  @BeforeAll
  static void recordings() throws IOException {
    Scenario plain =
        Scenario.squat(5)
            .withNoise(NoiseLevel.none())
            .withEmg(Optional.empty())
            .withRepetitions(RepetitionPlan.good().times(1));
    withSetUp = record("set-up.plog", plain.withSetUp(SetUpPlan.swings()));
    without = record("later.plog", plain);
  }

  private static Path record(String name, Scenario scenario) throws IOException {
    Path file = shared.resolve(name);
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (SessionEvent event : new SimulatedBody(scenario).events()) {
        writer.append(event);
      }
    }
    return file;
  }

  @Test
  void aLinePerSensorAndAFileThatALaterAnalysisUses(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("calibration.json");
    CommandLineCase made = CommandLineCase.of("calibrate", withSetUp, "-e", "squat", "--out", out);
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.out()).contains("Left shank: set-up movements, quality 0.9", "Synthetic data");
    assertThat(Files.readString(out)).startsWith("{\"schema\":\"plumbline.calibration/1\"");

    Path json = folder.resolve("result.json");
    CommandLineCase used =
        CommandLineCase.of("analyze", without, "-e", "squat", "--calibration", out, "--json", json);
    assertThat(used.status()).as(used.err()).isZero();
    JsonNode calibrations = new ObjectMapper().readTree(json.toFile()).at("/result/calibrations");
    assertThat(calibrations.findValuesAsText("origin")).contains("set-up");
    assertThat(calibrations.findValuesAsText("placement")).contains("left-shank", "pelvis");

    CommandLineCase kept = CommandLineCase.of("calibrate", withSetUp, "--out", out);
    assertThat(kept.status()).isEqualTo(1);
    assertThat(kept.err()).contains("--force");
  }

  @Test
  void whereNothingCalibratesItSaysWhatWould() {
    CommandLineCase run = CommandLineCase.of("calibrate", without);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("later.plog", "--set-up", "--exercise");
  }

  /** The standing knee was 10 deg bent: flexion that counted from 0 then counts from there. */
  @Test
  void aMeasuredStandingKneeIsAddedToItsFlexion(@TempDir Path folder) throws IOException {
    double plain = peak(folder.resolve("plain.json"));
    double bent = peak(folder.resolve("bent.json"), "--standing-knee", "left=10");
    assertThat(bent - plain).isBetween(8.0, 12.0); // exact but for the planes of thigh and shank
  }

  private static double peak(Path json, Object... more) throws IOException {
    Object[] words = {"analyze", withSetUp, "-e", "squat", "--json", json};
    Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    CommandLineCase run = CommandLineCase.of(all);
    assertThat(run.status()).as(run.err()).isZero();
    return new ObjectMapper()
        .readTree(json.toFile())
        .at("/result/sets/0/repetitions/0/metrics/left.kneeFlexionPeak/value")
        .asDouble();
  }

  @Test
  void allAnglesOfEveryStepWithTheirErrors(@TempDir Path folder) throws IOException {
    Path angles = folder.resolve("angles.csv");
    CommandLineCase run =
        CommandLineCase.of("analyze", withSetUp, "-e", "squat", "--angles", angles);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("angles.csv");
    List<String> lines = Files.readAllLines(angles);
    int columns = lines.get(0).split(",", -1).length;
    assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
    List<String[]> knee =
        lines.stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[2].equals("left-knee"))
            .toList();
    assertThat(knee.size()).isGreaterThan(300);
    for (int i = 1; i < knee.size(); i++) {
      double step = Double.parseDouble(knee.get(i)[0]) - Double.parseDouble(knee.get(i - 1)[0]);
      assertThat(step).isBetween(0.0099, 0.0101);
    }
    double deepest =
        knee.stream().mapToDouble(cells -> Double.parseDouble(cells[3])).max().orElse(0);
    assertThat(deepest).isBetween(80.0, 125.0); // a deep squat of the simulated body
    assertThat(lines).anyMatch(line -> line.contains(",segment,pelvis,"));
    assertThat(lines).anyMatch(line -> line.contains(",joint,lumbar,"));
  }

  /** To the last instant both; smoothing takes the wobble off and leaves the movement. */
  @Test
  void anglesAsTheyWereKnownOrSmoothed(@TempDir Path folder) throws IOException {
    List<double[]> smooth = leftKnee(folder.resolve("smooth.csv"));
    List<double[]> causal = leftKnee(folder.resolve("causal.csv"), "--angles-causal");
    assertThat(last(smooth)[0]).isEqualTo(last(causal)[0]);
    assertThat(roughness(smooth)).isLessThan(0.95 * roughness(causal));
    assertThat(peak(smooth)).isCloseTo(peak(causal), within(2.0));
  }

  private static List<double[]> leftKnee(Path table, Object... more) throws IOException {
    Object[] words = {"analyze", withSetUp, "-e", "squat", "--angles", table};
    Object[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    CommandLineCase run = CommandLineCase.of(all);
    assertThat(run.status()).as(run.err()).isZero();
    return Files.readAllLines(table).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[2].equals("left-knee"))
        .map(cells -> new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[3])})
        .toList();
  }

  private static double[] last(List<double[]> rows) {
    return rows.get(rows.size() - 1);
  }

  private static double peak(List<double[]> rows) {
    return rows.stream().mapToDouble(row -> row[1]).max().orElseThrow();
  }

  /** Sum of squares of what a parabola does not have: third differences over 50 ms. */
  private static double roughness(List<double[]> rows) {
    double sum = 0;
    for (int i = 15; i < rows.size(); i++) {
      double third =
          rows.get(i)[1] - 3 * rows.get(i - 5)[1] + 3 * rows.get(i - 10)[1] - rows.get(i - 15)[1];
      sum += third * third;
    }
    return sum;
  }

  @Test
  void causalWithoutATableIsAMistake() {
    CommandLineCase run = CommandLineCase.of("analyze", withSetUp, "--angles-causal");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--angles OUT.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--standing-knee left=ten",
        "--standing-knee left=90",
        "--standing-knee elbow=10",
        "--mounting left-shank=z:left",
        "--mounting left-shank=+z:down",
        "--mounting left-shank=+z",
        "--mounting nose=+z:left"
      })
  void wrongWordsAreASentence(String words) {
    String[] option = words.split(" ", -1);
    CommandLineCase run =
        CommandLineCase.of("analyze", without, "-e", "squat", option[0], option[1]);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("plumbline: " + option[0])
        .doesNotContain("Exception", "\tat ");
    CommandLineCase alone = CommandLineCase.of("analyze", without, "--mounting", "pelvis=+z:back");
    assertThat(alone.err()).contains("--exercise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"schema\":\"plumbline.calibration/2\",\"calibrations\":[]}",
        "{\"schema\":\"plumbline.calibration/1\"}",
        "{\"schema\":\"plumbline.calibration/1\",\"calibrations\":[null]}",
        "{\"schema\":\"plumbline.calibration/1\",\"calibrations\":[{\"location\":\"pelvis\","
            + "\"origin\":\"SET_UP\",\"segmentToSensor\":[2,0,0,0],\"standingUp\":[0,1,0],"
            + "\"errorsDeg\":[1,1,1]}]}"
      })
  void badCalibrationFilesAreASentence(String text, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), text);
    CommandLineCase run =
        CommandLineCase.of("analyze", without, "-e", "squat", "--calibration", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("plumbline: ")
        .contains("bad.json")
        .doesNotContain("Exception", "\tat ");
  }
}
