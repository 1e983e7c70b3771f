package org.plumbline.device.session;

import java.util.Optional;
import org.plumbline.device.protocol.DecoderCounts;
import org.plumbline.device.protocol.Message;

/**
 * How one port of a live session is, a tenth of a second ago at most.
 *
 * @param port the name it is opened by
 * @param problem a sentence for people; empty when all is well
 * @param reconnects times that it was opened again
 * @param device the last status the device sent
 */
public record LinkStatus(
    String port,
    State state,
    String problem,
    long reconnects,
    DecoderCounts decoder,
    LinkCounts link,
    Optional<Message.Status> device) {

  /** Where a port is between plugged in and stopped. */
  public enum State {
    /** It is not there; looked for again and again. */
    AWAY,
    /** Open; the device is being asked who it is and to start. */
    ASKING,
    /** Samples are wanted and come. */
    RUNNING,
    /** The device was told to stop; what is under way is still taken. */
    STOPPING,
    STOPPED
  }
}
