package org.plumbline.device.log;

/**
 * The last event of a log that was closed on purpose.
 *
 * @param reason a few words for people: {@code "stopped by the operator"}
 */
public record Ended(long atNanos, String reason) implements SessionEvent {
  @Override
  public void dispatchTo(Handler handler) {
    handler.ended(this);
  }
}
