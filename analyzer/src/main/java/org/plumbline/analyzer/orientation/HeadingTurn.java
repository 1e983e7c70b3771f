package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/** The angle about the vertical by which a 6D orientation is turned, as a rotation. One thread. */
final class HeadingTurn {
  // Of half the angle.
  private double cos = 1;
  private double sin;

  void reset() {
    cos = 1;
    sin = 0;
  }

  /** Turns by twice this angle more, counter-clockwise. */
  void turn(double halfRad) {
    double h2 = halfRad * halfRad;
    double c = HalfAngle.cosine(h2);
    double s = HalfAngle.sineOverAngle(h2) * halfRad;
    double nc = cos * c - sin * s;
    double ns = sin * c + cos * s;
    double k = 1 / Math.sqrt(nc * nc + ns * ns);
    cos = k * nc;
    sin = k * ns;
  }

  /**
   * The angle that is still missing until the horizontal field (ex, ey) in the 6D frame points
   * north, -pi to pi.
   */
  double missingRad(double ex, double ey) {
    double c = cos * cos - sin * sin;
    double s = 2 * cos * sin;
    return Arctangent.of(c * ex - s * ey, s * ex + c * ey);
  }

  /** Turns a 6D orientation w, x, y, z, in place. */
  void apply(double[] wxyz) {
    apply(cos, sin, wxyz);
  }

  /** The same by a given angle. */
  static void apply(double angleRad, double[] wxyz) {
    apply(FastMath.cos(angleRad / 2), FastMath.sin(angleRad / 2), wxyz);
  }

  private static void apply(double cos, double sin, double[] wxyz) {
    double w = wxyz[0];
    double x = wxyz[1];
    double y = wxyz[2];
    double z = wxyz[3];
    wxyz[0] = cos * w - sin * z;
    wxyz[1] = cos * x - sin * y;
    wxyz[2] = cos * y + sin * x;
    wxyz[3] = cos * z + sin * w;
  }

  /** The angle in -pi to pi. */
  double angleRad() {
    return cos < 0 ? 2 * Arctangent.of(-sin, -cos) : 2 * Arctangent.of(sin, cos);
  }

  /** An angle within -2 pi to 2 pi as one within -pi to pi. */
  static double wrapped(double angleRad) {
    if (angleRad > Math.PI) {
      return angleRad - 2 * Math.PI;
    }
    return angleRad < -Math.PI ? angleRad + 2 * Math.PI : angleRad;
  }
}
