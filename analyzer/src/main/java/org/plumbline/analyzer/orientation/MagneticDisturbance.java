package org.plumbline.analyzer.orientation;

/**
 * Says whether the magnetic field looks like the one that heading was learned in: its strength and
 * dip angle against those of a reference that follows slowly, and that is replaced when another
 * field has been seen for long while the sensor turned (Laidig and Seel 2023, section 3.5). Heading
 * plays no part in it. One thread.
 */
final class MagneticDisturbance {
  private final HeadingCoefficients c;
  private final LowPass.State currentState = new LowPass.State(2);

  /** Strength in the unit of the magnetometer and dip in rad, low-passed in place. */
  private final double[] current = new double[2];

  private double referenceNorm;
  private double referenceDipRad;
  private double candidateNorm;
  private double candidateDipRad;
  private double candidateSeconds;
  private double undisturbedSeconds;
  private boolean disturbed;

  MagneticDisturbance(HeadingCoefficients coefficients) {
    c = coefficients;
    reset();
  }

  void reset() {
    currentState.reset();
    referenceNorm = 0;
    referenceDipRad = 0;
    // No field yet, so that the first sample makes the first candidate.
    candidateNorm = -1;
    candidateDipRad = 0;
    candidateSeconds = 0;
    undisturbedSeconds = 0;
    disturbed = true;
  }

  /**
   * Takes the field in the frame of the 6D orientation.
   *
   * @param turning whether the sensor turns fast enough to show a field that is its own
   */
  void update(double intervalSeconds, boolean turning, double ex, double ey, double ez) {
    double horizontal2 = ex * ex + ey * ey;
    current[0] = Math.sqrt(horizontal2 + ez * ez);
    current[1] = Arctangent.of(-ez, Math.sqrt(horizontal2));
    c.current().update(currentState, current, current);
    double norm = current[0];
    double dip = current[1];
    if (near(norm, dip, referenceNorm, referenceDipRad)) {
      undisturbedSeconds += intervalSeconds;
      if (undisturbedSeconds >= c.parameters().undisturbedSeconds()) {
        disturbed = false;
        referenceNorm += c.referenceGain() * (norm - referenceNorm);
        referenceDipRad += c.referenceGain() * (dip - referenceDipRad);
      }
    } else {
      undisturbedSeconds = 0;
      disturbed = true;
    }
    watchCandidate(intervalSeconds, turning, norm, dip);
  }

  private void watchCandidate(double intervalSeconds, boolean turning, double norm, double dip) {
    if (!near(norm, dip, candidateNorm, candidateDipRad)) {
      candidateSeconds = 0;
      candidateNorm = norm;
      candidateDipRad = dip;
      return;
    }
    if (turning) {
      candidateSeconds += intervalSeconds;
    }
    candidateNorm += c.referenceGain() * (norm - candidateNorm);
    candidateDipRad += c.referenceGain() * (dip - candidateDipRad);
    double needed =
        referenceNorm == 0 ? c.parameters().firstFieldSeconds() : c.parameters().newFieldSeconds();
    if (disturbed && candidateSeconds >= needed) {
      referenceNorm = candidateNorm;
      referenceDipRad = candidateDipRad;
      disturbed = false;
      undisturbedSeconds = c.parameters().undisturbedSeconds();
    }
  }

  private boolean near(double norm, double dip, double otherNorm, double otherDip) {
    return Math.abs(norm - otherNorm) < c.parameters().normTolerance() * otherNorm
        && Math.abs(dip - otherDip) < c.parameters().dipToleranceRad();
  }

  /**
   * How far the field is from the reference (until there is one: from the field seen last for
   * longer), squared: 1 is one {@code normScale} of the strength or one {@code dipScaleRad}.
   */
  double departureSquared(double normScale, double dipScaleRad) {
    boolean known = referenceNorm > 0;
    double otherNorm = known ? referenceNorm : candidateNorm;
    double strength = (current[0] - otherNorm) / (normScale * otherNorm);
    double dip = (current[1] - (known ? referenceDipRad : candidateDipRad)) / dipScaleRad;
    return strength * strength + dip * dip;
  }

  /** True until a first field has been accepted. */
  boolean disturbed() {
    return disturbed;
  }
}
