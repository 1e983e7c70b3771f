package org.plumbline.device.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.plumbline.device.table.TimeRule.TimeCell;

/** Turns the cells of a line into the numbers of a {@link Row}, or says what is wrong with it. */
final class RowReader {
  /** Beyond it a double no longer tells neighbouring whole numbers apart. */
  private static final double LARGEST_COUNTER = 1L << 53;

  private final TableLayout layout;
  private final CellSplitter cells;
  private final DecimalCells decimals;
  private final TimeCell timeCell;
  private final StampReader stamps;
  private final int[] columns;
  private final byte[][] missing;
  private final boolean emptyIsMissing;

  private int wrongColumn;
  private String wrong = "";

  RowReader(TableLayout layout) {
    this.layout = layout;
    this.cells = new CellSplitter(layout.delimiter());
    this.decimals = new DecimalCells(layout.profile().format().decimalMark());
    this.timeCell =
        layout.profile().time() instanceof TimeRule.ByColumn timed
            ? timed.cell()
            : new TimeCell.Count(1);
    this.stamps =
        new StampReader(
            timeCell instanceof TimeCell.Stamp stamp ? stamp.pattern() : StampPattern.of("iso"));
    this.columns = layout.channelColumns().stream().mapToInt(Integer::intValue).toArray();
    List<String> tokens = layout.profile().format().missing();
    this.missing =
        tokens.stream()
            .filter(t -> !t.isEmpty())
            .map(t -> t.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    this.emptyIsMissing = tokens.contains("");
  }

  /** Fills {@code row} from the current line; false when the line is no row, see {@link #wrong}. */
  boolean read(LineReader lines, Row row) {
    row.line = lines.number();
    row.bytes = lines.byteLength();
    int count = cells.split(lines);
    int expected = layout.columns();
    boolean fits = count == expected || (count == expected + 1 && cells.isEmpty(count - 1));
    if (cells.openQuoteColumn() > 0 || !fits) {
      return failShape(count);
    }
    return readTime(row) && readCounter(row) && readValues(row);
  }

  private boolean failShape(int count) {
    wrongColumn = -1;
    wrong =
        cells.openQuoteColumn() > 0
            ? "the quote opened in column " + cells.openQuoteColumn() + " is never closed"
            : "found " + count + " columns where " + layout.columns() + " belong";
    return false;
  }

  private boolean readTime(Row row) {
    int column = layout.timeColumn();
    if (column < 0) {
      return true;
    }
    byte[] bytes = cells.bytes();
    if (timeCell instanceof TimeCell.Count count) {
      row.timeNanos =
          decimals.parseNanos(bytes, cells.start(column), cells.end(column), count.nanosPerUnit());
      return row.timeNanos != DecimalCells.NO_NANOS || fail(column, "a time in figures");
    }
    row.timeNanos = stamps.nanos(bytes, cells.start(column), cells.end(column));
    return row.timeNanos != StampReader.NO_STAMP
        || fail(column, "a stamp like " + ((TimeCell.Stamp) timeCell).pattern());
  }

  private boolean readCounter(Row row) {
    int column = layout.counterColumn();
    if (column < 0) {
      return true;
    }
    double value = decimals.parseDouble(cells.bytes(), cells.start(column), cells.end(column));
    if (!(value >= 0 && value < LARGEST_COUNTER) || value != Math.rint(value)) {
      return fail(column, "a whole number as counter");
    }
    row.counter = (long) value;
    return true;
  }

  private boolean readValues(Row row) {
    for (int i = 0; i < columns.length; i++) {
      int column = columns[i];
      double value = decimals.parseDouble(cells.bytes(), cells.start(column), cells.end(column));
      if (!Double.isFinite(value)
          && (Double.isInfinite(value) || !isMissing(cells.start(column), cells.end(column)))) {
        return fail(column, "a number");
      }
      row.values[i] = value;
    }
    return true;
  }

  private boolean isMissing(int from, int to) {
    if (from == to) {
      return emptyIsMissing;
    }
    for (byte[] token : missing) {
      if (token.length == to - from && matches(token, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(byte[] token, int from) {
    byte[] bytes = cells.bytes();
    for (int i = 0; i < token.length; i++) {
      int letter = bytes[from + i];
      boolean capital = letter >= 'A' && letter <= 'Z';
      if ((capital ? letter + ('a' - 'A') : letter) != token[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean fail(int column, String expected) {
    wrongColumn = column;
    String text = cells.text(column);
    wrong =
        "expected "
            + expected
            + ", found "
            + (text.isEmpty() ? "an empty cell" : Place.quoted(text))
            + hint(text);
    return false;
  }

  private String hint(String text) {
    if (text.matches(".*[0-9] ?[AaPp]\\.?[Mm]\\.?")) {
      return " (a 12-hour clock is written hh:mm:ss a under pattern:)";
    }
    if (text.matches("-?[0-9]+,[0-9]+")) {
      return " (is the decimal mark a comma?)";
    }
    return text.toLowerCase(Locale.ROOT).matches("na|n/a|null|none|-|--")
        ? " (does it stand for a missing value? Then list it under missing:)"
        : "";
  }

  /** What was wrong with the last line, as a clause. */
  String wrong() {
    return wrong;
  }

  /** Where it was wrong. */
  Place place(long line) {
    return wrongColumn < 0 ? new Place(layout.file(), line) : layout.place(line, wrongColumn);
  }

  /** The text of a cell of the last line. */
  String text(int column) {
    return cells.text(column);
  }
}
