package org.plumbline.device.table;

import java.util.List;
import java.util.Map;

/**
 * A piece of a YAML document that knows where it stands. Every scalar stays the text that was
 * written, so that {@code no}, {@code 0777} or {@code 1:30} mean nothing they do not say.
 */
sealed interface YamlNode {

  Mark at();

  /** What it is, for messages. */
  String kind();

  /** 1-based line and column. */
  record Mark(int line, int column) {}

  /**
   * A single value.
   *
   * @param bareNumber whether it is figures without quotes
   */
  record Scalar(Mark at, String text, boolean bareNumber) implements YamlNode {
    @Override
    public String kind() {
      return text.isEmpty() ? "nothing" : Place.quoted(text);
    }
  }

  /** A list. */
  record Sequence(Mark at, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in the order of the document. */
  record Mapping(Mark at, Map<String, Entry> entries) implements YamlNode {
    @Override
    public String kind() {
      return "keys with values";
    }
  }

  /** A value and where its key stands. */
  record Entry(Mark keyAt, YamlNode value) {}
}
