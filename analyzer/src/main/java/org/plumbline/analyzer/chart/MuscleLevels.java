package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.analyzer.text.Names;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

/**
 * How much the muscles did in each repetition: every metric {@code <muscle>Level} ({@code
 * gluteusMaximusLevel}, {@code hamstringsLevel} ...) with its error, a panel per side. Levels are
 * shown rather than their ratio, which stays the same when both double.
 */
public final class MuscleLevels {
  private static final int WIDTH = 540;
  private static final int PANEL_HEIGHT = 190;
  private static final int FRAME_HEIGHT = 120;
  private static final double BETWEEN_MUSCLES = 0.2;
  private static final double MARK_SIZE = 11;

  private MuscleLevels() {}

  /** A level of a muscle in the repetition of a column. */
  private record Level(int column, Muscle muscle, Metric metric) {}

  /** What the level of a muscle is called among the metrics. */
  public static String metricName(Muscle muscle) {
    StringBuilder name = new StringBuilder();
    for (String word : muscle.id().split("-", -1)) {
      String rest = word.substring(1);
      name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
      name.append(rest);
    }
    return name.append("Level").toString();
  }

  /** A picture per unit, for levels of different units do not share an axis; empty without EMG. */
  public static List<Picture> of(SetResult set) {
    List<Level> levels = levels(set);
    Set<String> units = new LinkedHashSet<>();
    levels.forEach(level -> units.add(level.metric().unit()));
    List<Picture> pictures = new ArrayList<>();
    for (String unit : units) {
      pictures.add(
          of(set, levels.stream().filter(l -> l.metric().unit().equals(unit)).toList(), unit));
    }
    return pictures;
  }

  private static List<Level> levels(SetResult set) {
    List<Level> levels = new ArrayList<>();
    for (int column = 0; column < set.repetitions().size(); column++) {
      RepetitionResult repetition = set.repetitions().get(column);
      for (Metric metric : repetition.metrics()) {
        for (Muscle muscle : Muscle.values()) {
          if (metric.name().equals(metricName(muscle))) {
            levels.add(new Level(column, muscle, metric));
          }
        }
      }
    }
    return levels;
  }

  private static Picture of(SetResult set, List<Level> levels, String unit) {
    Set<Side> sides = new TreeSet<>();
    Set<Muscle> muscles = new TreeSet<>();
    double top = 0;
    for (Level level : levels) {
      sides.add(level.metric().side());
      muscles.add(level.muscle());
      top = Math.max(top, level.metric().value() + level.metric().error());
    }
    List<Muscle> order = List.copyOf(muscles);
    CombinedDomainXYPlot panels = new CombinedDomainXYPlot(Columns.axis(set));
    panels.setGap(14);
    for (Side side : sides) {
      NumberAxis axis = Theme.numbers(Names.panel(side, unit));
      axis.setRange(0, top > 0 ? top * 1.08 : 1);
      XYPlot panel = new XYPlot(points(levels, side, order), null, axis, style(order));
      Theme.plot(panel);
      panel.setDomainGridlinesVisible(false);
      panels.add(panel);
    }
    panels.setFixedLegendItems(legend(order));
    String title = Texts.get("chart.levels.title");
    String description =
        Texts.get("chart.levels.description", set.index(), set.repetitions().size());
    return new Picture(
        Theme.chart(title, Texts.get("chart.levels.subtitle"), panels, true),
        description,
        WIDTH,
        FRAME_HEIGHT + PANEL_HEIGHT * sides.size());
  }

  private static YIntervalSeriesCollection points(
      List<Level> levels, Side side, List<Muscle> order) {
    YIntervalSeriesCollection points = new YIntervalSeriesCollection();
    for (int i = 0; i < order.size(); i++) {
      YIntervalSeries series = new YIntervalSeries(order.get(i).id());
      double shift = (i - (order.size() - 1) / 2.0) * BETWEEN_MUSCLES;
      for (Level level : levels) {
        if (level.muscle() == order.get(i) && level.metric().side() == side) {
          double value = level.metric().value();
          double error = level.metric().error();
          series.add(level.column() + shift, value, Math.max(0, value - error), value + error);
        }
      }
      points.addSeries(series);
    }
    return points;
  }

  private static XYErrorRenderer style(List<Muscle> order) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(5);
    renderer.setErrorStroke(new BasicStroke(1.2f));
    renderer.setUseOutlinePaint(true);
    renderer.setUseFillPaint(true);
    renderer.setDrawOutlines(true);
    for (int i = 0; i < order.size(); i++) {
      renderer.setSeriesPaint(i, Palette.muscle(order.get(i)));
      renderer.setSeriesOutlinePaint(i, Palette.muscle(order.get(i)).darker());
      renderer.setSeriesFillPaint(
          i, filled(order.get(i)) ? Palette.muscle(order.get(i)) : Palette.PAPER);
      renderer.setSeriesOutlineStroke(i, new BasicStroke(1.4f));
      renderer.setSeriesShape(i, mark(order.get(i)).shape(MARK_SIZE));
    }
    return renderer;
  }

  private static LegendItemCollection legend(List<Muscle> order) {
    LegendItemCollection items = new LegendItemCollection();
    for (Muscle muscle : order) {
      items.add(
          new LegendItem(
              Texts.get("muscle." + muscle.id()),
              null,
              null,
              null,
              mark(muscle).shape(MARK_SIZE),
              filled(muscle) ? Palette.muscle(muscle) : Palette.PAPER,
              new BasicStroke(1.4f),
              Palette.muscle(muscle).darker()));
    }
    return items;
  }

  /** Within a family (gluteals, hamstrings) the second muscle is hollow. */
  private static boolean filled(Muscle muscle) {
    return muscle != Muscle.GLUTEUS_MEDIUS && muscle != Muscle.SEMITENDINOSUS;
  }

  private static MuscleMark mark(Muscle muscle) {
    if (muscle == Muscle.GLUTEUS_MAXIMUS || muscle == Muscle.GLUTEUS_MEDIUS) {
      return MuscleMark.DISC;
    }
    return muscle.isHamstring() ? MuscleMark.SQUARE : MuscleMark.BAR;
  }
}
