package org.plumbline.device.protocol;

import java.util.Locale;
import java.util.Optional;

/** How a sample's values are stored in a DATA frame, least significant byte first. */
public enum SampleType {
  I16(2),
  I24(3),
  I32(4),
  /** IEEE 754; NaN where a value is missing, and so is an infinity, which no sensor measures. */
  F32(4);

  private final int bytes;

  SampleType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one value. */
  public int bytes() {
    return bytes;
  }

  /** Whether the values are integer counts. */
  public boolean isCounts() {
    return this != F32;
  }

  /** {@code "i16"}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this id. */
  static Optional<SampleType> of(String id) {
    for (SampleType type : values()) {
      if (type.id().equals(id)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code count} can be stored. */
  boolean holds(int count) {
    int unused = Integer.SIZE - 8 * bytes;
    return count << unused >> unused == count;
  }

  /** Reads {@code counts.length} integers from {@code from} on. */
  void read(byte[] frame, int from, int[] counts) {
    int at = from;
    switch (this) {
      case I16 -> {
        for (int i = 0; i < counts.length; i++, at += 2) {
          counts[i] = LittleEndian.i16(frame, at);
        }
      }
      case I24 -> {
        for (int i = 0; i < counts.length; i++, at += 3) {
          counts[i] = LittleEndian.i24(frame, at);
        }
      }
      case I32 -> {
        for (int i = 0; i < counts.length; i++, at += 4) {
          counts[i] = LittleEndian.i32(frame, at);
        }
      }
      case F32 -> throw new IllegalArgumentException("f32 samples are no counts");
    }
  }

  /** Reads {@code values.length} numbers of type {@link #F32} from {@code from} on. */
  static void read(byte[] frame, int from, double[] values) {
    int at = from;
    for (int i = 0; i < values.length; i++, at += 4) {
      float value = LittleEndian.f32(frame, at);
      values[i] = Float.isFinite(value) ? value : Double.NaN;
    }
  }

  /** Writes one count at {@code at}. */
  void write(byte[] frame, int at, int count) {
    switch (this) {
      case I16 -> LittleEndian.putI16(frame, at, count);
      case I24 -> LittleEndian.putI24(frame, at, count);
      case I32 -> LittleEndian.putI32(frame, at, count);
      case F32 -> throw new IllegalArgumentException("f32 samples are no counts");
    }
  }
}
