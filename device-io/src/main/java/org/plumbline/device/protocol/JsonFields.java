package org.plumbline.device.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, read strictly; a message names the path of what is wrong. */
final class JsonFields {
  /** Longest name or text a person has to read. */
  private static final int MAX_TEXT_CHARACTERS = 64;

  private final JsonNode node;
  private final String path;

  private JsonFields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** Wraps {@code node}, which must be an object. */
  static JsonFields of(JsonNode node, String path) throws MalformedFrameException {
    if (!node.isObject()) {
      throw new MalformedFrameException(path + " is " + shown(node) + ", not an object");
    }
    return new JsonFields(node, path);
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** Where this object stands. */
  String path() {
    return path;
  }

  String text(String field) throws MalformedFrameException {
    JsonNode value = required(field);
    if (!value.isTextual()) {
      throw wrong(field, value, "a text");
    }
    String text = value.textValue();
    if (text.isEmpty()
        || text.length() > MAX_TEXT_CHARACTERS
        || text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(
          field, value, "1 to " + MAX_TEXT_CHARACTERS + " characters without control characters");
    }
    return text;
  }

  String text(String field, String absent) throws MalformedFrameException {
    return has(field) ? text(field) : absent;
  }

  double number(String field) throws MalformedFrameException {
    JsonNode value = required(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(field, value, "a number");
    }
    return value.doubleValue();
  }

  double number(String field, double absent) throws MalformedFrameException {
    return has(field) ? number(field) : absent;
  }

  int integer(String field, int low, int high) throws MalformedFrameException {
    JsonNode value = required(field);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < low
        || value.intValue() > high) {
      throw wrong(field, value, "a whole number in " + low + ".." + high);
    }
    return value.intValue();
  }

  /** The objects of an array with at least one element. */
  List<JsonFields> objects(String field) throws MalformedFrameException {
    JsonNode array = required(field);
    if (!array.isArray() || array.isEmpty()) {
      throw wrong(field, array, "an array of objects");
    }
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : array) {
      objects.add(of(element, pathOf(field) + "[" + objects.size() + "]"));
    }
    return objects;
  }

  MalformedFrameException wrong(String field, String why) {
    return new MalformedFrameException(pathOf(field) + ": " + why);
  }

  private MalformedFrameException wrong(String field, JsonNode value, String expected) {
    return new MalformedFrameException(pathOf(field) + " is " + shown(value) + ", not " + expected);
  }

  private JsonNode required(String field) throws MalformedFrameException {
    @Nullable JsonNode value = node.get(field);
    if (value == null) {
      throw new MalformedFrameException(pathOf(field) + " is missing");
    }
    return value;
  }

  private String pathOf(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** A value in a message, shortened and without control characters (JSON escapes them). */
  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= MAX_TEXT_CHARACTERS
        ? text
        : text.substring(0, MAX_TEXT_CHARACTERS) + "...";
  }
}
