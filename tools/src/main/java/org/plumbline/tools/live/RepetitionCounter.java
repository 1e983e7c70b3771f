package org.plumbline.tools.live;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import javax.swing.JPanel;
import org.plumbline.analyzer.text.Texts;

/** The big number, within a ring that fills as the person moves. */
final class RepetitionCounter extends JPanel {
  private int count;
  private double progress = Double.NaN;

  RepetitionCounter() {
    setOpaque(false);
    setPreferredSize(new Dimension(230, 214));
    setMinimumSize(new Dimension(180, 150));
  }

  void show(SessionView view) {
    count = view.completed();
    progress = view.live().repetitionProgress();
    getAccessibleContext().setAccessibleName(Texts.get("window.repetitions") + " " + count);
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D canvas = Look.smooth(graphics);
    double side = Math.min(getWidth(), getHeight()) - 14.0;
    double x = (getWidth() - side) / 2;
    double y = (getHeight() - side) / 2;
    float thick = (float) (side / 15);
    canvas.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setColor(Look.TRACK);
    canvas.draw(new Ellipse2D.Double(x, y, side, side));
    if (Double.isFinite(progress)) {
      double degrees = 360 * Math.min(1, Math.max(0, progress));
      canvas.setColor(Look.ACCENT);
      canvas.draw(new Arc2D.Double(x, y, side, side, 90, -degrees, Arc2D.OPEN));
    }
    String number = Integer.toString(count);
    canvas.setFont(Look.font(Font.BOLD, (float) (side * (number.length() > 2 ? 0.34 : 0.46))));
    FontMetrics letters = canvas.getFontMetrics();
    canvas.setColor(Look.INK);
    int baseline = (int) Math.round(getHeight() / 2.0 + letters.getAscent() * 0.27);
    canvas.drawString(number, (getWidth() - letters.stringWidth(number)) / 2, baseline);
    canvas.setFont(Look.font(Font.PLAIN, 13f));
    canvas.setColor(Look.QUIET);
    String below = Texts.get("window.repetitions");
    int width = canvas.getFontMetrics().stringWidth(below);
    canvas.drawString(below, (getWidth() - width) / 2, baseline + (int) (side * 0.15));
    canvas.dispose();
  }
}
