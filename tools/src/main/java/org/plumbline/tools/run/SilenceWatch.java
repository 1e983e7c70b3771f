package org.plumbline.tools.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;

/** Which of the inertial sensors that said where they are worn show nothing, by the log's time. */
final class SilenceWatch {
  private final long longestNanos;
  private final Map<Integer, Stream> streams = new LinkedHashMap<>();

  private static final class Stream {
    final List<OnSegment> placements;
    long lastNanos;

    Stream(List<OnSegment> placements, long nanos) {
      this.placements = placements;
      lastNanos = nanos;
    }
  }

  /** A sensor that shows nothing for longer is silent. */
  SilenceWatch(long longestNanos) {
    this.longestNanos = longestNanos;
  }

  void described(long nanos, StreamDescriptor stream) {
    streams.remove(stream.id());
    if (!stream.hasVector(Quantity.ACCELERATION) || !stream.hasVector(Quantity.ANGULAR_RATE)) {
      return;
    }
    List<OnSegment> placements = new ArrayList<>();
    for (Channel channel : stream.channels()) {
      if (channel.location() instanceof OnSegment placement && !placements.contains(placement)) {
        placements.add(placement);
      }
    }
    if (!placements.isEmpty()) {
      streams.put(stream.id(), new Stream(placements, nanos));
    }
  }

  void samples(Samples samples) {
    Stream stream = streams.get(samples.stream());
    if (stream != null) {
      stream.lastNanos = samples.atNanos();
    }
  }

  /** Where sensors said that they are worn. */
  List<OnSegment> worn() {
    return streams.values().stream().flatMap(one -> one.placements.stream()).distinct().toList();
  }

  /** Where sensors are worn that are silent. */
  List<OnSegment> silent(long nanos) {
    return streams.values().stream()
        .filter(one -> nanos - one.lastNanos > longestNanos)
        .flatMap(one -> one.placements.stream())
        .distinct()
        .toList();
  }
}
