package org.plumbline.analyzer.comparison;

import java.util.ArrayList;
import java.util.List;

/** Rows as an aligned table: words to the left. */
final class Columns {
  private Columns() {}

  static List<String> lines(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        int column = c;
        int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
        line.append("  ").append(row.get(c)).append(" ".repeat(width - row.get(c).length()));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
