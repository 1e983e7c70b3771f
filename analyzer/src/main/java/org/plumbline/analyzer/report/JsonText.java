package org.plumbline.analyzer.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes JSON with the keys in the order of the calls, no spaces, and a line feed only where {@link
 * #newLine()} asks for one. Not a general writer: it trusts its caller to close what it opens.
 */
final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder();
  private boolean first = true;
  private boolean afterKey;
  private boolean breakNext;

  JsonText open(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  JsonText close(char bracket) {
    out.append(bracket);
    first = false;
    breakNext = false;
    return this;
  }

  /** The next key or element starts on a new line. */
  JsonText newLine() {
    breakNext = true;
    return this;
  }

  JsonText key(String key) {
    separate();
    quote(key);
    out.append(':');
    afterKey = true;
    return this;
  }

  JsonText string(String value) {
    separate();
    quote(value);
    first = false;
    return this;
  }

  /** {@code null} where the number is not finite. */
  JsonText number(double value, String unit) {
    String text = Decimals.text(value, unit);
    return literal(text.isEmpty() ? "null" : text);
  }

  JsonText number(long value) {
    return literal(Long.toString(value));
  }

  JsonText bool(boolean value) {
    return literal(value ? "true" : "false");
  }

  JsonText nothing() {
    return literal("null");
  }

  /** Text that already is JSON. */
  JsonText literal(String json) {
    separate();
    out.append(json);
    first = false;
    return this;
  }

  /** What another program wrote, with its own digits and order of keys. */
  JsonText tree(JsonNode node) {
    if (node.isObject()) {
      open('{');
      node.properties().forEach(entry -> key(entry.getKey()).tree(entry.getValue()));
      return close('}');
    }
    if (node.isArray()) {
      open('[');
      node.forEach(this::tree);
      return close(']');
    }
    return node.isTextual() ? string(node.textValue()) : literal(node.toString());
  }

  /** The text so far. */
  String text() {
    return out.toString();
  }

  /** Refuses a key that an object already has: silently losing one of the two would be worse. */
  static final class Keys {
    private final Set<String> seen = new HashSet<>();

    String once(String key, String where) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException(where + ": two entries are called " + key);
      }
      return key;
    }
  }

  private void separate() {
    if (afterKey) {
      afterKey = false;
      return;
    }
    if (!first) {
      out.append(',');
    }
    if (breakNext) {
      out.append('\n');
      breakNext = false;
    }
    first = false;
  }

  private void quote(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || loneSurrogate(value, i)) {
        escape(c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Half a character has no UTF-8 form; it would silently become a question mark. */
  private static boolean loneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX[(c >> shift) & 0xf]);
    }
  }
}
