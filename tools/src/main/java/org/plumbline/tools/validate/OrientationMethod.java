package org.plumbline.tools.validate;

import java.util.List;
import org.plumbline.analyzer.orientation.OfflineOrientation;
import org.plumbline.analyzer.orientation.VqfFilter;
import org.plumbline.analyzer.orientation.VqfMagneticFilter;
import org.plumbline.analyzer.orientation.VqfOffline;

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
  private static final String TOTAL_9D = "total_9d_deg";

  /** All that the program has. */
  static List<OrientationMethod> all() {
    return List.of(
        new OrientationMethod(
            "real-time-6d",
            "VQF real time",
            INCLINATION_6D,
            OrientationError.INCLINATION,
            OrientationMethod::realTime6d),
        new OrientationMethod(
            "real-time-9d",
            "VQF real time",
            TOTAL_9D,
            OrientationError.TOTAL,
            trial -> realTime9d(trial, VqfMagneticFilter.Parameters.defaults())),
        new OrientationMethod(
            "offline-6d",
            "VQF offline",
            INCLINATION_6D,
            OrientationError.INCLINATION,
            OrientationMethod::offline6d),
        new OrientationMethod(
            "offline-9d",
            "VQF offline",
            TOTAL_9D,
            OrientationError.TOTAL,
            trial -> offline9d(trial, VqfMagneticFilter.Parameters.defaults())));
  }

  /** Our own heading filter, whose parameters were chosen on the odd trials. */
  static List<OrientationMethod> steady() {
    return List.of(
        new OrientationMethod(
            "steady-real-time-9d",
            "VQF real time",
            TOTAL_9D,
            OrientationError.TOTAL,
            trial -> realTime9d(trial, VqfMagneticFilter.Parameters.steadyHeading())),
        new OrientationMethod(
            "steady-offline-9d",
            "VQF offline",
            TOTAL_9D,
            OrientationError.TOTAL,
            trial -> offline9d(trial, VqfMagneticFilter.Parameters.steadyHeading())));
  }

  private static double[][] realTime9d(BroadTrial trial, VqfMagneticFilter.Parameters parameters) {
    VqfMagneticFilter filter = new VqfMagneticFilter(parameters, trial.rateHz());
    double[][] estimate = new double[trial.size()][4];
    for (int i = 0; i < estimate.length; i++) {
      double[] s = trial.imu(i);
      filter.update(s[0], s[1], s[2], s[3], s[4], s[5]);
      filter.magnetometer(s[6], s[7], s[8]);
      filter.orientation(estimate[i]);
    }
    return estimate;
  }

  private static double[][] offline6d(BroadTrial trial) {
    VqfOffline offline = new VqfOffline(VqfMagneticFilter.Parameters.defaults(), trial.rateHz());
    OfflineOrientation done = offline.estimate(flat(trial, 0), flat(trial, 3));
    double[][] estimate = new double[trial.size()][4];
    for (int i = 0; i < estimate.length; i++) {
      done.inclination(i, estimate[i]);
    }
    return estimate;
  }

  private static double[][] offline9d(BroadTrial trial, VqfMagneticFilter.Parameters parameters) {
    VqfOffline offline = new VqfOffline(parameters, trial.rateHz());
    OfflineOrientation done = offline.estimate(flat(trial, 0), flat(trial, 3), flat(trial, 6));
    double[][] estimate = new double[trial.size()][4];
    for (int i = 0; i < estimate.length; i++) {
      done.orientation(i, estimate[i]);
    }
    return estimate;
  }

  private static double[] flat(BroadTrial trial, int column) {
    double[] flat = new double[3 * trial.size()];
    for (int i = 0; i < trial.size(); i++) {
      System.arraycopy(trial.imu(i), column, flat, 3 * i, 3);
    }
    return flat;
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
