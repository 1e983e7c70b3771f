package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.text.Texts;

/** The mean of the curves within the limit: what the flagged ones are to be compared with. */
final class GoodMean {
  /** A mean of fewer says nothing that the curves do not show. */
  private static final int FEWEST = 3;

  private static final int DATASET = 1;
  private static final BasicStroke STROKE = new BasicStroke(2.2f);

  private GoodMean() {}

  /** Empty with fewer than three good curves. */
  static Optional<XYSeriesCollection> of(List<CurveLine> lines) {
    List<Curve> good =
        lines.stream()
            .filter(line -> line.mark().filter(m -> m == OutcomeMark.SATISFIED).isPresent())
            .map(CurveLine::curve)
            .toList();
    if (good.size() < FEWEST) {
      return Optional.empty();
    }
    XYSeries mean = new XYSeries("mean", false, true);
    for (int percent = 0; percent < Curve.POINTS; percent++) {
      int at = percent;
      // A point that one of them lacks is left out: a mean of changing membership makes steps.
      mean.add(at, good.stream().mapToDouble(curve -> curve.value(at)).sum() / good.size());
    }
    return Optional.of(new XYSeriesCollection(mean));
  }

  static void add(XYPlot plot, XYSeriesCollection mean) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, Palette.INK);
    renderer.setSeriesStroke(0, STROKE);
    plot.setDataset(DATASET, mean);
    plot.setRenderer(DATASET, renderer);
  }

  static LegendItem legend() {
    return CurveLine.item(Texts.get("chart.overlay.mean"), STROKE, Palette.INK);
  }
}
