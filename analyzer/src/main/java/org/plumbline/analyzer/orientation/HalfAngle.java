package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/**
 * Cosine and sine of half a rotation angle, from the square of that half angle: a Taylor series for
 * the turns between two samples (up to 0.5 rad in all: 2800 deg/s at 100 Hz), FastMath beyond. Both
 * have the same bits on every machine and neither needs a square root for a small turn.
 */
public final class HalfAngle {
  private static final double SERIES_RAD = 0.25;

  private HalfAngle() {}

  /** {@code cos(h)}; the first term left out is below 0.25^14 / 14! = 5e-20. */
  public static double cosine(double h2) {
    if (h2 > SERIES_RAD * SERIES_RAD) {
      return FastMath.cos(Math.sqrt(h2));
    }
    double s = -1.0 / 3_628_800 + h2 * (1.0 / 479_001_600);
    s = 1.0 / 40_320 + h2 * s;
    s = -1.0 / 720 + h2 * s;
    s = 1.0 / 24 + h2 * s;
    s = -1.0 / 2 + h2 * s;
    return 1 + h2 * s;
  }

  /** {@code sin(h) / h}; the first term left out is below 0.25^12 / 13! = 1e-17. */
  public static double sineOverAngle(double h2) {
    if (h2 > SERIES_RAD * SERIES_RAD) {
      double h = Math.sqrt(h2);
      return FastMath.sin(h) / h;
    }
    double s = 1.0 / 362_880 + h2 * (-1.0 / 39_916_800);
    s = -1.0 / 5_040 + h2 * s;
    s = 1.0 / 120 + h2 * s;
    s = -1.0 / 6 + h2 * s;
    return 1 + h2 * s;
  }
}
