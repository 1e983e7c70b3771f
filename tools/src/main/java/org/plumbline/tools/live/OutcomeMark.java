package org.plumbline.tools.live;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;

/** How a verdict is drawn: each outcome has a shape of its own, so that colour only repeats it. */
enum OutcomeMark {
  SATISFIED(new Color(0x009E73)),
  WITHIN_ERROR(new Color(0x56779B)),
  AMBER(new Color(0xE69F00)),
  RED(new Color(0xC4451C)),
  NOT_ASSESSABLE(new Color(0x98A2AF));

  private final Color colour;

  OutcomeMark(Color colour) {
    this.colour = colour;
  }

  Color colour() {
    return colour;
  }

  /** Key of the mark's name in the words. */
  String textKey() {
    return "window.mark." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static OutcomeMark of(Verdict verdict) {
    return switch (verdict.outcome()) {
      case SATISFIED -> SATISFIED;
      case WITHIN_ERROR -> WITHIN_ERROR;
      case NOT_ASSESSABLE -> NOT_ASSESSABLE;
      case VIOLATED ->
          verdict instanceof Verdict.Assessed assessed
                  && assessed.severity().equals(java.util.Optional.of(Severity.RED))
              ? RED
              : AMBER;
    };
  }

  /** Draws the mark around a centre, {@code size} pixels across. */
  void paint(Graphics2D canvas, double x, double y, double size) {
    double r = size / 2;
    canvas.setColor(colour);
    canvas.setStroke(
        new BasicStroke((float) (size / 7), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (this) {
      case SATISFIED -> canvas.fill(new Ellipse2D.Double(x - r, y - r, size, size));
      case WITHIN_ERROR ->
          canvas.draw(new Ellipse2D.Double(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r));
      case AMBER -> canvas.fill(triangle(x, y, r));
      case RED -> {
        canvas.fill(diamond(x, y, r * 1.2));
        canvas.setColor(Color.WHITE);
        canvas.draw(new Line2D.Double(x, y - 0.45 * r, x, y + 0.1 * r));
        canvas.draw(new Line2D.Double(x, y + 0.45 * r, x, y + 0.46 * r));
      }
      case NOT_ASSESSABLE -> canvas.draw(new Line2D.Double(x - 0.7 * r, y, x + 0.7 * r, y));
    }
  }

  private static Shape triangle(double x, double y, double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - r);
    path.lineTo(x + r, y + 0.85 * r);
    path.lineTo(x - r, y + 0.85 * r);
    path.closePath();
    return path;
  }

  private static Shape diamond(double x, double y, double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - r);
    path.lineTo(x + r, y);
    path.lineTo(x, y + r);
    path.lineTo(x - r, y);
    path.closePath();
    return path;
  }
}
