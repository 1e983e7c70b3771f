package org.plumbline.device.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.device.table.TableFormat.Delimiter;

class CellSplitterTest {
  private static List<String> cells(Delimiter delimiter, String line) {
    CellSplitter splitter = new CellSplitter(delimiter);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int count = splitter.split(bytes, 0, bytes.length);
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      cells.add(splitter.text(c));
    }
    return cells;
  }

  @Test
  void keepsEmptyCellsAndDropsBlanksAround() {
    assertThat(cells(Delimiter.COMMA, "a, b ,,d,")).containsExactly("a", "b", "", "d", "");
  }

  @Test
  void aQuotedCellMayHoldTheDelimiterAndQuotes() {
    assertThat(cells(Delimiter.COMMA, "\"a,b\", \"say \"\"x\"\"\" ,c"))
        .containsExactly("a,b", "say \"x\"", "c");
  }

  @Test
  void runsOfBlanksAndTabsAreOneDelimiter() {
    assertThat(cells(Delimiter.WHITESPACE, "  1\t 2   \"3 4\" ")).containsExactly("1", "2", "3 4");
  }

  @Test
  void tabsSeparateWithoutSwallowingEmptyCells() {
    assertThat(cells(Delimiter.TAB, "1\t\t3")).containsExactly("1", "", "3");
  }

  @Test
  void tellsOfAQuoteThatIsNeverClosed() {
    CellSplitter splitter = new CellSplitter(Delimiter.COMMA);
    byte[] bytes = "1,\"2,3".getBytes(StandardCharsets.UTF_8);
    splitter.split(bytes, 0, bytes.length);
    assertThat(splitter.openQuoteColumn()).isEqualTo(2);
  }

  @Test
  void namesThatAreNotUtf8AreReadAsLatin1() {
    byte[] bytes = "EMG [\u00b5V]".getBytes(StandardCharsets.ISO_8859_1);
    CellSplitter splitter = new CellSplitter(Delimiter.COMMA);
    splitter.split(bytes, 0, bytes.length);
    assertThat(splitter.text(0)).isEqualTo("EMG [\u00b5V]");
  }

  @Test
  void countsMoreColumnsThanItKeeps() {
    String line = ",".repeat(CellSplitter.MAX_COLUMNS + 10);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    assertThat(new CellSplitter(Delimiter.COMMA).split(bytes, 0, bytes.length))
        .isEqualTo(CellSplitter.MAX_COLUMNS + 11);
  }
}
