package org.plumbline.device.recording;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the primitives of Avro's binary encoding from a range of bytes and never beyond it.
 *
 * <p>Every length is checked against the bytes that are left before anything is allocated, so that
 * a stranger's file cannot ask for more memory than a few times its own size. One thread.
 */
final class AvroInput {
  private static final VarHandle LITTLE_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int[] NO_INTS = {};
  private static final long[] NO_LONGS = {};
  private static final double[] NO_DOUBLES = {};

  private byte[] bytes = {};
  private int position;
  private int limit;

  /** Starts over on bytes {@code from} to {@code to}, which are not copied. */
  void reset(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    position = from;
    limit = to;
  }

  int position() {
    return position;
  }

  int remaining() {
    return limit - position;
  }

  int readInt() throws Malformed {
    long value = readLong();
    if (value != (int) value) {
      throw new Malformed("a number of " + value + " where 32 bits are allowed");
    }
    return (int) value;
  }

  long readLong() throws Malformed {
    long zigzag = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position == limit) {
        throw new Malformed("a number is cut off");
      }
      int b = bytes[position++];
      zigzag |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    throw new Malformed("a number has more than 64 bits");
  }

  /** Which of {@code constants}, which stand in the order of the schema. */
  <E> E readEnum(E[] constants) throws Malformed {
    int index = readInt();
    if (index < 0 || index >= constants.length) {
      throw new Malformed("kind " + index + " of " + constants.length);
    }
    return constants[index];
  }

  double readDouble() throws Malformed {
    require(Double.BYTES);
    double value = Double.longBitsToDouble((long) LITTLE_ENDIAN_LONG.get(bytes, position));
    position += Double.BYTES;
    return value;
  }

  String readString() throws Malformed {
    byte[] utf8 = readBytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("a text that is not UTF-8");
    }
  }

  byte[] readBytes() throws Malformed {
    long length = readLong();
    if (length < 0 || length > remaining()) {
      throw new Malformed("a text of " + length + " bytes where " + remaining() + " are left");
    }
    position += (int) length;
    return Arrays.copyOfRange(bytes, position - (int) length, position);
  }

  byte[] readFixed(int length) throws Malformed {
    require(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /**
   * Number of items in the next part of an array or map, 0 at its end.
   *
   * @param most how many more are allowed
   * @param itemBytes the fewest bytes an item can have
   */
  int readItemCount(int most, int itemBytes) throws Malformed {
    long count = readLong();
    if (count < 0) {
      count = -count;
      readLong(); // the part's size in bytes, for readers that skip
    }
    if (count < 0 || count > most || count > remaining() / itemBytes) {
      throw new Malformed("a list of " + count + " items, more than can be");
    }
    return (int) count;
  }

  int[] readInts(int most) throws Malformed {
    int[] items = NO_INTS;
    int size = 0;
    for (int more = readItemCount(most, 1); more > 0; more = readItemCount(most - size, 1)) {
      items = size == 0 ? new int[more] : Arrays.copyOf(items, size + more);
      readInts(items, size, size + more);
      size += more;
    }
    return items;
  }

  /** The inner loop of replay: values of one to three bytes, which is nearly all, inline. */
  private void readInts(int[] items, int from, int to) throws Malformed {
    byte[] b = bytes;
    int p = position;
    int lastSafe = limit - 3;
    for (int i = from; i < to; i++) {
      int zigzag;
      if (p > lastSafe) {
        position = p;
        items[i] = readInt();
        p = position;
        continue;
      } else if (b[p] >= 0) {
        zigzag = b[p];
        p += 1;
      } else if (b[p + 1] >= 0) {
        zigzag = (b[p] & 0x7F) | b[p + 1] << 7;
        p += 2;
      } else if (b[p + 2] >= 0) {
        zigzag = (b[p] & 0x7F) | (b[p + 1] & 0x7F) << 7 | b[p + 2] << 14;
        p += 3;
      } else {
        position = p;
        items[i] = readInt();
        p = position;
        continue;
      }
      items[i] = (zigzag >>> 1) ^ -(zigzag & 1);
    }
    position = p;
  }

  long[] readLongs(int most) throws Malformed {
    long[] items = NO_LONGS;
    int size = 0;
    for (int more = readItemCount(most, 1); more > 0; more = readItemCount(most - size, 1)) {
      items = size == 0 ? new long[more] : Arrays.copyOf(items, size + more);
      for (int i = size; i < size + more; i++) {
        items[i] = readLong();
      }
      size += more;
    }
    return items;
  }

  double[] readDoubles(int most) throws Malformed {
    double[] items = NO_DOUBLES;
    int size = 0;
    for (int more = readItemCount(most, Double.BYTES);
        more > 0;
        more = readItemCount(most - size, Double.BYTES)) {
      items = size == 0 ? new double[more] : Arrays.copyOf(items, size + more);
      for (int i = size; i < size + more; i++) {
        items[i] = readDouble();
      }
      size += more;
    }
    return items;
  }

  private void require(int count) throws Malformed {
    if (count > remaining()) {
      throw new Malformed(count + " bytes are needed and " + remaining() + " left");
    }
  }
}
