package org.plumbline.tools.live;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.plumbline.analyzer.chart.LiveTrace;

/** The last seconds of what the window shows as it is now; a point for each new view. */
final class TraceView extends JPanel {
  private static final double WINDOW_SECONDS = 20;

  /** Views come at 30 Hz in session time, more often when a log is played faster. */
  private static final double MOST_VIEWS_HZ = 60;

  private Optional<LiveTrace> trace = Optional.empty();
  private Optional<LiveTrace.Layout> layout = Optional.empty();
  private double lastSeconds = Double.NEGATIVE_INFINITY;

  TraceView() {
    setOpaque(false);
    setPreferredSize(new Dimension(300, 150));
    setMinimumSize(new Dimension(150, 90));
  }

  /**
   * Adds a point.
   *
   * @param high upper end of the axis; another one, or other channels, begin a new trace
   */
  void show(
      double seconds, List<LiveTrace.Channel> channels, String unit, double high, double[] now) {
    if (channels.isEmpty() || !(high > 0)) {
      return;
    }
    LiveTrace.Layout wanted =
        new LiveTrace.Layout("", unit, 0, high, WINDOW_SECONDS, MOST_VIEWS_HZ, channels);
    if (layout.isEmpty() || !layout.get().equals(wanted)) {
      layout = Optional.of(wanted);
      trace = Optional.of(new LiveTrace(wanted));
      lastSeconds = Double.NEGATIVE_INFINITY;
    }
    if (seconds > lastSeconds) {
      trace.get().push(seconds, now);
      lastSeconds = seconds;
      repaint();
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = (Graphics2D) graphics.create();
    trace.ifPresent(
        shown -> shown.draw(canvas, new Rectangle2D.Double(0, 0, getWidth(), getHeight())));
    canvas.dispose();
  }
}
