package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/** A vector in whatever frame and unit its user says. */
public record Vector3(double x, double y, double z) {
  public static final Vector3 X = new Vector3(1, 0, 0);
  public static final Vector3 Y = new Vector3(0, 1, 0);
  public static final Vector3 Z = new Vector3(0, 0, 1);

  /** A direction that is not known. */
  public static final Vector3 UNKNOWN = new Vector3(Double.NaN, Double.NaN, Double.NaN);

  public boolean isKnown() {
    return !Double.isNaN(x);
  }

  public Vector3 plus(Vector3 b) {
    return new Vector3(x + b.x, y + b.y, z + b.z);
  }

  public Vector3 minus(Vector3 b) {
    return new Vector3(x - b.x, y - b.y, z - b.z);
  }

  public Vector3 times(double k) {
    return new Vector3(k * x, k * y, k * z);
  }

  public Vector3 negated() {
    return new Vector3(-x, -y, -z);
  }

  public double dot(Vector3 b) {
    return x * b.x + y * b.y + z * b.z;
  }

  public Vector3 cross(Vector3 b) {
    return new Vector3(y * b.z - z * b.y, z * b.x - x * b.z, x * b.y - y * b.x);
  }

  public double norm() {
    return Math.sqrt(dot(this));
  }

  /**
   * This direction with length 1.
   *
   * @throws IllegalArgumentException when it has no direction
   */
  public Vector3 normalized() {
    double norm = norm();
    if (!(norm > 1e-12)) {
      throw new IllegalArgumentException("a zero vector has no direction");
    }
    return times(1 / norm);
  }

  /** Angle between two directions, 0 to pi. */
  public double angleToRad(Vector3 b) {
    return FastMath.atan2(cross(b).norm(), dot(b));
  }

  /** The part of this vector at right angles to the unit vector {@code axis}. */
  public Vector3 rejectedFrom(Vector3 axis) {
    return minus(axis.times(dot(axis)));
  }
}
