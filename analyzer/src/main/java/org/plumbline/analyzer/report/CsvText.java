package org.plumbline.analyzer.report;

/**
 * Writes comma-separated values as RFC 4180 has them: comma, CR LF after every row, quotes where
 * needed and doubled inside.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front, for exercise and
 * sensor names come from files of strangers.
 */
final class CsvText {
  private final StringBuilder out = new StringBuilder();
  private final int columns;
  private int column;

  CsvText(String... header) {
    columns = header.length;
    for (String name : header) {
      text(name);
    }
    endRow();
  }

  CsvText text(String value) {
    boolean formula =
        !value.isEmpty()
            && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
            && !value.matches("-[A-Za-z0-9_-]*");
    return field(formula ? "'" + value : value);
  }

  /** Empty where the number is not finite. */
  CsvText number(double value, String unit) {
    return field(Decimals.text(value, unit));
  }

  CsvText number(long value) {
    return field(Long.toString(value));
  }

  CsvText bool(boolean value) {
    return field(value ? "true" : "false");
  }

  /** So many empty fields. */
  CsvText empty(int fields) {
    for (int i = 0; i < fields; i++) {
      field("");
    }
    return this;
  }

  void endRow() {
    if (column != columns) {
      throw new IllegalStateException(column + " fields in a row of " + columns);
    }
    out.append("\r\n");
    column = 0;
  }

  /** The text so far. */
  String text() {
    return out.toString();
  }

  /** Characters that {@link #take} would give. */
  int length() {
    return out.length();
  }

  /** The rows since the last call, which are forgotten here. */
  String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }

  private CsvText field(String value) {
    if (column++ > 0) {
      out.append(',');
    }
    boolean quoted = false;
    for (int i = 0; i < value.length() && !quoted; i++) {
      quoted = ",\"\r\n".indexOf(value.charAt(i)) >= 0;
    }
    if (quoted) {
      out.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      out.append(value);
    }
    return this;
  }
}
