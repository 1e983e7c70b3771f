package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.health.FirstLook;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.health.SensorCare;
import org.plumbline.analyzer.health.SensorHealth;
import org.plumbline.analyzer.kinematics.Inclination;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.orientation.VqfFilter;

/**
 * The inclination of one sensor, with the program's care for its accelerometer or without, sample
 * by sample as the analysis does it.
 */
final class CareRun {
  private static final double FIRST_SECONDS = 0.5;

  private final double rateHz;
  private final boolean cared;
  private final List<double[]> early = new ArrayList<>();
  private SensorCare care;
  private VqfFilter filter;
  private boolean looked;

  CareRun(double rateHz, boolean cared) {
    this.rateHz = rateHz;
    this.cared = cared;
    care = careAfter(new FirstLook());
    filter = new VqfFilter(VqfFilter.Parameters.defaults(), rateHz);
  }

  private SensorCare careAfter(FirstLook look) {
    return new SensorCare(SensorHealth.Parameters.defaults(), rateHz, look);
  }

  /** Takes the next sample; it is changed. */
  void update(double[] imu) {
    if (looked) {
      feed(imu);
      return;
    }
    early.add(imu.clone());
    if (early.size() >= FIRST_SECONDS * rateHz) {
      looked = true;
      FirstLook look = new FirstLook();
      early.forEach(look::add);
      care = careAfter(look);
      early.forEach(this::feed);
      early.clear();
    }
  }

  private void feed(double[] imu) {
    if (cared) {
      care.repair(imu);
    }
    filter.update(1 / rateHz, imu);
    if (cared && care.update(1 / rateHz, false, imu)) {
      filter = new VqfFilter(VqfFilter.Parameters.defaults(), rateHz);
    }
  }

  /** "Up" in sensor axes after the last sample. */
  Vector3 up() {
    Quaternion q = filter.orientation();
    return Inclination.up(q);
  }

  /** Whether zero and scale of the accelerometer were found and are corrected. */
  boolean calibrated() {
    return care.findings().stream()
        .anyMatch(one -> one.code() == HealthFinding.Code.ACCELEROMETER_CALIBRATED);
  }
}
