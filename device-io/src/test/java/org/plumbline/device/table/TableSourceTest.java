package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.Tick;

/** Tables that are as they should be: what is in the log is what was written. */
class TableSourceTest {
  @TempDir Path folder;

  static final String TWO_SENSORS =
      """
      profile: 1
      name: two-sensors
      time: {column: ms, unit: ms}
      counter: {column: n}
      streams:
        - name: thigh
          location: right-thigh
          device: Maker X
          latencyMillis: 4
          acceleration: {columns: [ax, ay, az], unit: g}
        - name: emg
          muscles: [{column: glut, location: right-gluteus-maximus, unit: uV}]
          angles: [{column: knee, location: right-knee, unit: deg, offset: 10}]
      """;

  static final String HEADER = "n,ms,ax,ay,az,glut,knee,battery,note\n";

  /** 100 Hz from 5000 ms on; ax is the row, glut ten times the row. */
  static String row(int i) {
    return i + 40 + "," + (5000 + 10 * i) + "," + i + ",0.5,-1e-3," + 10 * i + ",20.5,3.7,x\n";
  }

  static String rows(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(row(i));
    }
    return text.toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private LogCollector read(String yaml, String text) throws IOException {
    return LogCollector.read(file("t.csv", text), TableProfiles.parse("p.yaml", yaml));
  }

  @Test
  void aRowFeedsSeveralStreamsWithTheFilesOwnNumbers() throws IOException {
    LogCollector log = read(TWO_SENSORS, HEADER + rows(0, 250));
    assertThat(log.samples(1)).hasSize(250);
    assertThat(log.samples(1).get(3)).isEqualTo("3 5030000000 30000000 3.0 0.5 -0.001");
    assertThat(log.samples(2).get(249)).isEqualTo("249 7490000000 2490000000 2490.0 20.5");
    assertThat(log.all(Lost.class)).isEmpty();
    assertThat(log.rejections()).isEmpty();
    assertThat(log.summary.rows()).isEqualTo(250);
    assertThat(log.summary.interrupted()).isFalse();
  }

  @Test
  void streamsAreDescribedInSi() throws IOException {
    LogCollector log = read(TWO_SENSORS, HEADER + rows(0, 20));
    StreamDescriptor thigh = log.stream(1);
    assertThat(thigh.name()).isEqualTo("thigh");
    assertThat(thigh.device()).isEqualTo("Maker X");
    assertThat(thigh.origin()).isEqualTo(StreamDescriptor.Origin.MEASURED);
    assertThat(thigh.nominalRateHz()).isCloseTo(100, within(1e-9));
    assertThat(thigh.ticksPerSecond()).isEqualTo(1_000_000_000L);
    assertThat(thigh.hasVector(Quantity.ACCELERATION)).isTrue();
    assertThat(thigh.channels().get(1).axis()).isEqualTo(Axis.Y);
    assertThat(thigh.channels().get(1).name()).isEqualTo("ay");
    assertThat(thigh.channels().get(1).scale()).isEqualTo(9.80665);
    assertThat(thigh.channels().get(1).latencyNanos()).isEqualTo(4_000_000);
    assertThat(log.stream(2).channels().get(0).location())
        .isEqualTo(Location.parse("right-gluteus-maximus"));
    assertThat(log.stream(2).channels().get(0).scale()).isEqualTo(1e-6);
    assertThat(log.stream(2).channels().get(1).offset()).isEqualTo(10 * Math.PI / 180);
  }

  @Test
  void theLogIsInOrderAndTicksEveryTenthOfASecond() throws IOException {
    LogCollector log = read(TWO_SENSORS, HEADER + rows(0, 60) + rows(110, 120));
    assertThat(log.events.get(0)).isInstanceOf(Started.class);
    assertThat(log.events.subList(1, 3)).allMatch(Described.class::isInstance);
    assertThat(log.events.get(log.events.size() - 1)).isInstanceOf(Ended.class);
    assertThat(log.events).extracting(SessionEvent::atNanos).isSorted();
    assertThat(log.all(Tick.class))
        .extracting(Tick::atNanos)
        .containsExactly(
            100_000_000L,
            200_000_000L,
            300_000_000L,
            400_000_000L,
            500_000_000L,
            600_000_000L,
            700_000_000L,
            800_000_000L,
            900_000_000L,
            1_000_000_000L,
            1_100_000_000L);
    assertThat(log.all(Samples.class)).allMatch(b -> b.size() <= 11);
    assertThat(log.all(Samples.class)).allMatch(b -> b.atNanos() == b.sessionNanos(b.size() - 1));
  }

