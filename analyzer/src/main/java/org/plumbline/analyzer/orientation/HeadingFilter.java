package org.plumbline.analyzer.orientation;

/** Finds the angle about the vertical by which a 6D orientation has to be turned to face north. */
interface HeadingFilter {
  /**
   * Takes a magnetometer sample.
   *
   * @param intervalSeconds time since the magnetometer sample before
   * @param turnedRad angle that the sensor turned in that time, about whatever axis
   * @param smoothRateSquared square of the low-passed angular rate, (rad/s)2
   * @param ex field in the frame of the 6D orientation, any unit
   */
  void update(
      double intervalSeconds,
      double turnedRad,
      double smoothRateSquared,
      double ex,
      double ey,
      double ez);

  HeadingTurn turn();

  /** Whether the field does not look like the one that heading was learned in. */
  boolean disturbed();

  void reset();
}
