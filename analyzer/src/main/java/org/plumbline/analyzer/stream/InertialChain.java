package org.plumbline.analyzer.stream;

import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.health.SensorCare;
import org.plumbline.analyzer.health.TurnFactor;
import org.plumbline.analyzer.kinematics.SensorErrors;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.orientation.VqfFilter;
import org.plumbline.analyzer.orientation.VqfMagneticFilter;

/**
 * Gyroscope and accelerometer through VQF; where asked for, a magnetometer holds the heading.
 * Inclination, health and errors do not depend on that.
 */
final class InertialChain implements SensorChain {

  private final OrientationMethod method;
  private final SensorCare care;
  private final Optional<VqfMagneticFilter> magnetic;
  private final VqfFilter filter;
  private final double[] imu = new double[GapFiller.CHANNELS];
  private final double[] quaternion = new double[4];
  private final SensorUncertainty uncertainty;
  private double sinceFieldSeconds;
  private boolean meaningChanged;
  private double alongUpMps2 = Double.NaN;

  InertialChain(OrientationMethod method, SensorCare care, double rateHz) {
    this(method, care, rateHz, new SensorUncertainty(rateHz));
  }

  private InertialChain(
      OrientationMethod method, SensorCare care, double rateHz, SensorUncertainty uncertainty) {
    this.method = method;
    this.care = care;
    this.uncertainty = uncertainty;
    magnetic = magnetic(method).map(parameters -> new VqfMagneticFilter(parameters, rateHz));
    filter =
        magnetic
            .map(VqfMagneticFilter::inclination)
            .orElseGet(() -> new VqfFilter(VqfFilter.Parameters.defaults(), rateHz));
  }

  private static Optional<VqfMagneticFilter.Parameters> magnetic(OrientationMethod method) {
    return switch (method) {
      case VQF_9D -> Optional.of(VqfMagneticFilter.Parameters.defaults());
      case STEADY_9D -> Optional.of(VqfMagneticFilter.Parameters.steadyHeading());
      default -> Optional.empty();
    };
  }

  @Override
  public OrientationMethod method() {
    return method;
  }

  @Override
  public long delayNanos() {
    return 0;
  }

  @Override
  public void repair(double[] values) {
    care.repair(values);
  }

  @Override
  public boolean update(double intervalSeconds, boolean filled, double[] values, double[] row) {
    System.arraycopy(values, 0, imu, 0, imu.length);
    uncertainty.update(intervalSeconds, filled, imu);
    if (magnetic.isPresent()) {
      magnetic.get().update(intervalSeconds, imu);
      head(magnetic.get(), intervalSeconds, filled, values);
      magnetic.get().orientation(quaternion);
    } else {
      filter.update(intervalSeconds, imu);
      filter.orientation(quaternion);
    }
    System.arraycopy(quaternion, 0, row, 0, 4);
    alongUpMps2 = alongUp(quaternion);
    uncertainty.bias(intervalSeconds, filter);
    filter.strapDown(quaternion);
    System.arraycopy(quaternion, 0, row, WornSegment.STRAP_DOWN, 4);
    meaningChanged |= care.update(intervalSeconds, filled, imu);
    return true;
  }

  private double alongUp(double[] q) {
    return 2 * (q[1] * q[3] - q[0] * q[2]) * imu[3]
        + 2 * (q[2] * q[3] + q[0] * q[1]) * imu[4]
        + (1 - 2 * (q[1] * q[1] + q[2] * q[2])) * imu[5];
  }

  @Override
  public double alongUpMps2() {
    return alongUpMps2;
  }

  private void head(VqfMagneticFilter to, double intervalSeconds, boolean filled, double[] values) {
    sinceFieldSeconds += intervalSeconds;
    int at = SensorColumns.MORE;
    boolean field = values[at] != 0 || values[at + 1] != 0 || values[at + 2] != 0;
    if (field && !filled) {
      to.magnetometer(sinceFieldSeconds, values[at], values[at + 1], values[at + 2]);
      sinceFieldSeconds = 0;
    }
  }

  @Override
  public boolean meaningChanged() {
    return meaningChanged;
  }

  @Override
  public void missing(double seconds, boolean bridged) {
    filter.resettle(seconds);
    sinceFieldSeconds += bridged ? 0 : seconds;
    if (!bridged) {
      care.gap();
      uncertainty.gap();
    }
  }

  @Override
  public InertialChain anew(double rateHz) {
    return new InertialChain(method, care, rateHz, uncertainty.anew(rateHz));
  }

  @Override
  public SensorErrors errors() {
    return new SensorErrors(
        uncertainty.filterRad(), care.inclinationErrorRad(), uncertainty.tissueRad());
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
  public TurnFactor turnFactor() {
    return care.turnFactor();
  }

  @Override
  public List<Readjustment> readjustments() {
    return care.readjustments();
  }

  @Override
  public List<HealthFinding> findings() {
    return care.findings();
  }
}
