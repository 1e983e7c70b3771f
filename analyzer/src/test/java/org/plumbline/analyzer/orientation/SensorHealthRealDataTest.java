package org.plumbline.analyzer.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.health.FirstLook;
import org.plumbline.analyzer.health.SensorCare;
import org.plumbline.analyzer.health.SensorHealth;

/** Real sensors: good ones must pass at every moment, bad ones must be named. */
@Tag("validation")
class SensorHealthRealDataTest {
  private static final double DEG = Math.PI / 180;
  private final PrintStream out = System.out;

  @Test
  void goodSensorsAreCleanAtEveryMoment() {
    SoftAssertions checks = new SoftAssertions();
    header();
    for (Path file : BroadTrial.files()) {
      BroadTrial trial = BroadTrial.read(file);
      List<double[]> samples = new ArrayList<>();
      for (int i = 0; i < trial.size(); i++) {
        double[] g = trial.gyro()[i];
        double[] a = trial.acceleration()[i];
        samples.add(new double[] {g[0], g[1], g[2], a[0], a[1], a[2]});
      }
      clean(checks, trial.name(), samples, trial.rateHz());
    }
    for (String name : List.of("left_thigh_xsens.txt", "left_shank_xsens.txt")) {
      List<double[]> samples = rows(RealRecordings.folder("fan_knee").resolve(name), "\t", 6);
      samples.replaceAll(r -> new double[] {r[4], r[5], r[6], r[1], r[2], r[3]});
      clean(checks, name, samples, 100);
    }
    checks.assertAll();
  }

  @Test
  void biasedAccelerometersOfALowCostSetAreNamed() throws IOException {
    SoftAssertions checks = new SoftAssertions();
    header();
    List<Path> files;
    try (Stream<Path> all = Files.list(RealRecordings.folder("squat6"))) {
      files = all.filter(file -> file.toString().endsWith(".csv.gz")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(40);
    for (Path file : files) {
      List<double[]> rows = rows(file, ",", 0);
      for (int sensor = 0; sensor < 3; sensor++) {
        int at = 6 + 6 * sensor;
        List<double[]> samples = new ArrayList<>();
        for (double[] r : rows) {
          samples.add(new double[] {r[at + 3], r[at + 4], r[at + 5], r[at], r[at + 1], r[at + 2]});
        }
        String name = file.getFileName().toString().replace(".csv.gz", "") + " s" + sensor;
        Watched watched = watch(name, samples, 110.2);
        if (sensor > 0) {
          checks.assertThat(watched.ever).as(name).containsExactly("accelerometer-bias");
          checks.assertThat(watched.health.absoluteTiltUsable()).as(name).isFalse();
        } else {
          checks.assertThat(watched.ever).as(name).isSubsetOf("accelerometer-bias");
        }
      }
    }
    checks.assertAll();
  }

  private void clean(SoftAssertions checks, String name, List<double[]> samples, double rateHz) {
    Watched watched = watch(name, samples, rateHz);
    checks.assertThat(watched.ever).as(name).isEmpty();
    checks.assertThat(watched.health.absoluteTiltUsable()).as(name).isTrue();
  }

  private void header() {
    out.printf("%-42s %8s %8s %7s  %s%n", "sensor", "g m/s2", "tilt deg", "usable", "findings");
  }

  /** Asks twice a second, so that a passing false alarm counts too. */
  private Watched watch(String name, List<double[]> samples, double rateHz) {
    SensorHealth health = new SensorHealth(SensorHealth.Parameters.defaults(), rateHz);
    FirstLook look = new FirstLook();
    samples.stream().limit((long) (rateHz / 2)).forEach(look::add);
    SensorCare care = new SensorCare(SensorHealth.Parameters.defaults(), rateHz, look);
    Set<String> ever = new TreeSet<>();
    int every = (int) (rateHz / 2);
    for (int i = 0; i < samples.size(); i++) {
      health.update(1 / rateHz, false, samples.get(i));
      double[] repaired = samples.get(i).clone();
      care.repair(repaired);
      care.update(1 / rateHz, false, repaired);
      if (i % every == 0) {
        health.findings().forEach(finding -> ever.add(finding.code().id()));
        care.findings().forEach(finding -> ever.add(finding.code().id()));
      }
    }
    out.printf(
        "%-42s %8.2f %8.1f %7s  %s%n",
        name,
        health.gravityMps2(),
        health.inclinationErrorRad() / DEG,
        health.absoluteTiltUsable(),
        ever);
    return new Watched(health, ever);
  }

  private static List<double[]> rows(Path file, String delimiter, int skip) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream stream = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      ToDoubleFunction<String> number = SensorHealthRealDataTest::number;
      List<double[]> rows = new ArrayList<>();
      reader
          .lines()
          .skip(skip)
          .filter(line -> Character.isDigit(line.charAt(0)))
          .forEach(
              line -> rows.add(Stream.of(line.split(delimiter, -1)).mapToDouble(number).toArray()));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private record Watched(SensorHealth health, Set<String> ever) {}
}
