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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundle of words, English. Placeholders are {@code {0}}, {@code {1}} ...; arguments are put in
 * as they are, so that a text has the same bytes in every locale. {@code
 * {0|repetition|repetitions}} is the first word where the argument is 1 and else the second, in
 * which {@code #} is the argument.
 */
public final class Texts {
  private static final Properties WORDS = load();

  private static final Pattern PLACE =
      Pattern.compile("\\{([0-9]{1,2})(?:\\|([^|{}]*)\\|([^|{}]*))?\\}");

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
    Matcher places = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (places.find()) {
      int index = Integer.parseInt(places.group(1));
      String there =
          index >= arguments.length ? places.group() : chosen(places, arguments[index].toString());
      places.appendReplacement(filled, Matcher.quoteReplacement(there));
    }
    return places.appendTail(filled).toString();
  }

  /** The argument, or the word that goes with its number. */
  private static String chosen(Matcher place, String argument) {
    String one = place.group(2);
    if (one == null) {
      return argument;
    }
    return argument.equals("1") ? one : place.group(3).replace("#", argument);
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
