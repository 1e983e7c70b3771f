package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * A repetition in an overlay.
 *
 * @param label repetition number
 * @param mark outcome of the rule that reads the curve; empty when none does
 */
record CurveLine(String label, Curve curve, Optional<OutcomeMark> mark) {

  /** Order of drawing, 0 lowest. */
  int layer() {
    return mark.map(
            m ->
                switch (m) {
                  case NOT_ASSESSABLE -> 0;
                  case SATISFIED -> 1;
                  case WITHIN_ERROR -> 2;
                  case VIOLATED_AMBER -> 3;
                  case VIOLATED_RED -> 4;
                })
        .orElse(1);
  }

  /** Whether it carries its number. */
  boolean flagged() {
    return layer() >= 3;
  }

  /** The measured values. */
  DoubleStream values() {
    return IntStream.range(0, Curve.POINTS).mapToDouble(curve::value).filter(Double::isFinite);
  }

  Color color(Side side) {
    return mark.map(OutcomeMark::color).orElse(Palette.side(side));
  }

  BasicStroke stroke() {
    return mark.map(CurveLine::stroke).orElse(line(1.4f));
  }

  private static BasicStroke stroke(OutcomeMark mark) {
    return switch (mark) {
      case SATISFIED -> line(1.3f);
      case WITHIN_ERROR -> line(1.4f, 6, 3);
      case VIOLATED_AMBER -> line(2.2f, 9, 4);
      case VIOLATED_RED -> line(2.8f);
      case NOT_ASSESSABLE -> line(1.3f, 1.5f, 4);
    };
  }

  private static BasicStroke line(float width, float... dash) {
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  /** One entry per kind of line that occurs. */
  static LegendItemCollection legend(List<CurveLine> lines) {
    LegendItemCollection items = new LegendItemCollection();
    for (OutcomeMark mark : OutcomeMark.values()) {
      if (lines.stream().anyMatch(line -> line.mark().filter(m -> m == mark).isPresent())) {
        items.add(item(mark.label(), stroke(mark), mark.color()));
      }
    }
    lines.stream()
        .filter(line -> line.mark().isEmpty())
        .findFirst()
        .ifPresent(
            line ->
                items.add(
                    item(
                        Texts.get("chart.overlay.unjudged"),
                        line.stroke(),
                        line.color(line.curve().side()))));
    return items;
  }

  /** A legend entry that shows a line. */
  static LegendItem item(String label, BasicStroke stroke, Color color) {
    return new LegendItem(label, null, null, null, new Line2D.Double(-14, 0, 14, 0), stroke, color);
  }
}
