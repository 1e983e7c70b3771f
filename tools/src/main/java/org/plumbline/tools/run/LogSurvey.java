package org.plumbline.tools.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.DeviceDescription;
import org.plumbline.device.protocol.SampleType;

/**
 * What a device must say about itself to send a log again: its streams, under ids of its own, and
 * the narrowest sample type that holds each.
 *
 * @param idOf the device's stream id for each id of the log
 * @param sampleTypes by the device's stream id
 */
record LogSurvey(
    DeviceDescription device, Map<Integer, Integer> idOf, Map<Integer, SampleType> sampleTypes) {

  /** Reads a log to its end and closes it. */
  static LogSurvey of(SessionSource log) throws IOException {
    Map<Integer, StreamDescriptor> streams = new LinkedHashMap<>();
    Map<Integer, SampleType> types = new TreeMap<>();
    try (log) {
      Optional<SessionEvent> next = log.next();
      while (next.isPresent()) {
        if (next.get() instanceof Described described) {
          streams.putIfAbsent(described.stream().id(), described.stream());
        } else if (next.get() instanceof Samples samples) {
          types.merge(samples.stream(), typeOf(samples), LogSurvey::wider);
        }
        next = log.next();
      }
    }
    return of(streams, types);
  }

  private static LogSurvey of(
      Map<Integer, StreamDescriptor> streams, Map<Integer, SampleType> types) throws IOException {
    List<StreamDescriptor> ours = new ArrayList<>();
    Map<Integer, Integer> ids = new TreeMap<>();
    Map<Integer, SampleType> ourTypes = new TreeMap<>();
    StreamDescriptor.Origin origin = StreamDescriptor.Origin.MEASURED;
    for (StreamDescriptor stream : streams.values()) {
      int id = ours.size() + 1;
      ids.put(stream.id(), id);
      ourTypes.put(id, types.getOrDefault(stream.id(), SampleType.I16));
      ours.add(
          new StreamDescriptor(
              id,
              stream.name(),
              "",
              stream.origin(),
              stream.nominalRateHz(),
              1_000_000,
              stream.latenessNanos(),
              stream.channels()));
      if (stream.origin() == StreamDescriptor.Origin.SYNTHETIC) {
        origin = StreamDescriptor.Origin.SYNTHETIC;
      }
    }
    if (ours.isEmpty() || ours.size() > DeviceDescription.MAX_STREAM_ID) {
      throw new IOException(
          "a log with "
              + ours.size()
              + " streams cannot be sent: a device has 1 to "
              + DeviceDescription.MAX_STREAM_ID);
    }
    DeviceDescription device =
        new DeviceDescription("Plumbline simulator", "sim", "0.1.0", 1, origin, ours);
    return new LogSurvey(device, ids, ourTypes);
  }

  /** Nominal rate of a stream of the log; 0 when unknown. */
  double rateHz(int logStream) {
    int id = idOf.getOrDefault(logStream, 0);
    return id == 0 ? 0 : device.streams().get(id - 1).nominalRateHz();
  }

  private static SampleType typeOf(Samples samples) {
    if (!samples.isCounts()) {
      return SampleType.F32;
    }
    int bits = 0;
    for (int i = 0; i < samples.size(); i++) {
      for (int c = 0; c < samples.channels(); c++) {
        int count = samples.count(i, c);
        bits = Math.max(bits, 33 - Integer.numberOfLeadingZeros(count < 0 ? ~count : count));
      }
    }
    return bits <= 16 ? SampleType.I16 : bits <= 24 ? SampleType.I24 : SampleType.I32;
  }

  private static SampleType wider(SampleType one, SampleType other) {
    if (one == SampleType.F32 || other == SampleType.F32) {
      return SampleType.F32;
    }
    return one.bytes() >= other.bytes() ? one : other;
  }
}
