package org.plumbline.device.recording;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/**
 * Which description of each stream was read last, so that samples whose own description lies in a
 * damaged part are not taken for something they are not.
 */
final class Descriptions {
  private final Map<Integer, Long> numbers = new HashMap<>();
  private final Set<Integer> leftOut = new HashSet<>();

  /**
   * Whether the description is known that {@code event} goes by; takes a new one in.
   *
   * @param number what the event says, where it is one of samples
   * @param before what the log held before the event
   */
  boolean know(SessionEvent event, long number, BlockHead.Tally before) {
    if (event instanceof Described described) {
      numbers.put(described.stream().id(), before.descriptions());
      leftOut.remove(described.stream().id());
      return true;
    }
    if (event instanceof Samples samples) {
      return numbers.getOrDefault(samples.stream(), -1L) == number;
    }
    int stream = streamOf(event);
    return stream < 0 || numbers.containsKey(stream);
  }

  private static int streamOf(SessionEvent event) {
    if (event instanceof Samples samples) {
      return samples.stream();
    }
    if (event instanceof Lost lost) {
      return lost.stream();
    }
    return event instanceof ClockLine line ? line.stream() : -1;
  }

  /** A sentence when this is the first event of its stream that has to be left out. */
  Optional<String> firstLeftOut(SessionEvent event) {
    int stream = streamOf(event);
    return leftOut.add(stream)
        ? Optional.of(
            "The description of stream "
                + stream
                + " lies in a damaged part of the recording. Its samples are left out up to its"
                + " next description.")
        : Optional.empty();
  }
}
