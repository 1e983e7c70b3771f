package org.plumbline.analyzer.orientation;

import java.util.Arrays;

/**
 * The orientation that a device computed itself, taken instead of a filter: brought to unit length
 * and to one sign, otherwise passed on. Its frame, its delay and what it does about disturbed
 * fields and bias are the device's own; nothing of it was measured here, and {@link #capability}
 * says so.
 */
public final class DeviceOrientation implements OrientationSource {
  /**
   * A quaternion in 16-bit integers is off by 1e-4, one printed with two decimals by 0.01; a length
   * further from 1 is another quantity, or x, y, z, w of another scale.
   */
  private static final double LENGTH_TOLERANCE = 0.02;

  private double w = 1;
  private double x;
  private double y;
  private double z;

  @Override
  public Capability capability() {
    return Capability.DEVICE;
  }

  /** Whether a quaternion of this length is an orientation. */
  public static boolean isOrientation(double length) {
    return Math.abs(length - 1) <= LENGTH_TOLERANCE;
  }

  /**
   * Takes the next quaternion, scalar first, sensor to earth. {@code q} and {@code -q} are the same
   * orientation; the sign that continues the one before is kept, so that neighbours can be
   * interpolated.
   *
   * @throws IllegalArgumentException when its length is not 1; nothing is changed then
   */
  public void update(double qw, double qx, double qy, double qz) {
    double norm = Math.sqrt(qw * qw + qx * qx + qy * qy + qz * qz);
    if (!isOrientation(norm)) {
      throw new IllegalArgumentException(
          "the device's orientation "
              + Arrays.toString(new double[] {qw, qx, qy, qz})
              + " (w, x, y, z) has length "
              + norm
              + " and not 1: check scale, order and columns");
    }
    double k = (qw * w + qx * x + qy * y + qz * z < 0 ? -1 : 1) / norm;
    w = k * qw;
    x = k * qx;
    y = k * qy;
    z = k * qz;
  }

  @Override
  public void orientation(double[] wxyz) {
    wxyz[0] = w;
    wxyz[1] = x;
    wxyz[2] = y;
    wxyz[3] = z;
  }

  /**
   * {@inheritDoc} Nothing was learned here, so nothing is doubted; a gap is the device's matter.
   */
  @Override
  public void resettle(double missingSeconds) {
    VqfFilter.checkMissing(missingSeconds);
  }

  @Override
  public void reset() {
    w = 1;
    x = 0;
    y = 0;
    z = 0;
  }
}
