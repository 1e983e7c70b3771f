package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.FixtureCatalog;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** {@code --orientation}, and tables of an accelerometer alone. */
class OrientationOptionTest {
  @TempDir static Path shared;
  private static Path good = Path.of("");

  @BeforeAll
  static void fixtures() throws IOException {
    good = FixtureCatalog.find("squat-good").copyTo(shared);
  }

  private static JsonNode result(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile()).get("result");
  }

  @Test
  void everyFigureOfAnAccelerometerAloneSaysSoInResultTablesAndReport(@TempDir Path folder)
      throws IOException {
    Path json = folder.resolve("a.json");
    Path html = folder.resolve("a.html");
    Path csv = folder.resolve("csv");
    CommandLineCase run =
        CommandLineCase.of(
            "analyze",
            good,
            "-e",
            "squat",
            "--orientation",
            "accelerometer",
            "--json",
            json,
            "--report",
            html,
            "--csv",
            csv);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("10 repetitions", "accelerometer alone");
    JsonNode metrics = result(json).at("/sets/0/repetitions/4/metrics");
    assertThat(metrics.at("/left.thighTurnFromStart/caveat").asText()).isEqualTo("accelerometer");
    assertThat(metrics.has("left.kneeFlexionPeak")).isFalse();
    assertThat(result(json).at("/streams/0/orientation").asText()).isEqualTo("accelerometer");
    assertThat(Files.readString(html))
        .contains("with an accelerometer alone", "accelerometer alone</td>");
    assertThat(Files.readString(csv.resolve("repetitions.csv")))
        .contains("thighTurnFromStart")
        .contains(",deg,accelerometer");
  }

  @Test
  void aMagnetometerThatIsNotThereIsSaidAndChangesNothing(@TempDir Path folder) throws IOException {
    Path plain = folder.resolve("plain.json");
    Path north = folder.resolve("north.json");
    CommandLineCase.of("analyze", good, "-e", "squat", "--json", plain);
    CommandLineCase run =
        CommandLineCase.of(
            "analyze", good, "-e", "squat", "--orientation", "vqf-9d", "--json", north);
    assertThat(run.out()).contains("no channels for the orientation that was asked for (vqf-9d)");
    assertThat(result(north).get("sets")).isEqualTo(result(plain).get("sets"));
  }

  @Test
  void offlineIsRefusedWithTheReason() {
    CommandLineCase run =
        CommandLineCase.of("analyze", good, "-e", "squat", "--orientation", "offline");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("the same result live and later");
  }

  @Test
  void anUnknownMethodIsAnsweredWithTheList() {
    CommandLineCase run =
        CommandLineCase.of("analyze", good, "-e", "squat", "--orientation", "kalman");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("kalman", "steady-9d");
  }

  @Test
  void aMethodBelongsToAnExercise() {
    CommandLineCase run = CommandLineCase.of("analyze", good, "--orientation", "vqf");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--orientation", "--exercise");
  }

  @Test
  void aTableOfAThighAccelerometerIsCountedAndItsJointsAreNotAssessable(@TempDir Path folder)
      throws IOException {
    Path table = folder.resolve("thigh.csv");
    Files.writeString(table, accelerometer());
    Path profile = folder.resolve("thigh.yaml");
    Files.writeString(
        profile,
        """
        profile: 1
        name: thigh
        table: {delimiter: comma}
        time: {column: time, unit: s}
        streams:
          - name: thigh
            location: right-thigh
            acceleration: {columns: [ax, ay, az], unit: m/s2}
        """);
    Path json = folder.resolve("a.json");
    CommandLineCase run =
        CommandLineCase.of("analyze", table, "-p", profile, "-e", "squat", "--json", json);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("right side, 10 repetitions", "no joint angle");
    JsonNode verdicts = result(json).at("/sets/0/repetitions/0/verdicts");
    assertThat(verdicts.findValuesAsText("code")).contains("inclination-only");
  }

  /** Of the right thigh in a simulated squat. */
  private static String accelerometer() {
    StringBuilder text = new StringBuilder("time,ax,ay,az\n");
    int thigh = 0;
    double scale = 1;
    for (SessionEvent event : new SimulatedBody(Scenario.squat(17)).events()) {
      if (event instanceof Described one
          && one.stream().channels().get(0).location().id().equals("right-thigh")) {
        thigh = one.stream().id();
        scale = one.stream().channels().get(0).scale();
      } else if (event instanceof Samples samples && samples.stream() == thigh) {
        for (int i = 0; i < samples.size(); i++) {
          text.append(samples.sessionNanos(i) * 1e-9);
          for (int c = 0; c < 3; c++) {
            text.append(',').append(samples.raw(i, c) * scale);
          }
          text.append('\n');
        }
      }
    }
    return text.toString();
  }
}
