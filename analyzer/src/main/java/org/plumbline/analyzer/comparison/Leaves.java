package org.plumbline.analyzer.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every single value of a JSON tree by its path, so that two trees can be held side by side. */
final class Leaves {
  /** What tells one item of a list from another, so that an item that was put in moves no other. */
  private static final List<String> NAMES =
      List.of("rule", "row", "metric", "bad", "id", "location", "placement", "segment", "side");

  private final Map<String, String> values = new LinkedHashMap<>();

  private Leaves() {}

  /** Path to value, in the order of the tree. */
  static Map<String, String> of(JsonNode tree) {
    Leaves leaves = new Leaves();
    leaves.add("", tree);
    return leaves.values;
  }

  private void add(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(entry -> add(joined(path, entry.getKey()), entry.getValue()));
    } else if (node.isArray() && node.size() > 0 && node.get(0).isObject()) {
      for (int i = 0; i < node.size(); i++) {
        add(joined(path, name(node.get(i), i)), node.get(i));
      }
    } else if (!node.isNull() && !(node.isArray() && node.isEmpty())) {
      String key = path;
      for (int again = 2; values.containsKey(key); again++) {
        key = path + " #" + again;
      }
      values.put(key, node.isTextual() ? node.textValue() : node.toString());
    }
  }

  private static String joined(String path, String key) {
    return path.isEmpty() ? key : path + "/" + key;
  }

  private static String name(JsonNode item, int index) {
    StringBuilder name = new StringBuilder();
    for (String key : NAMES) {
      JsonNode value = item.path(key);
      if (value.isTextual()) {
        name.append(name.length() == 0 ? "" : " ").append(value.textValue());
      }
    }
    return name.length() == 0 ? String.valueOf(index + 1) : name.toString();
  }
}
