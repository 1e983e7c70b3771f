package org.plumbline.analyzer.stream;

import java.util.Optional;
import org.plumbline.analyzer.health.AccelerometerCare;
import org.plumbline.analyzer.health.FirstLook;
import org.plumbline.analyzer.health.SensorCare;
import org.plumbline.analyzer.health.SensorHealth;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.analyzer.result.SessionNotes;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.StreamDescriptor;

/** Which {@link SensorChain} a stream gets. */
public final class SensorChains {
  private SensorChains() {}

  /** Whether a stream can have an orientation at all. */
  public static boolean orientable(StreamDescriptor stream) {
    return stream.hasVector(Quantity.ACCELERATION) || SensorColumns.hasQuaternion(stream);
  }

  /**
   * The method that is asked for, where the stream has the channels for it; else the one that says
   * most with what there is.
   */
  static OrientationMethod method(StreamDescriptor stream, OrientationMethod asked) {
    boolean device = SensorColumns.hasQuaternion(stream);
    boolean acceleration = stream.hasVector(Quantity.ACCELERATION);
    if (asked == OrientationMethod.DEVICE && device) {
      return asked;
    }
    if (asked == OrientationMethod.ACCELEROMETER && acceleration) {
      return asked;
    }
    if (!inertial(stream)) {
      return device ? OrientationMethod.DEVICE : OrientationMethod.ACCELEROMETER;
    }
    boolean north = asked.magnetic() && stream.hasVector(Quantity.MAGNETIC_FIELD);
    return north ? asked : OrientationMethod.VQF;
  }

  /** Where the sensor sits, by the first channel that its orientation is made from. */
  public static Location location(StreamDescriptor stream) {
    int acceleration = stream.channelIndex(Quantity.ACCELERATION, Axis.X);
    int first = acceleration >= 0 ? acceleration : stream.channelIndex(Quantity.QUATERNION, Axis.W);
    return stream.channels().get(first).location();
  }

  /** Says what must be said about how a stream's orientation is made, if anything. */
  public static void remark(StreamDescriptor stream, OrientationMethod asked, SessionNotes notes) {
    OrientationMethod method = method(stream, asked);
    String placement = location(stream).id();
    if (method == OrientationMethod.ACCELEROMETER) {
      notes.add(inertial(stream) ? "accelerometer-asked" : "accelerometer-only", placement);
    } else if (method == OrientationMethod.DEVICE) {
      notes.add(asked == method ? "device-asked" : "device-only", placement);
    } else if (method != asked) {
      notes.add("method-missing", placement, asked.id(), method.id());
    }
  }

  private static boolean inertial(StreamDescriptor stream) {
    return stream.hasVector(Quantity.ACCELERATION) && stream.hasVector(Quantity.ANGULAR_RATE);
  }

  /**
   * The chain of a sensor whose first moments have been seen.
   *
   * @param method one that the stream has the channels for
   */
  static SensorChain of(
      OrientationMethod method, StreamDescriptor stream, double rateHz, FirstLook first) {
    SensorHealth.Parameters healthy = SensorHealth.Parameters.defaults();
    return switch (method) {
      case ACCELEROMETER -> new AccelerometerChain(new AccelerometerCare(healthy, first), rateHz);
      case DEVICE ->
          new DeviceChain(
              inertial(stream)
                  ? Optional.of(
                      new InertialChain(
                          OrientationMethod.VQF, new SensorCare(healthy, rateHz, first), rateHz))
                  : Optional.empty());
      default -> new InertialChain(method, new SensorCare(healthy, rateHz, first), rateHz);
    };
  }
}
