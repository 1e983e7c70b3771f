package org.plumbline.device.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers out of bytes: what {@link Double#parseDouble} gives, bit for bit, but
 * without making a String for the numbers that sensors write.
 *
 * <p>Fast path after Clinger, "How to read floating point numbers accurately" (1990): up to 2^53
 * and powers of ten up to 10^22 are exact doubles, so one multiplication or division rounds once.
 * Everything else goes to the library. Only decimal notation is accepted ({@code -1.5e-3}); not
 * {@code 0x1p3}, {@code 1d}, {@code NaN}, {@code Infinity} or grouping marks. One thread at a time.
 */
final class DecimalCells {
  private static final double[] POWERS_OF_TEN = new double[23];
  private static final long[] LONG_POWERS_OF_TEN = new long[19];
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int MAX_LENGTH = 400;

  static {
    double power = 1;
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = power;
      power *= 10;
    }
    LONG_POWERS_OF_TEN[0] = 1;
    for (int i = 1; i < LONG_POWERS_OF_TEN.length; i++) {
      LONG_POWERS_OF_TEN[i] = 10 * LONG_POWERS_OF_TEN[i - 1];
    }
  }

  private final byte decimalMark;

  private boolean negative;
  private long mantissa;
  private int figures;
  private int exponent;

  DecimalCells(char decimalMark) {
    this.decimalMark = (byte) decimalMark;
  }

  /** The number in {@code bytes[from..to)}, or NaN when there is none; infinite on overflow. */
  double parseDouble(byte[] bytes, int from, int to) {
    if (!scan(bytes, from, to)) {
      return Double.NaN;
    }
    if (figures <= 18 && mantissa <= LARGEST_EXACT && exponent >= -22 && exponent <= 22) {
      double value =
          exponent < 0 ? mantissa / POWERS_OF_TEN[-exponent] : mantissa * POWERS_OF_TEN[exponent];
      return negative ? -value : value;
    }
    return Double.parseDouble(plainText(bytes, from, to));
  }

  /** Returned by {@link #parseNanos} where there is no number, or one beyond 292 years. */
  static final long NO_NANOS = Long.MIN_VALUE;

  /** The number times {@code nanosPerUnit}, rounded once, half up. */
  long parseNanos(byte[] bytes, int from, int to, long nanosPerUnit) {
    if (!scan(bytes, from, to)) {
      return NO_NANOS;
    }
    if (figures <= 18 && exponent <= 0 && exponent > -LONG_POWERS_OF_TEN.length) {
      long high = Math.multiplyHigh(mantissa, nanosPerUnit);
      long product = mantissa * nanosPerUnit;
      long divisor = LONG_POWERS_OF_TEN[-exponent];
      if (high == 0 && product >= 0 && product <= Long.MAX_VALUE - divisor) {
        long nanos = (product + divisor / 2) / divisor;
        return negative ? -nanos : nanos;
      }
    }
    if (Math.abs((long) exponent) > MAX_LENGTH) {
      return NO_NANOS;
    }
    BigDecimal exact =
        new BigDecimal(plainText(bytes, from, to))
            .multiply(BigDecimal.valueOf(nanosPerUnit))
            .setScale(0, RoundingMode.HALF_UP);
    return exact.toBigInteger().bitLength() < Long.SIZE ? exact.longValueExact() : NO_NANOS;
  }

  /** Splits the text into sign, figures and exponent; false when it is no decimal number. */
  private boolean scan(byte[] bytes, int from, int to) {
    if (from >= to || to - from > MAX_LENGTH) {
      return false;
    }
    int at = from;
    negative = bytes[at] == '-';
    if (negative || bytes[at] == '+') {
      at++;
    }
    mantissa = 0;
    figures = 0;
    exponent = 0;
    int seen = 0;
    boolean afterMark = false;
    for (; at < to; at++) {
      byte b = bytes[at];
      if (b >= '0' && b <= '9') {
        seen++;
        if (figures > 0 || b != '0') {
          figures++;
        }
        if (figures <= 18) {
          mantissa = mantissa * 10 + (b - '0');
        }
        if (afterMark) {
          exponent--;
        }
      } else if (b == decimalMark && !afterMark) {
        afterMark = true;
      } else {
        break;
      }
    }
    return seen > 0 && (at == to || scanExponent(bytes, at, to));
  }

  private boolean scanExponent(byte[] bytes, int from, int to) {
    int at = from;
    if (bytes[at] != 'e' && bytes[at] != 'E') {
      return false;
    }
    at++;
    boolean minus = at < to && bytes[at] == '-';
    if (at < to && (minus || bytes[at] == '+')) {
      at++;
    }
    if (at == to || to - at > 5) {
      return false;
    }
    int value = 0;
    for (; at < to; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
      value = value * 10 + (bytes[at] - '0');
    }
    exponent += minus ? -value : value;
    return true;
  }

  private String plainText(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return decimalMark == '.' ? text : text.replace((char) decimalMark, '.');
  }
}
