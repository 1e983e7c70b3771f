package org.plumbline.device.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads date-time stamps to whole nanoseconds, exactly and without allocating.
 *
 * <p>Letters as in Java's date patterns, figures only: {@code y M d H m s} (two or more letters:
 * exactly so many figures; one letter: one or two), {@code S} (one to nine figures of a fraction,
 * however many letters), {@code X} (Z or an offset such as +01:00), {@code '...'} for text, {@code
 * [...]} for a part that may be absent. {@code iso} is {@code yyyy-MM-dd'T'HH:mm[:ss][.SSS][X]}
 * with T or a blank. One thread at a time.
 */
public final class StampPattern {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
  private static final char T_OR_BLANK = '\u0001';

  /** A field letter, a literal ({@code 'L'}) or an optional part ({@code '['}). */
  private record Element(char kind, int figures, char literal, int skipTo) {}

  private final String text;
  private final List<Element> elements;
  private final boolean dated;

  private final int[] fields = new int[128];
  private int at;
  private int fractionNanos;
  private int offsetSeconds;
  private boolean offsetSeen;
  private int cachedDate = -1;
  private long cachedEpochDay;

  private StampPattern(String text, List<Element> elements) {
    this.text = text;
    this.elements = List.copyOf(elements);
    this.dated = elements.stream().anyMatch(e -> e.kind == 'd');
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException when it is none, with a message for the user
   */
  public static StampPattern of(String pattern) {
    String source =
        pattern.equals("iso") ? "yyyy-MM-dd" + T_OR_BLANK + "HH:mm[:ss][.SSS][X]" : pattern;
    List<Element> elements = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if ("yMdHmsS".indexOf(c) >= 0) {
        int from = i;
        while (i + 1 < source.length() && source.charAt(i + 1) == c) {
          i++;
        }
        elements.add(new Element(c, i - from + 1, c, 0));
      } else if (c == 'X') {
        elements.add(new Element(c, 0, c, 0));
      } else if (c == '[' && open < 0) {
        open = elements.size();
        elements.add(new Element(c, 0, c, 0));
      } else if (c == ']' && open >= 0) {
        elements.set(open, new Element('[', 0, c, elements.size()));
        open = -1;
      } else if (c == '\'' && source.indexOf('\'', i + 1) > 0) {
        int close = source.indexOf('\'', i + 1);
        source.substring(i + 1, close).chars().forEach(q -> elements.add(literal((char) q)));
        i = close;
      } else if (Character.isLetter(c) || c == '[' || c == ']' || c == '\'') {
        throw new IllegalArgumentException(
            "stamp pattern \""
                + pattern
                + "\": '"
                + c
                + "' is not understood; use y M d H m s S X,"
                + " text in '...', a part that may be absent in [...], or iso");
      } else {
        elements.add(literal(c));
      }
    }
    requireTime(pattern, elements, open);
    return new StampPattern(pattern, elements);
  }

  private static Element literal(char c) {
    return new Element('L', 0, c, 0);
  }

  private static void requireTime(String pattern, List<Element> elements, int open) {
    String kinds = elements.stream().map(e -> String.valueOf(e.kind)).reduce("", (a, b) -> a + b);
    long ofDate = "yMd".chars().filter(k -> kinds.indexOf(k) >= 0).count();
    if (open >= 0 || kinds.indexOf('H') < 0 || kinds.indexOf('m') < 0 || ofDate % 3 != 0) {
      throw new IllegalArgumentException(
          "stamp pattern \""
              + pattern
              + "\" needs hours and minutes (HH:mm), a whole date"
              + " (yyyy-MM-dd) or none, and a ] for each [");
    }
  }

  /** Whether the stamps name a day; otherwise they start again at midnight. */
  boolean isDated() {
    return dated;
  }

  /** Whether the last stamp read told its offset from UTC. */
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
      if (element.kind == '[') {
        if (!startsWith(elements.get(e + 1), bytes, to)) {
          e = element.skipTo - 1;
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
    return element.kind == 'L'
        ? bytes[at] == element.literal
        : element.kind == 'X' ? "Z+-".indexOf(bytes[at]) >= 0 : isFigure(bytes[at]);
  }

  private boolean read(Element element, byte[] bytes, int to) {
    return switch (element.kind) {
      case 'L' -> readLiteral(element.literal, bytes, to);
      case 'S' -> readFraction(bytes, to);
      case 'X' -> readOffset(bytes, to);
      default -> readField(element, bytes, to);
    };
  }

  private boolean readLiteral(char literal, byte[] bytes, int to) {
    if (at >= to) {
      return false;
    }
    byte found = bytes[at++];
    return found == literal || (literal == T_OR_BLANK && (found == 'T' || found == ' '));
  }

  private boolean readField(Element element, byte[] bytes, int to) {
    int least = element.figures == 1 ? 1 : element.figures;
    int most = element.figures == 1 ? 2 : element.figures;
    int start = at;
    fields[element.kind] = readNumber(bytes, Math.min(to, at + most));
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

  private static boolean isFigure(byte b) {
    return b >= '0' && b <= '9';
  }

  private long assembled() {
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

  @Override
  public String toString() {
    return text;
  }
}
