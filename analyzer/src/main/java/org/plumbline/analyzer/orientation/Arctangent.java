package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/**
 * The angle of a direction in a plane by a table of eighths and a short series: {@code + - * /}
 * alone, so the same bits on every machine, and a fraction of what {@code atan2} of FastMath or of
 * Java 17 takes.
 */
final class Arctangent {
  private static final int STEPS = 8;
  private static final double[] TABLE = new double[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      TABLE[i] = FastMath.atan((double) i / STEPS);
    }
  }

  private Arctangent() {}

  /** Angle from the x axis to (x, y), -pi to pi; 0 where both are 0. Errors stay below 1e-15. */
  static double of(double y, double x) {
    double ay = Math.abs(y);
    double ax = Math.abs(x);
    boolean steep = ay > ax;
    double small = steep ? ax : ay;
    double large = steep ? ay : ax;
    if (large == 0) {
      return 0;
    }
    int at = (int) (STEPS * (small / large) + 0.5);
    double eighths = (double) at / STEPS;
    // tan of what is left over the table's angle: at most 1/16.
    double t = (small - eighths * large) / (large + eighths * small);
    double t2 = t * t;
    // The first term left out is below 16^-15 / 15 = 6e-20.
    double series = 1.0 / 9 + t2 * (-1.0 / 11 + t2 * (1.0 / 13));
    series = -1.0 / 3 + t2 * (1.0 / 5 + t2 * (-1.0 / 7 + t2 * series));
    double angle = TABLE[at] + (t + t * t2 * series);
    if (steep) {
      angle = Math.PI / 2 - angle;
    }
    if (x < 0) {
      angle = Math.PI - angle;
    }
    return y < 0 ? -angle : angle;
  }
}
