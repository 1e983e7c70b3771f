package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A bar over a row from the first to the last repetition of a finding, with a tick at each. */
final class FindingBracket extends AbstractXYAnnotation {
  private static final double ABOVE_ROW = 0.43;
  private static final double TICK_PIXELS = 4;

  private final List<Integer> columns;
  private final int row;

  /**
   * @param columns from 0
   * @param row from 0
   */
  FindingBracket(List<Integer> columns, int row) {
    this.columns = List.copyOf(columns);
    this.row = row;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis columnAxis,
      ValueAxis rowAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    double y = rowAxis.valueToJava2D(row - ABOVE_ROW, area, plot.getRangeAxisEdge());
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    graphics.setPaint(Palette.INK);
    graphics.setStroke(new BasicStroke(1.6f));
    for (int column : columns) {
      double x = columnAxis.valueToJava2D(column, area, plot.getDomainAxisEdge());
      left = Math.min(left, x);
      right = Math.max(right, x);
      graphics.draw(new Line2D.Double(x, y, x, y + TICK_PIXELS));
    }
    if (left < right) {
      graphics.draw(new Line2D.Double(left, y, right, y));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FindingBracket that && row == that.row && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return 31 * row + columns.hashCode();
  }
}
