package org.plumbline.device.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What date-time stamps look like; {@link StampReader} reads them.
 *
 * <p>Letters as in Java's date patterns, figures only: {@code y M d H h m s} (two or more letters:
 * exactly so many figures; one letter: one or two), {@code a} (AM or PM, with {@code h}, the hour
 * of a 12-hour clock), {@code S} (one to nine figures of a fraction, however many letters), {@code
 * X} (Z or an offset such as +01:00), {@code '...'} for text, {@code [...]} for a part that may be
 * absent. {@code iso} is {@code yyyy-MM-dd'T'HH:mm[:ss][.SSS][X]} with T or a blank. Immutable;
 * equal when written alike.
 */
public final class StampPattern {
  static final long NANOS_PER_DAY = 86_400_000_000_000L;
  static final char T_OR_BLANK = '\u0001';

  /** A field letter, a literal ({@code 'L'}) or an optional part ({@code '['}). */
  record Element(char kind, int figures, char literal, int skipTo) {}

  private final String text;
  private final List<Element> elements;
  private final boolean dated;

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
      if ("yMdHhmsS".indexOf(c) >= 0) {
        int from = i;
        while (i + 1 < source.length() && source.charAt(i + 1) == c) {
          i++;
        }
        elements.add(new Element(c, i - from + 1, c, 0));
      } else if (c == 'X' || c == 'a') {
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
                + "' is not understood; use y M d H m s S X, h with a (AM or PM),"
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
    boolean hours24 = kinds.indexOf('H') >= 0;
    boolean hours12 = kinds.indexOf('h') >= 0;
    if (hours12 != (kinds.indexOf('a') >= 0) || (hours24 && hours12)) {
      throw new IllegalArgumentException(
          "stamp pattern \""
              + pattern
              + "\": a 12-hour clock needs both h and a (hh:mm:ss a), one of 24 hours H alone");
    }
    if (open >= 0 || hours24 == hours12 || kinds.indexOf('m') < 0 || ofDate % 3 != 0) {
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

  List<Element> elements() {
    return elements;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StampPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
