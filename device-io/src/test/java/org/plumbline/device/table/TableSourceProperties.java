package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.device.table.TableSourceTest.HEADER;
import static org.plumbline.device.table.TableSourceTest.TWO_SENSORS;
import static org.plumbline.device.table.TableSourceTest.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.plumbline.device.log.SessionEvent;

class TableSourceProperties {
  private static Path file = Path.of("");

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("table", ".csv");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  private static final TableProfile PROFILE = profile(TWO_SENSORS);

  private static TableProfile profile(String yaml) {
    try {
      return TableProfiles.parse("p.yaml", yaml);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Up to 400 rows with holes, doubled packets and broken rows at random. */
  private static String table(Random random) {
    StringBuilder text = new StringBuilder(HEADER).append(row(0));
    int i = 1;
    for (int n = random.nextInt(400); n > 0; n--) {
      int what = random.nextInt(100);
      text.append(what == 0 ? row(i - 1) : what == 1 ? "no row\n" : row(i));
      i += what < 2 ? 0 : what == 2 ? 1 + random.nextInt(40) : 1;
    }
    return text.toString();
  }

  @Property(tries = 60)
  void neitherBlockSizeNorGzipChangesTheSamples(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 3_000_000_000L) long blockNanos)
      throws IOException {
    String text = table(new Random(seed));
    Files.writeString(file, text);
    LogCollector plain = LogCollector.read(file, PROFILE);
    LogCollector other = LogCollector.read(file, PROFILE, blockNanos);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    LogCollector packed = LogCollector.read(file, PROFILE);
    for (int stream = 1; stream <= 2; stream++) {
      assertThat(other.samples(stream)).isEqualTo(plain.samples(stream));
      assertThat(other.lost(stream)).isEqualTo(plain.lost(stream));
    }
    assertThat(other.rejections()).isEqualTo(plain.rejections());
    assertThat(packed.events).isEqualTo(plain.events);
    for (List<SessionEvent> events : List.of(plain.events, other.events)) {
      assertThat(events).extracting(SessionEvent::atNanos).isSorted();
    }
  }

  @Property(tries = 60)
  void everyRowIsASampleARejectionOrNeverWas(@ForAll long seed) throws IOException {
    String text = table(new Random(seed));
    Files.writeString(file, text);
    LogCollector log = LogCollector.read(file, PROFILE);
    long lines = text.lines().count() - 1;
    assertThat(log.samples(1).size() + log.rejections().size()).isEqualTo(lines);
    int n = log.samples(1).size();
    long lastIndex = Long.parseLong(log.samples(1).get(n - 1).split(" ", 2)[0]);
    assertThat(n + log.lost(1)).isEqualTo(lastIndex + 1);
  }

  @Property(tries = 300)
  void whateverTheBytesItEndsInEventsOrAnErrorForPeople(
      @ForAll long seed, @ForAll @IntRange(max = 30) int changes) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = table(random).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          random.nextInt(4) == 0 ? (byte) random.nextInt() : bytes[random.nextInt(bytes.length)];
    }
    Files.write(file, bytes);
    try {
      LogCollector log = LogCollector.read(file, PROFILE);
      assertThat(log.events).extracting(SessionEvent::atNanos).isSorted();
    } catch (IOException forPeople) {
      assertThat(forPeople.getMessage()).startsWith(String.valueOf(file.getFileName()));
    }
  }

  @Property(tries = 500)
  void whateverTheProfileItIsReadOrRefusedWithAPlace(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) {
    Random random = new Random(seed);
    StringBuilder yaml = new StringBuilder(TWO_SENSORS);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(yaml.length());
      switch (random.nextInt(3)) {
        case 0 -> yaml.deleteCharAt(at);
        case 1 -> yaml.insert(at, "{}[]:,-#&*!|>'\"%@ \n\t0~".charAt(random.nextInt(22)));
        default -> yaml.setCharAt(at, yaml.charAt(random.nextInt(yaml.length())));
      }
    }
    try {
      assertThat(TableProfiles.parse("p.yaml", yaml.toString()).streams()).isNotEmpty();
    } catch (IOException forPeople) {
      assertThat(forPeople.getMessage()).startsWith("p.yaml");
    }
  }
}
