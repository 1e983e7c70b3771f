package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.device.table.TableSourceTest.HEADER;
import static org.plumbline.device.table.TableSourceTest.TWO_SENSORS;
import static org.plumbline.device.table.TableSourceTest.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file as a whole: the advice is about that, and not about what follows. */
class TableAdviceTest {
  @TempDir Path folder = Path.of("");

  private static final String COMMAS =
      TWO_SENSORS.replaceFirst("name: two-sensors", "name: two-sensors\ntable: {delimiter: comma}");

  private static final String CLOCK =
      """
      profile: 1
      name: clock
      time: {column: at, unit: stamp, pattern: "PATTERN"}
      streams:
        - name: thigh
          location: right-thigh
          acceleration: {columns: [ax, ay, az], unit: m/s2}
      """;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static LogCollector read(Path file, String yaml) throws IOException {
    return LogCollector.read(file, TableProfiles.parse("p.yaml", yaml));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /**
   * The rows look wrong at once; only the check sum at the end, that of the sound file, tells why.
   */
  @Test
  void rowsOfADamagedArchiveAreNotBlamedOnTheProfile() throws IOException {
    String text = HEADER + rows(0, 3000);
    byte[] bytes = packed(text);
    byte[] garbled = packed(text.replaceAll("\n([0-9]+),", "\n$1;"));
    System.arraycopy(bytes, bytes.length - 8, garbled, garbled.length - 8, 8);
    assertThatThrownBy(() -> read(file("t.csv.gz", garbled), TWO_SENSORS))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("t.csv.gz: its gzip data are damaged", "Copy the file again")
        .hasMessageNotContaining("profile");
    assertThatThrownBy(() -> TableProfiles.fitting(file("u.csv.gz", garbled)))
        .hasMessageContaining("u.csv.gz: its gzip data are damaged");
  }

  @Test
  void anArchiveThatEndsBeforeItsFirstLineIsCutOffAndNotEmpty() throws IOException {
    byte[] bytes = Arrays.copyOf(packed(HEADER + rows(0, 30)), 12);
    assertThatThrownBy(() -> read(file("t.csv.gz", bytes), TWO_SENSORS))
        .hasMessageContaining("cut off before the first line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"; | semicolon", "TAB | tab"})
  void anotherDelimiterIsNamed(String sign, String word) throws IOException {
    String text = (HEADER + rows(0, 30)).replace(",", sign.equals("TAB") ? "\t" : sign);
    assertThatThrownBy(() -> read(file("t.csv", text.getBytes(StandardCharsets.UTF_8)), COMMAS))
        .hasMessageContainingAll(
            "t.csv: the profile two-sensors fits but for the delimiter",
            "separated by commas, those of the file by " + word + "s",
            "delimiter: " + word)
        .hasMessageNotContaining("decimal:");
    read(
        file("t.csv", text.getBytes(StandardCharsets.UTF_8)),
        COMMAS.replace("delimiter: comma", "delimiter: " + word));
  }

  @Test
  void decimalCommasBesideSemicolonsAreNamedToo() throws IOException {
    String text = (HEADER + rows(0, 30)).replace(",", ";").replace(".", ",");
    assertThatThrownBy(() -> read(file("t.csv", text.getBytes(StandardCharsets.UTF_8)), COMMAS))
        .hasMessageContaining("delimiter: semicolon and decimal: comma");
    read(
        file("t.csv", text.getBytes(StandardCharsets.UTF_8)),
        COMMAS.replace("delimiter: comma", "delimiter: semicolon, decimal: comma"));
  }

  @Test
  void oneLineIsNoTableOfAnyKind() {
    assertThat(TableProfiles.fitting("t.csv", java.util.List.of("timestamp,seq,millis")).sentence())
        .contains("t.csv: has one line", "no rows of numbers");
  }

  /** The columns are looked for before anybody is asked where the sensor was worn. */
  @Test
  void aProfileForAnotherKindOfFileSaysWhichColumnItExpected() throws IOException {
    Path foreign = file("t.csv", (HEADER + rows(0, 30)).getBytes(StandardCharsets.UTF_8));
    TableProfile xsens = TableProfiles.builtIn("xsens-mt").orElseThrow();
    assertThatThrownBy(() -> LogCollector.read(foreign, xsens))
        .hasMessageContainingAll(
            "the profile xsens-mt does not fit",
            "needs the column \"PacketCounter\"",
            "It is for: Text export of Xsens MT Manager")
        .hasMessageNotContaining("worn");
  }

  private static String clocked(String... times) {
    StringBuilder text = new StringBuilder("at,ax,ay,az\n");
    for (String time : times) {
      text.append(time).append(",1,2,3\n");
    }
    return text.toString();
  }

  @Test
  void a12HourClockIsReadAsItIsWritten() throws IOException {
    String text =
        clocked("11:59:59.990 am", "12:00:00.000 PM", "12:00:00.010 PM", "12:00:00.020 PM");
    LogCollector log =
        read(
            file("t.csv", text.getBytes(StandardCharsets.UTF_8)),
            CLOCK.replace("PATTERN", "hh:mm:ss.SSS a"));
    assertThat(log.samples(1)).hasSize(4);
    assertThat(log.rejections()).isEmpty();
  }

  @Test
  void aPatternOf24HoursThatMeetsAmAndPmIsToldHowToWriteThem() {
    String text = clocked("01:00:00.000 PM", "01:00:00.010 PM", "01:00:00.020 PM");
    assertThatThrownBy(
            () ->
                read(
                    file("t.csv", text.getBytes(StandardCharsets.UTF_8)),
                    CLOCK.replace("PATTERN", "HH:mm:ss.SSS")))
        .hasMessageContaining("a 12-hour clock is written hh:mm:ss a under pattern:");
  }

  /** 12:59:59.99 is followed by 1:00:00.00: eleven hours and a bit back. */
  @Test
  void a12HourClockWithoutAmAndPmIsRecognisedAtOneOClock() throws IOException {
    String text =
        clocked("12:59:59.970", "12:59:59.980", "12:59:59.990", "01:00:00.000", "01:00:00.010");
    LogCollector log =
        read(
            file("t.csv", text.getBytes(StandardCharsets.UTF_8)),
            CLOCK.replace("PATTERN", "HH:mm:ss.SSS"));
    assertThat(log.rejections().get(0)).contains("line 5", "12-hour clock", "24 hours");
  }
}
