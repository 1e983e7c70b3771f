package org.plumbline.tools.validate;

import java.util.List;
import org.plumbline.analyzer.orientation.VqfFilter;

/**
 * A way to estimate orientation, and where its reference figure stands.
 *
 * @param id key of its words
 * @param algorithm as the file of reference figures calls it
 * @param column of that file
 * @param error what is measured
 * @param estimator runs it over a trial
 */
record OrientationMethod(
    String id, String algorithm, String column, OrientationError error, Estimator estimator) {

  /** Orientation after each sample of a trial, w x y z. */
  interface Estimator {
    double[][] estimate(BroadTrial trial);
  }

  private static final String INCLINATION_6D = "inclination_6d_deg";

  /** All that the program has. */
  static List<OrientationMethod> all() {
    return List.of(
        new OrientationMethod(
            "real-time-6d",
            "VQF real time",
            INCLINATION_6D,
            OrientationError.INCLINATION,
            OrientationMethod::realTime6d));
  }

  private static double[][] realTime6d(BroadTrial trial) {
    VqfFilter filter = new VqfFilter(VqfFilter.Parameters.defaults(), trial.rateHz());
    double[][] estimate = new double[trial.size()][4];
    for (int i = 0; i < estimate.length; i++) {
      double[] s = trial.imu(i);
      filter.update(s[0], s[1], s[2], s[3], s[4], s[5]);
      filter.orientation(estimate[i]);
    }
    return estimate;
  }
}
