package org.plumbline.tools.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;

/**
 * Every sensor as if it had been strapped on another way, any way at random (uniform over all
 * rotations). A figure that holds only for the way in which the sensors of a recording happened to
 * sit does not survive this.
 */
final class TurnedSensors implements ThinnedSource.Thinning {
  private static final Axis[] XYZ = {Axis.X, Axis.Y, Axis.Z};
  private static final Quantity[] TURNED = {
    Quantity.ACCELERATION, Quantity.ANGULAR_RATE, Quantity.MAGNETIC_FIELD
  };

  private final SplittableRandom random;
  private final Map<Integer, Rotation> rotations = new HashMap<>();
  private final Map<Integer, StreamDescriptor> streams = new HashMap<>();

  TurnedSensors(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public List<SessionEvent> thin(SessionEvent event) {
    if (event instanceof Described described) {
      streams.put(described.stream().id(), described.stream());
      rotations.computeIfAbsent(described.stream().id(), id -> anyRotation());
      return List.of(event);
    }
    return List.of(event instanceof Samples samples ? turned(samples) : event);
  }

  /** Uniform: a point on the sphere of unit quaternions. */
  private Rotation anyRotation() {
    double[] q = new double[4];
    double square;
    do {
      square = 0;
      for (int i = 0; i < q.length; i++) {
        q[i] = 2 * random.nextDouble() - 1;
        square += q[i] * q[i];
      }
    } while (square > 1 || square < 0.01);
    return new Rotation(q[0], q[1], q[2], q[3], true);
  }

  private Samples turned(Samples samples) {
    int channels = samples.channels();
    int size = samples.size();
    double[] values = new double[size * channels];
    long[] ticks = new long[size];
    long[] nanos = new long[size];
    for (int i = 0; i < size; i++) {
      ticks[i] = samples.deviceTicks(i);
      nanos[i] = samples.sessionNanos(i);
      for (int c = 0; c < channels; c++) {
        values[i * channels + c] = samples.raw(i, c);
      }
    }
    StreamDescriptor stream = Objects.requireNonNull(streams.get(samples.stream()), "description");
    Rotation rotation = Objects.requireNonNull(rotations.get(samples.stream()), "rotation");
    for (Quantity quantity : TURNED) {
      if (stream.hasVector(quantity)) {
        turn(values, channels, columns(stream, quantity), rotation);
      }
    }
    return Samples.ofValues(
        samples.stream(), samples.atNanos(), samples.firstIndex(), channels, ticks, nanos, values);
  }

  private static int[] columns(StreamDescriptor stream, Quantity quantity) {
    int[] columns = new int[3];
    for (int a = 0; a < 3; a++) {
      columns[a] = stream.channelIndex(quantity, XYZ[a]);
      if (stream.channels().get(columns[a]).scale() != stream.channels().get(columns[0]).scale()) {
        throw new IllegalArgumentException(
            "stream " + stream.name() + ": axes of " + quantity + " have different scales");
      }
    }
    return columns;
  }

  private static void turn(double[] values, int channels, int[] columns, Rotation rotation) {
    double[] before = new double[3];
    double[] after = new double[3];
    for (int from = 0; from < values.length; from += channels) {
      for (int a = 0; a < 3; a++) {
        before[a] = values[from + columns[a]];
      }
      rotation.applyTo(before, after);
      for (int a = 0; a < 3; a++) {
        values[from + columns[a]] = after[a];
      }
    }
  }
}
