package org.plumbline.analyzer.orientation;

import java.util.BitSet;

/**
 * VQF over a whole record, offline: every sample is estimated from what came before and after it,
 * so the result is another than that of the real-time filters, and better.
 *
 * <p>The real-time filter runs forward and over the record turned round in time (gyroscope
 * negated). The two bias estimates are merged by their covariances; the rate without it is
 * integrated once; gravity is low-passed in the inertial frame without delay; a field counts as
 * disturbed where both directions say so; heading is filtered forward and backward.
 *
 * <p>Stateless; one call, one record without gaps at a constant rate. Memory is 13 {@code double}
 * and 2 bits a sample, 14 with a magnetometer, the result's own 4 or 5 among them; nothing is
 * allocated per sample.
 *
 * <p>Source: Laidig and Seel 2023 (see {@link VqfFilter}), section 3.6.
 */
public final class VqfOffline {
  private static final int BIAS = 9;

  private final VqfMagneticFilter.Parameters parameters;
  private final double samplingRateHz;
  private final double intervalSeconds;

  public VqfOffline(VqfMagneticFilter.Parameters parameters, double samplingRateHz) {
    this.parameters = parameters;
    this.samplingRateHz = samplingRateHz;
    intervalSeconds = 1 / samplingRateHz;
    VqfCoefficients.of(parameters.inclination(), samplingRateHz);
    HeadingCoefficients.of(parameters.heading(), samplingRateHz);
  }

  /**
   * 6D: inclination and a heading that drifts.
   *
   * @param gyroRadPerS x, y, z of the first sample, then of the second ...
   * @param accelerationMps2 in the same order
   * @throws IllegalArgumentException when the lengths differ or are no multiple of three, or when a
   *     number is not one that a sensor can have measured
   */
  public OfflineOrientation estimate(double[] gyroRadPerS, double[] accelerationMps2) {
    return new Pass(gyroRadPerS, accelerationMps2, new double[0]).run();
  }

  /**
   * 9D: inclination, and heading to magnetic north.
   *
   * @param field x, y, z at the same instants, any unit that stays the same; (0, 0, 0) where there
   *     was no measurement
   */
  public OfflineOrientation estimate(
      double[] gyroRadPerS, double[] accelerationMps2, double[] field) {
    if (field.length != gyroRadPerS.length) {
      throw new IllegalArgumentException(
          field.length + " magnetometer values for " + gyroRadPerS.length + " of the gyroscope");
    }
    return new Pass(gyroRadPerS, accelerationMps2, field).run();
  }

  /** One record on its way through. */
  private final class Pass {
    private final double[] gyro;
    private final double[] force;
    private final double[] field;
    private final int samples;
    private final BitSet rest = new BitSet();
    private final BitSet disturbed = new BitSet();

    Pass(double[] gyro, double[] force, double[] field) {
      if (gyro.length % 3 != 0 || gyro.length != force.length) {
        throw new IllegalArgumentException(
            gyro.length
                + " gyroscope and "
                + force.length
                + " accelerometer values are not three of each a sample");
      }
      this.gyro = gyro;
      this.force = force;
      this.field = field;
      samples = gyro.length / 3;
    }

    OfflineOrientation run() {
      double[] work = new double[BIAS * samples];
      forward(work);
      backward(work);
      double[] q = new double[4 * samples];
      strapDown(work, q);
      smooth(work);
      incline(work, q);
      return new OfflineOrientation(q, head(work, q), rest, disturbed);
    }

    /** Writes bias and covariance of every sample. */
    private void forward(double[] work) {
      VqfMagneticFilter filter = new VqfMagneticFilter(parameters, samplingRateHz);
      GyroBias bias = filter.inclination().gyroBias();
      for (int i = 0; i < samples; i++) {
        step(filter, i, 1);
        int at = BIAS * i;
        work[at] = bias.x;
        work[at + 1] = bias.y;
        work[at + 2] = bias.z;
        bias.covariance(work, at + 3);
        rest.set(i, filter.inclination().rest());
        disturbed.set(i, filter.disturbed());
      }
    }

    /** Merges in what the other direction says; the bias is left in the first three elements. */
    private void backward(double[] work) {
      VqfMagneticFilter filter = new VqfMagneticFilter(parameters, samplingRateHz);
      BiasMerge merge = new BiasMerge();
      for (int i = samples - 1; i >= 0; i--) {
        step(filter, i, -1);
        merge.merge(work, BIAS * i, filter.inclination().gyroBias());
        if (filter.inclination().rest()) {
          rest.set(i);
        }
        if (!filter.disturbed()) {
          disturbed.clear(i);
        }
      }
    }

    private void step(VqfMagneticFilter filter, int i, int sign) {
      int k = 3 * i;
      filter.update(
          sign * gyro[k],
          sign * gyro[k + 1],
          sign * gyro[k + 2],
          force[k],
          force[k + 1],
          force[k + 2]);
      if (field.length > 0) {
        filter.magnetometer(field[k], field[k + 1], field[k + 2]);
      }
    }

