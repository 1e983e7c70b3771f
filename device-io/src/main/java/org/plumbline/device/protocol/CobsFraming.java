package org.plumbline.device.protocol;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.plumbline.device.protocol.Message.Damaged;

/**
 * Cuts a byte stream at its zeros and gives out the frames whose checksum is right.
 *
 * <p>Used in a loop: {@link #read} takes bytes up to what it {@link #found}, at most one frame or
 * one damaged stretch a call. Two fixed buffers; a stretch longer than any frame is given out in
 * pieces of one buffer, so that a wrong baud rate shows at once.
 */
final class CobsFraming {
  /** Longest encoded frame, delimiter not counted. */
  static final int MAX_WIRE_BYTES = Cobs.encodedBound(WireFormat.MAX_FRAME_BYTES);

  /** A kind byte, one more, and the checksum. */
  private static final int MIN_FRAME_BYTES = 2 + WireFormat.CRC_BYTES;

  private static final int PREVIEW_CHARACTERS = 48;

  /** What {@link CobsFraming#read} came upon. */
  enum Found {
    NOTHING,
    FRAME,
    DAMAGE
  }

  private final byte[] wire = new byte[MAX_WIRE_BYTES];
  private final byte[] frame = new byte[MAX_WIRE_BYTES];
  private final CRC32C crc = new CRC32C();
  private int pending;
  private boolean skipping;

  private Found found = Found.NOTHING;
  private int frameLength;
  private int wireLength;
  private Damaged.Kind damage = Damaged.Kind.NOT_A_FRAME;
  private String reason = "";

  /**
   * Takes bytes from {@code from} on until something is found or {@code to} is reached.
   *
   * @return the position behind the last byte taken
   */
  int read(byte[] bytes, int from, int to) {
    int end = from;
    int limit = Math.min(to, from + MAX_WIRE_BYTES - pending);
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    System.arraycopy(bytes, from, wire, pending, end - from);
    pending += end - from;
    found = Found.NOTHING;
    if (end == to) {
      return end;
    }
    if (bytes[end] == 0) {
      finish();
      return end + 1;
    }
    damaged(Damaged.Kind.TOO_LONG, "no end of frame in " + pending + " bytes" + preview());
    skipping = true;
    return end;
  }

  /** The link is gone: what is pending is damage. */
  void end() {
    found = Found.NOTHING;
    if (pending > 0) {
      damaged(
          Damaged.Kind.TRUNCATED,
          "the link went after " + pending + " bytes of a frame" + preview());
    }
    skipping = false;
  }

  private void finish() {
    if (pending > 0) {
      if (skipping) {
        damaged(Damaged.Kind.TOO_LONG, "the rest of a stretch without end of frame" + preview());
      } else {
        check();
      }
    }
    skipping = false;
  }

  private void check() {
    int length = Cobs.decode(wire, pending, frame);
    if (length < MIN_FRAME_BYTES) {
      damaged(Damaged.Kind.NOT_A_FRAME, pending + " bytes that are no frame" + preview());
      return;
    }
    if (length > WireFormat.MAX_FRAME_BYTES) {
      String limit = " bytes, the longest has " + WireFormat.MAX_FRAME_BYTES;
      damaged(Damaged.Kind.TOO_LONG, "a frame of " + length + limit);
      return;
    }
    int body = length - WireFormat.CRC_BYTES;
    crc.reset();
    crc.update(frame, 0, body);
    if (crc.getValue() != LittleEndian.u32(frame, body)) {
      damaged(Damaged.Kind.CHECKSUM, "checksum of " + pending + " bytes is wrong" + preview());
      return;
    }
    found = Found.FRAME;
    frameLength = body;
    wireLength = pending;
    pending = 0;
  }

  private void damaged(Damaged.Kind kind, String why) {
    found = Found.DAMAGE;
    damage = kind;
    reason = why;
    wireLength = pending;
    pending = 0;
  }

  /** The beginning of the pending bytes where it is text, which tells people what spoke there. */
  private String preview() {
    int length = Math.min(pending, PREVIEW_CHARACTERS);
    byte[] shown = new byte[length];
    for (int i = 0; i < length; i++) {
      byte b = wire[i];
      boolean space = b == '\n' || b == '\r' || b == '\t';
      if (!space && (b < ' ' || b > '~')) {
        return "";
      }
      shown[i] = space ? (byte) ' ' : b;
    }
    return ", text: \"" + new String(shown, StandardCharsets.US_ASCII).strip() + "\"";
  }

  Found found() {
    return found;
  }

  /** The frame without its checksum, valid until the next {@link #read}. */
  byte[] frame() {
    return frame;
  }

  /** Length of {@link #frame}. */
  int frameLength() {
    return frameLength;
  }

  /** Bytes on the wire of what was found, delimiter not counted. */
  int wireLength() {
    return wireLength;
  }

  Damaged.Kind damage() {
    return damage;
  }

  String reason() {
    return reason;
  }
}
