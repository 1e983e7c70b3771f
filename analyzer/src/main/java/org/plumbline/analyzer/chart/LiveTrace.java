package org.plumbline.analyzer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;

/**
 * The last seconds of a few channels, moving: a Swing component pushes samples, calls {@link #draw}
 * in {@code paintComponent} and repaints itself once a timer tick. One thread.
 *
 * <p>Sampling renderer, no anti-aliasing and fixed ranges, because that combination keeps six plots
 * at 30 frames a second within half a core (measured, see the design's table).
 */
public final class LiveTrace {
  private final RingSeries samples;
  private final JFreeChart chart;
  private final NumberAxis time = Theme.numbers("");
  private final double windowSeconds;
  private boolean changed = true;

  /** A channel: its name in the legend and its colour. */
  public record Channel(String name, Color color) {}

  /**
   * What is shown.
   *
   * @param unit as {@code deg}
   * @param low fixed lower bound of the axis, in {@code unit}
   * @param windowSeconds how far back the trace reaches
   * @param rateHz most samples per second that will be pushed; older ones than the ring holds go
   */
  public record Layout(
      String title,
      String unit,
      double low,
      double high,
      double windowSeconds,
      double rateHz,
      List<Channel> channels) {
    public Layout {
      channels = List.copyOf(channels);
      if (!(low < high) || channels.isEmpty()) {
        throw new IllegalArgumentException(
            title + ": " + channels.size() + " channels from " + low + " to " + high + " " + unit);
      }
      if (!(windowSeconds > 0 && rateHz > 0 && windowSeconds * rateHz <= 1e6)) {
        throw new IllegalArgumentException(
            title + ": " + windowSeconds + " s at " + rateHz + " Hz is not in 1..1e6 samples");
      }
    }
  }

  public LiveTrace(Layout layout) {
    windowSeconds = layout.windowSeconds();
    samples =
        new RingSeries(
            (int) Math.ceil(windowSeconds * layout.rateHz()) + 2,
            layout.channels().stream().map(Channel::name).toArray(String[]::new));
    NumberAxis value = Theme.numbers(layout.unit());
    value.setRange(layout.low(), layout.high());
    time.setRange(-windowSeconds, 0);
    SamplingXYLineRenderer renderer = new SamplingXYLineRenderer();
    LegendItemCollection legend = new LegendItemCollection();
    for (int i = 0; i < layout.channels().size(); i++) {
      Channel channel = layout.channels().get(i);
      renderer.setSeriesPaint(i, channel.color());
      renderer.setSeriesStroke(i, new BasicStroke(1.6f));
      // The sampling renderer's own legend shows no line.
      legend.add(
          new LegendItem(
              channel.name(),
              null,
              null,
              null,
              new Line2D.Double(-10, 0, 10, 0),
              new BasicStroke(3f),
              channel.color()));
    }
    XYPlot plot = new XYPlot(samples, time, value, renderer);
    Theme.plot(plot);
    plot.setFixedLegendItems(legend);
    chart = Theme.chart(layout.title(), "", plot, layout.channels().size() > 1);
    chart.setAntiAlias(false);
    chart.setTextAntiAlias(true);
  }

  /**
   * Adds a sample.
   *
   * @param atSeconds session time, not before the previous one
   * @param sample one value per channel, NaN for a gap; copied
   */
  public void push(double atSeconds, double[] sample) {
    samples.push(atSeconds, sample);
    changed = true;
  }

  /** Forgets all samples, for a new session. */
  public void clear() {
    samples.clear();
    changed = true;
  }

  /** Draws the trace so far; the newest sample is at the right edge. */
  public void draw(Graphics2D graphics, Rectangle2D area) {
    if (changed) {
      double last = samples.lastSeconds();
      if (Double.isFinite(last)) {
        time.setRange(last - windowSeconds, last);
      }
      samples.publish();
      changed = false;
    }
    chart.draw(graphics, area);
  }
}
