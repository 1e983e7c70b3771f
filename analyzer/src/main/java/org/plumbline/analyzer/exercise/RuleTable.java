package org.plumbline.analyzer.exercise;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a rule can name as where its limits come from; {@code docs/exercises.md} says what
 * each is about.
 */
final class RuleTable {
  /** A limit that is in no row. */
  static final String OWN = "own metric";

  /** Nothing was ever published about it. */
  static final String NONE = "-";

  private static final List<String> ROWS = rows();

  private RuleTable() {}

  static boolean has(String row) {
    return ROWS.contains(row);
  }

  /** In the order of the page. */
  static List<String> all() {
    return ROWS;
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    numbered(rows, "HAM", 5);
    numbered(rows, "GLU", 2);
    numbered(rows, "PEL", 5);
    numbered(rows, "VAL", 3);
    numbered(rows, "TRK", 1);
    numbered(rows, "HIN", 1);
    numbered(rows, "SYM", 2);
    numbered(rows, "DEP", 1);
    numbered(rows, "TMP", 1);
    numbered(rows, "SMO", 1);
    numbered(rows, "FAT", 3);
    numbered(rows, "HEEL", 2);
    rows.add(OWN);
    rows.add(NONE);
    return List.copyOf(rows);
  }

  private static void numbered(List<String> rows, String about, int count) {
    for (int number = 1; number <= count; number++) {
      rows.add(about + "-" + number);
    }
  }
}
