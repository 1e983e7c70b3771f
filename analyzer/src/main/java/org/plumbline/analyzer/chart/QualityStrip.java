package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.analyzer.quality.Finding;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * A set at a glance: a row per rule and side, a column per repetition, a mark per verdict; above
 * the marks of a finding a bracket with a tick at each of its repetitions.
 */
public final class QualityStrip {
  private static final int WIDTH = 960;
  private static final int ROW_HEIGHT = 38;
  private static final int FRAME_HEIGHT = 120;
  private static final double MARK_SIZE = 15;
  private static final double OUTLINE = 1.1;

  private QualityStrip() {}

  /** A row of the strip. */
  record Row(String rule, Side side) {}

  /** The strip of a set. */
  public static Picture of(SetResult set) {
    List<Row> rows = rows(set);
    XYPlot plot = new XYPlot(marks(set, rows), Columns.axis(set), rowAxis(rows), markStyle());
    Theme.plot(plot);
    plot.setDomainGridlinesVisible(false);
    if (rows.isEmpty()) {
      plot.setNoDataMessage(
          Texts.get(set.repetitions().isEmpty() ? "chart.no-repetition" : "chart.no-verdict"));
    }
    for (Finding finding : set.findings()) {
      int row = rows.indexOf(new Row(finding.rule(), finding.side()));
      if (row >= 0) {
        plot.addAnnotation(new FindingBracket(Columns.of(set, finding.repetitions()), row));
      }
    }
    String title = Texts.get("chart.strip.title");
    String description =
        Texts.get("chart.strip.description", set.index(), rows.size(), set.repetitions().size());
    int height = FRAME_HEIGHT + ROW_HEIGHT * Math.max(2, rows.size());
    return new Picture(Theme.chart(title, subtitle(set), plot, true), description, WIDTH, height);
  }

  private static String subtitle(SetResult set) {
    return set.findings().isEmpty() ? "" : Texts.get("chart.strip.subtitle");
  }

  /** Every rule and side that was asked, in the order of their first verdict. */
  static List<Row> rows(SetResult set) {
    Set<Row> rows = new LinkedHashSet<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        rows.add(new Row(verdict.rule(), verdict.side()));
      }
    }
    return new ArrayList<>(rows);
  }

  private static XYSeriesCollection marks(SetResult set, List<Row> rows) {
    XYSeriesCollection marks = new XYSeriesCollection();
    for (OutcomeMark mark : OutcomeMark.values()) {
      XYSeries series = new XYSeries(mark.label(), false, true);
      for (int column = 0; column < set.repetitions().size(); column++) {
        for (Verdict verdict : set.repetitions().get(column).verdicts()) {
          if (OutcomeMark.of(verdict) == mark) {
            series.add(column, rows.indexOf(new Row(verdict.rule(), verdict.side())));
          }
        }
      }
      marks.addSeries(series);
    }
    return marks;
  }

  private static XYLineAndShapeRenderer markStyle() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setUseOutlinePaint(true);
    renderer.setUseFillPaint(true);
    renderer.setDrawOutlines(true);
    OutcomeMark[] all = OutcomeMark.values();
    for (int series = 0; series < all.length; series++) {
      OutcomeMark mark = all[series];
      renderer.setSeriesShape(series, mark.shape(MARK_SIZE));
      renderer.setSeriesPaint(series, mark.color());
      renderer.setSeriesFillPaint(series, mark.filled() ? mark.color() : Palette.PAPER);
      renderer.setSeriesOutlinePaint(series, mark.filled() ? mark.color().darker() : mark.color());
      renderer.setSeriesOutlineStroke(
          series, new BasicStroke((float) (mark.filled() ? OUTLINE : 2 * OUTLINE)));
    }
    return renderer;
  }

  private static SymbolAxis rowAxis(List<Row> rows) {
    String[] words = new String[Math.max(1, rows.size())];
    Arrays.fill(words, "");
    for (int row = 0; row < rows.size(); row++) {
      words[row] = Names.ruleAndSide(rows.get(row).rule(), rows.get(row).side());
    }
    SymbolAxis axis = Theme.words(words);
    axis.setRange(-0.6, Math.max(1, rows.size()) - 0.4);
    axis.setInverted(true);
    return axis;
  }
}
