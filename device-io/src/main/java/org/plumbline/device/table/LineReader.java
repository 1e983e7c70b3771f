package org.plumbline.device.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a text as slices of one buffer: LF or CR LF, the last one with or without. Memory is
 * bounded by the longest line allowed. One thread at a time.
 */
final class LineReader implements Closeable {
  /** No sensor table of the field comes near; a file without line breaks ends here. */
  static final int MAX_LINE_BYTES = 64 * 1024;

  private final InputStream in;
  private final String file;
  private final byte[] buffer = new byte[2 * MAX_LINE_BYTES];
  private int filled;
  private int start;
  private int end;
  private int nextStart;
  private long number;
  private boolean terminated;
  private boolean atEnd;
  private boolean cutOff;
  private long bytesRead;

  LineReader(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Moves to the next line; false when there is none. */
  boolean next() throws IOException {
    start = nextStart;
    int scanned = start;
    while (true) {
      for (int i = scanned; i < filled; i++) {
        if (buffer[i] == '\n') {
          return take(i, i + 1, true);
        }
      }
      if (atEnd) {
        return start < filled && take(filled, filled, false);
      }
      scanned = filled - start;
      refill();
      scanned += start;
    }
  }

  private boolean take(int lineEnd, int after, boolean ended) throws IOException {
    number++;
    bytesRead += after - start;
    end = lineEnd;
    nextStart = after;
    terminated = ended;
    if (ended && end > start && buffer[end - 1] == '\r') {
      end--;
    }
    if (end - start > MAX_LINE_BYTES) {
      throw tooLong();
    }
    return true;
  }

  private void refill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      nextStart -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      number++;
      throw tooLong();
    }
    try {
      int n = in.read(buffer, filled, buffer.length - filled);
      atEnd = n < 0;
      filled += Math.max(n, 0);
    } catch (EOFException truncated) {
      atEnd = true;
      cutOff = true;
    }
  }

  private IOException tooLong() {
    return new IOException(
        new Place(file, number)
            + ": longer than "
            + MAX_LINE_BYTES
            + " bytes, so this is hardly a table. Export it as text with one row per line.");
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** 1-based number of the current line. */
  long number() {
    return number;
  }

  /** Bytes of the current line with its line end. */
  int byteLength() {
    return nextStart - start;
  }

  /** Bytes of all lines so far. */
  long bytesRead() {
    return bytesRead;
  }

  /** Whether the current line ended in a line break. */
  boolean isTerminated() {
    return terminated;
  }

  /** Whether the compressed data broke off, so that this text is not all of it. */
  boolean isCutOff() {
    return cutOff;
  }

  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  boolean startsWith(byte[] prefix) {
    if (end - start < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (buffer[start + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  String text() {
    return CellSplitter.textOf(buffer, start, end);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
