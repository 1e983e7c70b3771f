package org.plumbline.analyzer.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.health.HealthFinding;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.health.Readjustment;
import org.plumbline.analyzer.kinematics.SensorErrors;
import org.plumbline.analyzer.kinematics.WornSegment;
import org.plumbline.analyzer.orientation.DeviceOrientation;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.text.Texts;

/**
 * The orientation that the device worked out itself. Where the stream has gyroscope and
 * accelerometer too, our own inclination from them runs beside it: it shows whether the device's
 * quaternion means what it is taken to mean, and how far the two are apart is part of the error.
 */
final class DeviceChain implements SensorChain {

  /**
   * 90 % half-width where nothing can be compared: makers of such devices state 1 to 2 deg (RMS) of
   * inclination in movement. Engineering choice.
   */
  private static final double UNCHECKED_RAD = FastMath.toRadians(3);

  /** Of a normal error about two axes together, to one axis, 90 %. */
  private static final double ONE_AXIS_90 = 1.645 / Math.sqrt(2);

  private static final double COMPARED_SECONDS = 10;
  private static final double LEAST_COMPARED_SECONDS = 3;

  /**
   * An order of columns, a direction or a frame that is not what it is taken for is off by more.
   */
  private static final double OTHER_FRAME_RAD = FastMath.toRadians(25);

  private final Optional<InertialChain> inertial;
  private final DeviceOrientation device = new DeviceOrientation();
  private final double[] last = new double[4];
  private final double[] quaternion = new double[4];
  private final double[] own = new double[WornSegment.COLUMNS];
  private final long refusedBefore;
  private long refused;
  private double apartSquared;
  private double comparedSeconds;

  DeviceChain(Optional<InertialChain> inertial) {
    this(inertial, 0);
  }

  private DeviceChain(Optional<InertialChain> inertial, long refusedBefore) {
    this.inertial = inertial;
    this.refusedBefore = refusedBefore;
  }

  @Override
  public OrientationMethod method() {
    return OrientationMethod.DEVICE;
  }

  @Override
  public long delayNanos() {
    return 0;
  }

  /** {@inheritDoc} A quaternion and its negative are one orientation, but not to interpolate. */
  @Override
  public void repair(double[] values) {
    inertial.ifPresent(one -> one.repair(values));
    double along = 0;
    for (int i = 0; i < 4; i++) {
      along += last[i] * values[SensorColumns.MORE + i];
    }
    for (int i = 0; i < 4; i++) {
      double value = values[SensorColumns.MORE + i];
      last[i] = along < 0 ? -value : value;
      values[SensorColumns.MORE + i] = last[i];
    }
  }

  @Override
  public boolean update(double intervalSeconds, boolean filled, double[] values, double[] row) {
    double squared = 0;
    for (int i = 0; i < 4; i++) {
      quaternion[i] = values[SensorColumns.MORE + i];
      squared += quaternion[i] * quaternion[i];
    }
    double length = Math.sqrt(squared);
    if (filled && length > 0.5) {
      // Half way along the chord between two orientations; it belongs on the sphere.
      for (int i = 0; i < 4; i++) {
        quaternion[i] /= length;
      }
      length = 1;
    }
    boolean oriented = DeviceOrientation.isOrientation(length);
    inertial.ifPresent(one -> one.update(intervalSeconds, filled, values, own));
    if (!oriented) {
      refused += filled ? 0 : 1;
      return false;
    }
    device.update(quaternion[0], quaternion[1], quaternion[2], quaternion[3]);
    device.orientation(quaternion);
    System.arraycopy(quaternion, 0, row, 0, 4);
    if (inertial.isPresent()) {
      compare(intervalSeconds, own, row);
      System.arraycopy(own, WornSegment.STRAP_DOWN, row, WornSegment.STRAP_DOWN, 4);
    } else {
      System.arraycopy(quaternion, 0, row, WornSegment.STRAP_DOWN, 4);
    }
    return true;
  }

  private void compare(double intervalSeconds, double[] a, double[] b) {
    double x = upX(a) - upX(b);
    double y = upY(a) - upY(b);
    double z = upZ(a) - upZ(b);
    comparedSeconds += intervalSeconds;
    double share = Math.min(1, intervalSeconds / Math.min(COMPARED_SECONDS, comparedSeconds));
    apartSquared += share * (x * x + y * y + z * z - apartSquared);
  }

  private static double upX(double[] q) {
    return 2 * (q[1] * q[3] - q[0] * q[2]);
  }

  private static double upY(double[] q) {
    return 2 * (q[2] * q[3] + q[0] * q[1]);
  }

  private static double upZ(double[] q) {
    return 1 - 2 * (q[1] * q[1] + q[2] * q[2]);
  }

  /** RMS angle between the device's inclination and our own. */
  private double apartRad() {
    return 2 * FastMath.asin(Math.min(1, Math.sqrt(apartSquared) / 2));
  }

  private boolean otherFrame() {
    return comparedSeconds > LEAST_COMPARED_SECONDS && apartRad() > OTHER_FRAME_RAD;
  }

  /** {@inheritDoc} By our own orientation, which is made of the same samples. */
  @Override
  public double alongUpMps2() {
    return inertial.map(InertialChain::alongUpMps2).orElse(Double.NaN);
  }

  @Override
  public boolean meaningChanged() {
    return inertial.filter(InertialChain::meaningChanged).isPresent();
  }

  @Override
  public void missing(double seconds, boolean bridged) {
    device.resettle(seconds);
    inertial.ifPresent(one -> one.missing(seconds, bridged));
  }

  @Override
  public SensorChain anew(double rateHz) {
    return new DeviceChain(inertial.map(one -> one.anew(rateHz)), refusedBefore + refused);
  }

  @Override
  public SensorErrors errors() {
    if (inertial.isEmpty()) {
      return new SensorErrors(UNCHECKED_RAD, 0, SkinWobble.PRIOR_RAD);
    }
    SensorErrors known = inertial.get().errors();
    double filter = FastMath.hypot(known.filterRad(), ONE_AXIS_90 * apartRad());
    return new SensorErrors(filter, known.forceRad(), known.tissueRad());
  }

  @Override
  public boolean level() {
    return inertial.map(InertialChain::level).orElse(true);
  }

  @Override
  public boolean usable() {
    return inertial.map(InertialChain::usable).orElse(true) && !otherFrame();
  }

  @Override
  public List<Readjustment> readjustments() {
    return inertial.map(InertialChain::readjustments).orElse(List.of());
  }

  @Override
  public List<HealthFinding> findings() {
    List<HealthFinding> all = new ArrayList<>();
    inertial.ifPresent(one -> all.addAll(one.findings()));
    if (refusedBefore + refused > 0) {
      String text = Texts.get("health.device-orientation.length", refusedBefore + refused);
      all.add(finding(refusedBefore + refused, 0, "1", text));
    } else if (otherFrame()) {
      double deg = FastMath.toDegrees(apartRad());
      String text = Texts.get("health.device-orientation.frame", Texts.number(deg, 0));
      all.add(finding(deg, FastMath.toDegrees(OTHER_FRAME_RAD), "deg", text));
    }
    return List.copyOf(all);
  }

  private static HealthFinding finding(double value, double limit, String unit, String text) {
    return new HealthFinding(Code.DEVICE_ORIENTATION, "sensor", value, limit, unit, text);
  }
}
