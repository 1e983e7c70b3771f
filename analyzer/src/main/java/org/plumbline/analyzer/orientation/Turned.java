package org.plumbline.analyzer.orientation;

/** A vector turned by a quaternion, without allocating. */
final class Turned {
  double x;
  double y;
  double z;

  /** Turns (vx, vy, vz) by the quaternion w, x, y, z from {@code at} on. */
  void by(double[] q, int at, double vx, double vy, double vz) {
    double qw = q[at];
    double qx = q[at + 1];
    double qy = q[at + 2];
    double qz = q[at + 3];
    double tx = 2 * (qy * vz - qz * vy);
    double ty = 2 * (qz * vx - qx * vz);
    double tz = 2 * (qx * vy - qy * vx);
    x = vx + qw * tx + qy * tz - qz * ty;
    y = vy + qw * ty + qz * tx - qx * tz;
    z = vz + qw * tz + qx * ty - qy * tx;
  }
}
