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
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;
import org.plumbline.analyzer.chart.Palette;
import org.plumbline.analyzer.result.LiveState.Light;
import org.plumbline.analyzer.result.LiveState.SensorLight;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.tools.run.VerdictWords;

/** A light per sensor: shape, colour and a word say the same. */
final class SensorLights extends JComponent implements Scrollable {
  private static final int ROW = 22;

  private List<SensorLight> sensors = List.of();

  SensorLights() {
    setPreferredSize(new Dimension(230, 4 * ROW));
    ToolTipManager.sharedInstance().registerComponent(this);
  }

  void show(SessionView view) {
    if (view.live().sensors().size() != sensors.size()) {
      setPreferredSize(new Dimension(230, Math.max(4, view.live().sensors().size()) * ROW));
      revalidate();
    }
    sensors = view.live().sensors();
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
      paintLight(canvas, sensor.light(), 8, y);
      String word = word(sensor.light());
      int width = canvas.getFontMetrics().stringWidth(word);
      canvas.setColor(sensor.light() == Light.GOOD ? Look.QUIET : Look.INK);
      canvas.drawString(word, getWidth() - width - 2, y + 5);
      canvas.setColor(Look.INK);
      String name = VerdictWords.place(sensor.placement());
      canvas.drawString(Look.fit(canvas, name, getWidth() - width - 34), 22, y + 5);
    }
    canvas.dispose();
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
    return row < sensors.size() ? sensors.get(row).text() : "";
  }
}
