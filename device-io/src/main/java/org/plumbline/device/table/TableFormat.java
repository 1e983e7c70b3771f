package org.plumbline.device.table;

import java.util.List;

/**
 * How the text of a table is cut into cells.
 *
 * @param delimiter between cells
 * @param skipLines lines to pass over at the top, before anything else is looked at
 * @param commentPrefix lines that begin with it are passed over anywhere; empty for none
 * @param header whether the first remaining line names the columns
 * @param unitLines lines between the header and the first row of numbers
 * @param columns how many columns there must be; 0 when the file decides
 * @param decimalMark {@code '.'} or {@code ','}
 * @param missing cells that stand for "no value", compared without regard to case
 */
public record TableFormat(
    Delimiter delimiter,
    int skipLines,
    String commentPrefix,
    boolean header,
    int unitLines,
    int columns,
    char decimalMark,
    List<String> missing) {

  /** What separates two cells. */
  public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    /** Any run of blanks and tabs. */
    WHITESPACE(' '),
    /** The one of comma, semicolon and tab that occurs, else whitespace. */
    AUTO('\0');

    private final char sign;

    Delimiter(char sign) {
      this.sign = sign;
    }

    char sign() {
      return sign;
    }
  }

  /** What counts as missing when a profile does not say: an empty cell, and "nan". */
  public static final List<String> DEFAULT_MISSING = List.of("", "nan");

  static final int MAX_TOP_LINES = 1_000;

  public TableFormat {
    missing = List.copyOf(missing);
    requireLines("skipLines", skipLines);
    requireLines("unitLines", unitLines);
    if (columns < 0 || columns > CellSplitter.MAX_COLUMNS) {
      throw new IllegalArgumentException(
          "columns: " + columns + " is not in 0.." + CellSplitter.MAX_COLUMNS);
    }
    if (decimalMark != '.' && decimalMark != ',') {
      throw new IllegalArgumentException("decimal mark '" + decimalMark + "' is neither . nor ,");
    }
    if (decimalMark == ',' && delimiter == Delimiter.COMMA) {
      throw new IllegalArgumentException(
          "the comma cannot be both the delimiter and the decimal mark");
    }
  }

  private static void requireLines(String key, int lines) {
    if (lines < 0 || lines > MAX_TOP_LINES) {
      throw new IllegalArgumentException(key + ": " + lines + " is not in 0.." + MAX_TOP_LINES);
    }
  }
}
