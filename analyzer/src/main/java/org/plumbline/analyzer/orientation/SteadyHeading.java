package org.plumbline.analyzer.orientation;

/**
 * A heading filter of our own for {@link VqfMagneticFilter}: a Kalman filter of two states, the
 * heading of 6D and the rate at which it drifts.
 *
 * <p>Against the first-order filter of VQF:
 *
 * <ul>
 *   <li>What 6D drifts by comes mostly from scale and alignment of the gyroscope, so it grows with
 *       the angle turned, not with time; it is estimated as radians a radian turned. At rest
 *       nothing drifts, and what rest has shown of north is kept.
 *   <li>A field that departs from the reference counts less the further it departs, instead of
 *       fully up to a limit and not at all beyond it.
 * </ul>
 *
 * <p>It trusts 6D for longer than VQF does, so it wants a gyroscope whose bias is known: a rest at
 * the start. A vertical bias of 0.6 deg/s that no rest has shown turns heading by some 15 degrees,
 * where VQF lags by 5.
 *
 * <p>The reference field is that of VQF. One thread. No allocation.
 */
public final class SteadyHeading implements HeadingFilter {
  /** Nothing is known: the first sample decides. rad2. */
  private static final double UNKNOWN = 1e6;

  private final Parameters p;
  private final double turningSquared;
  private final MagneticDisturbance disturbance;
  private final HeadingTurn turn = new HeadingTurn();
  private final double driftVarianceInitial;

  private double drift;
  // Covariance of heading (h) and drift (d).
  private double phh;
  private double phd;
  private double pdd;

  SteadyHeading(Parameters parameters, VqfHeading.Parameters reference, double magnetometerRateHz) {
    HeadingCoefficients c = HeadingCoefficients.of(reference, magnetometerRateHz);
    p = parameters;
    turningSquared = c.turningSquared();
    disturbance = new MagneticDisturbance(c);
    driftVarianceInitial = p.driftSigma() * p.driftSigma();
    reset();
  }

  @Override
  public void update(
      double intervalSeconds,
      double turnedRad,
      double smoothRateSquared,
      double ex,
      double ey,
      double ez) {
    disturbance.update(intervalSeconds, smoothRateSquared >= turningSquared, ex, ey, ez);
    predict(intervalSeconds, turnedRad);
    double doubt = 1 + disturbance.departureSquared(p.normScale(), p.dipScaleRad());
    double noise = p.fieldNoiseRad() * p.fieldNoiseRad() / intervalSeconds * doubt * doubt;
    double predictedRad = turnedRad * drift;
    double innovation = HeadingTurn.wrapped(turn.missingRad(ex, ey) - predictedRad);
    double scale = 1 / (phh + noise);
    double gain = phh * scale;
    double driftGain = phd * scale;
    turn.turn(0.5 * (predictedRad + gain * innovation));
    drift += driftGain * innovation;
    pdd -= driftGain * phd;
    phd -= gain * phd;
    phh -= gain * phh;
  }

  /** An interval without a field. */
  void coast(double intervalSeconds, double turnedRad) {
    predict(intervalSeconds, turnedRad);
    turn.turn(0.5 * turnedRad * drift);
  }

  private void predict(double intervalSeconds, double turnedRad) {
    phh += turnedRad * (2 * phd + turnedRad * pdd) + headingNoise(intervalSeconds);
    phd += turnedRad * pdd;
    pdd = Math.min(pdd + driftNoise(intervalSeconds), driftVarianceInitial);
  }

  private double headingNoise(double intervalSeconds) {
    return p.headingWanderRad() * p.headingWanderRad() * intervalSeconds;
  }

  private double driftNoise(double intervalSeconds) {
    return p.driftWander() * p.driftWander() * intervalSeconds;
  }

  /**
   * Writes heading, drift, covariance hh, hd, dd and the angle turned: what {@link #smooth} needs.
   */
  void store(double[] record, int at, double turnedRad) {
    record[at] = turn.angleRad();
    record[at + 1] = drift;
    record[at + 2] = phh;
    record[at + 3] = phd;
    record[at + 4] = pdd;
    record[at + 5] = turnedRad;
  }

  /**
   * One step of the Rauch-Tung-Striebel smoother: what the sample after, stored at {@code next} and
   * smoothed already, says about the one stored at {@code at}.
   */
  void smooth(double[] record, int at, int next, double intervalSeconds) {
    double turned = record[next + 5];
    double hh = record[at + 2];
    double hd = record[at + 3];
    double dd = record[at + 4];
    // From filtered here to predicted there.
    double crossHeading = hh + turned * hd;
    double crossDrift = hd + turned * dd;
    double predictedHh = crossHeading + turned * crossDrift + headingNoise(intervalSeconds);
    double predictedDd = Math.min(dd + driftNoise(intervalSeconds), driftVarianceInitial);
    double determinant = predictedHh * predictedDd - crossDrift * crossDrift;
    double heading =
        HeadingTurn.wrapped(
            HeadingTurn.wrapped(record[next] - record[at]) - turned * record[at + 1]);
    double driftChange = record[next + 1] - record[at + 1];
    double u = (predictedDd * heading - crossDrift * driftChange) / determinant;
    double v = (predictedHh * driftChange - crossDrift * heading) / determinant;
    record[at] = HeadingTurn.wrapped(record[at] + crossHeading * u + hd * v);
    record[at + 1] += crossDrift * u + dd * v;
  }

  @Override
  public HeadingTurn turn() {
    return turn;
  }

  @Override
  public boolean disturbed() {
    return disturbance.disturbed();
  }

  @Override
  public void reset() {
    turn.reset();
    disturbance.reset();
    drift = 0;
    phh = UNKNOWN;
    phd = 0;
    pdd = driftVarianceInitial;
  }

  /**
   * What a user can choose.
   *
   * @param fieldNoiseRad deviation of the heading that an undisturbed field shows in an average
   *     over one second; most of it is the building, not the sensor
   * @param headingWanderRad what 6D heading wanders by in one second besides the drift
   * @param driftSigma deviation of the drift of 6D heading at the start, radians a radian turned
   * @param driftWander what that drift changes by in one second, radians a radian
   * @param normScale departure of the field's strength, as a part of it, at which a sample has four
   *     times the variance
   * @param dipScaleRad the same for the dip angle
   */
  public record Parameters(
      double fieldNoiseRad,
      double headingWanderRad,
      double driftSigma,
      double driftWander,
      double normScale,
      double dipScaleRad) {

    public Parameters {
      PositiveNumber.require("fieldNoiseRad", fieldNoiseRad, "rad");
      PositiveNumber.require("headingWanderRad", headingWanderRad, "rad");
      PositiveNumber.require("driftSigma", driftSigma, "rad/rad");
      PositiveNumber.require("driftWander", driftWander, "rad/rad");
      PositiveNumber.require("normScale", normScale, "");
      PositiveNumber.require("dipScaleRad", dipScaleRad, "rad");
    }

    /**
     * Chosen on the odd-numbered trials of BROAD, each of the six on a lattice of factors of two;
     * how, and what came out on the even-numbered ones, is in docs/validation.md.
     */
    public static Parameters chosen() {
      double deg = Math.PI / 180;
      return new Parameters(8 * deg, 0.1 * deg, 5e-4, 2e-5, 0.04, 4 * deg);
    }
  }
}
