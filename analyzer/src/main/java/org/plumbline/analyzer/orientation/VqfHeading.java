package org.plumbline.analyzer.orientation;

/**
 * The heading of VQF: the angle about the vertical by which a 6D orientation has to be turned so
 * that the horizontal magnetic field points north, first-order filtered and deaf to fields that
 * look disturbed.
 *
 * <p>Only the heading is touched; the inclination of 6D stays as it is. One thread. No allocation.
 *
 * <p>Source: Laidig and Seel 2023 (see {@link VqfFilter}), section 3.5.
 */
public final class VqfHeading implements HeadingFilter {
  private final HeadingCoefficients c;
  private final MagneticDisturbance disturbance;
  private final HeadingTurn turn = new HeadingTurn();

  /** Gain of the start: 1, 1/2, 1/3 ...; 0 when it is over. */
  private double startGain;

  private double rejectedSeconds;

  VqfHeading(Parameters parameters, double magnetometerRateHz) {
    c = HeadingCoefficients.of(parameters, magnetometerRateHz);
    disturbance = new MagneticDisturbance(c);
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
    disturbance.update(intervalSeconds, smoothRateSquared >= c.turningSquared(), ex, ey, ez);
    double gain = gain(intervalSeconds, disturbance.disturbed());
    if (gain > 0) {
      turn.turn(0.5 * gain * turn.missingRad(ex, ey));
    }
  }

  /** The share of the difference that a sample corrects; counts the sample. */
  double gain(double intervalSeconds, boolean disturbed) {
    double gain = c.gain();
    if (disturbed) {
      if (rejectedSeconds <= c.parameters().longestRejectionSeconds()) {
        rejectedSeconds += intervalSeconds;
        gain = 0;
      } else {
        gain /= c.parameters().rejectionFactor();
      }
    } else {
      rejectedSeconds =
          Math.max(rejectedSeconds - c.parameters().rejectionFactor() * intervalSeconds, 0);
    }
    if (startGain > 0) {
      gain = Math.max(gain, startGain);
      startGain /= startGain + 1;
      if (startGain < c.startUntil()) {
        startGain = 0;
      }
    }
    return gain;
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
    // As if a disturbed field had been left out for long: the first one counts, for want of better.
    restart(c.parameters().longestRejectionSeconds());
  }

  /** Begins {@link #gain} anew. */
  void restart(double alreadyRejectedSeconds) {
    startGain = 1;
    rejectedSeconds = alreadyRejectedSeconds;
  }

  /**
   * What a user can choose.
   *
   * @param tauMagnetometerSeconds time constant of the heading correction
   * @param tauCurrentSeconds low-pass of strength and dip before they are judged
   * @param tauReferenceSeconds time constant with which the reference field follows
   * @param normTolerance largest departure of the strength from the reference, as a part of it
   * @param dipToleranceRad largest departure of the dip angle
   * @param newFieldSeconds how long another field has to be seen, turning, to become the reference
   * @param firstFieldSeconds the same for the very first field
   * @param newFieldRateRadPerS slowest turn at which that time counts
   * @param undisturbedSeconds how long the field has to fit before it is used again
   * @param longestRejectionSeconds how long a disturbed field is left out altogether
   * @param rejectionFactor how much less it counts afterwards, and how much faster that time is
   *     earned back
   */
  public record Parameters(
      double tauMagnetometerSeconds,
      double tauCurrentSeconds,
      double tauReferenceSeconds,
      double normTolerance,
      double dipToleranceRad,
      double newFieldSeconds,
      double firstFieldSeconds,
      double newFieldRateRadPerS,
      double undisturbedSeconds,
      double longestRejectionSeconds,
      double rejectionFactor) {

    public Parameters {
      PositiveNumber.require("tauMagnetometerSeconds", tauMagnetometerSeconds, "s");
      PositiveNumber.require("tauCurrentSeconds", tauCurrentSeconds, "s");
      PositiveNumber.require("tauReferenceSeconds", tauReferenceSeconds, "s");
      PositiveNumber.require("normTolerance", normTolerance, "");
      PositiveNumber.require("dipToleranceRad", dipToleranceRad, "rad");
      PositiveNumber.require("newFieldSeconds", newFieldSeconds, "s");
      PositiveNumber.require("firstFieldSeconds", firstFieldSeconds, "s");
      PositiveNumber.require("newFieldRateRadPerS", newFieldRateRadPerS, "rad/s");
      PositiveNumber.require("undisturbedSeconds", undisturbedSeconds, "s");
      PositiveNumber.require("longestRejectionSeconds", longestRejectionSeconds, "s");
      PositiveNumber.require("rejectionFactor", rejectionFactor, "");
    }

    /** The published values (table 2 of the paper). */
    public static Parameters defaults() {
      double deg = Math.PI / 180;
      return new Parameters(9, 0.05, 20, 0.1, 10 * deg, 20, 5, 20 * deg, 0.5, 60, 2);
    }
  }
}
