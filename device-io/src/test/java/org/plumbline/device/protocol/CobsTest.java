package org.plumbline.device.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CobsTest {
  private static final HexFormat HEX = HexFormat.of();

  // Cheshire and Baker 1999 and the table of examples in Wikipedia's "Consistent Overhead Byte
  // Stuffing", all without the delimiter.
  @ParameterizedTest
  @CsvSource({
    "'', 01",
    "00, 0101",
    "0000, 010101",
    "001100, 01021101",
    "11220033, 0311220233",
    "11223344, 0511223344",
    "11000000, 0211010101",
  })
  void encodesAndDecodesThePublishedExamples(String frame, String wire) {
    assertThat(HEX.formatHex(encode(HEX.parseHex(frame)))).isEqualTo(wire);
    assertThat(HEX.formatHex(decode(HEX.parseHex(wire)))).isEqualTo(frame);
  }

  @Test
  void encodesBlocksOf254AsPublished() {
    byte[] upTo254 = ramp(1, 254);
    assertThat(HEX.formatHex(encode(upTo254))).isEqualTo("ff" + HEX.formatHex(upTo254));
    byte[] fromZero = ramp(0, 254);
    assertThat(HEX.formatHex(encode(fromZero))).isEqualTo("01ff" + HEX.formatHex(upTo254));
    byte[] upTo255 = ramp(1, 255);
    assertThat(HEX.formatHex(encode(upTo255))).isEqualTo("ff" + HEX.formatHex(upTo254) + "02ff");
    byte[] zeroAtEnd = Arrays.copyOf(ramp(2, 255), 255);
    assertThat(HEX.formatHex(encode(zeroAtEnd)))
        .isEqualTo("ff" + HEX.formatHex(ramp(2, 255)) + "0101");
  }

  @Test
  void acceptsTheTrailingEmptyBlockSomeEncodersWriteAfterAFullOne() {
    byte[] wire = HEX.parseHex("ff" + HEX.formatHex(ramp(1, 254)) + "01");
    assertThat(decode(wire)).isEqualTo(ramp(1, 254));
  }

  @Test
  void refusesABlockBeyondTheEnd() {
    assertThat(Cobs.decode(HEX.parseHex("0511"), 2, new byte[8])).isEqualTo(-1);
  }

  @Property
  void everyFrameComesBackAndNoZeroIsOnTheWire(@ForAll @Size(max = 2000) byte[] frame) {
    byte[] wire = encode(frame);
    assertThat(wire).doesNotContain(0).hasSizeLessThanOrEqualTo(Cobs.encodedBound(frame.length));
    assertThat(decode(wire)).isEqualTo(frame);
  }

  @Property
  void framesOfMostlyOneValueComeBack(@ForAll byte value, @ForAll @Size(max = 1000) boolean[] odd) {
    byte[] frame = new byte[odd.length];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = odd[i] && i % 100 == 0 ? 0 : value;
    }
    assertThat(decode(encode(frame))).isEqualTo(frame);
  }

  // RFC 3720, B.4, and every catalogue of checksums: the check value of CRC-32C.
  @Test
  void theJdksChecksumIsTheOneOfTheProtocol() {
    CRC32C crc = new CRC32C();
    crc.update(HEX.parseHex("313233343536373839"));
    assertThat(crc.getValue()).isEqualTo(0xE306_9283L);
  }

  private static byte[] ramp(int first, int last) {
    byte[] ramp = new byte[last - first + 1];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (first + i);
    }
    return ramp;
  }

  private static byte[] encode(byte[] frame) {
    byte[] wire = new byte[Cobs.encodedBound(frame.length)];
    return Arrays.copyOf(wire, Cobs.encode(frame, frame.length, wire, 0));
  }

  private static byte[] decode(byte[] wire) {
    byte[] frame = new byte[wire.length];
    return Arrays.copyOf(frame, Cobs.decode(wire, wire.length, frame));
  }
}
