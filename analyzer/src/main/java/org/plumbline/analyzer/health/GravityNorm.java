package org.plumbline.analyzer.health;

import org.plumbline.analyzer.orientation.HalfAngle;
import org.plumbline.analyzer.orientation.LowPass;

/**
 * How large gravity is by this accelerometer: the norm of the specific force averaged over seconds
 * in an inertial frame that the gyroscope carries along.
 *
 * <p>Movement drops out of such an average, for a limb ends where it began and its mean
 * acceleration is then nothing; stillness is not needed. On the 16 BROAD trials and a drop-landing
 * recording the median of this norm lies within 9.80 to 9.90 m/s2, while the norm of single quiet
 * samples spreads over several m/s2 in a squat. What remains is gravity plus the bias as the sensor
 * held it on average. One thread.
 */
final class GravityNorm {
  /** A limb's movement is slower than this in exercises; the filter's own time constant. */
  static final double TAU_SECONDS = 3;

  private static final double BIN_MPS2 = 0.02;
  private static final int BINS = 2000;

  private final LowPass lowPass;
  private final LowPass.State state = new LowPass.State(3);
  private final double[] force = new double[3];
  private final int[] counts = new int[BINS + 1];
  private double w = 1;
  private double x;
  private double y;
  private double z;
  private double settlingSeconds;
  private double seconds;
  private int total;
  private double largest;

  GravityNorm(double samplingRateHz) {
    lowPass = new LowPass(TAU_SECONDS, samplingRateHz);
  }

  void restart() {
    state.reset();
    settlingSeconds = 0;
  }

  void update(double intervalSeconds, double[] imu) {
    turn(
        0.5 * intervalSeconds * imu[0],
        0.5 * intervalSeconds * imu[1],
        imu[2] * 0.5 * intervalSeconds);
    double tx = 2 * (y * imu[5] - z * imu[4]);
    double ty = 2 * (z * imu[3] - x * imu[5]);
    double tz = 2 * (x * imu[4] - y * imu[3]);
    force[0] = imu[3] + w * tx + y * tz - z * ty;
    force[1] = imu[4] + w * ty + z * tx - x * tz;
    force[2] = imu[5] + w * tz + x * ty - y * tx;
    lowPass.update(state, force, force);
    settlingSeconds += intervalSeconds;
    if (settlingSeconds >= TAU_SECONDS) {
      double norm = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
      counts[(int) Math.min(norm / BIN_MPS2, BINS)]++;
      largest = Math.max(largest, norm);
      total++;
      seconds += intervalSeconds;
    }
  }

  private void turn(double hx, double hy, double hz) {
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

  /** The rotation from the sensor to the frame of the averages, row by row. */
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

  /** How long averages have been looked at, beyond the time that the first one takes. */
  double seconds() {
    return seconds;
  }

  /** Median of the averages so far, m/s2; NaN before the first. */
  double medianMps2() {
    if (total == 0) {
      return Double.NaN;
    }
    int rank = (total - 1) / 2;
    int bin = 0;
    for (int below = counts[0]; below <= rank; below += counts[bin]) {
      bin++;
    }
    return bin == BINS ? largest : (bin + 0.5) * BIN_MPS2;
  }
}
