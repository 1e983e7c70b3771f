package org.plumbline.device.table;

/** How a profile points at a column of the file: by its header name or by its number. */
public sealed interface ColumnRef {

  /** By the name in the header line, compared letter by letter without surrounding blanks. */
  record Named(String name) implements ColumnRef {
    public Named {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a column name must not be blank");
      }
    }

    @Override
    public String toString() {
      return "\"" + name + "\"";
    }
  }

  /** By position; the first column is 1. */
  record Numbered(int number) implements ColumnRef {
    public Numbered {
      if (number < 1 || number > CellSplitter.MAX_COLUMNS) {
        throw notNumber(String.valueOf(number));
      }
    }

    /** The column of that number, written without leading zeros. */
    static Numbered parse(String text) {
      if (!text.matches("[1-9][0-9]{0,6}")) {
        throw notNumber(text);
      }
      return new Numbered(Integer.parseInt(text));
    }

    private static IllegalArgumentException notNumber(String text) {
      return new IllegalArgumentException(
          "column number "
              + text
              + " is not in 1.."
              + CellSplitter.MAX_COLUMNS
              + "; a column whose name is a number stands in quotes");
    }

    @Override
    public String toString() {
      return "number " + number;
    }
  }
}
