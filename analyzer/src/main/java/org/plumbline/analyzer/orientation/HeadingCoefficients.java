package org.plumbline.analyzer.orientation;

import org.apache.commons.math3.util.FastMath;

/**
 * What {@link VqfHeading} derives once from its parameters and the rate of the magnetometer.
 *
 * @param gain share of the difference that one sample corrects
 * @param startUntil the start is over when its gain has come down to this
 * @param current low-pass of strength and dip
 * @param referenceGain share by which one sample moves the reference field
 * @param turningSquared (rad/s)2
 */
record HeadingCoefficients(
    VqfHeading.Parameters parameters,
    double gain,
    double startUntil,
    LowPass current,
    double referenceGain,
    double turningSquared) {

  static HeadingCoefficients of(VqfHeading.Parameters p, double rateHz) {
    if (!(rateHz >= 0.5 && rateHz <= VqfFilter.FASTEST_HZ)) {
      throw new IllegalArgumentException(
          "a magnetometer at "
              + rateHz
              + " Hz; heading can be corrected from 0.5 to "
              + VqfFilter.FASTEST_HZ
              + " Hz");
    }
    return new HeadingCoefficients(
        p,
        firstOrder(p.tauMagnetometerSeconds(), rateHz),
        1 / (rateHz * p.tauMagnetometerSeconds()),
        new LowPass(p.tauCurrentSeconds(), rateHz),
        firstOrder(p.tauReferenceSeconds(), rateHz),
        p.newFieldRateRadPerS() * p.newFieldRateRadPerS());
  }

  private static double firstOrder(double tauSeconds, double rateHz) {
    return 1 - FastMath.exp(-1 / (tauSeconds * rateHz));
  }
}
