package org.plumbline.device.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The last two steps of every encoder: checksum, then stuffing and delimiter. */
final class FrameBytes {
  private final byte[] frame = new byte[WireFormat.MAX_FRAME_BYTES];
  private final byte[] wire = new byte[CobsFraming.MAX_WIRE_BYTES + 1];
  private final CRC32C crc = new CRC32C();

  /** Where the content goes; not cleared between frames. */
  byte[] frame() {
    return frame;
  }

  /** Content {@code frame[0..length)} as it goes over the wire, with the zero that ends it. */
  byte[] seal(int length) {
    crc.reset();
    crc.update(frame, 0, length);
    LittleEndian.putI32(frame, length, (int) crc.getValue());
    int end = Cobs.encode(frame, length + WireFormat.CRC_BYTES, wire, 0);
    wire[end] = 0;
    return Arrays.copyOf(wire, end + 1);
  }

  /**
   * Puts {@code text} at {@code at}.
   *
   * @return the position behind it
   */
  int putText(int at, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > WireFormat.MAX_TEXT_BYTES) {
      throw new IllegalArgumentException(
          "a text of " + utf8.length + " bytes, at most " + WireFormat.MAX_TEXT_BYTES);
    }
    System.arraycopy(utf8, 0, frame, at, utf8.length);
    return at + utf8.length;
  }
}
