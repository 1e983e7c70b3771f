package org.plumbline.analyzer.exercise;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location;

/**
 * A piece of a YAML document that knows where it stands: a single value, a list, or keys with
 * values. Refuses what an exercise never needs and a stranger's file could abuse: anchors, several
 * documents, deep nesting, keys given twice.
 *
 * @param kind what it is
 * @param text of a single value, as it was written
 * @param items of a list
 * @param keys with their values, in the order of the document
 */
record YamlPart(Place at, Kind kind, String text, List<YamlPart> items, Map<String, Entry> keys) {

  private static final int MOST_LEVELS = 8;
  private static final int MOST_QUOTED = 60;

  /** What a part is. */
  enum Kind {
    VALUE,
    LIST,
    KEYS
  }

  /** A part that was refused, with its place in the message. */
  static final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** A value and where its key stands. */
  record Entry(Place keyAt, YamlPart value) {}

  /** File, line and column, both from 1. */
  record Place(String file, int line, int column) {

    /** What is wrong here, as a sentence for people. */
    Refused wrong(String key, Object... arguments) {
      return saying(Texts.get("yaml." + key, arguments));
    }

    Refused saying(String sentence) {
      return new Refused(Texts.get("yaml.place", file, line, column, sentence));
    }
  }

  /**
   * The document.
   *
   * @param file for messages
   * @throws IllegalArgumentException when it is no plain YAML: what, in which line and column
   */
  static YamlPart read(String file, String yaml) {
    try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
      if (parser.nextToken() == null) {
        throw new Place(file, 1, 1).wrong("empty");
      }
      YamlPart root = part(file, parser, 0);
      if (parser.nextToken() != null) {
        throw place(file, parser).wrong("second-document");
      }
      return root;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Place place =
          at == null ? new Place(file, 1, 1) : new Place(file, at.getLineNr(), at.getColumnNr());
      String words = Objects.requireNonNullElse(e.getOriginalMessage(), "");
      throw place.wrong("no-yaml", shortened(words.lines().findFirst().orElse("")));
    } catch (IOException e) {
      throw new IllegalStateException("a text is read without a file", e);
    }
  }

  private static Place place(String file, YAMLParser parser) {
    JsonLocation at = parser.currentTokenLocation();
    return new Place(file, at.getLineNr(), at.getColumnNr());
  }

  private static YamlPart part(String file, YAMLParser parser, int level) throws IOException {
    Place at = place(file, parser);
    if (level > MOST_LEVELS) {
      throw at.wrong("deep", MOST_LEVELS);
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw at.wrong("anchor");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new YamlPart(at, Kind.KEYS, "", List.of(), keys(file, parser, level));
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlPart> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(part(file, parser, level + 1));
      }
      return new YamlPart(at, Kind.LIST, "", List.copyOf(items), Map.of());
    }
    String text = Objects.requireNonNullElse(parser.getText(), "");
    return new YamlPart(at, Kind.VALUE, text, List.of(), Map.of());
  }

  private static Map<String, Entry> keys(String file, YAMLParser parser, int level)
      throws IOException {
    Map<String, Entry> keys = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyAt = place(file, parser);
      String key = parser.currentName();
      parser.nextToken();
      if (keys.put(key, new Entry(keyAt, part(file, parser, level + 1))) != null) {
        throw keyAt.wrong("twice", shortened(key));
      }
    }
    return keys;
  }

  /** These keys and no others. */
  YamlPart allowing(String... allowed) {
    if (kind != Kind.KEYS) {
      throw at.wrong("keys-wanted", String.join(", ", allowed), said());
    }
    keys.forEach(
        (key, entry) -> {
          if (!List.of(allowed).contains(key)) {
            throw entry.keyAt().wrong("unknown", shortened(key), String.join(", ", allowed));
          }
        });
    return this;
  }

  Optional<YamlPart> find(String key) {
    return Optional.ofNullable(keys.get(key)).map(Entry::value);
  }

  YamlPart get(String key) {
    return find(key).orElseThrow(() -> at.wrong("missing", key));
  }

  /** The items under a key; none where the key is not there. */
  List<YamlPart> list(String key) {
    Optional<YamlPart> list = find(key);
    if (list.isPresent() && list.get().kind != Kind.LIST) {
      throw list.get().at.wrong("list-wanted", key, list.get().said());
    }
    return list.map(YamlPart::items).orElse(List.of());
  }

  /** A single value that is not empty. */
  String value() {
    if (kind != Kind.VALUE || text.isBlank()) {
      throw at.wrong("value-wanted", said());
    }
    return text.strip();
  }

  double number() {
    String written = value();
    if (!written.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw at.wrong("number-wanted", said());
    }
    return Double.parseDouble(written);
  }

  int whole() {
    double number = number();
    if (number != Math.rint(number)) {
      throw at.wrong("whole-wanted", said());
    }
    return (int) number;
  }

  boolean yes() {
    String written = value();
    if (!written.equals("true") && !written.equals("false")) {
      throw at.wrong("true-wanted", said());
    }
    return written.equals("true");
  }

  /** One of a set of words; {@code _} and {@code -} are the same. */
  <T extends Enum<T>> T word(Class<T> type) {
    String written = value().replace('_', '-');
    List<String> words = new ArrayList<>();
    for (T one : type.getEnumConstants()) {
      String word = Location.idOf(one);
      if (word.equals(written)) {
        return one;
      }
      words.add(word);
    }
    throw at.wrong("word-wanted", String.join(", ", words), said());
  }

  /** What stands here, for messages. */
  String said() {
    return switch (kind) {
      case LIST -> Texts.get("yaml.a-list");
      case KEYS -> Texts.get("yaml.some-keys");
      case VALUE -> text.isBlank() ? Texts.get("yaml.nothing") : "\"" + shortened(text) + "\"";
    };
  }

  private static String shortened(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= MOST_QUOTED
        ? printable
        : printable.substring(0, MOST_QUOTED) + "...";
  }
}
