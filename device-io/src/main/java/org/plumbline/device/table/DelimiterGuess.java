package org.plumbline.device.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.device.table.TableFormat.Delimiter;
import org.plumbline.device.table.TopOfFile.HeaderBytes;

/** Which delimiter {@code auto} means for a file; refuses to choose between two. */
final class DelimiterGuess {
  private DelimiterGuess() {}

  /** The delimiter that cuts the header and the first row into equally many cells. */
  static Delimiter of(String file, TableFormat format, HeaderBytes header, HeaderBytes first)
      throws IOException {
    if (format.delimiter() != Delimiter.AUTO) {
      return format.delimiter();
    }
    List<Delimiter> possible = new ArrayList<>();
    for (Delimiter candidate : List.of(Delimiter.COMMA, Delimiter.SEMICOLON, Delimiter.TAB)) {
      boolean isMark = candidate == Delimiter.COMMA && format.decimalMark() == ',';
      CellSplitter splitter = new CellSplitter(candidate);
      if (!isMark && header.split(splitter) > 1 && first.split(splitter) > 1) {
        possible.add(candidate);
      }
    }
    if (possible.size() > 1) {
      throw new IOException(
          file
              + ": both "
              + possible.get(0).name().toLowerCase(Locale.ROOT)
              + " and "
              + possible.get(1).name().toLowerCase(Locale.ROOT)
              + " could be the delimiter. Say which in the profile (table: delimiter:), and"
              + " whether decimal: is comma.");
    }
    return possible.isEmpty() ? Delimiter.WHITESPACE : possible.get(0);
  }
}
