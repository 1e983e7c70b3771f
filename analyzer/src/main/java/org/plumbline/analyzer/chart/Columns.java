package org.plumbline.analyzer.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Texts;

/** The repetitions of a set side by side: column 0 is the first one told, whatever its number. */
final class Columns {
  /** A set of three should look like the beginning of one of ten, not be blown up. */
  private static final int FEWEST = 10;

  private Columns() {}

  /** {@code "7"}, or {@code "(7)"} when it is incomplete. */
  static String label(RepetitionResult repetition) {
    String index = Integer.toString(repetition.index());
    return repetition.complete() ? index : "(" + index + ")";
  }

  /** The columns of the repetitions with these indices. */
  static List<Integer> of(SetResult set, List<Integer> indices) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < set.repetitions().size(); column++) {
      if (indices.contains(set.repetitions().get(column).index())) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** The axis with the repetition numbers. */
  static SymbolAxis axis(SetResult set) {
    int columns = Math.max(FEWEST, set.repetitions().size());
    String[] words = new String[columns];
    Arrays.fill(words, "");
    for (int column = 0; column < set.repetitions().size(); column++) {
      words[column] = label(set.repetitions().get(column));
    }
    SymbolAxis axis = Theme.words(words);
    axis.setLabel(Texts.get("chart.repetition"));
    axis.setRange(-0.6, columns - 0.4);
    return axis;
  }
}
