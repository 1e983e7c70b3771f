package org.plumbline.device.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.StreamDescriptor;

/** Writes lists of events into files and reads them back. */
final class Recordings {
  private Recordings() {}

  /** What came out of a file: its events, then how it ended. */
  record Outcome(
      List<SessionEvent> events, Optional<String> interruption, Optional<String> error) {}

  static void write(Path file, List<SessionEvent> events) throws IOException {
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      for (SessionEvent event : events) {
        writer.append(event);
      }
    }
  }

  static Outcome read(Path file, OnDamage onDamage) {
    List<SessionEvent> events = new ArrayList<>();
    try (RecordingReader reader = RecordingReader.open(file, onDamage)) {
      for (Optional<SessionEvent> e = reader.next(); e.isPresent(); e = reader.next()) {
        events.add(e.get());
      }
      return new Outcome(events, reader.interruption(), Optional.empty());
    } catch (IOException e) {
      return new Outcome(events, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  static Started started() {
    return new Started("S01", 1_790_000_000_000L, 42, "plumbline 0.1.0", "synthetic");
  }

  /** A stream of EMG channels with a clock of a million ticks a second. */
  static Described described(long atNanos, int stream, int channels) {
    List<Channel> list = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      list.add(
          new Channel(
              "c" + c, Quantity.EMG, Axis.NONE, Location.parse("left-hamstrings"), 1e-6, 0, 0));
    }
    return new Described(
        atNanos,
        new StreamDescriptor(
            stream,
            "emg",
            "",
            StreamDescriptor.Origin.SYNTHETIC,
            1000,
            1_000_000,
            StreamDescriptor.DEFAULT_LATENESS_NANOS,
            list));
  }

  /** One sample a millisecond, of counts that follow from the index. */
  static Samples samples(int stream, long firstIndex, int size, int channels) {
    long[] ticks = new long[size];
    long[] nanos = new long[size];
    int[] counts = new int[size * channels];
    for (int i = 0; i < size; i++) {
      ticks[i] = (firstIndex + i) * 1000;
      nanos[i] = (firstIndex + i) * 1_000_000;
      for (int c = 0; c < channels; c++) {
        counts[i * channels + c] = (int) (firstIndex + i) * 7 - c;
      }
    }
    return Samples.ofCounts(stream, nanos[size - 1], firstIndex, channels, ticks, nanos, counts);
  }
}
