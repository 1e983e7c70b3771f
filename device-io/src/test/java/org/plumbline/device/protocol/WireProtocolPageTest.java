package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.Message.Data;
import org.plumbline.device.protocol.Message.Description;
import org.plumbline.device.protocol.Message.EventCode;
import org.plumbline.device.protocol.Message.Reply;
import org.plumbline.device.protocol.Message.Status;

/**
 * The examples of docs/wire-protocol.md, whose figures were made by an independent implementation
 * (Python 3, bitwise checksum, textbook COBS), against the encoder, the decoder and a C compiler.
 */
class WireProtocolPageTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final String page = page();
  private final Listener listener = new Listener(new PlumblineFrameDecoder());

  @ParameterizedTest
  @ValueSource(strings = {"data", "hello", "reply", "start", "event", "time", "status"})
  void contentChecksumAndWireOfAnExampleFit(String example) {
    byte[] content = line(example, "content");
    CRC32C crc = new CRC32C();
    crc.update(content);
    byte[] checksum = new byte[4];
    LittleEndian.putI32(checksum, 0, (int) crc.getValue());
    assertThat(line(example, "CRC-32C")).isEqualTo(checksum);
    assertThat(hex(Wire.frame(content))).isEqualTo(hex(line(example, "wire")));
  }

  @Test
  void theDescriptionIsReadAsThePageSays() {
    byte[] json = json();
    assertThat(json).hasSize(359);
    listener.hear(describe(json));
    Description description = (Description) listener.messages.get(0);
    assertThat(description.complete()).isTrue();
    assertThat(description.device().name()).isEqualTo("Plumb one");
    assertThat(description.device().origin()).isEqualTo(StreamDescriptor.Origin.MEASURED);
    StreamDescriptor stream = description.device().streams().get(0);
    assertThat(stream.nominalRateHz()).isEqualTo(1000);
    assertThat(stream.channels())
        .extracting(c -> c.location().id())
        .containsExactly("right-gluteus-maximus", "right-hamstrings");
    assertThat(stream.channels()).extracting(Channel::scale).containsOnly(0.5e-6);
    assertThat(stream.channels()).extracting(Channel::latencyNanos).containsOnly(500_000L);
  }

  @Test
  void theDescriptionGoesOverTheWireAsThePageSays() {
    byte[] wire = describe(json());
    assertThat(page).contains("it takes " + wire.length + " bytes");
    assertThat(page).contains("begin with `" + hex(Arrays.copyOf(wire, 11)) + "`");
    byte[] end = Arrays.copyOfRange(wire, wire.length - 7, wire.length);
    assertThat(page).contains("end with `" + hex(end) + "`");
  }

  @Test
  void theSamplesAreReadAsThePageSays() {
    listener.hear(describe(json())).hear(line("data", "wire"), 9);
    assertThat(listener.messages.get(1))
        .isEqualTo(Data.ofCounts(9, 1, 1000, 5_000_000, 0, 2, new int[] {2048, -1, 0, -2048}));
  }

  @Test
  void encoderAndDriverWriteTheOtherExamples() {
    listener.hear(describe(json()));
    DeviceDescription device = ((Description) listener.messages.get(0)).device();
    PlumblineFrameEncoder encoder = new PlumblineFrameEncoder(device, Map.of(1, SampleType.I16));
    assertThat(encoder.reply(1, Reply.Result.OK, "")).isEqualTo(line("reply", "wire"));
    assertThat(encoder.event(7, 5_012_345, EventCode.PAIN_STOP, "button 2"))
        .isEqualTo(line("event", "wire"));
    assertThat(encoder.time(3, 123_456_789_012L, 5_000_000, 5_000_180))
        .isEqualTo(line("time", "wire"));
    Status status =
        new Status(4, 6_000_000, 12, 31.5, OptionalInt.of(88), List.of(new Status.Dropped(1, 0)));
    listener.hear(line("status", "wire"), 4);
    assertThat(listener.messages.get(1)).isEqualTo(status);
    PlumblineDriver driver = new PlumblineDriver();
    assertThat(hex(driver.probe().bytes())).isEqualTo("00 " + hex(line("hello", "wire")));
    assertThat(hex(driver.start().bytes())).isEqualTo("00 " + hex(line("start", "wire")));
  }

  @Test
  void theProgramInCPrintsTheDataExample(@TempDir Path folder) throws Exception {
    assumeTrue(hasCompiler(), "no C compiler (cc) on this machine");
    Path source = folder.resolve("send.c");
    Path program = folder.resolve("send");
    Files.writeString(source, block("c"));
    String warnings =
        run("cc", "-std=c99", "-Wall", "-Wextra", "-o", program.toString(), source.toString());
    assertThat(warnings).isEmpty();
    assertThat(run(program.toString()).strip()).isEqualTo(hex(line("data", "wire")));
  }

  @Test
  void theLimitsOfThePageAreThoseOfTheProgram() {
    assertThat(page)
        .contains("at most **" + WireFormat.MAX_FRAME_BYTES + " bytes**")
        .contains("1 to " + WireFormat.MAX_JSON_BYTES + " bytes")
        .contains("1 to " + DeviceDescription.MAX_STREAM_ID)
        .contains("0 to " + WireFormat.MAX_TEXT_BYTES + " bytes");
    assertThat(WireFormat.MAX_DESCRIPTION_BYTES).isEqualTo(65_536);
  }

  private static byte[] describe(byte[] json) {
    byte[] content = new byte[8 + json.length];
    System.arraycopy(HEX.parseHex("21 00 00 01 10 1A 4C E1"), 0, content, 0, 8);
    System.arraycopy(json, 0, content, 8, json.length);
    return Wire.frame(content);
  }

  private byte[] json() {
    return block("json").strip().getBytes(StandardCharsets.UTF_8);
  }

  /** The code block behind {@code <!-- check: name -->}. */
  private String block(String name) {
    String mark = "<!-- check: " + name + " -->";
    assertThat(page).containsOnlyOnce(mark);
    int begin = page.indexOf('\n', page.indexOf("```", page.indexOf(mark))) + 1;
    return page.substring(begin, page.indexOf("```", begin));
  }

  private byte[] line(String example, String label) {
    Matcher line = Pattern.compile("(?m)^" + label + " +(.*)$").matcher(block(example));
    assertThat(line.find()).as("%s of %s", label, example).isTrue();
    return HEX.parseHex(line.group(1).strip());
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  private static String page() {
    try {
      return Files.readString(Path.of("..", "docs", "wire-protocol.md"));
    } catch (IOException e) {
      throw new AssertionError("docs/wire-protocol.md beside this module", e);
    }
  }

  private static boolean hasCompiler() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
