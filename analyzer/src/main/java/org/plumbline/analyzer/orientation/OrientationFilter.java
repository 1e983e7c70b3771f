package org.plumbline.analyzer.orientation;

/**
 * Turns gyroscope and accelerometer samples into the orientation of the sensor, one sample at a
 * time.
 *
 * <p>Angular rate in rad/s and specific force in m/s2, sensor axes; a sensor lying still with z up
 * reads (0, 0, 9.81). One thread.
 *
 * <p>Splitting a record into batches has no meaning here: the state depends on the samples alone.
 */
public interface OrientationFilter extends OrientationSource {
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
}
