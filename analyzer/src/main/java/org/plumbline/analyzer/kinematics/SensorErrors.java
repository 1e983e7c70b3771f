package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;

/**
 * What is uncertain about one sensor, as its own log shows it; 90 % half-widths, rad.
 *
 * @param filterRad of the inclination about one axis, another error from instant to instant: the
 *     orientation filter in movement, lost packets
 * @param forceRad of the inclination about one axis by the zero error of the accelerometer, which
 *     is fixed to the sensor: it cancels between two poses in which the sensor is tilted alike
 * @param tissueRad of the sensor against its bone at full movement, about any axis
 */
public record SensorErrors(double filterRad, double forceRad, double tissueRad) {
  public SensorErrors {
    if (!(filterRad >= 0 && forceRad >= 0 && tissueRad >= 0)) {
      throw new IllegalArgumentException(
          "errors of " + filterRad + ", " + forceRad + ", " + tissueRad + " rad");
    }
  }

  /** Of an inclination as it stands. */
  public double inclinationRad() {
    return Math.min(Math.PI / 2, FastMath.hypot(filterRad, forceRad));
  }
}
