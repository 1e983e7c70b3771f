package org.plumbline.analyzer.orientation;

/**
 * The gyroscope bias as a three-state Kalman filter: a slow random walk, measured one row at a
 * time.
 *
 * <p>The measurement noises of the three rows are independent, so three scalar updates give what
 * one update with the 3 x 3 innovation matrix gives, without inverting it and with a covariance
 * that stays symmetric by construction. rad/s, sensor axes. One thread.
 */
final class GyroBias {
  private final VqfCoefficients c;

  double x;
  double y;
  double z;
  // Covariance, upper triangle.
  private double pxx;
  private double pxy;
  private double pxz;
  private double pyy;
  private double pyz;
  private double pzz;
  // Change of the estimate within this sample, so that every row measures against the prior.
  private double dx;
  private double dy;
  private double dz;

  GyroBias(VqfCoefficients coefficients) {
    c = coefficients;
    reset();
  }

  void reset() {
    x = 0;
    y = 0;
    z = 0;
    pxx = c.biasVarianceInitial();
    pyy = pxx;
    pzz = pxx;
    pxy = 0;
    pxz = 0;
    pyz = 0;
  }

  /** Lets the bias wander for so many samples; the uncertainty never exceeds the initial one. */
  void wander(double samples) {
    double grown = samples * c.biasVariancePerSample();
    pxx = wandered(pxx, grown);
    pyy = wandered(pyy, grown);
    pzz = wandered(pzz, grown);
  }

  private double wandered(double variance, double grown) {
    double limit = c.biasVarianceInitial();
    return variance < limit ? Math.min(variance + grown, limit) : variance;
  }

  /** Starts the rows of one sample. */
  void begin() {
    dx = 0;
    dy = 0;
    dz = 0;
  }

  /**
   * One row: {@code hx bx + hy by + hz bz} was seen to differ from its prior by {@code innovation}.
   *
   * @param variance of that measurement, (rad/s)2
   */
  void measure(double hx, double hy, double hz, double innovation, double variance) {
    double kx = pxx * hx + pxy * hy + pxz * hz;
    double ky = pxy * hx + pyy * hy + pyz * hz;
    double kz = pxz * hx + pyz * hy + pzz * hz;
    double scale = 1 / (hx * kx + hy * ky + hz * kz + variance);
    double step = scale * (clip(innovation) - (hx * dx + hy * dy + hz * dz));
    dx += kx * step;
    dy += ky * step;
    dz += kz * step;
    double sx = kx * scale;
    double sy = ky * scale;
    pxx -= sx * kx;
    pxy -= sx * ky;
    pxz -= sx * kz;
    pyy -= sy * ky;
    pyz -= sy * kz;
    pzz -= kz * scale * kz;
  }

  /** Applies what the rows of this sample said. */
  void end() {
    x = clip(x + dx);
    y = clip(y + dy);
    z = clip(z + dz);
  }

  /** An upper bound of the deviation in any direction: largest absolute row sum (Gershgorin). */
  double sigmaRadPerS() {
    double rowX = pxx + Math.abs(pxy) + Math.abs(pxz);
    double rowY = Math.abs(pxy) + pyy + Math.abs(pyz);
    double rowZ = Math.abs(pxz) + Math.abs(pyz) + pzz;
    return Math.sqrt(Math.min(Math.max(rowX, Math.max(rowY, rowZ)), c.biasVarianceInitial()));
  }

  /** Writes the covariance, (rad/s)2: xx, xy, xz, yy, yz, zz from {@code at} on. */
  void covariance(double[] six, int at) {
    six[at] = pxx;
    six[at + 1] = pxy;
    six[at + 2] = pxz;
    six[at + 3] = pyy;
    six[at + 4] = pyz;
    six[at + 5] = pzz;
  }

  private double clip(double value) {
    double limit = c.parameters().biasClipRadPerS();
    return Math.max(-limit, Math.min(limit, value));
  }
}
