package org.plumbline.analyzer.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** How a family of muscles looks, beside its colour. None of the shapes is that of a fault. */
enum MuscleMark {
  /** Gluteals. */
  DISC,
  /** Hamstrings. */
  SQUARE,
  /** All others. */
  BAR;

  /** The shape about (0, 0) for a mark {@code size} pixels wide. */
  Shape shape(double size) {
    double r = size / 2;
    return switch (this) {
      case DISC -> new Ellipse2D.Double(-r, -r, size, size);
      case SQUARE -> new Rectangle2D.Double(-0.85 * r, -0.85 * r, 1.7 * r, 1.7 * r);
      case BAR -> new Rectangle2D.Double(-0.4 * r, -r, 0.8 * r, size);
    };
  }
}
