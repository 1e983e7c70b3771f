package org.plumbline.analyzer.stream;

import org.plumbline.analyzer.orientation.GapFiller;
import org.plumbline.analyzer.orientation.OrientationMethod;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/**
 * Where a stream keeps what a method needs: gyroscope, accelerometer, then magnetometer or the
 * device's quaternion, each in one place whether the stream has it or not (0 then).
 */
final class SensorColumns {
  /** First column of what a method needs besides gyroscope and accelerometer. */
  static final int MORE = GapFiller.CHANNELS;

  private static final Axis[] XYZ = {Axis.X, Axis.Y, Axis.Z};
  private static final Axis[] WXYZ = {Axis.W, Axis.X, Axis.Y, Axis.Z};

  private final int width;
  private final int[] columns;
  private final double[] scales;
  private final double[] offsets;
  private final OrientationMethod method;
  private long latencyNanos;

  SensorColumns(StreamDescriptor stream, OrientationMethod method) {
    this.method = method;
    width = MORE + (method.magnetic() ? 3 : method == OrientationMethod.DEVICE ? 4 : 0);
    columns = new int[width];
    scales = new double[width];
    offsets = new double[width];
    read(stream, Quantity.ANGULAR_RATE, XYZ, 0);
    read(stream, Quantity.ACCELERATION, XYZ, 3);
    if (method.magnetic()) {
      read(stream, Quantity.MAGNETIC_FIELD, XYZ, MORE);
    } else if (method == OrientationMethod.DEVICE) {
      read(stream, Quantity.QUATERNION, WXYZ, MORE);
    }
  }

  private void read(StreamDescriptor stream, Quantity quantity, Axis[] axes, int from) {
    for (int a = 0; a < axes.length; a++) {
      int column = stream.channelIndex(quantity, axes[a]);
      columns[from + a] = column;
      if (column >= 0) {
        Channel channel = stream.channels().get(column);
        scales[from + a] = channel.scale();
        offsets[from + a] = channel.offset();
        // The magnetometer only turns what the others say, slowly.
        latencyNanos = quantity == Quantity.MAGNETIC_FIELD ? latencyNanos : channel.latencyNanos();
      }
    }
  }

  int width() {
    return width;
  }

  /** Of what the orientation comes from. */
  long latencyNanos() {
    return latencyNanos;
  }

  /** Reads a sample in SI units. */
  void read(Samples event, int i, double[] values) {
    for (int c = 0; c < width; c++) {
      values[c] = columns[c] < 0 ? 0 : event.raw(i, columns[c]) * scales[c] + offsets[c];
    }
    if (method.magnetic() && !Double.isFinite(values[MORE] + values[MORE + 1] + values[MORE + 2])) {
      // A magnetometer is often slower than the rest: no field is no reason to lose the sample.
      values[MORE] = 0;
      values[MORE + 1] = 0;
      values[MORE + 2] = 0;
    }
  }

  /** Whether a stream has all four components of the device's own orientation. */
  static boolean hasQuaternion(StreamDescriptor stream) {
    for (Axis axis : WXYZ) {
      if (stream.channelIndex(Quantity.QUATERNION, axis) < 0) {
        return false;
      }
    }
    return true;
  }
}
