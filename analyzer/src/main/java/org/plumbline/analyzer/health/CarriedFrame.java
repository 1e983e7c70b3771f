package org.plumbline.analyzer.health;

import org.plumbline.analyzer.orientation.HalfAngle;

/** A frame at rest, as the gyroscope of one sensor carries it along. One thread, no allocation. */
final class CarriedFrame {
  private double w = 1;
  private double x;
  private double y;
  private double z;

  /** The frame is that of the sensor at this moment. */
  void reset() {
    w = 1;
    x = 0;
    y = 0;
    z = 0;
  }

  /** The sensor turns by the first three of a sample, rad/s, for so long. */
  void turn(double intervalSeconds, double[] imu) {
    double hx = 0.5 * intervalSeconds * imu[0];
    double hy = 0.5 * intervalSeconds * imu[1];
    double hz = 0.5 * intervalSeconds * imu[2];
    double h2 = hx * hx + hy * hy + hz * hz;
    double cos = HalfAngle.cosine(h2);
    double sinc = HalfAngle.sineOverAngle(h2);
    double nw = w * cos - sinc * (x * hx + y * hy + z * hz);
    double nx = x * cos + sinc * (w * hx + y * hz - z * hy);
    double ny = y * cos + sinc * (w * hy + z * hx - x * hz);
    double nz = z * cos + sinc * (w * hz + x * hy - y * hx);
    double k = 1 / Math.sqrt(nw * nw + nx * nx + ny * ny + nz * nz);
    w = k * nw;
    x = k * nx;
    y = k * ny;
    z = k * nz;
  }

  /** The specific force of a sample, its last three, in the frame. */
  void force(double[] imu, double[] out) {
    double tx = 2 * (y * imu[5] - z * imu[4]);
    double ty = 2 * (z * imu[3] - x * imu[5]);
    double tz = 2 * (x * imu[4] - y * imu[3]);
    out[0] = imu[3] + w * tx + y * tz - z * ty;
    out[1] = imu[4] + w * ty + z * tx - x * tz;
    out[2] = imu[5] + w * tz + x * ty - y * tx;
  }

  /** The rotation from the sensor to the frame, row by row. */
  void rotation(double[] out) {
    out[0] = 1 - 2 * (y * y + z * z);
    out[1] = 2 * (x * y - w * z);
    out[2] = 2 * (x * z + w * y);
    out[3] = 2 * (x * y + w * z);
    out[4] = 1 - 2 * (x * x + z * z);
    out[5] = 2 * (y * z - w * x);
    out[6] = 2 * (x * z - w * y);
    out[7] = 2 * (y * z + w * x);
    out[8] = 1 - 2 * (x * x + y * y);
  }
}
