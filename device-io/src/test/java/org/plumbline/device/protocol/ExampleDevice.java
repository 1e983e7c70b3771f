package org.plumbline.device.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.StreamDescriptor;

/** A device with one stream of each sample type. */
final class ExampleDevice {
  static final int IMU = 1;
  static final int EMG = 2;
  static final int PRESSURE = 3;
  static final int POSE = 250;

  static final DeviceDescription DESCRIPTION =
      new DeviceDescription(
          "Plumb hub",
          "PL-0042",
          "1.4.0",
          1,
          StreamDescriptor.Origin.SYNTHETIC,
          List.of(
              stream(IMU, "thigh right", 200, "right-thigh", imuChannels()),
              stream(EMG, "EMG", 2000, "right-gluteus-maximus", emgChannels()),
              stream(PRESSURE, "pressure", 25, "unplaced", List.of(other("pressure"))),
              stream(POSE, "pose", 100, "pelvis", poseChannels())));

  static final Map<Integer, SampleType> SAMPLE_TYPES =
      Map.of(
          IMU, SampleType.I16, EMG, SampleType.I24, PRESSURE, SampleType.I32, POSE, SampleType.F32);

  private ExampleDevice() {}

  static PlumblineFrameEncoder encoder() {
    return new PlumblineFrameEncoder(DESCRIPTION, SAMPLE_TYPES);
  }

  /** The same device with another firmware, and therefore another description. */
  static PlumblineFrameEncoder withFirmware(String firmware) {
    DeviceDescription d = DESCRIPTION;
    return new PlumblineFrameEncoder(
        new DeviceDescription(
            d.name(), d.serial(), firmware, d.protocolVersion(), d.origin(), d.streams()),
        SAMPLE_TYPES);
  }

  /** Samples of the first stream, one frame. */
  static byte[] imuFrame(PlumblineFrameEncoder encoder, long index, int samples) {
    int[] counts = new int[samples * 6];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) ((index + i) * 7919 % 65_536) - 32_768;
    }
    return encoder.data(IMU, index, index * 5000, 0, counts);
  }

  private static StreamDescriptor stream(
      int id, String name, double rateHz, String location, List<Channel> channels) {
    return new StreamDescriptor(
        id,
        name,
        "Plumb hub PL-0042, firmware 1.4.0",
        StreamDescriptor.Origin.SYNTHETIC,
        rateHz,
        1_000_000,
        StreamDescriptor.DEFAULT_LATENESS_NANOS,
        at(location, channels));
  }

  private static List<Channel> at(String location, List<Channel> channels) {
    return channels.stream()
        .map(
            c ->
                c.location() instanceof Location.Unplaced
                    ? new Channel(
                        c.name(),
                        c.quantity(),
                        c.axis(),
                        Location.parse(location),
                        c.scale(),
                        c.offset(),
                        c.latencyNanos())
                    : c)
        .toList();
  }

  private static List<Channel> imuChannels() {
    List<Channel> channels = new ArrayList<>();
    for (Axis axis : List.of(Axis.X, Axis.Y, Axis.Z)) {
      channels.add(channel("a" + axis, Quantity.ACCELERATION, axis, 0.0047884, 2_500_000));
    }
    for (Axis axis : List.of(Axis.X, Axis.Y, Axis.Z)) {
      channels.add(channel("g" + axis, Quantity.ANGULAR_RATE, axis, 0.0010653, 2_500_000));
    }
    return channels;
  }

  private static List<Channel> emgChannels() {
    Channel hamstrings = channel("hamstrings", Quantity.EMG, Axis.NONE, 2.384e-8, 1_250_500);
    return List.of(
        channel("glute", Quantity.EMG, Axis.NONE, 2.384e-8, 1_000_000),
        new Channel(
            hamstrings.name(),
            hamstrings.quantity(),
            hamstrings.axis(),
            Location.parse("right-hamstrings"),
            hamstrings.scale(),
            -1e-6,
            hamstrings.latencyNanos()));
  }

  private static List<Channel> poseChannels() {
    List<Channel> channels = new ArrayList<>();
    for (Axis axis : List.of(Axis.W, Axis.X, Axis.Y, Axis.Z)) {
      channels.add(channel("q" + axis, Quantity.QUATERNION, axis, 1, 0));
    }
    return channels;
  }

  private static Channel other(String name) {
    return channel(name, Quantity.OTHER, Axis.NONE, 0.01, 0);
  }

  private static Channel channel(
      String name, Quantity quantity, Axis axis, double scale, long latencyNanos) {
    return new Channel(name, quantity, axis, new Location.Unplaced(), scale, 0, latencyNanos);
  }
}
