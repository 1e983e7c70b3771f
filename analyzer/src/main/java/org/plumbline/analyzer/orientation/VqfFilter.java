package org.plumbline.analyzer.orientation;

import java.util.Arrays;

/**
 * VQF, real-time variant without magnetometer: strap-down integration of the gyroscope, inclination
 * from the accelerometer low-passed in the inertial frame, Kalman estimate of the gyroscope bias at
 * rest and in motion.
 *
 * <p>Frames and units as {@link OrientationFilter} says. The filter coefficients belong to the
 * nominal sampling rate, only the gyroscope step and the rest clock use the interval handed in with
 * a sample. The bits are the same on every machine: after construction only {@code + - * /} and
 * {@code sqrt} touch a sample, except for turns of more than half a radian between two samples,
 * which take FastMath. No allocation in {@code update}. One thread.
 *
 * <p>Source: D. Laidig, T. Seel, VQF: Highly accurate IMU orientation estimation with bias
 * estimation and magnetic disturbance rejection, Information Fusion 91 (2023), 187-204, algorithm 1
 * and sections 3.1-3.4.
 */
public final class VqfFilter implements OrientationFilter {
  /** Larger than any sensor's value in SI; beyond it squares could overflow. */
  static final double IMPOSSIBLE = 1e6;

  /** Slower samples do not carry a movement, and rest could not be told any more. */
  public static final double SLOWEST_HZ = 10;

  /** No inertial sensor is faster. */
  public static final double FASTEST_HZ = 8000;

  /** A longer interval is a gap, not an interval: {@link #resettle}. */
  private static final double LONGEST_INTERVAL_SECONDS = 10;

  /** See {@link #resettle}. */
  private static final double GAP_TRUST_SECONDS3 = 0.01;

  private final VqfCoefficients c;
  private final VqfState s;

  public VqfFilter(Parameters parameters, double samplingRateHz) {
    c = VqfCoefficients.of(parameters, samplingRateHz);
    s = new VqfState(c);
  }

  /** Takes the next sample, one nominal interval after the one before. */
  public void update(double gx, double gy, double gz, double ax, double ay, double az) {
    update(c.intervalSeconds(), gx, gy, gz, ax, ay, az);
  }

  @Override
  public void update(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az) {
    check(intervalSeconds, gx, gy, gz, ax, ay, az);
    s.rest.gyro(gx, gy, gz);
    double half = 0.5 * intervalSeconds;
    s.turn(half * (gx - s.bias.x), half * (gy - s.bias.y), half * (gz - s.bias.z));
    if (ax == 0 && ay == 0 && az == 0) {
      s.multiply();
      return;
    }
    s.rest.acceleration(intervalSeconds, ax, ay, az);
    correctInclination(ax, ay, az);
  }

  /** Turns the inclination so that the low-passed specific force points up. */
  private void correctInclination(double fx, double fy, double fz) {
    double[] f = s.acceleration;
    // Into the inertial frame: v + 2 w (q x v) + 2 q x (q x v).
    double tx = 2 * (s.gy * fz - s.gz * fy);
    double ty = 2 * (s.gz * fx - s.gx * fz);
    double tz = 2 * (s.gx * fy - s.gy * fx);
    f[0] = fx + s.gw * tx + s.gy * tz - s.gz * ty;
    f[1] = fy + s.gw * ty + s.gz * tx - s.gx * tz;
    f[2] = fz + s.gw * tz + s.gx * ty - s.gy * tx;
    c.inertial().update(s.accelerationState, f, f);
    // To earth, with the inclination as it was known before this sample.
    tx = 2 * (s.ay * f[2] - s.az * f[1]);
    ty = 2 * (s.az * f[0] - s.ax * f[2]);
    tz = 2 * (s.ax * f[1] - s.ay * f[0]);
    double ux = f[0] + s.aw * tx + s.ay * tz - s.az * ty;
    double uy = f[1] + s.aw * ty + s.az * tx - s.ax * tz;
    double uz = f[2] + s.aw * tz + s.ax * ty - s.ay * tx;
    double norm = Math.sqrt(ux * ux + uy * uy + uz * uz);
    if (norm > 0) {
      ux /= norm;
      uy /= norm;
      uz /= norm;
      s.tilt(ux, uy, uz);
    }
    s.multiply();
    estimateBias(ux, uy);
  }

