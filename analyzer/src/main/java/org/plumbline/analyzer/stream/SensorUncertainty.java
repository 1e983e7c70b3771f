package org.plumbline.analyzer.stream;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.SensorErrors;
import org.plumbline.analyzer.orientation.VqfFilter;

/** How far one sensor can be believed, from what it has shown. One thread; allocates nothing. */
final class SensorUncertainty {

  /**
   * What the filter adds with a good accelerometer, about one axis, 90 % half-width, at rest and
   * for each rad/s (RMS) of turning: the inclination error of the 16 BROAD trials is 0.3 deg and
   * 0.1 deg for each rad/s, for both horizontal axes together, so 1.645 / sqrt 2 of it.
   */
  private static final double FILTER_ERROR_RAD = FastMath.toRadians(0.35);

  private static final double FILTER_ERROR_SECONDS = FastMath.toRadians(0.12);

  /**
   * Growth of the variance of the second with the share of samples that were filled in: on BROAD
   * (4.5 rad/s) 0.76 deg without loss, 1.08 with 1 %, 1.70 with 5 % (validation.md).
   */
  private static final double PER_LOST_SHARE = 170;

  /** Over which turning and losses are averaged. */
  private static final double SPEED_SECONDS = 10;

  private static final double LOSS_SECONDS = 60;

  private static final double HALF_WIDTH_90 = 1.645;

  /**
   * A gyroscope bias that is off turns the inclination until the accelerometer turns it back: time
   * constant of the filter's correction.
   */
  private static final double CORRECTION_SECONDS = 3;

  /** How far a bias estimate lags behind is seen by how far it moves in this time. */
  private static final double BIAS_LAG_SECONDS = 20;

  /** Before that the bias is being found for the first time. */
  private static final double BIAS_FOUND_SECONDS = 15;

  /** The bias is looked at so often. */
  private static final double BIAS_SECONDS = 0.1;

  private final SkinWobble wobble;
  private final double[] bias = new double[3];
  private final double[] slowBias = new double[3];
  private double biasSeconds;
  private double sinceBiasSeconds;
  private double meanSquareBias;
  private double meanSquareRate;
  private double filledSeconds;
  private double seconds;

  SensorUncertainty(double rateHz) {
    wobble = new SkinWobble(rateHz);
  }

  /** Takes the next sample, filled in or measured. */
  void update(double intervalSeconds, boolean filled, double[] imu) {
    double square = imu[0] * imu[0] + imu[1] * imu[1] + imu[2] * imu[2];
    meanSquareRate += Math.min(1, intervalSeconds / SPEED_SECONDS) * (square - meanSquareRate);
    double keep = 1 - Math.min(1, intervalSeconds / LOSS_SECONDS);
    filledSeconds = keep * filledSeconds + (filled ? intervalSeconds : 0);
    seconds = keep * seconds + intervalSeconds;
    wobble.update(intervalSeconds, imu[0], imu[1], imu[2]);
  }

  /** The same sensor at another rate: what it has shown holds. */
  SensorUncertainty anew(double rateHz) {
    wobble.at(rateHz);
    return this;
  }

  /** What the filter takes for the bias of the gyroscope after the next sample. */
  void bias(double intervalSeconds, VqfFilter filter) {
    sinceBiasSeconds += intervalSeconds;
    if (sinceBiasSeconds < BIAS_SECONDS) {
      return;
    }
    filter.bias(bias);
    biasSeconds += sinceBiasSeconds;
    double weight = Math.min(1, sinceBiasSeconds / BIAS_LAG_SECONDS);
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      slowBias[axis] =
          biasSeconds < BIAS_FOUND_SECONDS
              ? bias[axis]
              : slowBias[axis] + weight * (bias[axis] - slowBias[axis]);
      double away = bias[axis] - slowBias[axis];
      square += away * away / 3;
    }
    meanSquareBias += Math.min(1, sinceBiasSeconds / LOSS_SECONDS) * (square - meanSquareBias);
    sinceBiasSeconds = 0;
  }

  /** Samples are missing and were not filled in. */
  void gap() {
    wobble.gap();
  }

  /** Of the inclination about one axis in movement, 90 % half-width, rad. */
  double filterRad() {
    double lost = seconds > 0 ? filledSeconds / seconds : 0;
    double turning = Math.sqrt(meanSquareRate * (1 + PER_LOST_SHARE * lost));
    double drifting = HALF_WIDTH_90 * CORRECTION_SECONDS * Math.sqrt(meanSquareBias);
    return FastMath.hypot(FILTER_ERROR_RAD + FILTER_ERROR_SECONDS * turning, drifting);
  }

  /** Of the sensor against its bone at full movement, 90 % half-width, rad. */
  double tissueRad() {
    return wobble.fullRad();
  }

  /** A sensor of which nothing is known yet. */
  static SensorErrors unknown() {
    return new SensorErrors(0, Math.PI / 2, SkinWobble.PRIOR_RAD);
  }
}
