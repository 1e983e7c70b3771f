package org.plumbline.device.session;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.DeviceDescription;
import org.plumbline.device.protocol.Message;

/** Small devices and their messages. */
final class TestStreams {
  static final int CHANNELS = 3;
  static final long MILLI = 1_000_000L;

  private TestStreams() {}

  static StreamDescriptor stream(int id, double rateHz) {
    List<Channel> channels = new ArrayList<>();
    for (Axis axis : List.of(Axis.X, Axis.Y, Axis.Z)) {
      channels.add(
          new Channel(
              "a" + axis, Quantity.ACCELERATION, axis, Location.parse("pelvis"), 0.001, 0, 0));
    }
    return new StreamDescriptor(
        id,
        "stream " + id,
        "test device",
        StreamDescriptor.Origin.SYNTHETIC,
        rateHz,
        1_000_000,
        StreamDescriptor.DEFAULT_LATENESS_NANOS,
        channels);
  }

  static DeviceDescription device(double rateHz, int... ids) {
    List<StreamDescriptor> streams = new ArrayList<>();
    for (int id : ids) {
      streams.add(stream(id, rateHz));
    }
    return new DeviceDescription("test", "T-1", "1", 1, StreamDescriptor.Origin.SYNTHETIC, streams);
  }

  static Message.Description description(long arrivalNanos, double rateHz, int... ids) {
    return new Message.Description(arrivalNanos, device(rateHz, ids), true);
  }

  /** A frame whose values are its sample indices. */
  static Message.Data data(
      long arrivalNanos, int stream, long index, long micros, int flags, int samples) {
    int[] counts = new int[samples * CHANNELS];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) (index + i / CHANNELS);
    }
    return Message.Data.ofCounts(
        arrivalNanos, stream, index & 0xFFFF_FFFFL, micros & 0xFFFF_FFFFL, flags, CHANNELS, counts);
  }

  static <T extends SessionEvent> List<T> only(Class<T> kind, List<SessionEvent> events) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
