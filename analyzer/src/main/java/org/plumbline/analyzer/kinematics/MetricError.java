package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;

/**
 * How far a figure of a repetition can be off, 90 % half-widths.
 *
 * @param deg of the figure as it stands
 * @param repeatDeg of what is another error in every repetition with the same calibration
 */
record MetricError(double deg, double repeatDeg) {

  /** What passes is part of the whole. */
  MetricError {
    repeatDeg = Math.min(deg, repeatDeg);
  }

  static MetricError ofRad(double rad, double repeatRad) {
    return new MetricError(FastMath.toDegrees(rad), FastMath.toDegrees(repeatRad));
  }

  /** The larger of two, each for itself. */
  MetricError or(MetricError other) {
    return new MetricError(Math.max(deg, other.deg), Math.max(repeatDeg, other.repeatDeg));
  }
}
