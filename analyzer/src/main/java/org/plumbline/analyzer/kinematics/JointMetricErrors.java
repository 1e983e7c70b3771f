package org.plumbline.analyzer.kinematics;

/**
 * Errors of the angles of a joint at one instant of a repetition.
 *
 * @param all as the angles stand
 * @param repeated what of them is another error in every repetition with the same calibration
 */
record JointMetricErrors(AngleErrors all, AngleErrors repeated) {
  MetricError flexion() {
    return MetricError.ofRad(all.flexionRad(), repeated.flexionRad());
  }

  MetricError abduction() {
    return MetricError.ofRad(all.abductionRad(), repeated.abductionRad());
  }

  MetricError rotation() {
    return MetricError.ofRad(all.rotationRad(), repeated.rotationRad());
  }
}
