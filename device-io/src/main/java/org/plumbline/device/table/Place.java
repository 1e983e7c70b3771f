package org.plumbline.device.table;

/**
 * A place in a file for messages: {@code walk.csv, line 17, column 4 (s0_ax)}.
 *
 * @param line 1-based; 0 for the whole file
 * @param column 1-based; 0 for the whole line
 * @param name of the column, may be empty
 */
record Place(String file, long line, int column, String name) {
  private static final int MAX_QUOTED = 60;

  Place(String file, long line) {
    this(file, line, 0, "");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (column > 0) {
      text.append(", column ").append(column);
    }
    if (!name.isEmpty()) {
      text.append(" (").append(shortened(name)).append(")");
    }
    return text.toString();
  }

  /** Text from a file in quotes, printable and of bounded length. */
  static String quoted(String text) {
    return "\"" + shortened(text) + "\"";
  }

  static String shortened(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= MAX_QUOTED
        ? printable
        : printable.substring(0, MAX_QUOTED) + "...";
  }
}
