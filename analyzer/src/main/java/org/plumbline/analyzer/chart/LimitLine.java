package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.LengthAdjustmentType;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;

/** A limit across a chart, with what it is relative to. */
final class LimitLine {
  private static final BasicStroke STROKE =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

  private LimitLine() {}

  static void add(XYPlot plot, Verdict.Assessed verdict) {
    ValueMarker marker = new ValueMarker(verdict.limit(), Palette.INK, STROKE);
    marker.setAlpha(1f);
    String limit = Texts.number(verdict.limit(), 1) + Names.unitBehind(verdict.unit());
    marker.setLabel(Texts.get("chart.limit." + verdict.basis().id(), limit));
    marker.setLabelFont(Theme.LABEL);
    marker.setLabelPaint(Palette.INK);
    marker.setLabelBackgroundColor(Palette.PAPER);
    marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    marker.setLabelOffsetType(LengthAdjustmentType.NO_CHANGE);
    marker.setLabelOffset(new RectangleInsets(3, 6, 3, 6));
    plot.addRangeMarker(marker, Layer.FOREGROUND);
  }
}
