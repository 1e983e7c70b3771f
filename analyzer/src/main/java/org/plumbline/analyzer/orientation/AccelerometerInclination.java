package org.plumbline.analyzer.orientation;

/**
 * Inclination from an accelerometer alone: the specific force, low-passed in the sensor's own axes,
 * is taken to point up. For sensors without a gyroscope; the rates handed in are checked and not
 * used.
 *
 * <p>There is no heading: the orientation is the shortest turn that takes the measured up to z, so
 * a turn about the vertical is not seen, and near upside down heading jumps.
 *
 * <p>What movement does to it: an acceleration of the body cannot be told from gravity. A
 * horizontal acceleration of 1 m/s2 that lasts shows as 6 degrees of tilt; a shaking faster than
 * {@code sqrt(2) / (2 pi tau)} is damped with the square of its frequency. While the sensor turns,
 * the answer lags behind by {@code tau}: 0.2 s is 12 degrees at 60 deg/s. Right at rest and in slow
 * holds, to within the accelerometer's own bias; not for fast movement.
 */
public final class AccelerometerInclination implements OrientationFilter {
  /** At rest: noise and sway; engineering choice. */
  private static final double REST_RAD = 0.5 * Math.PI / 180;

  /**
   * For a movement of 1 g (RMS): 90 % of the errors of the odd BROAD trials together are within it.
   * A sensor that is pushed to and fro without turning is off by twice as much.
   */
  private static final double MOVEMENT_RAD_PER_G = 0.54;

  private static final double MOVEMENT_SECONDS = 10;

  private final LowPass lowPass;
  private final double tauSeconds;
  private final LowPass.State state = new LowPass.State(3);
  private final double[] force = new double[3];
  private final double[] q = {1, 0, 0, 0};
  private double movedSquared;
  private double meanSquareMps2;
  private double seenSeconds;

  public AccelerometerInclination(Parameters parameters, double samplingRateHz) {
    VqfCoefficients.checkRate(samplingRateHz);
    tauSeconds = parameters.tauSeconds();
    lowPass = new LowPass(parameters.tauSeconds(), samplingRateHz);
  }

  @Override
  public Capability capability() {
    return Capability.INCLINATION;
  }

  @Override
  public void update(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az) {
    VqfFilter.check(intervalSeconds, gx, gy, gz, ax, ay, az);
    if (ax == 0 && ay == 0 && az == 0) {
      return;
    }
    force[0] = ax;
    force[1] = ay;
    force[2] = az;
    lowPass.update(state, force, force);
    watchMovement(intervalSeconds, ax, ay, az);
    double norm = Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
    if (norm > 0) {
      point(force[0] / norm, force[1] / norm, force[2] / norm);
    }
  }

  /** Size of the low-passed specific force, m/s2. */
  public double forceMps2() {
    return Math.sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]);
  }

  /** RMS of what the low-pass took away in the last {@value #MOVEMENT_SECONDS} s, m/s2. */
  public double movementMps2() {
    return Math.sqrt(meanSquareMps2);
  }

  /** What the low-pass took away from the last sample, m/s2. */
  public double movedMps2() {
    return Math.sqrt(movedSquared);
  }

  /**
   * 90 % half-width of the inclination about one axis, as far as movement makes it: what a wrong
   * zero of the sensor does comes on top. How much of a movement is slow enough to pass the
   * low-pass nobody can tell; it is taken to be in proportion to what does not pass.
   */
  public double errorRad() {
    double movement = MOVEMENT_RAD_PER_G * movementMps2() / 9.80665;
    return Math.min(Math.PI / 2, Math.sqrt(REST_RAD * REST_RAD + movement * movement));
  }

  /** How much older the orientation is than the last sample: the lag in a steady turn. */
  public double delaySeconds() {
    return tauSeconds;
  }

  private void watchMovement(double intervalSeconds, double ax, double ay, double az) {
    double x = ax - force[0];
    double y = ay - force[1];
    double z = az - force[2];
    movedSquared = x * x + y * y + z * z;
    seenSeconds = Math.min(MOVEMENT_SECONDS, seenSeconds + intervalSeconds);
    meanSquareMps2 += Math.min(1, intervalSeconds / seenSeconds) * (movedSquared - meanSquareMps2);
  }

  /** The shortest turn that takes the unit vector u to z. */
  private void point(double ux, double uy, double uz) {
    double w = Math.sqrt(0.5 * Math.max(uz + 1, 0));
    double x = 1;
    double y = 0;
    if (w > VqfState.HALF_TURN) {
      x = 0.5 * uy / w;
      y = -0.5 * ux / w;
    } else {
      w = 0;
    }
    double k = 1 / Math.sqrt(w * w + x * x + y * y);
    q[0] = k * w;
    q[1] = k * x;
    q[2] = k * y;
    q[3] = 0;
  }

  @Override
  public void orientation(double[] wxyz) {
    System.arraycopy(q, 0, wxyz, 0, 4);
  }

  /** {@inheritDoc} Gravity is averaged anew: what was seen before a gap says nothing of after. */
  @Override
  public void resettle(double missingSeconds) {
    VqfFilter.checkMissing(missingSeconds);
    state.reset();
  }

  @Override
  public void reset() {
    state.reset();
    movedSquared = 0;
    meanSquareMps2 = 0;
    seenSeconds = 0;
    q[0] = 1;
    q[1] = 0;
    q[2] = 0;
  }

  /**
   * What a user can choose.
   *
   * @param tauSeconds lag in a steady turn, and what shaking is averaged over
   */
  public record Parameters(double tauSeconds) {
    public Parameters {
      if (!(tauSeconds >= 0 && tauSeconds <= 60)) {
        throw new IllegalArgumentException("tauSeconds " + tauSeconds + " s is not in 0..60");
      }
    }

    /** 0.2 s: lets 1.1 Hz pass, the exercises; impacts, from some 5 Hz on, are damped to 5 %. */
    public static Parameters defaults() {
      return new Parameters(0.2);
    }
  }
}
