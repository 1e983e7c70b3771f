package org.plumbline.device.protocol;

import java.util.List;
import org.plumbline.device.log.StreamDescriptor;

/**
 * What a device says about itself.
 *
 * @param name maker and model, for people
 * @param serial tells two devices of one model apart; stable over power cycles
 * @param firmware version text of the maker
 * @param protocolVersion of the wire format it speaks
 * @param origin whether people or a simulator make its samples
 * @param streams templates: their ids are the device's own, 1 to {@value #MAX_STREAM_ID}; whoever
 *     joins several devices into one session gives them session ids
 */
public record DeviceDescription(
    String name,
    String serial,
    String firmware,
    int protocolVersion,
    StreamDescriptor.Origin origin,
    List<StreamDescriptor> streams) {

  /** Ids above are kept for later versions of the protocol. */
  public static final int MAX_STREAM_ID = 250;

  public DeviceDescription {
    streams = List.copyOf(streams);
    boolean[] seen = new boolean[MAX_STREAM_ID + 1];
    for (StreamDescriptor stream : streams) {
      if (stream.id() > MAX_STREAM_ID) {
        throw new IllegalArgumentException(
            "device stream id " + stream.id() + " is not in 1.." + MAX_STREAM_ID);
      }
      if (seen[stream.id()]) {
        throw new IllegalArgumentException("stream id " + stream.id() + " is described twice");
      }
      seen[stream.id()] = true;
    }
  }

  /** The same device with these streams. */
  DeviceDescription withStreams(List<StreamDescriptor> others) {
    return new DeviceDescription(name, serial, firmware, protocolVersion, origin, others);
  }
}
