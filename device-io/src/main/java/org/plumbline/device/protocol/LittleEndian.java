package org.plumbline.device.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, least significant byte first. */
final class LittleEndian {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);

  private LittleEndian() {}

  private static VarHandle view(Class<?> arrayClass) {
    return MethodHandles.byteArrayViewVarHandle(arrayClass, ByteOrder.LITTLE_ENDIAN);
  }

  static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  static int i16(byte[] bytes, int at) {
    return (short) SHORTS.get(bytes, at);
  }

  static int u16(byte[] bytes, int at) {
    return i16(bytes, at) & 0xFFFF;
  }

  static int i24(byte[] bytes, int at) {
    return u16(bytes, at) | bytes[at + 2] << 16;
  }

  static int i32(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static long u32(byte[] bytes, int at) {
    return i32(bytes, at) & 0xFFFF_FFFFL;
  }

  static long i64(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static float f32(byte[] bytes, int at) {
    return (float) FLOATS.get(bytes, at);
  }

  static void putI16(byte[] bytes, int at, int value) {
    SHORTS.set(bytes, at, (short) value);
  }

  static void putI24(byte[] bytes, int at, int value) {
    putI16(bytes, at, value);
    bytes[at + 2] = (byte) (value >> 16);
  }

  static void putI32(byte[] bytes, int at, int value) {
    INTS.set(bytes, at, value);
  }

  static void putI64(byte[] bytes, int at, long value) {
    LONGS.set(bytes, at, value);
  }

  static void putF32(byte[] bytes, int at, float value) {
    FLOATS.set(bytes, at, value);
  }
}
