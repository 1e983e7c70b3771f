package org.plumbline.analyzer.orientation;

/**
 * What {@link VqfFilter} derives once from its parameters and the sampling rate; nothing here
 * changes while it runs.
 *
 * @param intervalSeconds nominal sampling interval
 * @param inertial low-pass of acceleration, attitude matrix and bias in the inertial frame
 * @param resting low-pass of the raw signals for rest detection
 * @param biasVarianceInitial (rad/s)2
 * @param biasVariancePerSample process noise, (rad/s)2 a sample
 * @param motionVariance measurement noise of a horizontal bias component in motion, (rad/s)2
 * @param verticalVariance that of the pseudo-measurement which pulls the unobservable vertical
 *     component towards zero
 * @param restVariance that of a component at rest
 * @param restGyroSquared (rad/s)2
 * @param restAccelerationSquared (m/s2)2
 */
record VqfCoefficients(
    VqfFilter.Parameters parameters,
    double intervalSeconds,
    LowPass inertial,
    LowPass resting,
    double biasVarianceInitial,
    double biasVariancePerSample,
    double motionVariance,
    double verticalVariance,
    double restVariance,
    double restGyroSquared,
    double restAccelerationSquared) {

  /** The paper's 0.1 deg/s: what the bias deviation grows to within the forgetting time. */
  private static final double FORGOTTEN_RAD_PER_S = 0.1 * Math.PI / 180;

  static VqfCoefficients of(VqfFilter.Parameters p, double samplingRateHz) {
    checkRate(samplingRateHz);
    double interval = 1 / samplingRateHz;
    double perSample = square(FORGOTTEN_RAD_PER_S) * interval / p.biasForgettingSeconds();
    double motion = stationary(p.biasSigmaMotionRadPerS(), perSample);
    return new VqfCoefficients(
        p,
        interval,
        new LowPass(p.tauAccelerationSeconds(), samplingRateHz),
        new LowPass(p.tauRestSeconds(), samplingRateHz),
        square(p.biasSigmaInitialRadPerS()),
        perSample,
        motion,
        motion / p.biasVerticalWeight(),
        stationary(p.biasSigmaRestRadPerS(), perSample),
        square(p.restGyroRadPerS()),
        square(p.restAccelerationMps2()));
  }

  /** Refuses a rate at which the filter is not defined. */
  static void checkRate(double samplingRateHz) {
    if (!(samplingRateHz >= VqfFilter.SLOWEST_HZ && samplingRateHz <= VqfFilter.FASTEST_HZ)) {
      throw new IllegalArgumentException(
          "an inertial sensor at "
              + samplingRateHz
              + " Hz; orientation can be followed from "
              + VqfFilter.SLOWEST_HZ
              + " to "
              + VqfFilter.FASTEST_HZ
              + " Hz");
    }
  }

  /** The measurement variance with which a scalar Kalman filter settles at deviation sigma. */
  private static double stationary(double sigma, double processVariance) {
    double p = sigma * sigma;
    return p * p / processVariance + p;
  }

  private static double square(double x) {
    return x * x;
  }
}
