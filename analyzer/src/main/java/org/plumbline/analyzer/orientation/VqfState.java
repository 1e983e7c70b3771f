package org.plumbline.analyzer.orientation;

/** What changes from sample to sample in {@link VqfFilter}. One thread. */
final class VqfState {
  private static final int ATTITUDE_CHANNELS = 11;

  /** Below this scalar part the correction is a half turn and its axis is noise. */
  static final double HALF_TURN = 1e-6;

  // Strap-down: sensor to an inertial frame I that drifts with the error of the gyroscope.
  double gw;
  double gx;
  double gy;
  double gz;
  // Inclination: I to earth, without heading.
  double aw;
  double ax;
  double ay;
  double az;
  // Their product, sensor to earth.
  double w;
  double x;
  double y;
  double z;
  final GyroBias bias;
  final RestDetector rest;
  final LowPass.State accelerationState = new LowPass.State(3);
  final LowPass.State attitudeState = new LowPass.State(ATTITUDE_CHANNELS);

  /** Specific force in I, low-passed in place. */
  final double[] acceleration = new double[3];

  /** Rotation matrix by rows, then the horizontal part of the turned bias; low-passed in place. */
  final double[] attitude = new double[ATTITUDE_CHANNELS];

  VqfState(VqfCoefficients coefficients) {
    bias = new GyroBias(coefficients);
    rest = new RestDetector(coefficients);
    reset();
  }

  void reset() {
    gw = 1;
    gx = 0;
    gy = 0;
    gz = 0;
    aw = 1;
    ax = 0;
    ay = 0;
    az = 0;
    multiply();
    bias.reset();
    rest.reset();
    accelerationState.reset();
    attitudeState.reset();
  }

  /** Writes the inclination part as w, x, y, z. */
  void inclination(double[] wxyz) {
    wxyz[0] = aw;
    wxyz[1] = ax;
    wxyz[2] = ay;
    wxyz[3] = az;
  }

  /** Sensor to earth from its two parts. */
  void multiply() {
    w = aw * gw - ax * gx - ay * gy - az * gz;
    x = aw * gx + ax * gw + ay * gz - az * gy;
    y = aw * gy - ax * gz + ay * gw + az * gx;
    z = aw * gz + ax * gy - ay * gx + az * gw;
  }

  /** Turns the strap-down part by the exact rotation whose half-angle vector this is, rad. */
  void turn(double hx, double hy, double hz) {
    double h2 = hx * hx + hy * hy + hz * hz;
    double cos = HalfAngle.cosine(h2);
    double sinc = HalfAngle.sineOverAngle(h2);
    double dx = sinc * hx;
    double dy = sinc * hy;
    double dz = sinc * hz;
    double nw = gw * cos - gx * dx - gy * dy - gz * dz;
    double nx = gw * dx + gx * cos + gy * dz - gz * dy;
    double ny = gw * dy - gx * dz + gy * cos + gz * dx;
    double nz = gw * dz + gx * dy - gy * dx + gz * cos;
    double k = 1 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    gw = k * nw;
    gx = k * nx;
    gy = k * ny;
    gz = k * nz;
  }

  /** Puts the shortest turn that takes the unit vector u to z in front of the inclination. */
  void tilt(double ux, double uy, double uz) {
    double cw = Math.sqrt(0.5 * Math.max(uz + 1, 0));
    double cx = 1;
    double cy = 0;
    if (cw > HALF_TURN) {
      cx = 0.5 * uy / cw;
      cy = -0.5 * ux / cw;
    } else {
      cw = 0;
    }
    double nw = cw * aw - cx * ax - cy * ay;
    double nx = cw * ax + cx * aw + cy * az;
    double ny = cw * ay + cy * aw - cx * az;
    double nz = cw * az + cx * ay - cy * ax;
    double k = 1 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    aw = k * nw;
    ax = k * nx;
    ay = k * ny;
    az = k * nz;
  }

  /** Writes the rotation matrix sensor to earth by rows into the first nine elements. */
  void matrix(double[] m) {
    double x2 = x + x;
    double y2 = y + y;
    double z2 = z + z;
    double xx = x2 * x;
    double yy = y2 * y;
    double zz = z2 * z;
    double xy = x2 * y;
    double xz = x2 * z;
    double yz = y2 * z;
    double wx = x2 * w;
    double wy = y2 * w;
    double wz = z2 * w;
    m[0] = 1 - yy - zz;
    m[1] = xy - wz;
    m[2] = xz + wy;
    m[3] = xy + wz;
    m[4] = 1 - xx - zz;
    m[5] = yz - wx;
    m[6] = xz - wy;
    m[7] = yz + wx;
    m[8] = 1 - xx - yy;
  }
}
