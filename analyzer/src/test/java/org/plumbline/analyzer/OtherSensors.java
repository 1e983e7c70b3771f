package org.plumbline.analyzer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.Truth;

/** The log of a simulated session as other sensors would have recorded it. */
final class OtherSensors {
  private static final Axis[] WXYZ = {Axis.W, Axis.X, Axis.Y, Axis.Z};
  private static final Axis[] XYZ = {Axis.X, Axis.Y, Axis.Z};

  /** North 20, down 44: Central Europe. */
  private static final Vector3D FIELD_MICROTESLA = new Vector3D(0, 20, -44);

  private OtherSensors() {}

  static boolean isPlaced(StreamDescriptor stream, String... placements) {
    return List.of(placements).contains(stream.channels().get(0).location().id());
  }

  /** Channels of these quantities are no longer what they were, in the streams that are chosen. */
  static List<SessionEvent> without(
      List<SessionEvent> log, Predicate<StreamDescriptor> which, Quantity... gone) {
    return log.stream()
        .map(
            event ->
                event instanceof Described one && which.test(one.stream())
                    ? new Described(one.atNanos(), hidden(one.stream(), List.of(gone)))
                    : event)
        .toList();
  }

  private static StreamDescriptor hidden(StreamDescriptor stream, List<Quantity> gone) {
    return withChannels(
        stream,
        stream.channels().stream()
            .map(
                one ->
                    gone.contains(one.quantity())
                        ? channel(
                            one.name(), Quantity.OTHER, Axis.NONE, one.location(), one.scale())
                        : one)
            .toList());
  }

  private static Channel channel(
      String name, Quantity quantity, Axis axis, Location location, double scale) {
    return new Channel(name, quantity, axis, location, scale, 0, 0);
  }

  private static StreamDescriptor withChannels(StreamDescriptor stream, List<Channel> channels) {
    return new StreamDescriptor(
        stream.id(),
        stream.name(),
        stream.device(),
        stream.origin(),
        stream.nominalRateHz(),
        stream.ticksPerSecond(),
        stream.latenessNanos(),
        channels);
  }

  /** What a device adds to a sample, from the true orientation of its sensor. */
  interface Added {
    double[] values(Rotation sensorToEarth);
  }

  /** Every sensor also gives its true orientation, each with a heading of its own. */
  static List<SessionEvent> withQuaternion(List<SessionEvent> log, Truth truth, int... order) {
    return with(
        log,
        truth,
        Quantity.QUATERNION,
        WXYZ,
        sensorToEarth -> {
          double[] wxyz = wxyz(sensorToEarth);
          return new double[] {wxyz[order[0]], wxyz[order[1]], wxyz[order[2]], wxyz[order[3]]};
        });
  }

  /** Every sensor also has a magnetometer in an undisturbed field. */
  static List<SessionEvent> withMagnetometer(List<SessionEvent> log, Truth truth) {
    return with(
        log,
        truth,
        Quantity.MAGNETIC_FIELD,
        XYZ,
        sensorToEarth -> sensorToEarth.applyInverseTo(FIELD_MICROTESLA).toArray());
  }

  /** Of a rotation that takes sensor to earth when it is applied; Hamilton, scalar first. */
  private static double[] wxyz(Rotation r) {
    Vector3D axis = r.getAxis(RotationConvention.VECTOR_OPERATOR);
    double half = r.getAngle() / 2;
    double sine = Math.sin(half);
    return new double[] {
      Math.cos(half), sine * axis.getX(), sine * axis.getY(), sine * axis.getZ()
    };
  }

  private static List<SessionEvent> with(
      List<SessionEvent> log, Truth truth, Quantity quantity, Axis[] axes, Added added) {
    Map<Integer, Integer> imus = new LinkedHashMap<>();
    List<SessionEvent> all = new ArrayList<>();
    for (SessionEvent event : log) {
      if (event instanceof Described one) {
        imus.put(one.stream().id(), imus.size());
        List<Channel> channels = new ArrayList<>(one.stream().channels());
        Location location = channels.get(0).location();
        for (Axis axis : axes) {
          channels.add(channel("more " + axis, quantity, axis, location, 1));
        }
        all.add(new Described(one.atNanos(), withChannels(one.stream(), channels)));
      } else if (event instanceof Samples samples) {
        int imu = imus.getOrDefault(samples.stream(), 0);
        all.add(
            more(
                samples,
                axes.length,
                seconds -> added.values(truth.sensorOrientation(imu, seconds))));
      } else {
        all.add(event);
      }
    }
    return all;
  }

  private interface AtTime {
    double[] values(double seconds);
  }

  private static Samples more(Samples samples, int width, AtTime added) {
    int before = samples.channels();
    double[] values = new double[samples.size() * (before + width)];
    long[] ticks = new long[samples.size()];
    long[] nanos = new long[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      ticks[i] = samples.deviceTicks(i);
      nanos[i] = samples.sessionNanos(i);
      int at = i * (before + width);
      for (int c = 0; c < before; c++) {
        values[at + c] = samples.raw(i, c);
      }
      System.arraycopy(added.values(nanos[i] * 1e-9), 0, values, at + before, width);
    }
    return Samples.ofValues(
        samples.stream(),
        samples.atNanos(),
        samples.firstIndex(),
        before + width,
        ticks,
        nanos,
        values);
  }
}
