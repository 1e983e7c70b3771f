package org.plumbline.analyzer.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bundle of words, English. Placeholders are {@code {0}}, {@code {1}} ...; arguments are put in
 * as they are, so that a text has the same bytes in every locale.
 */
public final class Texts {
  private static final Properties WORDS = load();

  private Texts() {}

  /**
   * The text for {@code key} with its placeholders filled.
   *
   * @throws IllegalArgumentException when there is no such text
   */
  public static String get(String key, Object... arguments) {
    String text = WORDS.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", arguments[i].toString());
    }
    return text;
  }

  /** Whether the bundle has this key. */
  public static boolean has(String key) {
    return WORDS.containsKey(key);
  }

  /** All keys, sorted. */
  public static Set<String> keys() {
    return new TreeSet<>(WORDS.stringPropertyNames());
  }

  /** A number for people, rounded half even to {@code decimals}, the same in every locale. */
  public static String number(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  private static Properties load() {
    Properties words = new Properties();
    try (InputStream stream = Texts.class.getResourceAsStream("words.properties")) {
      if (stream == null) {
        throw new IllegalStateException("words.properties is not on the class path");
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
