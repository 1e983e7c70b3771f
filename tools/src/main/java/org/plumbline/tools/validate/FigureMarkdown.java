package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.text.Texts;

/** The same table as Markdown, for a page of documentation. */
public final class FigureMarkdown {
  private FigureMarkdown() {}

  /** The lines of the page. */
  public static List<String> lines(List<SuiteFigures> suites) {
    List<String> lines = new ArrayList<>();
    for (SuiteFigures suite : suites) {
      List<String> sources = suite.figures().stream().map(Figure::source).distinct().toList();
      lines.add("**" + suite.suite() + "**");
      lines.add("");
      lines.add(
          row(
              Texts.get("validate.head.figure"),
              Texts.get("validate.head.value"),
              Texts.get("validate.head.reach"),
              "",
              Texts.get("validate.head.data")));
      lines.add("|---|---|---|---|---|");
      for (Figure figure : suite.figures()) {
        lines.add(
            row(
                figure.name(),
                FigureTable.shown(figure.value(), figure.unit())
                    + " "
                    + FigureTable.shownUnit(figure.unit()),
                FigureTable.asked(figure),
                FigureTable.word(figure.reached()),
                figure.data() + " " + (sources.indexOf(figure.source()) + 1)));
      }
      lines.add("");
      for (int i = 0; i < sources.size(); i++) {
        lines.add((i + 1) + ". " + sources.get(i));
      }
      lines.add("");
    }
    return lines;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
