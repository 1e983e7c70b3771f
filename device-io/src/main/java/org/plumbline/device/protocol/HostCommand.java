package org.plumbline.device.protocol;

import java.util.List;
import org.plumbline.device.protocol.Message.EventCode;

/** What a host asks of a device that speaks the Plumbline wire protocol. */
public sealed interface HostCommand {

  /** Are you there? Answer: REPLY, then the description. */
  record Hello(int lowestVersion, int highestVersion) implements HostCommand {}

  /** Answer: all DESCRIBE frames, then REPLY. */
  record Describe() implements HostCommand {}

  /**
   * Send samples. Answer: DESCRIBE frames, REPLY, then DATA.
   *
   * @param streams empty for all
   */
  record Start(List<Integer> streams) implements HostCommand {
    public Start {
      streams = List.copyOf(streams);
      if (streams.size() > DeviceDescription.MAX_STREAM_ID
          || streams.stream().anyMatch(s -> s < 1 || s > DeviceDescription.MAX_STREAM_ID)) {
        throw new IllegalArgumentException("stream ids " + streams + " to start");
      }
    }
  }

  /** Send no more samples. Answer: REPLY after the last DATA. */
  record Stop() implements HostCommand {}

  /** What time is it? Answer: TIME with this stamp. */
  record Time(long hostNanos) implements HostCommand {}

  /** Change a setting of the maker's. Answer: REPLY, and DESCRIBE if it changed anything there. */
  record Set(String name, String value) implements HostCommand {
    public Set {
      if (name.isEmpty() || name.indexOf('=') >= 0) {
        throw new IllegalArgumentException("setting \"" + name + "\": a name without =");
      }
    }
  }

  /** Show which sensor this is. Answer: REPLY. */
  record Blink(int stream, int seconds) implements HostCommand {
    public Blink {
      if (stream < 0 || stream > DeviceDescription.MAX_STREAM_ID || seconds < 0 || seconds > 255) {
        throw new IllegalArgumentException("blink stream " + stream + " for " + seconds + " s");
      }
    }
  }

  /** A mark for the device's own memory or display. Answer: REPLY. */
  record Event(EventCode code, String text) implements HostCommand {}

  /** Nothing this version knows. Answer: REPLY with UNKNOWN_COMMAND. */
  record Unknown(int code) implements HostCommand {}

  /** A known command with impossible values. Answer: REPLY with BAD_ARGUMENT. */
  record Malformed(int code, String reason) implements HostCommand {}
}
