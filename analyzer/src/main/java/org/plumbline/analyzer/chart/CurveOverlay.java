package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * All repetitions of a set over one another, from start (0 %) to end (100 %): one curve of one
 * side. Where a rule judges that curve its outcome is seen in colour and line, flagged repetitions
 * carry their number, and the limit is drawn where it has the unit of the curve.
 */
public final class CurveOverlay {
  private static final int WIDTH = 540;
  private static final int HEIGHT = 340;
  private static final int LAST = Curve.POINTS - 1;

  /**
   * What a curve is read by. A verdict that a rule took from another metric says nothing about it.
   *
   * @param metric the figure of the curve that the rule reads
   * @param onScale whether that figure is a height of the curve, so that its limit can be drawn
   */
  private record Reading(String rule, String metric, boolean onScale) {}

  // A curve that is not here is drawn in the colour of its side.
  private static final Map<String, Reading> READING_OF_CURVE =
      Map.of(
          "kneeFrontalDeviation", new Reading("knee-valgus", "kneeFrontalDeviation", true),
          "kneeFlexion", new Reading("depth", "kneeFlexionPeak", true),
          "lumbopelvicTilt", new Reading("pelvic-tilt", "lumbopelvicTilt", true),
          "pelvicTilt", new Reading("pelvic-tilt", "pelvicTilt", true),
          "pelvicObliquity", new Reading("pelvic-drop", "pelvicDrop", true),
          "trunkInclination", new Reading("forward-lean", "trunkForwardLeanChange", false),
          "trunkSideLean", new Reading("side-lean", "trunkSideLean", true));

  private CurveOverlay() {}

  /** A curve of one side, e.g. {@code kneeFlexion} of the right knee. */
  public record Key(String name, Side side) {}

  /** Every curve that some repetition of the set has, in the order they come. */
  public static List<Key> curvesOf(SetResult set) {
    Set<Key> keys = new LinkedHashSet<>();
    for (RepetitionResult repetition : set.repetitions()) {
      repetition.curves().forEach(curve -> keys.add(new Key(curve.name(), curve.side())));
    }
    return new ArrayList<>(keys);
  }

  /** The overlay of one curve. */
  public static Picture of(SetResult set, Key key) {
    List<CurveLine> lines = lines(set, key);
    NumberAxis percent = Theme.numbers(Texts.get("chart.overlay.percent"));
    percent.setRange(0, LAST);
    String unit = lines.isEmpty() ? "" : lines.get(0).curve().unit();
    NumberAxis value = Theme.numbers(Names.curve(key.name()) + Names.unitOnAxis(unit));
    XYPlot plot = new XYPlot(series(lines), percent, value, lineStyle(lines, key.side()));
    Theme.plot(plot);
    Optional<XYSeriesCollection> mean = GoodMean.of(lines);
    mean.ifPresent(series -> GoodMean.add(plot, series));
    Optional<Verdict.Assessed> limit = limit(set, key, unit);
    value.setRange(range(lines, limit));
    limit.ifPresent(verdict -> LimitLine.add(plot, verdict));
    plot.addAnnotation(new CurveLabels(lines));
    LegendItemCollection legend = CurveLine.legend(lines);
    mean.ifPresent(series -> legend.add(GoodMean.legend()));
    plot.setFixedLegendItems(legend);
    plot.setNoDataMessage(Texts.get("chart.no-curve"));
    String title = Names.withSide(Names.curve(key.name()), key.side());
    String description = Texts.get("chart.overlay.description", title, set.index(), lines.size());
    return new Picture(
        Theme.chart(title, Names.curveDirection(key.name()), plot, true),
        description,
        WIDTH,
        HEIGHT);
  }

  /** The repetitions that have the curve; flagged ones last, so that they lie on top. */
  private static List<CurveLine> lines(SetResult set, Key key) {
    List<CurveLine> lines = new ArrayList<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Curve curve : repetition.curves()) {
        if (curve.name().equals(key.name()) && curve.side() == key.side()) {
          Optional<OutcomeMark> mark =
              verdict(repetition, key).filter(one -> judges(set, key, one)).map(OutcomeMark::of);
          lines.add(new CurveLine(Columns.label(repetition), curve, mark));
        }
      }
    }
    lines.sort((a, b) -> Integer.compare(a.layer(), b.layer()));
    return lines;
  }

  private static Optional<Verdict> verdict(RepetitionResult repetition, Key key) {
    Reading reading = READING_OF_CURVE.get(key.name());
    return reading == null
        ? Optional.empty()
        : repetition.verdicts().stream()
            .filter(verdict -> verdict.rule().equals(reading.rule()))
            .filter(verdict -> verdict.side() == key.side() && isReadFrom(verdict, reading))
            .findFirst();
  }

  /**
   * Whether a verdict is about the curve. One that could not be given names no metric: it is, where
   * the rule read this curve in another repetition of the set.
   */
  private static boolean judges(SetResult set, Key key, Verdict verdict) {
    return verdict instanceof Verdict.Assessed
        || set.repetitions().stream()
            .flatMap(repetition -> verdict(repetition, key).stream())
            .anyMatch(Verdict.Assessed.class::isInstance);
  }

  private static boolean isReadFrom(Verdict verdict, Reading reading) {
    return !(verdict instanceof Verdict.Assessed assessed)
        || assessed.metric().equals(reading.metric());
  }

  /** The limit of the rule that reads the curve, when all repetitions were held against one. */
  private static Optional<Verdict.Assessed> limit(SetResult set, Key key, String unit) {
    Optional<Verdict.Assessed> found = Optional.empty();
    Reading reading = READING_OF_CURVE.get(key.name());
    if (reading == null || !reading.onScale()) {
      return found;
    }
    for (RepetitionResult repetition : set.repetitions()) {
      if (verdict(repetition, key).orElse(null) instanceof Verdict.Assessed assessed
          && assessed.unit().equals(unit)) {
        if (found.isPresent() && found.get().limit() != assessed.limit()) {
          return Optional.empty();
        }
        found = Optional.of(assessed);
      }
    }
    return found;
  }

  private static XYSeriesCollection series(List<CurveLine> lines) {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < lines.size(); i++) {
      XYSeries series = new XYSeries(i, false, true);
      for (int percent = 0; percent <= LAST; percent++) {
        // NaN breaks the line, as it should: nothing was measured there.
        series.add(percent, lines.get(i).curve().value(percent));
      }
      all.addSeries(series);
    }
    return all;
  }

  private static XYLineAndShapeRenderer lineStyle(List<CurveLine> lines, Side side) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < lines.size(); i++) {
      Color color = lines.get(i).color(side);
      BasicStroke stroke = lines.get(i).stroke();
      renderer.setSeriesPaint(i, color);
      renderer.setSeriesStroke(i, stroke);
    }
    return renderer;
  }

  /** All curves and the limit with a twelfth of air on both sides. */
  private static Range range(List<CurveLine> lines, Optional<Verdict.Assessed> limit) {
    double low = limit.map(Verdict.Assessed::limit).orElse(Double.POSITIVE_INFINITY);
    double high = limit.map(Verdict.Assessed::limit).orElse(Double.NEGATIVE_INFINITY);
    for (CurveLine line : lines) {
      OptionalDouble least = line.values().min();
      OptionalDouble most = line.values().max();
      low = Math.min(low, least.orElse(low));
      high = Math.max(high, most.orElse(high));
    }
    if (!(low <= high)) {
      return new Range(0, 1);
    }
    double air = Math.max((high - low) / 12, 0.5);
    return new Range(low - air, high + air);
  }
}
