package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;

/** Every real table opens with the profile that is found for it, and every row is accounted for. */
@Tag("validation")
class RealTablesTest {

  @TestFactory
  Stream<DynamicTest> squatsWithThreeSensors() throws IOException {
    return each(
        "squat6",
        ".csv.gz",
        (file, rows) -> {
          LogCollector log = open(file, "three-imu-squat");
          assertAllRowsAreSamples(log, rows, 3);
          assertThat(log.lost(1)).isEqualTo(holesInColumn(rows, ",", 1, 0));
          assertThat(log.lost(3)).isEqualTo(log.lost(1));
          double[] millis = column(rows, ",", 2);
          double[] seq = column(rows, ",", 1);
          int n = rows.size() - 1;
          double rateHz = 1000 * (seq[n] - seq[0]) / (millis[n] - millis[0]);
          assertThat(log.stream(1).nominalRateHz()).isCloseTo(rateHz, within(0.01 * rateHz));
          assertThat(rateHz).isBetween(109.9, 110.4);
          assertThat(log.stream(2).channels().get(0).location().id()).isEqualTo("right-thigh");
        });
  }

  @TestFactory
  Stream<DynamicTest> xsensExports() throws IOException {
    return each(
        "fan_knee",
        "xsens.txt",
        (file, rows) -> {
          TableProfile profile = TableProfiles.fitting(file).only().orElseThrow();
          LogCollector log =
              LogCollector.read(file, profile.withLocation("imu", Location.parse("left-thigh")));
          List<String> packets = rows.subList(1, rows.size()); // the first is there twice
          assertThat(log.rejections()).hasSize(1).first().asString().contains("line 8");
          assertThat(log.samples(1)).hasSize(packets.size());
          assertThat(log.lost(1)).isEqualTo(holesInColumn(packets, "\t", 0, 65_536));
          assertThat(log.stream(1).nominalRateHz()).isEqualTo(100.0);
          assertThat(log.hasEnded()).isTrue();
        },
        "//");
  }

  @TestFactory
  Stream<DynamicTest> lowerLimbEmg() throws IOException {
    return each(
        "uci_emg",
        ".csv",
        (file, rows) -> {
          LogCollector log = open(file, "lower-limb-emg");
          assertAllRowsAreSamples(log, rows, 2);
          assertThat(log.all(Lost.class)).isEmpty();
          assertThat(log.stream(1).nominalRateHz()).isEqualTo(1000.0);
        });
  }

  @TestFactory
  Stream<DynamicTest> broadTrials() throws IOException {
    return each(
        "broad",
        ".csv.gz",
        (file, rows) -> {
          LogCollector log = open(file, "broad-csv");
          assertAllRowsAreSamples(log, rows, 2);
          long missing =
              rows.stream().mapToLong(r -> r.split(",", -1)[9].equals("nan") ? 1 : 0).sum();
          assertThat(log.samples(2).stream().filter(s -> s.contains("NaN")).count())
              .isEqualTo(missing);
        });
  }

  @TestFactory
  Stream<DynamicTest> thighAccelerometerWithoutHeader() throws IOException {
    return each(
        "mex",
        ".csv.gz",
        (file, rows) -> {
          LogCollector log = open(file, "mex-thigh");
          assertAllRowsAreSamples(log, rows, 1);
          assertThat(log.all(Lost.class)).isEmpty();
          assertThat(log.stream(1).nominalRateHz()).isBetween(102.0, 104.0);
          assertThat(log.started().utcMillis()).isGreaterThan(1_500_000_000_000L);
        });
  }

  private static LogCollector open(Path file, String expectedProfile) throws IOException {
    TableProfile profile = TableProfiles.fitting(file).only().orElseThrow();
    assertThat(profile.name()).isEqualTo(expectedProfile);
    return LogCollector.read(file, profile);
  }

  /** Counts and values are compared with the text, cut by String.split and read by the library. */
  private static void assertAllRowsAreSamples(LogCollector log, List<String> rows, int streams) {
    assertThat(log.rejections()).isEmpty();
    assertThat(log.hasEnded()).isTrue();
    assertThat(log.summary.rows()).isEqualTo(rows.size());
    for (int id = 1; id <= streams; id++) {
      int row = 0;
      int[] columns = log.columnsOf(id);
      for (Samples block : log.all(Samples.class)) {
        if (block.stream() == id) {
          for (int i = 0; i < block.size(); i++, row++) {
            String[] cells = rows.get(row).split(",", -1);
            for (int c = 0; c < block.channels(); c++) {
              int column = columns[c];
              double expected =
                  cells[column].equals("nan") ? Double.NaN : Double.parseDouble(cells[column]);
              if (Double.compare(block.raw(i, c), expected) != 0) {
                assertThat(block.raw(i, c)).as("row %d column %d", row, column).isEqualTo(expected);
              }
            }
          }
        }
      }
      assertThat(row).as("samples of stream %d", id).isEqualTo(rows.size());
    }
  }

  /** Steps of a counter beyond one, added up. */
  private static long holesInColumn(List<String> rows, String delimiter, int column, int wrap) {
    double[] counter = column(rows, delimiter, column);
    long holes = 0;
    for (int i = 1; i < counter.length; i++) {
      long step = (long) (counter[i] - counter[i - 1]);
      holes += (wrap > 0 && step < 0 ? step + wrap : step) - 1;
    }
    return holes;
  }

  private static double[] column(List<String> rows, String delimiter, int column) {
    return rows.stream()
        .mapToDouble(r -> Double.parseDouble(r.split(delimiter, -1)[column]))
        .toArray();
  }

  private interface Check {
    void of(Path file, List<String> rows) throws IOException;
  }

  private static Stream<DynamicTest> each(String folder, String end, Check check)
      throws IOException {
    return each(folder, end, check, "no comment");
  }

  private static Stream<DynamicTest> each(String folder, String end, Check check, String comment)
      throws IOException {
    String root = System.getProperty("plumbline.data", "");
    assumeTrue(!root.isBlank(), "set -Dplumbline.data to the folder of real recordings");
    try (Stream<Path> files = Files.list(Path.of(root, folder))) {
      List<Path> found =
          files
              .filter(f -> String.valueOf(f.getFileName()).endsWith(end))
              .filter(f -> !String.valueOf(f.getFileName()).equals("repetitions.csv"))
              .sorted()
              .toList();
      assertThat(found).as("files in %s", folder).isNotEmpty();
      return found.stream()
          .map(
              f ->
                  DynamicTest.dynamicTest(
                      String.valueOf(f.getFileName()), () -> check.of(f, rows(f, comment))));
    }
  }

  /** Rows of numbers, header taken off, read with nothing of the code under test. */
  private static List<String> rows(Path file, String comment) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                StandardCharsets.UTF_8))) {
      List<String> lines = text.lines().filter(l -> !l.startsWith(comment)).toList();
      boolean header = !Character.isDigit(lines.get(0).charAt(0));
      return header ? lines.subList(1, lines.size()) : lines;
    }
  }
}
