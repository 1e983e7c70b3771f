package org.plumbline.device.log;

/**
 * Bytes that arrived and were not data: damaged frames, boot chatter, an unknown version.
 *
 * @param source link or file they came from
 * @param bytes how many
 * @param reason a sentence for people
 */
public record Rejected(long atNanos, String source, long bytes, String reason)
    implements SessionEvent {
  @Override
  public void dispatchTo(Handler handler) {
    handler.rejected(this);
  }
}
