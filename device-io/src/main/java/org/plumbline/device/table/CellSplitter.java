package org.plumbline.device.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a line into cells, without copying. Blanks around a cell do not count; a cell may stand in
 * double quotes and then hold the delimiter. One thread at a time.
 */
final class CellSplitter {
  /** Bounds what a stranger's file can ask for; the widest exports of the field have hundreds. */
  static final int MAX_COLUMNS = 2_048;

  private final TableFormat.Delimiter delimiter;
  private final byte sign;
  private final int[] starts = new int[MAX_COLUMNS];
  private final int[] ends = new int[MAX_COLUMNS];
  private byte[] bytes = {};
  private int count;
  private int openQuoteColumn;

  CellSplitter(TableFormat.Delimiter delimiter) {
    this.delimiter = delimiter;
    this.sign = (byte) delimiter.sign();
  }

  /** Splits {@code line}'s current line; the cells hold until the line reader moves on. */
  int split(LineReader line) {
    return split(line.bytes(), line.start(), line.end());
  }

  int split(byte[] source, int from, int to) {
    bytes = source;
    count = 0;
    openQuoteColumn = 0;
    if (delimiter == TableFormat.Delimiter.WHITESPACE) {
      splitAtBlanks(from, to);
    } else {
      splitAtSigns(from, to);
    }
    return count;
  }

  private void splitAtSigns(int from, int to) {
    int at = from;
    while (true) {
      int cellFrom = at;
      boolean quoted = false;
      while (at < to && bytes[at] != sign) {
        if (bytes[at] == '"' && isBlank(cellFrom, at)) {
          at = closingQuote(at, to);
          quoted = true;
        } else {
          at++;
        }
      }
      add(cellFrom, at, quoted);
      if (at >= to) {
        return;
      }
      at++;
    }
  }

  private void splitAtBlanks(int from, int to) {
    int at = from;
    while (true) {
      while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
        at++;
      }
      if (at >= to) {
        return;
      }
      int cellFrom = at;
      boolean quoted = bytes[at] == '"';
      if (quoted) {
        at = closingQuote(at, to);
      }
      while (at < to && bytes[at] != ' ' && bytes[at] != '\t') {
        at++;
      }
      add(cellFrom, at, quoted);
    }
  }

  /** Position after the quote that closes the one at {@code open}; a doubled quote is a letter. */
  private int closingQuote(int open, int to) {
    for (int at = open + 1; at < to; at++) {
      if (bytes[at] == '"') {
        if (at + 1 < to && bytes[at + 1] == '"') {
          at++;
        } else {
          return at + 1;
        }
      }
    }
    openQuoteColumn = count + 1;
    return to;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private void add(int from, int to, boolean quoted) {
    int start = from;
    int end = to;
    while (start < end && (bytes[start] == ' ' || bytes[start] == '\t')) {
      start++;
    }
    while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
      end--;
    }
    if (quoted && end - start >= 2 && bytes[end - 1] == '"') {
      start++;
      end--;
    }
    if (count < MAX_COLUMNS) {
      starts[count] = start;
      ends[count] = end;
    }
    count++;
  }

  /** How many cells the line has; beyond {@link #MAX_COLUMNS} they are counted but not kept. */
  int count() {
    return count;
  }

  /** 1-based column whose quote is never closed, or 0. */
  int openQuoteColumn() {
    return openQuoteColumn;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return ends[column];
  }

  boolean isEmpty(int column) {
    return starts[column] == ends[column];
  }

  /** The cell as text: UTF-8, or Latin-1 where it is not that. */
  String text(int column) {
    return textOf(bytes, starts[column], ends[column]).replace("\"\"", "\"");
  }

  static String textOf(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }
}
