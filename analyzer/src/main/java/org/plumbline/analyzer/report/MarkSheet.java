package org.plumbline.analyzer.report;

import java.awt.geom.PathIterator;
import org.plumbline.analyzer.chart.OutcomeMark;
import org.plumbline.analyzer.chart.Palette;
import org.plumbline.analyzer.text.Texts;

/** The outcome marks of the charts as SVG symbols, so that a table shows the very same shapes. */
final class MarkSheet {
  private static final double SIZE = 14;

  private MarkSheet() {}

  /** An invisible {@code <svg>} with a symbol {@code mark-...} per outcome, to be used by id. */
  static String svg() {
    StringBuilder svg = new StringBuilder("<svg width=\"0\" height=\"0\" aria-hidden=\"true\">");
    for (OutcomeMark mark : OutcomeMark.values()) {
      String color = Palette.css(mark.color());
      svg.append("<symbol id=\"").append(id(mark)).append("\" viewBox=\"-10 -10 20 20\">");
      svg.append("<path d=\"").append(path(mark)).append("\" stroke-linejoin=\"round\" fill=\"");
      svg.append(mark.filled() ? color : "none").append("\" stroke=\"");
      svg.append(mark.filled() ? Palette.css(mark.color().darker()) : color);
      svg.append("\" stroke-width=\"").append(mark.filled() ? "1" : "2.2").append("\"/></symbol>");
    }
    return svg.append("</svg>").toString();
  }

  /** {@code "mark-violated-amber"}. */
  static String id(OutcomeMark mark) {
    return "mark-" + mark.id().replace('.', '-');
  }

  private static String path(OutcomeMark mark) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    PathIterator segments = mark.shape(SIZE).getPathIterator(null);
    for (; !segments.isDone(); segments.next()) {
      int kind = segments.currentSegment(at);
      int numbers =
          switch (kind) {
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            case PathIterator.SEG_CLOSE -> 0;
            default -> 2;
          };
      path.append("MLQCZ".charAt(kind));
      for (int i = 0; i < numbers; i++) {
        path.append(i == 0 ? "" : " ").append(Texts.number(at[i], 2));
      }
    }
    return path.toString();
  }
}
