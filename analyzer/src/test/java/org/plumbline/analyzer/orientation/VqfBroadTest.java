package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The filter against an optical system and against its authors' implementation (VQF 2.1.1, C++,
 * default parameters, figures beside the data), on the public benchmark BROAD.
 */
@Tag("validation")
class VqfBroadTest {
  /** The same algorithm: only rounding differs, and the table's fourth decimal. */
  private static final double TOLERANCE_DEG = 0.001;

  private final PrintStream out = System.out;

  @Test
  void everyTrialIsAsGoodAsTheAuthorsImplementation() throws IOException {
    Map<String, Double> expected = referenceDeg();
    SoftAssertions checks = new SoftAssertions();
    double sum = 0;
    List<Path> files = BroadTrial.files();
    out.printf("%-48s %9s %9s %9s%n", "trial, 6D inclination in deg", "VQF 2.1.1", "here", "diff");
    for (Path file : files) {
      BroadTrial trial = BroadTrial.read(file);
      double error = trial.inclinationErrorDeg(run(trial));
      double reference = expected.getOrDefault(trial.name(), Double.NaN);
      sum += error;
      out.printf("%-48s %9.4f %9.4f %+9.4f%n", trial.name(), reference, error, error - reference);
      checks
          .assertThat(Math.abs(error - reference))
          .as(trial.name())
          .isLessThanOrEqualTo(TOLERANCE_DEG);
    }
    out.printf("%-48s %9.4f %9.4f%n", "mean", mean(expected), sum / files.size());
    checks.assertThat(files).hasSizeGreaterThanOrEqualTo(16);
    checks.assertAll();
  }

  private static double mean(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double[][] run(BroadTrial trial) {
    VqfFilter filter = new VqfFilter(VqfFilter.Parameters.defaults(), trial.rateHz());
    double[][] estimate = new double[trial.size()][4];
    for (int i = 0; i < estimate.length; i++) {
      double[] g = trial.gyro()[i];
      double[] a = trial.acceleration()[i];
      filter.update(g[0], g[1], g[2], a[0], a[1], a[2]);
      filter.orientation(estimate[i]);
    }
    return estimate;
  }

  private static Map<String, Double> referenceDeg() throws IOException {
    Map<String, Double> figures = new TreeMap<>();
    for (String line :
        Files.readAllLines(RealRecordings.folder("broad").resolve("vqf_reference_rmse.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[1].equals("VQF real time")) {
        figures.put(cells[0], Double.valueOf(cells[2]));
      }
    }
    assertThat(figures).isNotEmpty();
    return figures;
  }
}
