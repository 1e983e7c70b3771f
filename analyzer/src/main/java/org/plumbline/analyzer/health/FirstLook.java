package org.plumbline.analyzer.health;

/**
 * The unit of an accelerometer from its first moments, before anything is worked out with it.
 *
 * <p>g and milli-g are a factor of ten and a hundred from everything else, so that movement does
 * not matter as long as no sample is out of their reach. Another range is a factor of two only: it
 * is seen at rest, and an axis that gives always the same value proves nothing. One thread.
 */
public final class FirstLook {
  private static final double QUIET_SHARE = 0.04;

  private final double[] least = new double[3];
  private final double[] most = new double[3];
  private double smallest = Double.POSITIVE_INFINITY;
  private double largest;
  private double sum;
  private long count;

  /** Takes a sample of the first half second: gyroscope, accelerometer. */
  public void add(double[] imu) {
    double norm = Math.sqrt(imu[3] * imu[3] + imu[4] * imu[4] + imu[5] * imu[5]);
    if (!(norm < 1e9)) {
      return;
    }
    for (int axis = 0; axis < 3; axis++) {
      least[axis] = count == 0 ? imu[3 + axis] : Math.min(least[axis], imu[3 + axis]);
      most[axis] = count == 0 ? imu[3 + axis] : Math.max(most[axis], imu[3 + axis]);
    }
    smallest = Math.min(smallest, norm);
    largest = Math.max(largest, norm);
    sum += norm;
    count++;
  }

  double gravity() {
    return count == 0 ? Double.NaN : sum / count;
  }

  AccelerometerUnit unit() {
    AccelerometerUnit unit = AccelerometerUnit.of(gravity());
    boolean alive = most[0] > least[0] && most[1] > least[1] && most[2] > least[2];
    boolean quiet = largest - smallest < QUIET_SHARE * largest;
    boolean plain =
        switch (unit) {
          case SI -> true;
          case G -> smallest > 0.3 && largest < 3;
          case MILLI_G -> smallest > 300;
          case RANGE -> quiet;
        };
    return alive && plain ? unit : AccelerometerUnit.SI;
  }
}
