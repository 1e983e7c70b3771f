package org.plumbline.analyzer.orientation;

/**
 * Says whether the sensor lies still: gyroscope and accelerometer stay close to their own low-pass
 * for a while and the low-passed rate is one that a bias can explain (Laidig and Seel 2023, section
 * 3.4.1). One thread.
 */
final class RestDetector {
  private final VqfCoefficients c;
  private final LowPass.State gyroState = new LowPass.State(3);
  private final LowPass.State accelerationState = new LowPass.State(3);
  private final double[] gyro = new double[3];
  private final double[] gyroSmooth = new double[3];
  private final double[] acceleration = new double[3];
  private final double[] accelerationSmooth = new double[3];
  private boolean gyroStill;
  private double stillSeconds;

  RestDetector(VqfCoefficients coefficients) {
    c = coefficients;
  }

  void reset() {
    gyroState.reset();
    accelerationState.reset();
    gyroStill = false;
    stillSeconds = 0;
  }

  void gyro(double x, double y, double z) {
    gyro[0] = x;
    gyro[1] = y;
    gyro[2] = z;
    c.resting().update(gyroState, gyro, gyroSmooth);
    double limit = c.parameters().biasClipRadPerS();
    gyroStill =
        distanceSquared(gyro, gyroSmooth) < c.restGyroSquared()
            && Math.abs(gyroSmooth[0]) <= limit
            && Math.abs(gyroSmooth[1]) <= limit
            && Math.abs(gyroSmooth[2]) <= limit;
    if (!gyroStill) {
      stillSeconds = 0;
    }
  }

  void acceleration(double intervalSeconds, double x, double y, double z) {
    acceleration[0] = x;
    acceleration[1] = y;
    acceleration[2] = z;
    c.resting().update(accelerationState, acceleration, accelerationSmooth);
    boolean still =
        gyroStill
            && distanceSquared(acceleration, accelerationSmooth) < c.restAccelerationSquared();
    stillSeconds = still ? stillSeconds + intervalSeconds : 0;
  }

  boolean rest() {
    return stillSeconds >= c.parameters().restSeconds();
  }

  /** Low-passed angular rate about x, y, z: at rest, the bias. */
  double gyroSmooth(int axis) {
    return gyroSmooth[axis];
  }

  /** Square of the low-passed angular rate, (rad/s)2. */
  double gyroSmoothSquared() {
    return gyroSmooth[0] * gyroSmooth[0]
        + gyroSmooth[1] * gyroSmooth[1]
        + gyroSmooth[2] * gyroSmooth[2];
  }

  private static double distanceSquared(double[] a, double[] b) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    double z = a[2] - b[2];
    return x * x + y * y + z * z;
  }
}
