package org.plumbline.analyzer.health;

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
  private final CarriedFrame frame = new CarriedFrame();
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
    frame.turn(intervalSeconds, imu);
    frame.force(imu, force);
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

  /** The rotation from the sensor to the frame of the averages, row by row. */
  void rotation(double[] out) {
    frame.rotation(out);
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
