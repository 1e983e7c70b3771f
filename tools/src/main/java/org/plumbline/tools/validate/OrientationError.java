package org.plumbline.tools.validate;

import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.Quaternion;

/**
 * The metric of BROAD's authors: with {@code e = q conj(optical)} in the earth frame, total = 2
 * acos|w|, inclination = 2 acos sqrt(w^2 + z^2), heading = 2 atan|z / w|; written with atan2, which
 * loses nothing near 0.
 */
enum OrientationError {
  INCLINATION {
    @Override
    double ofRad(Quaternion e) {
      return 2
          * FastMath.atan2(
              Math.sqrt(e.x() * e.x() + e.y() * e.y()), Math.sqrt(e.w() * e.w() + e.z() * e.z()));
    }
  },
  TOTAL {
    @Override
    double ofRad(Quaternion e) {
      return 2
          * FastMath.atan2(
              Math.sqrt(e.x() * e.x() + e.y() * e.y() + e.z() * e.z()), Math.abs(e.w()));
    }
  },
  HEADING {
    @Override
    double ofRad(Quaternion e) {
      return 2 * FastMath.atan2(Math.abs(e.z()), Math.abs(e.w()));
    }
  };

  abstract double ofRad(Quaternion error);

  /**
   * RMS over the samples that count, degrees; NaN where there is none.
   *
   * @param estimate w x y z, sample by sample
   */
  double rmsDeg(BroadTrial trial, double[][] estimate) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < trial.size(); i++) {
      if (trial.counts(i)) {
        double[] q = estimate[i];
        double angle =
            ofRad(new Quaternion(q[0], q[1], q[2], q[3]).times(trial.optical(i).conjugate()));
        sum += angle * angle;
        count++;
      }
    }
    return FastMath.toDegrees(Math.sqrt(sum / count));
  }
}