  /** One step of the bias filter; u is the direction of up before the correction. */
  private void estimateBias(double ux, double uy) {
    GyroBias bias = s.bias;
    double[] m = s.attitude;
    s.matrix(m);
    m[9] = row(m, 0, bias);
    m[10] = row(m, 3, bias);
    c.inertial().update(s.attitudeState, m, m);
    bias.wander(1);
    bias.begin();
    if (s.rest.rest()) {
      double variance = c.restVariance();
      bias.measure(1, 0, 0, s.rest.gyroSmooth(0) - bias.x, variance);
      bias.measure(0, 1, 0, s.rest.gyroSmooth(1) - bias.y, variance);
      bias.measure(0, 0, 1, s.rest.gyroSmooth(2) - bias.z, variance);
    } else {
      // What the correction turns per second is what the bias would otherwise have turned.
      double rate = 1 / c.intervalSeconds();
      double variance = c.motionVariance();
      bias.measure(m[0], m[1], m[2], m[9] - row(m, 0, bias) - rate * uy, variance);
      bias.measure(m[3], m[4], m[5], m[10] - row(m, 3, bias) + rate * ux, variance);
      bias.measure(m[6], m[7], m[8], -row(m, 6, bias), c.verticalVariance());
    }
    bias.end();
  }

  private static double row(double[] m, int at, GyroBias bias) {
    return m[at] * bias.x + m[at + 1] * bias.y + m[at + 2] * bias.z;
  }

  @Override
  public Capability capability() {
    return Capability.DRIFTING_HEADING;
  }

  @Override
  public void orientation(double[] wxyz) {
    wxyz[0] = s.w;
    wxyz[1] = s.x;
    wxyz[2] = s.y;
    wxyz[3] = s.z;
  }

  /**
   * Writes the orientation by the gyroscope alone (bias taken off) in a frame that drifts, as w, x,
   * y, z; differences over a few seconds need no accelerometer.
   */
  public void strapDown(double[] wxyz) {
    wxyz[0] = s.gw;
    wxyz[1] = s.gx;
    wxyz[2] = s.gy;
    wxyz[3] = s.gz;
  }

  /** Whether the sensor has been lying still for the time that the parameters ask for. */
  public boolean rest() {
    return s.rest.rest();
  }

  /** The nominal sampling interval. */
  double intervalSeconds() {
    return c.intervalSeconds();
  }

  /** Square of the low-passed angular rate, (rad/s)2. */
  double smoothRateSquared() {
    return s.rest.gyroSmoothSquared();
  }

  /** The estimate with its covariance. */
  GyroBias gyroBias() {
    return s.bias;
  }

  /** Writes the estimated gyroscope bias, rad/s, sensor axes; it is already taken off. */
  public void bias(double[] xyz) {
    xyz[0] = s.bias.x;
    xyz[1] = s.bias.y;
    xyz[2] = s.bias.z;
  }

