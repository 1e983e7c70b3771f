package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.device.table.TableSourceTest.HEADER;
import static org.plumbline.device.table.TableSourceTest.TWO_SENSORS;
import static org.plumbline.device.table.TableSourceTest.row;
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
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/**
 * What is wrong with a table is said with file, line and column; nothing wrong becomes a sample.
 */
class TableDefectsTest {
  @TempDir Path folder;

  private static final String NO_COUNTER = TWO_SENSORS.replace("counter: {column: n}\n", "");
  private static final String NO_TIME = NO_COUNTER.replace("{column: ms, unit: ms}", "{rate: 100}");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  private LogCollector read(String yaml, String text) throws IOException {
    return LogCollector.read(file(text), TableProfiles.parse("p.yaml", yaml));
  }

  private void assertRefused(String yaml, String text, String... parts) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> LogCollector.read(file, TableProfiles.parse("p.yaml", yaml)))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(parts);
  }

  /** Row {@code at} replaced: it is rejected once, in place, and the others are all there. */
  private void assertRowRejected(String yaml, String wrong, String... parts) throws IOException {
    LogCollector log = read(yaml, HEADER + rows(0, 30) + wrong + rows(31, 60));
    assertThat(log.rejections()).singleElement().asString().contains(parts);
    assertThat(log.all(Rejected.class).get(0).bytes()).isEqualTo(wrong.length());
    assertThat(log.all(Rejected.class).get(0).source()).isEqualTo("t.csv");
    assertThat(log.samples(1)).hasSize(59);
    assertThat(log.samples(1).get(30)).startsWith("31 ").contains(" 310000000 31.0 ");
    assertThat(log.lost(1)).isEqualTo(1);
    assertThat(log.hasEnded()).isTrue();
    assertThat(log.summary.rejectedRows()).isEqualTo(1);
    assertThat(log.events).extracting(SessionEvent::atNanos).isSorted();
  }

  @Test
  void aCellThatIsNoNumberCostsItsRow() throws IOException {
    for (String yaml : new String[] {TWO_SENSORS, NO_COUNTER, NO_TIME}) {
      assertRowRejected(
          yaml,
          row(30).replace(",0.5,", ",abc,"),
          "t.csv, line 32, column 4 (ay)",
          "expected a number, found \"abc\"");
    }
    assertRowRejected(TWO_SENSORS, row(30).replace(",0.5,", ",Infinity,"), "column 4", "Infinity");
    assertRowRejected(TWO_SENSORS, row(30).replace(",0.5,", ",1e999,"), "column 4", "1e999");
    assertRowRejected(TWO_SENSORS, row(30).replace(",0.5,", ",NA,"), "missing:");
    assertRowRejected(TWO_SENSORS, row(30).replace(",5300,", ",,"), "(ms)", "an empty cell");
    assertRowRejected(TWO_SENSORS, row(30).replace("70,5300", "7x,5300"), "(n)", "whole number");
  }

  @Test
  void aRaggedRowIsLeftOut() throws IOException {
    assertRowRejected(TWO_SENSORS, "70,5300,1,2\n", "line 32: found 4 columns where 9 belong");
    assertRowRejected(
        TWO_SENSORS, row(30).replace("\n", ",1,2\n"), "found 11 columns where 9 belong");
    assertRowRejected(TWO_SENSORS, row(30).replace(",x", ",\"x"), "quote opened in column 9");
  }

  @Test
  void aSingleWrongStampCostsItsRowAndNoOther() throws IOException {
    String back = row(30).replace(",5300,", ",4300,");
    assertRowRejected(NO_COUNTER, back, "line 32, column 2 (ms)", "time goes back by 0.9900 s");
    String ahead = row(30).replace(",5300,", ",9305300,");
    assertRowRejected(NO_COUNTER, ahead, "line 32, column 2 (ms)", "ahead of the rows around it");
    assertRowRejected(TWO_SENSORS, ahead, "line 32", "ahead of the rows around it");
    String still = row(30).replace(",5300,", ",5290,");
    assertRowRejected(NO_COUNTER, still, "time stands still since line 31");
  }

  @Test
  void aSingleWrongCounterCostsItsRowAndNoOther() throws IOException {
    assertRowRejected(
        TWO_SENSORS, row(30).replace("70,", "12,"), "column 1 (n)", "goes back from 69 (line 31)");
    assertRowRejected(
        TWO_SENSORS, row(30).replace("70,", "99970,"), "more than time allows", "99970");
    String noTime = TWO_SENSORS.replace("{column: ms, unit: ms}", "{rate: 100}");
    assertRowRejected(noTime, row(30).replace("70,", "99970,"), "ahead of the rows around it");
  }

  @Test
  void aDoubledPacketIsLeftOutAndNothingIsLost() throws IOException {
    LogCollector log = read(TWO_SENSORS, HEADER + row(0) + row(0) + rows(1, 30));
    assertThat(log.rejections())
        .singleElement()
        .asString()
        .contains("line 3, column 1 (n)", "there twice", "as in line 2");
    assertThat(log.samples(1)).hasSize(30);
    assertThat(log.lost(1)).isZero();
  }

  @Test
  void manyWrongRowsAreAFileThatDoesNotFitAfterWhatWasRight() throws IOException {
    String text = HEADER + rows(0, 50) + rows(0, 50);
    try (TableSource source =
        TableSource.open(file(text), TableProfiles.parse("p.yaml", TWO_SENSORS), "S01", "test")) {
      int[] samples = new int[1];
      assertThatThrownBy(
              () -> {
                for (var event = source.next(); event.isPresent(); event = source.next()) {
                  samples[0] += event.get() instanceof Samples s && s.stream() == 1 ? s.size() : 0;
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("t.csv, line 71", "the last 20 in a row", "two recordings");
      assertThat(samples[0]).isEqualTo(50);
      assertThatThrownBy(source::next).isInstanceOf(IOException.class);
    }
    StringBuilder everyFifth = new StringBuilder(HEADER);
    for (int i = 0; i < 500; i++) {
      everyFifth.append(i % 5 == 4 ? "bad\n" : row(i));
    }
    assertRefused(TWO_SENSORS, everyFifth.toString(), "left out of", "does not fit");
  }

  @Test
  void aHoleOfMoreThanAnHourIsTwoRecordings() throws IOException {
    String later = "500,9000000,1,1,1,1,1,1,x\n501,9000010,1,1,1,1,1,1,x\n";
    assertRefused(
        TWO_SENSORS, HEADER + rows(0, 9) + later, "line 11", "more than an hour", "split the file");
  }

  @Test
  void aProfileThatDoesNotFitNamesWhatIsMissing() throws IOException {
    assertRefused(
        TWO_SENSORS,
        "n,ms,ax,AY,az,glut,knee\n1,2,3,4,5,6,7\n",
        "t.csv: the profile two-sensors does not fit",
        "\"ay\"",
        "it has \"AY\"");
    assertRefused(TWO_SENSORS, "a,b\n1,2\n", "needs the column \"ms\"", "it has a, b");
    assertRefused(
        TWO_SENSORS, "n,ms,ax,ay,az,glut,knee,ax\n1,2,3,4,5,6,7,8\n", "twice (columns 3 and 8)");
    assertRefused(
        TWO_SENSORS.replace("[ax, ay, az]", "[ax, ay, 12]"),
        HEADER + rows(0, 3),
        "column number 12",
        "there are 9 columns");
    assertRefused(
        TWO_SENSORS.replace("[ax, ay, az]", "[ax, ay, ay]"),
        HEADER + rows(0, 3),
        "takes the column \"ay\" twice");
    assertRefused(
        TWO_SENSORS.replace("time:", "table: {header: false}\ntime:"),
        rows(0, 3),
        "without header",
        "use its number");
    assertRefused(
        TWO_SENSORS.replace("time:", "table: {columns: 8}\ntime:"),
        HEADER + rows(0, 3),
        "line 1: found 9 columns, but the profile expects 8");
  }

  @Test
  void aFirstRowThatIsNoneIsAProfileThatDoesNotFit() throws IOException {
    assertRefused(
        TWO_SENSORS,
        HEADER + "-,ms,g,g,g,uV,deg,V,-\n" + rows(0, 3),
        "t.csv, line 2, column 2 (ms)",
        "unitLines");
    assertRefused(
        TWO_SENSORS.replace("time:", "table: {delimiter: comma}\ntime:"),
        (HEADER + rows(0, 3)).replace(",0.5,", ",\"0,5\","),
        "column 4 (ay)",
        "is the decimal mark a comma?");
  }

  @Test
  void aTimeThatDoesNotMoveIsNoRate() throws IOException {
    String still = rows(0, 30).replaceAll("(?m)^([^,]*),[^,]*,", "$1,0,");
    assertRefused(
        TWO_SENSORS,
        HEADER + still,
        "t.csv, column 2 (ms)",
        "time does not move in the first 30 rows",
        "under time");
  }

  @Test
  void aWrongTimeUnitOrRateIsFoundBeforeTheFirstEvent() throws IOException {
    assertRefused(
        TWO_SENSORS.replace("unit: ms", "unit: s"),
        HEADER + rows(0, 30),
        "t.csv, column 2 (ms)",
        "at 0.1000 Hz",
        "unit or the rate");
    assertRefused(
        TWO_SENSORS.replace("unit: ms", "unit: us"), HEADER + rows(0, 30), "at 1.000e+05 Hz");
    assertRefused(
        TWO_SENSORS.replace("unit: ms", "unit: ms, rate: 128"),
        HEADER + rows(0, 30),
        "at 100.0 Hz",
        "the profile says 128.0 Hz");
    assertThat(
            read(TWO_SENSORS.replace("unit: ms", "unit: ms, rate: 110"), HEADER + rows(0, 30))
                .samples(1))
        .hasSize(30);
  }

  @Test
  void aTextThatIsNoTableIsNamed() throws IOException {
    assertRefused(TWO_SENSORS, "", "t.csv: is empty");
    assertRefused(TWO_SENSORS, HEADER, "no rows of numbers after the header in line 1");
    assertRefused(TWO_SENSORS, "\n\n", "no header line");
    assertRefused(TWO_SENSORS, "Obj\u0001avro", "is a recording (Avro)");
    assertRefused(TWO_SENSORS, "PK\u0003\u0004sheet", "spreadsheet", "Save the sheet as CSV");
    assertRefused(TWO_SENSORS, "abc\u0000\u0000", "binary");
    assertRefused(TWO_SENSORS, "x".repeat(200_000), "line 1", "longer than 65536 bytes");
    assertRefused(
        TWO_SENSORS.replace("time:", "table: {delimiter: comma}\ntime:"),
        ",".repeat(5_000) + "\n1\n",
        "5001 columns");
    Files.write(folder.resolve("u.csv"), HEADER.getBytes(StandardCharsets.UTF_16));
    TableProfile profile = TableProfiles.parse("p.yaml", TWO_SENSORS);
    assertThatThrownBy(() -> LogCollector.read(folder.resolve("u.csv"), profile))
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> LogCollector.read(folder.resolve("none.csv"), profile))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> LogCollector.read(folder, profile))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void twoPossibleDelimitersAreNotGuessed() throws IOException {
    assertRefused(
        NO_TIME.replace("[ax, ay, az]", "[1, 2, 3]"),
        "a;b;c\n1,5;2,5;3,5\n".replace("a;b;c", "a,x;b;c"),
        "both comma and semicolon",
        "delimiter:");
  }

  @Test
  void aPlacementThatNobodySaidIsAskedFor() throws IOException {
    assertRefused(
        TWO_SENSORS.replace("location: right-thigh", "location: ask"),
        HEADER + rows(0, 3),
        "cannot know where thigh was worn",
        "thigh=left-thigh");
  }

  @Test
  void aHalfLastLineInterruptsTheLog() throws IOException {
    String text = HEADER + rows(0, 30);
    LogCollector cut = read(TWO_SENSORS, text.substring(0, text.length() - 12));
    assertThat(cut.samples(1)).hasSize(29);
    assertThat(cut.rejections()).singleElement().asString().contains("line 31", "cut off");
    assertThat(cut.hasEnded()).isFalse();
    assertThat(cut.summary.interrupted()).isTrue();
  }

  @Test
  void aWholeLastLineWithoutABreakEndsTheLogAndIsSaid() throws IOException {
    LogCollector log = read(TWO_SENSORS, (HEADER + rows(0, 30)).stripTrailing());
    assertThat(log.samples(1)).hasSize(30);
    assertThat(log.all(Ended.class))
        .extracting(Ended::reason)
        .containsExactly("end of the file; its last line has no line break");
  }

  @Test
  void compressedDataThatBreakOffInterruptTheLogWhereverItIs() throws IOException {
    byte[] whole = gzip(HEADER + rows(0, 20_000));
    TableProfile profile = TableProfiles.parse("p.yaml", TWO_SENSORS);
    for (int keep : new int[] {whole.length - 1, whole.length - 8, whole.length / 2, 2_000}) {
      Path file = Files.write(folder.resolve("c.csv.gz"), Arrays.copyOf(whole, keep));
      LogCollector log = LogCollector.read(file, profile);
      assertThat(log.hasEnded()).as("%d bytes", keep).isFalse();
      assertThat(log.rejections()).singleElement().asString().contains("cut off");
      assertThat(log.summary.interrupted()).isTrue();
      assertThat(log.samples(1).size()).isBetween(1, 20_000);
    }
    Path stub = Files.write(folder.resolve("s.gz"), Arrays.copyOf(whole, 5));
    assertThatThrownBy(() -> LogCollector.read(stub, profile))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gzip header is broken or cut off");
  }

  @Test
  void damagedCompressedDataAreRefused() throws IOException {
    byte[] whole = gzip(HEADER + rows(0, 20_000));
    whole[whole.length - 6] ^= 1; // within the checksum
    Path file = Files.write(folder.resolve("d.csv.gz"), whole);
    assertThatThrownBy(() -> LogCollector.read(file, TableProfiles.parse("p.yaml", TWO_SENSORS)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("d.csv.gz: its gzip data are damaged");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
