package org.plumbline.device.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines above the first row of numbers.
 *
 * @param passedOver skipped and comment lines, for the rate that may stand in one
 * @param header the line that names the columns, empty when there is none
 * @param headerLine its 1-based number, 0 when there is none
 */
record TopOfFile(List<String> passedOver, HeaderBytes header, long headerLine) {

  private static final int MAX_KEPT = 1_000;

  /** A line kept as bytes, so that a splitter can cut it. */
  static final class HeaderBytes {
    private final byte[] bytes;

    HeaderBytes(byte[] bytes) {
      this.bytes = bytes;
    }

    int split(CellSplitter splitter) {
      return splitter.split(bytes, 0, bytes.length);
    }

    String text() {
      return CellSplitter.textOf(bytes, 0, bytes.length);
    }
  }

  /** Reads them; {@code lines} stands before the first row of numbers afterwards. */
  static TopOfFile read(LineReader lines, TableFormat format) throws IOException {
    List<String> passedOver = new ArrayList<>();
    for (int i = 0; i < format.skipLines() && lines.next(); i++) {
      passedOver.add(shortened(lines.text()));
    }
    HeaderBytes header = new HeaderBytes(new byte[0]);
    long headerLine = 0;
    if (format.header()) {
      byte[] comment = commentOf(format);
      boolean found = lines.next();
      while (found && (lines.isBlank() || isComment(lines, comment))) {
        if (passedOver.size() < TableFormat.MAX_TOP_LINES) {
          passedOver.add(shortened(lines.text()));
        }
        found = lines.next();
      }
      if (found) {
        header = new HeaderBytes(Arrays.copyOfRange(lines.bytes(), lines.start(), lines.end()));
        headerLine = lines.number();
      }
      for (int i = 0; i < format.unitLines() && lines.next(); i++) {
        passedOver.add(shortened(lines.text()));
      }
    }
    return new TopOfFile(passedOver, header, headerLine);
  }

  private static String shortened(String line) {
    return line.substring(0, Math.min(line.length(), MAX_KEPT));
  }

  static byte[] commentOf(TableFormat format) {
    return format.commentPrefix().getBytes(StandardCharsets.UTF_8);
  }

  static boolean isComment(LineReader lines, byte[] comment) {
    return comment.length > 0 && lines.startsWith(comment);
  }
}
