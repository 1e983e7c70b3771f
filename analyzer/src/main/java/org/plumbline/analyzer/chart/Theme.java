package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** White paper, ink, hairline grid, readable sizes: how every chart looks. */
final class Theme {
  /**
   * The fonts of our SVG, without quotes because JFreeSVG puts none that would hold. Arial and
   * Liberation Sans have the same widths, so text that was measured in one of them here stands
   * where it should when a browser takes the other.
   */
  static final String CSS_FONTS = "Arial, Liberation Sans, Helvetica, sans-serif";

  private static final String FAMILY = family("Arial", "Liberation Sans", "Helvetica");

  static final Font TITLE = new Font(FAMILY, Font.BOLD, 15);
  static final Font SUBTITLE = new Font(FAMILY, Font.PLAIN, 12);
  static final Font LABEL = new Font(FAMILY, Font.PLAIN, 12);
  static final Font MARK = new Font(FAMILY, Font.BOLD, 11);
  static final Stroke HAIRLINE = new BasicStroke(1f);

  private static final RectangleInsets PADDING = new RectangleInsets(8, 2, 6, 14);

  static {
    // Otherwise the words along an axis are drawn as outlines: ten times longer, not searchable.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private Theme() {}

  /** The first of these that is installed, else the default without serifs. */
  private static String family(String... wanted) {
    for (String family : wanted) {
      if (new Font(family, Font.PLAIN, 12).getFamily(Locale.ROOT).equals(family)) {
        return family;
      }
    }
    return Font.SANS_SERIF;
  }

  /** A chart with a heading, a quieter second line (may be empty) and room for a legend. */
  static JFreeChart chart(String title, String subtitle, Plot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(null, LABEL, plot, false);
    chart.setBackgroundPaint(Palette.PAPER);
    chart.setPadding(PADDING);
    chart.setTitle(heading(title, TITLE, Palette.INK));
    if (!subtitle.isEmpty()) {
      chart.addSubtitle(heading(subtitle, SUBTITLE, Palette.GREY));
    }
    if (legend) {
      LegendTitle items = new LegendTitle(plot);
      items.setPosition(RectangleEdge.BOTTOM);
      items.setHorizontalAlignment(HorizontalAlignment.LEFT);
      items.setFrame(BlockBorder.NONE);
      items.setItemFont(LABEL);
      items.setItemPaint(Palette.INK);
      items.setBackgroundPaint(Palette.PAPER);
      items.setItemLabelPadding(new RectangleInsets(2, 2, 2, 12));
      chart.addLegend(items);
    }
    return chart;
  }

  private static TextTitle heading(String text, Font font, Color color) {
    TextTitle heading = new TextTitle(text, font);
    heading.setPaint(color);
    heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
    heading.setTextAlignment(HorizontalAlignment.LEFT);
    heading.setMargin(0, 2, 4, 0);
    return heading;
  }

  static void plot(XYPlot plot) {
    plot.setBackgroundPaint(Palette.PAPER);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(Palette.HAIRLINE);
    plot.setDomainGridlineStroke(HAIRLINE);
    plot.setRangeGridlinePaint(Palette.HAIRLINE);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setRangeZeroBaselineVisible(false);
    plot.setNoDataMessageFont(SUBTITLE);
    plot.setNoDataMessagePaint(Palette.GREY);
  }

  private static <A extends Axis> A axis(A axis) {
    axis.setTickLabelFont(LABEL);
    axis.setTickLabelPaint(Palette.INK);
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(Palette.GREY);
    axis.setAxisLinePaint(Palette.LIGHT_GREY);
    axis.setTickMarkPaint(Palette.LIGHT_GREY);
    return axis;
  }

  /** A number axis whose figures look the same in every locale. */
  static NumberAxis numbers(String label) {
    NumberAxis axis = axis(new NumberAxis(label));
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }

  /** An axis without a label and with a word at 0, 1, 2 ...; empty words leave gaps. */
  static SymbolAxis words(String[] words) {
    SymbolAxis axis = axis(new SymbolAxis(null, words));
    axis.setGridBandsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }
}