  /** An upper bound of the standard deviation of the bias in any direction. */
  public double biasSigmaRadPerS() {
    return s.bias.sigmaRadPerS();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The orientation, held or carried by interpolated samples through a gap, is off by an angle
   * that grows with its length; an average of the accelerometer by one that shrinks with the time
   * averaged. So a gap makes the inclination from before worth {@code 0.01 s3 / missing^2} of
   * averaging, less what earlier gaps already took: 0.03 s does nothing, after 0.2 s it is worth a
   * quarter of a second, after a second nothing. The bias is kept; it only becomes less sure.
   *
   * <p>Chosen on BROAD at 95 Hz and on a drop-landing recording with gaps cut into them: gaps of
   * 0.25 s every 10 s cost 2.8 deg instead of 7.1 without this on BROAD, 3.9 instead of 9.4 deg on
   * the jumps (where a restart from nothing costs 7.3).
   */
  @Override
  public void resettle(double missingSeconds) {
    checkMissing(missingSeconds);
    s.bias.wander(missingSeconds / c.intervalSeconds());
    double worthSeconds = GAP_TRUST_SECONDS3 / (missingSeconds * missingSeconds);
    c.inertial().doubt(s.accelerationState, s.acceleration, worthSeconds);
    c.inertial().doubt(s.attitudeState, s.attitude, worthSeconds);
    if (worthSeconds < c.parameters().tauAccelerationSeconds()) {
      s.rest.reset();
    }
  }

  @Override
  public void reset() {
    s.reset();
  }

  /** Refuses what no inertial sensor can have measured. */
  static void check(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az) {
    // One comparison for all: NaN and infinity fail it too, and nothing can cancel.
    double size =
        Math.abs(gx) + Math.abs(gy) + Math.abs(gz) + Math.abs(ax) + Math.abs(ay) + Math.abs(az);
    if (!(size < IMPOSSIBLE)
        || !(intervalSeconds > 0 && intervalSeconds <= LONGEST_INTERVAL_SECONDS)) {
      throw refused(intervalSeconds, gx, gy, gz, ax, ay, az);
    }
  }

  static void checkMissing(double missingSeconds) {
    if (!(missingSeconds >= 0)) {
      throw new IllegalArgumentException(missingSeconds + " s cannot be missing");
    }
  }

  private static IllegalArgumentException refused(double intervalSeconds, double... values) {
    return new IllegalArgumentException(
        "interval "
            + intervalSeconds
            + " s, gyroscope and accelerometer "
            + Arrays.toString(values)
            + " rad/s, m/s2: not a sample of an inertial sensor");
  }

  /**
   * What a user can choose.
   *
   * <p>All defaults are those of the paper (table 2) and of its reference implementation; none was
   * tuned here.
   *
   * @param tauAccelerationSeconds time constant of the inclination correction; 3 s. On the 16 BROAD
   *     trials 1 s doubles the error and 5 s adds 12 %
   * @param biasSigmaInitialRadPerS deviation of the bias at the start; 0.5 deg/s
   * @param biasForgettingSeconds time in which a known bias becomes uncertain by 0.1 deg/s; 100 s
   * @param biasClipRadPerS no bias is larger; 2 deg/s
   * @param biasSigmaMotionRadPerS where the deviation settles in motion; 0.1 deg/s
   * @param biasVerticalWeight how little the zero for the vertical bias counts in motion, against a
   *     measured component; 1e-4
   * @param biasSigmaRestRadPerS where the deviation settles at rest; 0.03 deg/s
   * @param restSeconds stillness that makes a rest; 1.5 s
   * @param tauRestSeconds low-pass that stillness is measured against; 0.5 s
   * @param restGyroRadPerS largest departure from it; 2 deg/s
   * @param restAccelerationMps2 same; 0.5 m/s2
   */
  public record Parameters(
      double tauAccelerationSeconds,
      double biasSigmaInitialRadPerS,
      double biasForgettingSeconds,
      double biasClipRadPerS,
      double biasSigmaMotionRadPerS,
      double biasVerticalWeight,
      double biasSigmaRestRadPerS,
      double restSeconds,
      double tauRestSeconds,
      double restGyroRadPerS,
      double restAccelerationMps2) {

    public Parameters {
      PositiveNumber.require("tauAccelerationSeconds", tauAccelerationSeconds, "s");
      PositiveNumber.require("biasSigmaInitialRadPerS", biasSigmaInitialRadPerS, "rad/s");
      PositiveNumber.require("biasForgettingSeconds", biasForgettingSeconds, "s");
      PositiveNumber.require("biasClipRadPerS", biasClipRadPerS, "rad/s");
      PositiveNumber.require("biasSigmaMotionRadPerS", biasSigmaMotionRadPerS, "rad/s");
      PositiveNumber.require("biasVerticalWeight", biasVerticalWeight, "");
      PositiveNumber.require("biasSigmaRestRadPerS", biasSigmaRestRadPerS, "rad/s");
      PositiveNumber.require("restSeconds", restSeconds, "s");
      PositiveNumber.require("tauRestSeconds", tauRestSeconds, "s");
      PositiveNumber.require("restGyroRadPerS", restGyroRadPerS, "rad/s");
      PositiveNumber.require("restAccelerationMps2", restAccelerationMps2, "m/s2");
    }

    /** The published values. */
    public static Parameters defaults() {
      double deg = Math.PI / 180;
      return new Parameters(
          3, 0.5 * deg, 100, 2 * deg, 0.1 * deg, 1e-4, 0.03 * deg, 1.5, 0.5, 2 * deg, 0.5);
    }
  }
}
