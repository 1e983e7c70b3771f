package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.plumbline.analyzer.quality.Curve;

/**
 * The numbers of the flagged repetitions, each in a tag on its own line, as near to its largest
 * excursion as there is room. A tag that finds none is left out; the strip has all numbers.
 */
final class CurveLabels extends AbstractXYAnnotation {
  private static final double PADDING = 3;
  private static final double APART = 2;

  private final List<CurveLine> lines;

  CurveLabels(List<CurveLine> lines) {
    this.lines = List.copyOf(lines);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis percentAxis,
      ValueAxis valueAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    graphics.setFont(Theme.MARK);
    FontMetrics metrics = graphics.getFontMetrics();
    List<Rectangle2D> taken = new ArrayList<>();
    for (CurveLine line : lines) {
      if (line.flagged()) {
        double width = metrics.stringWidth(line.label()) + 2 * PADDING;
        double height = metrics.getAscent() + PADDING;
        Optional<Rectangle2D> place =
            place(line.curve(), plot, area, percentAxis, valueAxis, width, height, taken);
        if (place.isPresent()) {
          tag(graphics, line, place.get(), metrics);
          taken.add(place.get());
        }
      }
    }
  }

  private static Optional<Rectangle2D> place(
      Curve curve,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis percentAxis,
      ValueAxis valueAxis,
      double width,
      double height,
      List<Rectangle2D> taken) {
    int peak = peak(curve);
    for (int distance = 0; distance < Curve.POINTS; distance++) {
      for (int percent : new int[] {peak - distance, peak + distance}) {
        if (percent >= 0 && percent < Curve.POINTS && Double.isFinite(curve.value(percent))) {
          double x = percentAxis.valueToJava2D(percent, area, plot.getDomainAxisEdge());
          double y = valueAxis.valueToJava2D(curve.value(percent), area, plot.getRangeAxisEdge());
          Rectangle2D box = new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
          if (area.contains(box) && taken.stream().noneMatch(other -> near(other, box))) {
            return Optional.of(box);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean near(Rectangle2D other, Rectangle2D box) {
    return other.intersects(
        box.getX() - APART,
        box.getY() - APART,
        box.getWidth() + 2 * APART,
        box.getHeight() + 2 * APART);
  }

  /** Where the curve is farthest from its start. */
  private static int peak(Curve curve) {
    int peak = 0;
    double farthest = -1;
    double start = curve.value(0);
    for (int percent = 0; percent < Curve.POINTS; percent++) {
      double distance = Math.abs(curve.value(percent) - (Double.isFinite(start) ? start : 0));
      if (distance > farthest) {
        farthest = distance;
        peak = percent;
      }
    }
    return peak;
  }

  private static void tag(
      Graphics2D graphics, CurveLine line, Rectangle2D box, FontMetrics metrics) {
    RoundRectangle2D frame =
        new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 6, 6);
    graphics.setPaint(Palette.PAPER);
    graphics.fill(frame);
    graphics.setPaint(line.color(line.curve().side()));
    graphics.setStroke(new BasicStroke(1.3f));
    graphics.draw(frame);
    graphics.setPaint(Palette.INK);
    double baseline = box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0;
    graphics.drawString(line.label(), (float) (box.getX() + PADDING), (float) baseline);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CurveLabels that && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }
}