  @Test
  void aHoleInTheCounterIsLostInEveryStreamBetweenItsNeighbours() throws IOException {
    LogCollector log = read(TWO_SENSORS, HEADER + rows(0, 60) + rows(110, 120));
    assertThat(log.all(Lost.class))
        .containsExactly(
            new Lost(1_100_000_000L, 1, 60, 50, Lost.Cause.FILE),
            new Lost(1_100_000_000L, 2, 60, 50, Lost.Cause.FILE));
    int lost = log.events.indexOf(log.all(Lost.class).get(0));
    assertThat(log.events.subList(0, lost))
        .filteredOn(Samples.class::isInstance)
        .allMatch(b -> ((Samples) b).firstIndex() < 60);
    assertThat(log.samples(1).get(60)).startsWith("110 6100000000 1100000000 110.0");
    assertThat(log.summary.lostRows()).isEqualTo(50);
  }

  @Test
  void aHoleInTimeIsLostWhereThereIsNoCounter() throws IOException {
    String noCounter = TWO_SENSORS.replace("counter: {column: n}\n", "");
    LogCollector log = read(noCounter, HEADER + rows(0, 60) + rows(110, 120));
    assertThat(log.lost(1)).isEqualTo(50);
    assertThat(log.summary.ignoredColumns()).containsExactly("n", "battery", "note");
  }

  @Test
  void aLongHoleIsReckonedWithTheRateThatTimeShowsNotTheDeclaredOne() throws IOException {
    String declared =
        TWO_SENSORS
            .replace("counter: {column: n}\n", "")
            .replace("unit: ms}", "unit: ms, rate: 110}");
    LogCollector log = read(declared, HEADER + rows(0, 60) + rows(110, 120));
    assertThat(log.lost(1)).isEqualTo(50);
    assertThat(log.stream(1).nominalRateHz()).isEqualTo(110);
  }

  @Test
  void columnsThatNothingTakesAreNamed() throws IOException {
    LogCollector log = read(TWO_SENSORS, HEADER + rows(0, 3));
    assertThat(log.summary.ignoredColumns()).containsExactly("battery", "note");
    assertThat(log.started().origin())
        .isEqualTo("table t.csv, profile two-sensors, columns not used: battery, note");
  }

  @Test
  void gzipIsKnownByItsContentAndBomCrlfAndQuotesAreNoHindrance() throws IOException {
    String text = HEADER + rows(0, 120);
    LogCollector plain = read(TWO_SENSORS, text);
    String other = "\uFEFF" + text.replace("\n", "\r\n").replace(",20.5,", ",\"20.5\" ,");
    other = other.replace("battery,note", "\"battery\",\"a, note\"");
    Path file = folder.resolve("named-like-text.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(other.getBytes(StandardCharsets.UTF_8));
    }
    LogCollector packed = LogCollector.read(file, TableProfiles.parse("p.yaml", TWO_SENSORS));
    assertThat(packed.samples(1)).isEqualTo(plain.samples(1));
    assertThat(packed.samples(2)).isEqualTo(plain.samples(2));
    assertThat(packed.summary.ignoredColumns()).containsExactly("battery", "a, note");
  }

  @Test
  void headerlessSemicolonsDecimalCommasAndMissingValuesAreRead() throws IOException {
    String yaml =
        """
        profile: 1
        name: comma
        table: {header: false, decimal: comma, missing: [NA, ""], comment: "#", skipLines: 1}
        time: {rate: 50}
        streams:
          - {name: gyro, location: pelvis, angularRate: {columns: [1, 2, 4], unit: deg/s}}
        """;
    LogCollector log = read(yaml, "any\n# c\n1,5;2;9;-0,25\n\n;na;9;1e1\n# d\n1;2;3;4;\n");
    assertThat(log.samples(1))
        .containsExactly(
            "0 0 0 1.5 2.0 -0.25",
            "1 20000000 20000000 NaN NaN 10.0",
            "2 40000000 40000000 1.0 2.0 4.0");
    assertThat(log.summary.passedOverLines()).isEqualTo(3);
    assertThat(log.summary.ignoredColumns()).containsExactly("column 3");
  }

  @Test
  void whitespaceTablesWithUnitLinesAreRead() throws IOException {
    String yaml =
        """
        profile: 1
        name: blanks
        table: {unitLines: 1}
        time: {column: Time, unit: s}
        streams:
          - {name: a, location: left-shank, acceleration: {columns: {z: Az}, unit: m/s2, scale: -1}}
        """;
    LogCollector log = read(yaml, " Time   Az\n [s]  [m/s2]\n 0.00  9.8\n 0.02\t 9.7\n 0.04 9.6\n");
    assertThat(log.samples(1))
        .containsExactly("0 0 0 9.8", "1 20000000 20000000 9.7", "2 40000000 40000000 9.6");
    assertThat(log.stream(1).channels().get(0).scale()).isEqualTo(-1);
    assertThat(log.stream(1).channels().get(0).axis()).isEqualTo(Axis.Z);
  }

