package org.plumbline.analyzer.orientation;

import java.util.Arrays;
import java.util.Optional;

/**
 * VQF, real-time variant with magnetometer (9D): the orientation of {@link VqfFilter}, turned about
 * the vertical so that it keeps to magnetic north. The inclination is that of 6D bit for bit; a
 * disturbed field can only spoil heading.
 *
 * <p>Earth is ENU with magnetic north. Magnetometer samples come at a rate of their own, each after
 * the inertial sample it belongs to; without any the orientation is that of 6D. One thread. No
 * allocation in the updates; the bits are the same on every machine, under the same condition as
 * {@link VqfFilter}.
 */
public final class VqfMagneticFilter implements OrientationFilter {
  private final VqfFilter inclination;
  private final HeadingFilter heading;
  private final double magnetometerIntervalSeconds;
  private final double[] q = new double[4];

  /** Since the magnetometer sample before. */
  private double turnedRad;

  private boolean fieldSeen;

  /** With a magnetometer at the rate of the inertial sensor. */
  public VqfMagneticFilter(Parameters parameters, double samplingRateHz) {
    this(parameters, samplingRateHz, samplingRateHz);
  }

  public VqfMagneticFilter(
      Parameters parameters, double samplingRateHz, double magnetometerRateHz) {
    inclination = new VqfFilter(parameters.inclination(), samplingRateHz);
    heading = parameters.headingFilter(magnetometerRateHz);
    magnetometerIntervalSeconds = 1 / magnetometerRateHz;
  }

  @Override
  public void update(
      double intervalSeconds, double gx, double gy, double gz, double ax, double ay, double az) {
    inclination.update(intervalSeconds, gx, gy, gz, ax, ay, az);
    turnedRad += intervalSeconds * Math.sqrt(gx * gx + gy * gy + gz * gz);
  }

  /** Takes the next inertial sample, one nominal interval after the one before. */
  public void update(double gx, double gy, double gz, double ax, double ay, double az) {
    update(inclination.intervalSeconds(), gx, gy, gz, ax, ay, az);
  }

  /**
   * Takes a magnetometer sample of the moment of the last inertial one, one nominal interval after
   * the magnetometer sample before.
   */
  public void magnetometer(double mx, double my, double mz) {
    magnetometer(magnetometerIntervalSeconds, mx, my, mz);
  }

  /**
   * Takes a magnetometer sample of the moment of the last inertial one. A field of exactly (0, 0,
   * 0) is no measurement.
   *
   * @param intervalSeconds time since the magnetometer sample before
   * @param mx sensor axes, any unit that stays the same
   * @throws IllegalArgumentException when a number is not finite or no magnetometer can have
   *     measured it; the filter is unchanged then
   */
  public void magnetometer(double intervalSeconds, double mx, double my, double mz) {
    double size = Math.abs(mx) + Math.abs(my) + Math.abs(mz);
    if (!(size < VqfFilter.IMPOSSIBLE) || !(intervalSeconds > 0 && intervalSeconds < 1e6)) {
      throw new IllegalArgumentException(
          "interval "
              + intervalSeconds
              + " s, field "
              + Arrays.toString(new double[] {mx, my, mz})
              + ": not a sample of a magnetometer");
    }
    if (size == 0) {
      return;
    }
    inclination.orientation(q);
    double tx = 2 * (q[2] * mz - q[3] * my);
    double ty = 2 * (q[3] * mx - q[1] * mz);
    double tz = 2 * (q[1] * my - q[2] * mx);
    heading.update(
        intervalSeconds,
        turnedRad,
        inclination.smoothRateSquared(),
        mx + q[0] * tx + q[2] * tz - q[3] * ty,
        my + q[0] * ty + q[3] * tx - q[1] * tz,
        mz + q[0] * tz + q[1] * ty - q[2] * tx);
    turnedRad = 0;
    fieldSeen = true;
  }

  /** {@inheritDoc} Heading drifts until the first magnetometer sample. */
  @Override
  public Capability capability() {
    return fieldSeen ? Capability.NORTH : Capability.DRIFTING_HEADING;
  }

  @Override
  public void orientation(double[] wxyz) {
    inclination.orientation(wxyz);
    heading.turn().apply(wxyz);
  }

  /** The 6D filter below; to be read, not to be fed. */
  public VqfFilter inclination() {
    return inclination;
  }

  /** Angle about the vertical, counter-clockwise, from the 6D orientation to this one. */
  public double headingOffsetRad() {
    return heading.turn().angleRad();
  }

  /** Whether the field does not look like the one that heading was learned in. */
  public boolean disturbed() {
    return heading.disturbed();
  }

  @Override
  public void resettle(double missingSeconds) {
    inclination.resettle(missingSeconds);
  }

  @Override
  public void reset() {
    inclination.reset();
    heading.reset();
    turnedRad = 0;
    fieldSeen = false;
  }

  /**
   * What a user can choose.
   *
   * @param heading the heading filter of VQF, or with {@code steady} only its idea of a reference
   *     field
   * @param steady a heading filter of our own in its place
   */
  public record Parameters(
      VqfFilter.Parameters inclination,
      VqfHeading.Parameters heading,
      Optional<SteadyHeading.Parameters> steady) {

    /** VQF as published. */
    public static Parameters defaults() {
      return new Parameters(
          VqfFilter.Parameters.defaults(), VqfHeading.Parameters.defaults(), Optional.empty());
    }

    /** Inclination and reference field as published, heading by {@link SteadyHeading}. */
    public static Parameters steadyHeading() {
      return new Parameters(
          VqfFilter.Parameters.defaults(),
          VqfHeading.Parameters.defaults(),
          Optional.of(SteadyHeading.Parameters.chosen()));
    }

    HeadingFilter headingFilter(double magnetometerRateHz) {
      return steady.isPresent()
          ? new SteadyHeading(steady.get(), heading, magnetometerRateHz)
          : new VqfHeading(heading, magnetometerRateHz);
    }
  }
}
