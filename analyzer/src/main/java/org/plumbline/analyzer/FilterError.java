package org.plumbline.analyzer;

import org.apache.commons.math3.util.FastMath;

/**
 * What the orientation filter adds to an inclination with a good accelerometer, about one axis, 90
 * % half-width: so much at rest, and so much for each rad/s (RMS) of turning. The inclination error
 * of the 16 BROAD trials is 0.3 deg and 0.1 deg for each rad/s, for both horizontal axes together,
 * so 1.645 / sqrt 2 of it. One thread.
 */
final class FilterError {
  private static final double AT_REST_RAD = FastMath.toRadians(0.35);
  private static final double TURNING_SECONDS = FastMath.toRadians(0.12);

  /** Over which turning is averaged. */
  private static final double SPEED_SECONDS = 10;

  private double meanSquareRate;

  /** Takes a sample that begins with the angular rate, rad/s. */
  void update(double intervalSeconds, double[] rates) {
    double square = rates[0] * rates[0] + rates[1] * rates[1] + rates[2] * rates[2];
    meanSquareRate += Math.min(1, intervalSeconds / SPEED_SECONDS) * (square - meanSquareRate);
  }

  double rad() {
    return AT_REST_RAD + TURNING_SECONDS * Math.sqrt(meanSquareRate);
  }
}
