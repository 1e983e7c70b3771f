package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MEx (Wijekoon, Wiratunga, Cooper 2019): bridging and pelvic tilt with an accelerometer on the
 * thigh. How often a movement was done is not known; how far the thigh swings is worked out here
 * from plain averages of the raw samples.
 */
@Tag("validation")
class ThighAccelerometersTest {
  /** Nearly twice the smallest bridge that counts (8 deg). */
  private static final double CLEAR_DEG = 15;

  @TempDir private Path folder = Path.of("");

  private static List<Path> files(String exercise) throws IOException {
    String root = System.getProperty("plumbline.data", "");
    Assumptions.assumeFalse(
        root.isBlank(), "no real recordings here: set -Dplumbline.data to their folder");
    Path mex = Path.of(root, "mex");
    Assumptions.assumeTrue(Files.isDirectory(mex), "no folder " + mex);
    try (Stream<Path> all = Files.list(mex)) {
      return all.filter(
              file -> String.valueOf(file.getFileName()).contains("_" + exercise + "_act"))
          .sorted()
          .toList();
    }
  }

  private JsonNode analyzed(Path file) throws IOException {
    Path json = folder.resolve(file.getFileName() + ".json");
    CommandLineCase run =
        CommandLineCase.of("analyze", file, "-p", "mex-thigh", "-e", "bridge", "--json", json);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("accelerometer alone");
    return new ObjectMapper().readTree(json.toFile()).get("result");
  }

  /**
   * Span of the inclination along its main direction, 5 to 95 %, of averages over half a second.
   */
  private static double swingDeg(Path file) throws IOException {
    List<double[]> ups = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      double[] sum = new double[3];
      int n = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < 3; i++) {
          sum[i] += Double.parseDouble(cells[1 + i]);
        }
        if (++n == 50) {
          double norm = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
          ups.add(new double[] {sum[0] / norm, sum[1] / norm, sum[2] / norm});
          sum = new double[3];
          n = 0;
        }
      }
    }
    double widest = 0;
    for (int axis = 0; axis < 3; axis++) {
      int at = axis;
      double[] sorted = ups.stream().mapToDouble(up -> up[at]).sorted().toArray();
      double span = sorted[(int) (0.95 * sorted.length)] - sorted[(int) (0.05 * sorted.length)];
      widest = Math.max(widest, span);
    }
    // An axis across gravity moves by the sine of the turn, the widest of three by no more.
    return Math.toDegrees(Math.asin(Math.min(1, widest)));
  }

  @Test
  void bridgesThatSwingTheThighClearlyAreCounted() throws IOException {
    List<Path> all = files("02");
    int clear = 0;
    for (Path file : all) {
      JsonNode repetitions = analyzed(file).at("/sets/0/repetitions");
      if (swingDeg(file) > CLEAR_DEG) {
        clear++;
        assertThat(repetitions.size()).as(String.valueOf(file)).isBetween(5, 20);
      }
      for (JsonNode repetition : repetitions) {
        JsonNode turn = repetition.at("/metrics/thighTurnFromStart");
        if (repetition.get("complete").asBoolean()) {
          assertThat(turn.get("caveat").asText()).isEqualTo("accelerometer");
          assertThat(turn.get("value").asDouble()).isBetween(7.5, 60.0);
          assertThat(turn.get("error").asDouble()).isBetween(0.5, 10.0);
        }
        for (JsonNode verdict : repetition.get("verdicts")) {
          assertThat(verdict.get("outcome").asText()).isEqualTo("not-assessable");
        }
      }
    }
    assertThat(clear).isGreaterThanOrEqualTo(5);
  }

  @Test
  void pelvicTiltsThatHardlyMoveTheThighAreNoBridges() throws IOException {
    int[] counted = {0, 0};
    for (Path file : files("03")) {
      if (swingDeg(file) < 10) {
        counted[0]++;
        counted[1] += analyzed(file).at("/sets/0/repetitions").size();
      }
    }
    assertThat(counted[0]).isGreaterThanOrEqualTo(8);
    assertThat(counted[1]).as(Arrays.toString(counted)).isLessThanOrEqualTo(1);
  }
}
