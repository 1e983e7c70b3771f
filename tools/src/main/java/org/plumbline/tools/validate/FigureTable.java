package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plumbline.analyzer.text.Texts;

/** Figures as an aligned table for a terminal, grouped by suite, sources below each group. */
public final class FigureTable {
  private static final int LEAST_NAME = 24;
  private static final String GAP = "  ";

  private final int width;
  private final BiFunction<Boolean, String, String> colour;

  /**
   * A table of lines that fit.
   *
   * @param width columns of the terminal; names are cut to fit
   * @param colour gives a word its colour by whether it is good news; must not change its letters
   */
  public FigureTable(int width, BiFunction<Boolean, String, String> colour) {
    this.width = width;
    this.colour = colour;
  }

  private record Row(
      String name,
      String value,
      String unit,
      String reach,
      Optional<Boolean> reached,
      String word,
      String data) {}

  /** The lines of the table. */
  public List<String> lines(List<SuiteFigures> suites) {
    List<String> lines = new ArrayList<>();
    for (SuiteFigures suite : suites) {
      lines.add(suite.suite());
      addGroup(suite.figures(), lines);
      lines.add("");
    }
    lines.add(summary(suites));
    return lines;
  }

  private void addGroup(List<Figure> figures, List<String> lines) {
    List<String> sources = figures.stream().map(Figure::source).distinct().toList();
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            Texts.get("validate.head.figure"),
            Texts.get("validate.head.value"),
            "",
            Texts.get("validate.head.reach"),
            Optional.empty(),
            "",
            Texts.get("validate.head.data")));
    figures.forEach(figure -> rows.add(row(figure, sources)));
    int[] widths = widths(rows);
    rows.forEach(row -> lines.add(line(row, widths)));
    for (int i = 0; i < sources.size(); i++) {
      addWrapped("[" + (i + 1) + "] " + sources.get(i), lines);
    }
  }

  /** Breaks a sentence between words where it does not fit. */
  private void addWrapped(String sentence, List<String> lines) {
    StringBuilder line = new StringBuilder(GAP);
    for (String word : sentence.split(" ", -1)) {
      if (line.length() + 1 + word.length() > width && line.length() > 2 * GAP.length()) {
        lines.add(line.toString());
        line = new StringBuilder(GAP + GAP + GAP);
      } else if (line.length() > GAP.length()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
  }

  static String word(Optional<Boolean> reached) {
    return reached
        .map(yes -> Texts.get(yes ? "validate.reached" : "validate.not-reached"))
        .orElse("");
  }

  private static Row row(Figure figure, List<String> sources) {
    return new Row(
        figure.name(),
        shown(figure.value(), figure.unit()),
        shownUnit(figure.unit()),
        asked(figure),
        figure.reached(),
        word(figure.reached()),
        figure.data() + " [" + (sources.indexOf(figure.source()) + 1) + "]");
  }

  static String shown(double value, String unit) {
    return Double.isFinite(value) ? FigureDecimals.text(value, unit) : "–";
  }

  /** What is asked, with its direction; empty where nothing is. */
  static String asked(Figure figure) {
    return figure
        .reach()
        .map(reach -> (reach.least() ? "≥ " : "≤ ") + shown(reach.limit(), figure.unit()))
        .orElse("");
  }

  /** A ratio has none. */
  static String shownUnit(String unit) {
    return unit.equals("1") ? "" : unit;
  }

  private int[] widths(List<Row> rows) {
    int[] widths = {
      widest(rows.stream().map(Row::name).toList()),
      widest(rows.stream().map(Row::value).toList()),
      widest(rows.stream().map(Row::unit).toList()),
      widest(rows.stream().map(Row::reach).toList()),
      widest(rows.stream().map(Row::word).toList()),
      widest(rows.stream().map(Row::data).toList())
    };
    int others = widths[1] + widths[2] + widths[3] + widths[4] + widths[5] + 5 * GAP.length() + 1;
    widths[0] = Math.min(widths[0], Math.max(LEAST_NAME, width - GAP.length() - others));
    return widths;
  }

  private static int widest(List<String> words) {
    return words.stream().mapToInt(String::length).max().orElse(0);
  }

  private String line(Row row, int[] widths) {
    String word = left(row.word(), widths[4]);
    String line =
        GAP
            + left(cut(row.name(), widths[0]), widths[0])
            + GAP
            + right(row.value(), widths[1])
            + " "
            + left(row.unit(), widths[2])
            + GAP
            + right(row.reach(), widths[3])
            + GAP
            + row.reached().map(yes -> colour.apply(yes, word)).orElse(word)
            + GAP
            + row.data();
    return line.stripTrailing();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private static String left(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }

  private static String right(String text, int length) {
    return " ".repeat(Math.max(0, length - text.length())) + text;
  }

  private static String summary(List<SuiteFigures> suites) {
    List<Optional<Boolean>> all =
        suites.stream().flatMap(suite -> suite.figures().stream()).map(Figure::reached).toList();
    long reached = all.stream().filter(one -> one.orElse(false)).count();
    long asked = all.stream().filter(Optional::isPresent).count();
    return Texts.get("validate.summary", all.size(), reached, asked - reached, all.size() - asked);
  }
}
