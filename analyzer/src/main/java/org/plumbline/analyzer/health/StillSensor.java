package org.plumbline.analyzer.health;

import org.plumbline.analyzer.orientation.GapFiller;

/**
 * The mean angular rate while the sensor lies still, however large: both signals steady for a
 * second and gravity pointing where it did. (The filter's own rest detection accepts only rates
 * that it can take off.) One thread.
 */
final class StillSensor {
  private static final double STILL_SECONDS = 1;
  private static final double TAU_SECONDS = 0.5;

  /** As in the filter's rest detection. */
  private static final double STEADY_RAD_PER_S = 2 * Math.PI / 180;

  private static final double STEADY_MPS2 = 0.5;

  /** A sensor that turns at 2 deg/s turns gravity by this within the second. */
  private static final double SAME_DIRECTION = 0.035;

  private final double[] smooth = new double[GapFiller.CHANNELS];
  private final double[] start = new double[3];
  private final double[] sum = new double[3];
  private long count;
  private double seconds;
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest = Double.NEGATIVE_INFINITY;
  private double stillSeconds = -1;

  void restart() {
    stillSeconds = -1;
  }

  void update(double intervalSeconds, double[] imu) {
    if (stillSeconds < 0) {
      System.arraycopy(imu, 0, smooth, 0, smooth.length);
      begin();
    }
    double k = intervalSeconds / (intervalSeconds + TAU_SECONDS);
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] += k * (imu[i] - smooth[i]);
    }
    if (apart(imu, smooth, 0, 0) > STEADY_RAD_PER_S || apart(imu, smooth, 3, 3) > STEADY_MPS2) {
      begin();
      return;
    }
    if (apart(smooth, start, 3, 0) > SAME_DIRECTION * length(start)) {
      begin();
      return;
    }
    stillSeconds += intervalSeconds;
    if (stillSeconds >= STILL_SECONDS) {
      for (int i = 0; i < 3; i++) {
        sum[i] += imu[i];
      }
      count++;
      seconds += intervalSeconds;
      double norm = Math.sqrt(square(smooth[3]) + square(smooth[4]) + square(smooth[5]));
      smallest = Math.min(smallest, norm);
      largest = Math.max(largest, norm);
    }
  }

  private void begin() {
    stillSeconds = 0;
    System.arraycopy(smooth, 3, start, 0, 3);
  }

  /** Samples that the mean is made of. */
  long count() {
    return count;
  }

  /** Still time that the mean is made of, beyond the first second. */
  double seconds() {
    return seconds;
  }

  /** Mean rate about an axis at rest; NaN when the sensor never lay still. */
  double meanRadPerS(int axis) {
    return sum[axis] / count;
  }

  /** The gravity of all still moments that is farthest from {@code expected}; that, if never. */
  double gravityFarthestFrom(double expected) {
    if (count == 0) {
      return expected;
    }
    return largest - expected > expected - smallest ? largest : smallest;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double apart(double[] a, double[] b, int fromA, int fromB) {
    double x = a[fromA] - b[fromB];
    double y = a[fromA + 1] - b[fromB + 1];
    double z = a[fromA + 2] - b[fromB + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  private static double length(double[] a) {
    return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
  }
}
