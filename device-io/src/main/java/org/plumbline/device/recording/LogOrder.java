package org.plumbline.device.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;

/**
 * The order rules of a session log, for what is written and for what is read alike: {@code Started}
 * first and once, a stream described before its first event, its sample index never going back
 * within a description, {@code Ended} last.
 */
final class LogOrder {
  private boolean started;
  private boolean ended;
  private final Map<Integer, Stream> streams = new TreeMap<>();

  private static final class Stream {
    final int channels;
    long nextIndex;

    Stream(int channels, long nextIndex) {
      this.channels = channels;
      this.nextIndex = nextIndex;
    }
  }

  /** A stream that is described, and the index its next sample has when nothing is missing. */
  record Expected(int stream, long nextIndex) {}

  /** What is wrong with {@code event} at this point; does not take it in. */
  Optional<String> problemWith(SessionEvent event) {
    if (ended) {
      return Optional.of("an event after the log has ended");
    }
    if (started == event instanceof Started) {
      return Optional.of(
          started ? "the log is started a second time" : "the log does not begin with its start");
    }
    if (event instanceof Samples samples) {
      return problemWith(samples);
    }
    if (event instanceof Lost lost) {
      return undescribed(lost.stream(), "a loss");
    }
    if (event instanceof ClockLine line) {
      return undescribed(line.stream(), "a clock line");
    }
    return Optional.empty();
  }

  private Optional<String> undescribed(int stream, String what) {
    return streams.containsKey(stream)
        ? Optional.empty()
        : Optional.of(what + " of stream " + stream + ", which was not described before");
  }

  private Optional<String> problemWith(Samples samples) {
    Stream stream = streams.get(samples.stream());
    if (stream == null) {
      return undescribed(samples.stream(), "samples");
    }
    if (samples.channels() != stream.channels) {
      return Optional.of(
          "samples of "
              + samples.channels()
              + " channels in stream "
              + samples.stream()
              + ", which was described with "
              + stream.channels);
    }
    if (samples.firstIndex() < stream.nextIndex
        || samples.firstIndex() > Long.MAX_VALUE - samples.size()) {
      return Optional.of(
          "the sample index of stream "
              + samples.stream()
              + " goes back from "
              + stream.nextIndex
              + " to "
              + samples.firstIndex());
    }
    return Optional.empty();
  }

  /** Takes in an event that has no problem. */
  void accept(SessionEvent event) {
    if (event instanceof Started) {
      started = true;
    } else if (event instanceof Described described) {
      streams.put(
          described.stream().id(),
          new Stream(described.stream().channels().size(), Long.MIN_VALUE));
    } else if (event instanceof Samples samples) {
      Stream stream = streams.get(samples.stream());
      if (stream != null) {
        stream.nextIndex = samples.firstIndex() + samples.size();
      }
    } else if (event instanceof Ended) {
      ended = true;
    }
  }

  boolean ended() {
    return ended;
  }

  boolean started() {
    return started;
  }

  /** All described streams by ascending id. */
  List<Expected> streams() {
    List<Expected> all = new ArrayList<>();
    streams.forEach((id, stream) -> all.add(new Expected(id, Math.max(0, stream.nextIndex))));
    return all;
  }
}
