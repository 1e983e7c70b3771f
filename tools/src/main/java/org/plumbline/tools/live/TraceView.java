package org.plumbline.tools.live;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
  private final Deque<Point> points = new ArrayDeque<>();

  /** A view's values. */
  private record Point(double seconds, List<Double> values) {}

  TraceView() {
    setOpaque(false);
    setPreferredSize(new Dimension(300, 150));
    setMinimumSize(new Dimension(150, 90));
  }

  /**
   * Adds a point.
   *
   * @param high upper end of the axis
   */
  void show(
      double seconds, List<LiveTrace.Channel> channels, String unit, double high, double[] now) {
    if (channels.isEmpty() || !(high > 0)) {
      return;
    }
    LiveTrace.Layout wanted =
        new LiveTrace.Layout("", unit, 0, high, WINDOW_SECONDS, MOST_VIEWS_HZ, channels);
    if (layout.isEmpty() || !layout.get().equals(wanted)) {
      begin(wanted);
    }
    if (points.isEmpty() || seconds > points.getLast().seconds()) {
      points.add(new Point(seconds, Arrays.stream(now).boxed().toList()));
      while (points.getFirst().seconds() < seconds - WINDOW_SECONDS) {
        points.removeFirst();
      }
      trace.ifPresent(shown -> shown.push(seconds, now));
      repaint();
    }
  }

  /** Another axis goes on with the same points, another quantity does not. */
  private void begin(LiveTrace.Layout wanted) {
    boolean same =
        layout
            .filter(old -> old.unit().equals(wanted.unit()))
            .filter(old -> old.channels().equals(wanted.channels()))
            .isPresent();
    if (!same) {
      points.clear();
    }
    LiveTrace fresh = new LiveTrace(wanted);
    for (Point point : points) {
      fresh.push(
          point.seconds(), point.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
    layout = Optional.of(wanted);
    trace = Optional.of(fresh);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = (Graphics2D) graphics.create();
    trace.ifPresent(
        shown -> shown.draw(canvas, new Rectangle2D.Double(0, 0, getWidth(), getHeight())));
    canvas.dispose();
  }
}