  @Test
  void aSlowerStreamTakesOnlyTheRowsThatAreFilled() throws IOException {
    String yaml =
        """
        profile: 1
        name: mixed
        time: {rate: 1000}
        streams:
          - {name: emg, muscles: [{column: e, location: left-soleus, unit: mV}]}
          - {name: imu, location: left-shank, rate: 100, angularRate: {columns: [x, y, z], unit: rad/s}}
        """;
    StringBuilder text = new StringBuilder("e,x,y,z\n");
    for (int i = 0; i < 100; i++) {
      boolean imu = i % 10 == 4 && i != 54;
      text.append(i).append(imu ? "," + i + ",0,0\n" : ",,,\n");
    }
    LogCollector log = read(yaml, text.toString());
    assertThat(log.samples(1)).hasSize(100);
    assertThat(log.samples(2)).hasSize(9);
    assertThat(log.samples(2).get(0)).isEqualTo("0 4000000 4000000 4.0 0.0 0.0");
    assertThat(log.samples(2).get(5)).isEqualTo("6 64000000 64000000 64.0 0.0 0.0");
    assertThat(log.all(Lost.class))
        .containsExactly(new Lost(64_000_000L, 2, 5, 1, Lost.Cause.FILE));
    assertThat(log.stream(2).nominalRateHz()).isEqualTo(100);
    assertThat(log.events).extracting(SessionEvent::atNanos).isSorted();
  }

  @Test
  void theWallClockComesFromTheStartColumnInItsZone() throws IOException {
    String yaml =
        TWO_SENSORS.replace(
            "streams:",
            "start: {column: note, pattern: \"dd.MM.yyyy HH:mm:ss\", zone: Europe/Berlin}\nstreams:");
    String text = HEADER + rows(0, 3).replaceFirst(",x\n", ",01.07.2024 14:00:00\n");
    // Berlin is two hours ahead of UTC in July: 12:00 UTC.
    assertThat(read(yaml, text).started().utcMillis()).isEqualTo(1_719_835_200_000L);
    assertThat(read(TWO_SENSORS, HEADER + rows(0, 3)).started().utcMillis()).isZero();
  }

  @Test
  void theRateMayStandAboveTheHeader() throws IOException {
    TableProfile xsens =
        TableProfiles.builtIn("xsens-mt")
            .orElseThrow()
            .withLocation("imu", Location.parse("left-thigh"));
    String text =
        "// Start Time: Unknown\n// Update Rate: 60.0Hz\n"
            + "PacketCounter\tAcc_X\tAcc_Y\tAcc_Z\tGyr_X\tGyr_Y\tGyr_Z\tMag_X\tMag_Y\tMag_Z\t"
            + "Quat_q0\tQuat_q1\tQuat_q2\tQuat_q3\n"
            + ("65534" + "\t1".repeat(13) + "\n").repeat(2)
            + "65535"
            + "\t2".repeat(13)
            + "\n"
            + "1"
            + "\t3".repeat(13)
            + "\n";
    LogCollector log = LogCollector.read(file("x.txt", text), xsens);
    assertThat(log.stream(1).nominalRateHz()).isEqualTo(60);
    assertThat(log.samples(1)).hasSize(3);
    assertThat(log.samples(1).get(2)).startsWith("3 50000000 50000000 3.0");
    assertThat(log.lost(1)).isEqualTo(1);
    assertThat(log.rejections())
        .singleElement()
        .asString()
        .contains("x.txt, line 5, column 1 (PacketCounter)")
        .contains("stands still at 65534")
        .contains("twice");
  }

  @Test
  void progressRunsFromNoneToAll() throws IOException {
    Path file = file("t.csv", HEADER + rows(0, 500));
    try (TableSource source =
        TableSource.open(file, TableProfiles.parse("p.yaml", TWO_SENSORS), "S01", "test")) {
      double before = source.progress();
      assertThat(before).isBetween(0.0, 0.1);
      while (source.next().isPresent()) {
        assertThat(source.progress()).isGreaterThanOrEqualTo(before);
        before = source.progress();
      }
      assertThat(before).isEqualTo(1.0);
    }
  }

  @Test
  void autoFindsTheDelimiterThatIsMeant() throws IOException {
    for (String sign : List.of(";", "\t", ",", "   ")) {
      String text = (HEADER + rows(0, 5)).replace(",", sign);
      assertThat(read(TWO_SENSORS, text).samples(1)).as("delimiter '%s'", sign).hasSize(5);
    }
  }
}
