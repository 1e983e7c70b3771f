package org.plumbline.analyzer.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.text.Texts;

/** How an outcome looks: its own shape, colour and character, so that colour never stands alone. */
public enum OutcomeMark {
  /** A green disc. */
  SATISFIED("satisfied", "●", true),
  /** An orange triangle. */
  VIOLATED_AMBER("violated.amber", "▲", true),
  /** A vermillion diamond, the largest mark. */
  VIOLATED_RED("violated.red", "◆", true),
  /** A grey ring. */
  WITHIN_ERROR("within-error", "○", false),
  /** A grey dash. */
  NOT_ASSESSABLE("not-assessable", "–", true);

  private final String id;
  private final String glyph;
  private final boolean filled;

  OutcomeMark(String id, String glyph, boolean filled) {
    this.id = id;
    this.glyph = glyph;
    this.filled = filled;
  }

  /** The mark of a verdict. */
  public static OutcomeMark of(Verdict verdict) {
    return switch (verdict.outcome()) {
      case SATISFIED -> SATISFIED;
      case WITHIN_ERROR -> WITHIN_ERROR;
      case NOT_ASSESSABLE -> NOT_ASSESSABLE;
      case VIOLATED ->
          verdict instanceof Verdict.Assessed assessed
                  && assessed.severity().filter(s -> s == Severity.RED).isPresent()
              ? VIOLATED_RED
              : VIOLATED_AMBER;
    };
  }

  /** {@code "violated.amber"}: the part of the text key behind {@code outcome.}. */
  public String id() {
    return id;
  }

  /** One character of about this shape, for tables. */
  public String glyph() {
    return glyph;
  }

  /** Whether the shape is filled with its colour; else it is only outlined. */
  public boolean filled() {
    return filled;
  }

  /** In words. */
  public String label() {
    return Texts.get("outcome." + id);
  }

  public Color color() {
    return switch (this) {
      case SATISFIED -> Palette.BLUISH_GREEN;
      case VIOLATED_AMBER -> Palette.ORANGE;
      case VIOLATED_RED -> Palette.VERMILLION;
      case WITHIN_ERROR -> Palette.GREY;
      case NOT_ASSESSABLE -> Palette.LIGHT_GREY;
    };
  }

  /** The shape about (0, 0) for a mark {@code size} pixels wide. */
  public Shape shape(double size) {
    double r = size / 2;
    return switch (this) {
      case SATISFIED, WITHIN_ERROR -> new Ellipse2D.Double(-0.8 * r, -0.8 * r, 1.6 * r, 1.6 * r);
      case VIOLATED_AMBER -> polygon(0, -r, r, 0.8 * r, -r, 0.8 * r);
      case VIOLATED_RED -> polygon(0, -1.15 * r, 1.15 * r, 0, 0, 1.15 * r, -1.15 * r, 0);
      case NOT_ASSESSABLE -> new Rectangle2D.Double(-0.7 * r, -0.18 * r, 1.4 * r, 0.36 * r);
    };
  }

  private static Shape polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}
