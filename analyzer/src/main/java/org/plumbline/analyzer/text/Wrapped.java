package org.plumbline.analyzer.text;

import java.util.ArrayList;
import java.util.List;

/** A text in lines of a width, broken between words. */
public final class Wrapped {
  private Wrapped() {}

  /**
   * The lines.
   *
   * @param indent before the first line; further ones stand four columns further in
   */
  public static List<String> lines(String text, String indent, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    boolean empty = true;
    if (indent.length() + text.length() <= width) {
      return List.of(indent + text);
    }
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent + "    ");
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