    /** Integrates the rate; leaves the specific force in the inertial frame in {@code work}. */
    private void strapDown(double[] work, double[] q) {
      VqfState s = new VqfState(VqfCoefficients.of(parameters.inclination(), samplingRateHz));
      double half = 0.5 * intervalSeconds;
      Turned turned = new Turned();
      for (int i = 0; i < samples; i++) {
        int k = 3 * i;
        int at = BIAS * i;
        s.turn(
            half * (gyro[k] - work[at]),
            half * (gyro[k + 1] - work[at + 1]),
            half * (gyro[k + 2] - work[at + 2]));
        q[4 * i] = s.gw;
        q[4 * i + 1] = s.gx;
        q[4 * i + 2] = s.gy;
        q[4 * i + 3] = s.gz;
        turned.by(q, 4 * i, force[k], force[k + 1], force[k + 2]);
        // Bias is done with: its place is taken by the force.
        work[k] = turned.x;
        work[k + 1] = turned.y;
        work[k + 2] = turned.z;
      }
    }

    private void smooth(double[] work) {
      LowPass lowPass =
          new LowPass(parameters.inclination().tauAccelerationSeconds(), samplingRateHz);
      lowPass.bothWays(work, 3, samples);
    }

    private void incline(double[] work, double[] q) {
      VqfState s = new VqfState(VqfCoefficients.of(parameters.inclination(), samplingRateHz));
      Turned up = new Turned();
      double[] a = new double[4];
      for (int i = 0; i < samples; i++) {
        s.inclination(a);
        up.by(a, 0, work[3 * i], work[3 * i + 1], work[3 * i + 2]);
        double norm = Math.sqrt(up.x * up.x + up.y * up.y + up.z * up.z);
        if (norm > 0) {
          s.tilt(up.x / norm, up.y / norm, up.z / norm);
        }
        s.gw = q[4 * i];
        s.gx = q[4 * i + 1];
        s.gy = q[4 * i + 2];
        s.gz = q[4 * i + 3];
        s.multiply();
        q[4 * i] = s.w;
        q[4 * i + 1] = s.x;
        q[4 * i + 2] = s.y;
        q[4 * i + 3] = s.z;
      }
    }

    private double[] head(double[] work, double[] q) {
      double[] angle = new double[field.length / 3];
      if (parameters.steady().isPresent()) {
        steady(parameters.steady().get(), work, q, angle);
      } else if (angle.length > 0) {
        published(q, angle);
      }
      return angle;
    }

    /** First-order filter forward, and over its own output backward. */
    private void published(double[] q, double[] angle) {
      VqfHeading heading = new VqfHeading(parameters.heading(), samplingRateHz);
      Turned m = new Turned();
      heading.restart(0);
      double now = 0;
      for (int i = 0; i < samples; i++) {
        if (fieldInFrame(q, i, m)) {
          double north = Arctangent.of(m.x, m.y);
          now = towards(now, north, heading.gain(intervalSeconds, disturbed.get(i)));
        }
        angle[i] = now;
      }
      heading.restart(0);
      for (int i = samples - 1; i >= 0; i--) {
        now = towards(now, angle[i], heading.gain(intervalSeconds, disturbed.get(i)));
        angle[i] = now;
      }
    }

    private static double towards(double now, double measured, double gain) {
      return HeadingTurn.wrapped(now + gain * HeadingTurn.wrapped(measured - now));
    }

    /** Kalman filter forward, Rauch-Tung-Striebel smoother backward. */
    private void steady(
        SteadyHeading.Parameters chosen, double[] work, double[] q, double[] angle) {
      SteadyHeading heading = new SteadyHeading(chosen, parameters.heading(), samplingRateHz);
      RestDetector rate =
          new RestDetector(VqfCoefficients.of(parameters.inclination(), samplingRateHz));
      Turned m = new Turned();
      for (int i = 0; i < angle.length; i++) {
        double gx = gyro[3 * i];
        double gy = gyro[3 * i + 1];
        double gz = gyro[3 * i + 2];
        rate.gyro(gx, gy, gz);
        double turned = intervalSeconds * Math.sqrt(gx * gx + gy * gy + gz * gz);
        if (fieldInFrame(q, i, m)) {
          heading.update(intervalSeconds, turned, rate.gyroSmoothSquared(), m.x, m.y, m.z);
        } else {
          heading.coast(intervalSeconds, turned);
        }
        heading.store(work, BIAS * i, turned);
      }
      for (int i = angle.length - 1; i >= 0; i--) {
        if (i < angle.length - 1) {
          heading.smooth(work, BIAS * i, BIAS * (i + 1), intervalSeconds);
        }
        angle[i] = work[BIAS * i];
      }
    }

    private boolean fieldInFrame(double[] q, int i, Turned m) {
      int k = 3 * i;
      m.by(q, 4 * i, field[k], field[k + 1], field[k + 2]);
      return field[k] != 0 || field[k + 1] != 0 || field[k + 2] != 0;
    }
  }
}
