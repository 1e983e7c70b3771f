package org.plumbline.device.log;

/**
 * Samples that were taken but are not in the log. Never a shorter list.
 *
 * @param firstIndex sample index of the first one missing
 * @param count how many, or {@link #UNKNOWN}
 */
public record Lost(long atNanos, int stream, long firstIndex, long count, Cause cause)
    implements SessionEvent {

  /** A loss whose size cannot be known, e.g. after a counter wrapped unseen. */
  public static final long UNKNOWN = -1;

  /** Where samples went. */
  public enum Cause {
    /** Between device and host: the sample index jumped. */
    WIRE,
    /** In the device, which says so itself. */
    DEVICE,
    /** In the host: the bounded queue was full. */
    OVERFLOW,
    /** While the link was down. */
    DISCONNECTED,
    /** A hole in a file's counter or time column. */
    FILE
  }

  public Lost {
    if (count != UNKNOWN && count < 1) {
      throw new IllegalArgumentException("stream " + stream + ": " + count + " samples lost");
    }
  }

  @Override
  public void dispatchTo(Handler handler) {
    handler.lost(this);
  }
}
