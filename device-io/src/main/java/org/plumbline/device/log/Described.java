package org.plumbline.device.log;

/**
 * What a stream carries, before its first sample and again after every reconnect.
 *
 * <p>A second description of the same stream id starts a new segment of it: filters settle anew.
 */
public record Described(long atNanos, StreamDescriptor stream) implements SessionEvent {
  @Override
  public void dispatchTo(Handler handler) {
    handler.described(this);
  }
}
