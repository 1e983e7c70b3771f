package org.plumbline.device.table;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one YAML document into located nodes. Refuses what a profile never needs and a stranger's
 * file could abuse: anchors and aliases, several documents, deep nesting, keys given twice.
 */
final class YamlReader {
  static final int MAX_DEPTH = 8;

  private static final Pattern MARK =
      Pattern.compile("\\n in [^\\n]*?line ([0-9]{1,6}), column ([0-9]{1,6}):[^\\n]*");

  private final String file;
  private final YAMLParser parser;

  private YamlReader(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * The document in {@code text}.
   *
   * @throws IOException when it is not YAML or not plain, naming file, line and column
   */
  static YamlNode read(String file, String text) throws IOException {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      YamlReader reader = new YamlReader(file, parser);
      if (parser.nextToken() == null) {
        throw new IOException(file + ": is empty. docs/table-profiles.md shows what to write.");
      }
      YamlNode root = reader.node(0);
      if (parser.nextToken() != null) {
        throw reader.complaint(reader.mark(), "a second document begins; keep one per file");
      }
      return root;
    } catch (JsonProcessingException broken) {
      throw notYaml(file, broken);
    }
  }

  /** The parser's own words end in the place of the problem, with a picture of it after. */
  private static IOException notYaml(String file, JsonProcessingException broken) {
    String words = Objects.requireNonNullElse(broken.getOriginalMessage(), "");
    Matcher mark = MARK.matcher(words);
    String problem = words.lines().findFirst().orElse("");
    Place place = new Place(file, 0);
    int from = 0;
    while (mark.find()) {
      problem = words.substring(from, mark.start()).strip().lines().findFirst().orElse(problem);
      from = mark.end();
      place = new Place(file, Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)), "");
    }
    return new IOException(
        place
            + ": this is not YAML: "
            + Place.shortened(problem.strip())
            + ". Look for a missing colon, quote or blank, or a tab used to indent.",
        broken);
  }

  private YamlNode node(int depth) throws IOException {
    YamlNode.Mark at = mark();
    if (depth > MAX_DEPTH) {
      throw complaint(at, "nested deeper than " + MAX_DEPTH + " levels");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw complaint(at, "anchors (&) and aliases (*) are not used here; write the value out");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(at, depth);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(depth + 1));
      }
      return new YamlNode.Sequence(at, List.copyOf(items));
    }
    String text = Objects.requireNonNullElse(parser.getText(), "");
    return new YamlNode.Scalar(at, text, token == JsonToken.VALUE_NUMBER_INT);
  }

  private YamlNode.Mapping mapping(YamlNode.Mark at, int depth) throws IOException {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      YamlNode.Mark keyAt = mark();
      String key = parser.currentName();
      parser.nextToken();
      if (entries.put(key, new YamlNode.Entry(keyAt, node(depth + 1))) != null) {
        throw complaint(keyAt, "key " + Place.quoted(key) + " is given twice");
      }
    }
    return new YamlNode.Mapping(at, Collections.unmodifiableMap(entries));
  }

  private YamlNode.Mark mark() {
    JsonLocation at = parser.currentTokenLocation();
    return new YamlNode.Mark(at.getLineNr(), at.getColumnNr());
  }

  private IOException complaint(YamlNode.Mark at, String sentence) {
    return new IOException(new Place(file, at.line(), at.column(), "") + ": " + sentence + ".");
  }
}
