package org.plumbline.device.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.plumbline.device.table.StampPattern.Element;

/**
 * Reads stamps of one pattern to whole nanoseconds, exactly and without allocating. One thread at a
 * time.
 */
final class StampReader {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final List<Element> elements;
  private final boolean dated;
  private final boolean halfDays;

  private final int[] fields = new int[128];
  private int at;
  private int fractionNanos;
  private int offsetSeconds;
  private boolean offsetSeen;
  private int cachedDate = -1;
  private long cachedEpochDay;

  StampReader(StampPattern pattern) {
    this.elements = pattern.elements();
    this.dated = pattern.isDated();
    this.halfDays = elements.stream().anyMatch(element -> element.kind() == 'h');
  }

  /** Whether the last stamp told its offset from UTC. */
  boolean hasOffset() {
    return offsetSeen;
  }

  /** Returned by {@link #nanos} for text that does not match. */
  static final long NO_STAMP = Long.MIN_VALUE;

  /**
   * Nanoseconds since 1970-01-01 00:00 on the stamp's own wall clock (on UTC where it has an
   * offset), or {@link #NO_STAMP}.
   */
  long nanos(byte[] bytes, int from, int to) {
    at = from;
    fractionNanos = 0;
    offsetSeconds = 0;
    offsetSeen = false;
    fields['s'] = 0;
    for (int e = 0; e < elements.size(); e++) {
      Element element = elements.get(e);
      if (element.kind() == '[') {
        if (!startsWith(elements.get(e + 1), bytes, to)) {
          e = element.skipTo() - 1;
        }
      } else if (!read(element, bytes, to)) {
        return NO_STAMP;
      }
    }
    return at == to ? assembled() : NO_STAMP;
  }

  private boolean startsWith(Element element, byte[] bytes, int to) {
    if (at >= to) {
      return false;
    }
    return element.kind() == 'L'
        ? bytes[at] == element.literal()
        : element.kind() == 'X'
            ? "Z+-".indexOf(bytes[at]) >= 0
            : element.kind() == 'a' ? "AaPp".indexOf(bytes[at]) >= 0 : isFigure(bytes[at]);
  }

  private boolean read(Element element, byte[] bytes, int to) {
    return switch (element.kind()) {
      case 'L' -> readLiteral(element.literal(), bytes, to);
      case 'S' -> readFraction(bytes, to);
      case 'X' -> readOffset(bytes, to);
      case 'a' -> readHalfDay(bytes, to);
      default -> readField(element, bytes, to);
    };
  }

  private boolean readLiteral(char literal, byte[] bytes, int to) {
    if (at >= to) {
      return false;
    }
    byte found = bytes[at++];
    return found == literal
        || (literal == StampPattern.T_OR_BLANK && (found == 'T' || found == ' '));
  }

  private boolean readField(Element element, byte[] bytes, int to) {
    int least = element.figures() == 1 ? 1 : element.figures();
    int most = element.figures() == 1 ? 2 : element.figures();
    int start = at;
    fields[element.kind()] = readNumber(bytes, Math.min(to, at + most));
    return at - start >= least;
  }

  private int readNumber(byte[] bytes, int to) {
    int value = 0;
    while (at < to && isFigure(bytes[at])) {
      value = value * 10 + (bytes[at++] - '0');
    }
    return value;
  }

  private boolean readFraction(byte[] bytes, int to) {
    int start = at;
    int value = readNumber(bytes, Math.min(to, at + 9));
    int figures = at - start;
    for (int i = figures; i < 9; i++) {
      value *= 10;
    }
    fractionNanos = value;
    return figures > 0;
  }

  private boolean readOffset(byte[] bytes, int to) {
    offsetSeen = true;
    if (at < to && bytes[at] == 'Z') {
      at++;
      return true;
    }
    if (at >= to || (bytes[at] != '+' && bytes[at] != '-')) {
      return false;
    }
    int sign = bytes[at++] == '-' ? -1 : 1;
    int start = at;
    int hours = readNumber(bytes, Math.min(to, at + 2));
    int figures = at - start;
    if (at < to && bytes[at] == ':') {
      at++;
    }
    int minutes = readNumber(bytes, Math.min(to, at + 2));
    offsetSeconds = sign * (hours * 3600 + minutes * 60);
    return figures == 2 && hours <= 18 && minutes < 60;
  }

  private boolean readHalfDay(byte[] bytes, int to) {
    if (to - at < 2 || (bytes[at + 1] | 0x20) != 'm') {
      return false;
    }
    int letter = bytes[at] | 0x20;
    fields['a'] = letter == 'p' ? 12 : 0;
    at += 2;
    return letter == 'a' || letter == 'p';
  }

  private static boolean isFigure(byte b) {
    return b >= '0' && b <= '9';
  }

  private long assembled() {
    if (halfDays) {
      if (fields['h'] < 1 || fields['h'] > 12) {
        return NO_STAMP;
      }
      fields['H'] = fields['h'] % 12 + fields['a'];
    }
    if (fields['H'] > 23 || fields['m'] > 59 || fields['s'] > 59) {
      return NO_STAMP;
    }
    long day = dated ? epochDay() : 0;
    if (day == Long.MIN_VALUE) {
      return NO_STAMP;
    }
    long seconds =
        day * 86_400 + fields['H'] * 3600L + fields['m'] * 60L + fields['s'] - offsetSeconds;
    return seconds * NANOS_PER_SECOND + fractionNanos;
  }

  /** Rows of one session are of one or two days, so the calendar is asked twice at most. */
  private long epochDay() {
    int year = fields['y'] < 100 ? 2000 + fields['y'] : fields['y'];
    int date = (year * 100 + fields['M']) * 100 + fields['d'];
    if (date != cachedDate) {
      try {
        if (year < 1900 || year > 2200) {
          return Long.MIN_VALUE;
        }
        cachedEpochDay = LocalDate.of(year, fields['M'], fields['d']).toEpochDay();
        cachedDate = date;
      } catch (DateTimeException noSuchDay) {
        return Long.MIN_VALUE;
      }
    }
    return cachedEpochDay;
  }
}
