package org.plumbline.analyzer.orientation;

/**
 * Turns gyroscope and accelerometer samples into the orientation of the sensor, one sample at a
 * time.
 *
 * <p>Angular rate in rad/s and specific force in m/s2, sensor axes; a sensor lying still with z up
 * reads (0, 0, 9.81). The orientation takes sensor to earth coordinates (z up); without a
 * magnetometer its heading is arbitrary and drifts. One thread.
 *
 * <p>Splitting a record into batches has no meaning here: the state depends on the samples alone.
 */
public interface OrientationFilter {
  /**
   * Takes the next sample. An acceleration of exactly (0, 0, 0) is no measurement (a device that
   * has none sends it): only the gyroscope counts then.
   *
   * @param intervalSeconds time since the sample before, by the device's own clock
   * @throws IllegalArgumentException when a number is not finite or no sensor can have measured it;
   *     the filter is unchanged then
   */
  void update(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az);

  /** The same with the sample as {@code {gx, gy, gz, ax, ay, az}}. */
  default void update(double intervalSeconds, double[] imu) {
    update(intervalSeconds, imu[0], imu[1], imu[2], imu[3], imu[4], imu[5]);
  }

  /** Writes the orientation after the last sample as w, x, y, z. */
  void orientation(double[] wxyz);

  /** The orientation after the last sample. */
  default Quaternion orientation() {
    double[] q = new double[4];
    orientation(q);
    return new Quaternion(q[0], q[1], q[2], q[3]);
  }

  /**
   * Says that samples are missing before the next one and how much time they covered, whether or
   * not interpolated ones were handed in for them. What such a gap makes doubtful is learned anew
   * from the samples that follow; what it leaves true (gyroscope bias) is kept.
   */
  void resettle(double missingSeconds);

  /** Back to the state of a new filter. */
  void reset();
}
