package org.plumbline.analyzer.stream;

import java.util.List;
import org.plumbline.analyzer.health.AccelerometerCare;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.kinematics.SensorErrors;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.AccelerometerInclination;
import org.plumbline.analyzer.orientation.OrientationMethod;

/** An accelerometer alone: inclination, whose error grows with the movement. */
final class AccelerometerChain implements SensorChain {
  private final AccelerometerCare care;
  private final AccelerometerInclination filter;
  private final double[] imu = new double[SensorColumns.MORE];
  private final double[] quaternion = new double[4];

  AccelerometerChain(AccelerometerCare care, double rateHz) {
    this.care = care;
    filter = new AccelerometerInclination(AccelerometerInclination.Parameters.defaults(), rateHz);
  }

  @Override
  public OrientationMethod method() {
    return OrientationMethod.ACCELEROMETER;
  }

  /** {@inheritDoc} The low-pass lags behind by its time constant in a steady turn. */
  @Override
  public long delayNanos() {
    return Math.round(filter.delaySeconds() * 1e9);
  }

  @Override
  public void repair(double[] values) {
    care.repair(values);
  }

  @Override
  public boolean update(double intervalSeconds, boolean filled, double[] values, double[] row) {
    // A gyroscope that is there, but not asked, is not looked at.
    for (int i = 0; i < 3; i++) {
      imu[i] = 0;
      imu[3 + i] = values[3 + i];
    }
    filter.update(intervalSeconds, imu);
    care.update(intervalSeconds, filled, imu, filter.forceMps2(), filter.movedMps2());
    filter.orientation(quaternion);
    System.arraycopy(quaternion, 0, row, 0, 4);
    System.arraycopy(quaternion, 0, row, WornSegment.STRAP_DOWN, 4);
    return true;
  }

  /** {@inheritDoc} Low-passed like the inclination, so that both are of the same moment. */
  @Override
  public double alongUpMps2() {
    return filter.forceMps2();
  }

  @Override
  public boolean meaningChanged() {
    return false;
  }

  @Override
  public void missing(double seconds, boolean bridged) {
    if (!bridged) {
      filter.resettle(seconds);
      care.gap();
    }
  }

  @Override
  public SensorChain anew(double rateHz) {
    return new AccelerometerChain(care, rateHz);
  }

  @Override
  public SensorErrors errors() {
    return new SensorErrors(filter.errorRad(), care.inclinationErrorRad(), SkinWobble.PRIOR_RAD);
  }

  @Override
  public boolean level() {
    return care.absoluteTiltUsable();
  }

  @Override
  public boolean usable() {
    return care.usable();
  }

  @Override
  public List<HealthFinding> findings() {
    return care.findings();
  }
}
