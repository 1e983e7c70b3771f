package org.plumbline.device.protocol;

/**
 * Consistent Overhead Byte Stuffing: takes every zero out of a frame, so that a zero can end it.
 *
 * <p>The frame becomes blocks of at most 254 bytes without a zero, each behind a byte that is one
 * more than its length; between two blocks stands a zero that was taken out, except behind a block
 * of 254. Cheshire and Baker, IEEE/ACM Transactions on Networking 7(2), 1999.
 */
final class Cobs {
  /** Longest block: its code byte is 255. */
  private static final int LONGEST_BLOCK = 254;

  private Cobs() {}

  /** Longest encoding of {@code length} bytes, delimiter not counted. */
  static int encodedBound(int length) {
    return length + length / LONGEST_BLOCK + 1;
  }

  /**
   * Writes the encoding of {@code frame[0..length)} to {@code out} from {@code at} on, without
   * delimiter.
   *
   * @return the position behind it
   */
  static int encode(byte[] frame, int length, byte[] out, int at) {
    int code = at;
    int to = at + 1;
    for (int from = 0; from < length; from++) {
      if (frame[from] != 0) {
        out[to++] = frame[from];
      }
      boolean full = to - code > LONGEST_BLOCK;
      if (frame[from] == 0 || (full && from + 1 < length)) {
        out[code] = (byte) (to - code);
        code = to++;
      }
    }
    out[code] = (byte) (to - code);
    return to;
  }

  /**
   * Decodes {@code wire[0..length)}, which holds no zero, into {@code out}.
   *
   * @return the length of the frame, or -1 when a block goes beyond the end
   */
  static int decode(byte[] wire, int length, byte[] out) {
    int from = 0;
    int to = 0;
    while (from < length) {
      int block = (wire[from] & 0xFF) - 1;
      from++;
      if (block > length - from) {
        return -1;
      }
      System.arraycopy(wire, from, out, to, block);
      from += block;
      to += block;
      if (block < LONGEST_BLOCK && from < length) {
        out[to++] = 0;
      }
    }
    return to;
  }
}
