package org.plumbline.tools.live;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;
import org.plumbline.analyzer.chart.Palette;
import org.plumbline.analyzer.result.LiveState.Light;
import org.plumbline.analyzer.result.LiveState.SensorLight;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;

/**
 * A light per sensor: shape, colour and a word say the same. Below them the last problem that any
 * of them had.
 */
final class SensorLights extends JPanel implements Scrollable {
  private static final int ROW = 22;

  private List<SensorLight> sensors = List.of();
  private Optional<String> problem = Optional.empty();

  /** After the end nobody waits for a sensor. */
  private boolean ended;

  SensorLights() {
    setOpaque(false);
    setPreferredSize(new Dimension(230, 4 * ROW));
    ToolTipManager.sharedInstance().registerComponent(this);
  }

  void show(SessionView view) {
    sensors = view.live().sensors();
    problem = view.problem();
    ended = view.phase() == SessionView.Phase.ENDED;
    getAccessibleContext().setAccessibleDescription(problem.orElse(""));
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = Look.smooth(graphics);
    canvas.setFont(Look.font(Font.PLAIN, 12f));
    if (sensors.isEmpty()) {
      canvas.setColor(Look.QUIET);
      canvas.drawString(Texts.get("window.sensors.none"), 2, 16);
    }
    for (int i = 0; i < sensors.size(); i++) {
      SensorLight sensor = sensors.get(i);
      int y = i * ROW + ROW / 2;
      boolean over = ended && sensor.light() == Light.SILENT;
      if (!over) {
        paintLight(canvas, sensor.light(), 8, y);
      }
      String word = over ? "–" : word(sensor.light());
      int width = canvas.getFontMetrics().stringWidth(word);
      canvas.setColor(over || sensor.light() == Light.GOOD ? Look.QUIET : Look.INK);
      canvas.drawString(word, getWidth() - width - 2, y + 5);
      canvas.setColor(Look.INK);
      canvas.drawString(
          Look.fit(canvas, name(sensor), getWidth() - width - 34), over ? 2 : 22, y + 5);
    }
    int end = Math.max(1, sensors.size()) * ROW + paintProblem(canvas);
    canvas.dispose();
    fitHeight(end);
  }

  /** How high it came out. */
  private int paintProblem(Graphics2D canvas) {
    if (problem.isEmpty()) {
      return 0;
    }
    int y = Math.max(1, sensors.size()) * ROW;
    int height = 8;
    canvas.setColor(Look.QUIET);
    for (String line : Look.lines(canvas, problem.get(), getWidth() - 4)) {
      height += canvas.getFontMetrics().getHeight();
      canvas.drawString(line, 2, y + height - canvas.getFontMetrics().getDescent());
    }
    return height;
  }

  private void fitHeight(int height) {
    if (getPreferredSize().height != Math.max(height, 4 * ROW)) {
      setPreferredSize(new Dimension(230, Math.max(height, 4 * ROW)));
      revalidate();
    }
  }

  /** Electrodes of one device share a light. */
  private static String name(SensorLight sensor) {
    int places = sensor.placement().split(", ", -1).length;
    return places > 1
        ? Texts.get("window.sensors.several", places)
        : VerdictWords.place(sensor.placement());
  }

  private static void paintLight(Graphics2D canvas, Light light, int x, int y) {
    switch (light) {
      case GOOD -> {
        canvas.setColor(Palette.BLUISH_GREEN);
        canvas.fill(new Ellipse2D.Double(x - 5.5, y - 5.5, 11, 11));
      }
      case DEGRADED -> {
        canvas.setColor(Palette.ORANGE);
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y - 6.5);
        triangle.lineTo(x + 6.5, y + 5.5);
        triangle.lineTo(x - 6.5, y + 5.5);
        triangle.closePath();
        canvas.fill(triangle);
      }
      case SILENT -> {
        canvas.setColor(Palette.GREY);
        canvas.setStroke(new BasicStroke(2f));
        canvas.draw(new Rectangle2D.Double(x - 5, y - 5, 10, 10));
      }
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return ROW;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }

  private static String word(Light light) {
    return Texts.get("window.light." + light.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    int row = event.getY() / ROW;
    if (row >= sensors.size()) {
      return "";
    }
    SensorLight sensor = sensors.get(row);
    String place = VerdictWords.place(sensor.placement());
    return sensor.text().isEmpty() ? place : Texts.get("window.problem", place, sensor.text());
  }
}
