package org.plumbline.device.recording;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with the primitives of Avro's binary encoding. One thread. */
final class AvroOutput {
  private static final VarHandle LITTLE_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_VARINT = 10;

  private byte[] bytes = new byte[1 << 16];
  private int size;

  int size() {
    return size;
  }

  /** Forgets what was written behind {@code newSize}. */
  void truncate(int newSize) {
    size = newSize;
  }

  /** A view of bytes {@code from} to {@code to}, valid until the next write. */
  ByteBuffer view(int from, int to) {
    return ByteBuffer.wrap(bytes, from, to - from);
  }

  void writeLong(long value) {
    reserve(LONGEST_VARINT);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** An int has the same bytes as the long of its value. */
  void writeInt(int value) {
    reserve(LONGEST_VARINT);
    int rest = (value << 1) ^ (value >> 31);
    while ((rest & ~0x7F) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /**
   * Avro's code of an enumeration or union branch: its place in the schema, which a test checks.
   */
  @SuppressWarnings("EnumOrdinal") // the place is the code
  void writeEnum(Enum<?> constant) {
    writeInt(constant.ordinal());
  }

  /** Keeps the bits of a NaN. */
  void writeDouble(double value) {
    reserve(Double.BYTES);
    LITTLE_ENDIAN_LONG.set(bytes, size, Double.doubleToRawLongBits(value));
    size += Double.BYTES;
  }

  /**
   * Writes text as UTF-8.
   *
   * @throws IllegalArgumentException when it holds half of a surrogate pair, which UTF-8 cannot
   */
  void writeString(String text) {
    ByteBuffer utf8;
    try {
      utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text with half of a surrogate pair in it", e);
    }
    int length = utf8.remaining();
    writeLong(length);
    reserve(length);
    utf8.get(bytes, size, length);
    size += length;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
