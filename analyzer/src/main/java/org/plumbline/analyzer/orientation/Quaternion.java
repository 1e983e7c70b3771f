package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/**
 * A unit quaternion, scalar first: {@code v_to = q * v_from * conj(q)}. Trigonometry goes through
 * FastMath, whose bits are the same on every machine.
 */
public record Quaternion(double w, double x, double y, double z) {
  public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

  /** Rotation by {@code angleRad} about the unit vector {@code axis}, right-handed. */
  public static Quaternion about(Vector3 axis, double angleRad) {
    double s = FastMath.sin(angleRad / 2);
    return new Quaternion(FastMath.cos(angleRad / 2), s * axis.x(), s * axis.y(), s * axis.z());
  }

  /** The rotation whose matrix has these columns: images of x, y, z, orthonormal. */
  public static Quaternion ofColumns(Vector3 ex, Vector3 ey, Vector3 ez) {
    double trace = ex.x() + ey.y() + ez.z();
    double w;
    double x;
    double y;
    double z;
    if (trace > 0) {
      double s = 2 * Math.sqrt(trace + 1);
      w = s / 4;
      x = (ey.z() - ez.y()) / s;
      y = (ez.x() - ex.z()) / s;
      z = (ex.y() - ey.x()) / s;
    } else if (ex.x() >= ey.y() && ex.x() >= ez.z()) {
      double s = 2 * Math.sqrt(1 + ex.x() - ey.y() - ez.z());
      w = (ey.z() - ez.y()) / s;
      x = s / 4;
      y = (ey.x() + ex.y()) / s;
      z = (ez.x() + ex.z()) / s;
    } else if (ey.y() >= ez.z()) {
      double s = 2 * Math.sqrt(1 + ey.y() - ex.x() - ez.z());
      w = (ez.x() - ex.z()) / s;
      x = (ey.x() + ex.y()) / s;
      y = s / 4;
      z = (ez.y() + ey.z()) / s;
    } else {
      double s = 2 * Math.sqrt(1 + ez.z() - ex.x() - ey.y());
      w = (ex.y() - ey.x()) / s;
      x = (ez.x() + ex.z()) / s;
      y = (ez.y() + ey.z()) / s;
      z = s / 4;
    }
    return new Quaternion(w, x, y, z).normalized();
  }

  /** The shortest turn that takes one unit vector to another; any one for opposite vectors. */
  public static Quaternion fromTo(Vector3 from, Vector3 to) {
    double w = 1 + from.dot(to);
    if (w < 1e-9) {
      Vector3 other = Math.abs(from.x()) < 0.9 ? Vector3.X : Vector3.Y;
      return about(from.cross(other).normalized(), Math.PI);
    }
    Vector3 axis = from.cross(to);
    return new Quaternion(w, axis.x(), axis.y(), axis.z()).normalized();
  }

  /** First {@code b}, then this. */
  public Quaternion times(Quaternion b) {
    return new Quaternion(
        w * b.w - x * b.x - y * b.y - z * b.z,
        w * b.x + x * b.w + y * b.z - z * b.y,
        w * b.y - x * b.z + y * b.w + z * b.x,
        w * b.z + x * b.y - y * b.x + z * b.w);
  }

  public Quaternion conjugate() {
    return new Quaternion(w, -x, -y, -z);
  }

  public Quaternion normalized() {
    double k = 1 / Math.sqrt(w * w + x * x + y * y + z * z);
    return new Quaternion(k * w, k * x, k * y, k * z);
  }

  /** {@code v} turned by this. */
  public Vector3 rotate(Vector3 v) {
    double tx = 2 * (y * v.z() - z * v.y());
    double ty = 2 * (z * v.x() - x * v.z());
    double tz = 2 * (x * v.y() - y * v.x());
    return new Vector3(
        v.x() + w * tx + y * tz - z * ty,
        v.y() + w * ty + z * tx - x * tz,
        v.z() + w * tz + x * ty - y * tx);
  }

  /**
   * Between this ({@code fraction} 0) and {@code b} (1), the short way round; normalised linear,
   * for neighbouring samples.
   */
  public Quaternion towards(Quaternion b, double fraction) {
    double sign = w * b.w + x * b.x + y * b.y + z * b.z < 0 ? -fraction : fraction;
    double keep = 1 - fraction;
    return new Quaternion(
            keep * w + sign * b.w,
            keep * x + sign * b.x,
            keep * y + sign * b.y,
            keep * z + sign * b.z)
        .normalized();
  }

  /** Angle of the rotation from this to {@code b}, 0 to pi. */
  public double angleToRad(Quaternion b) {
    Quaternion d = conjugate().times(b);
    return 2 * FastMath.atan2(Math.sqrt(d.x * d.x + d.y * d.y + d.z * d.z), Math.abs(d.w));
  }
}
