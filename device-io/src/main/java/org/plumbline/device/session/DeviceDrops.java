package org.plumbline.device.session;

import org.plumbline.device.protocol.WrappingCounter;

/** How many of the missing samples of one stream the device itself has thrown away. */
final class DeviceDrops {
  private final WrappingCounter total = new WrappingCounter(32);
  private boolean known;
  private long reported;
  private long attributed;

  /** The device's count since it started. */
  void report(long samples32) {
    long now = total.next(samples32);
    if (!known || now < reported) {
      attributed = now; // what was lost before the first report, or before a restart, is settled
      known = true;
    }
    reported = now;
  }

  /**
   * How many of {@code lost} samples went in the device.
   *
   * @param flagged whether the frame after the hole says that the device dropped samples
   */
  long ofLost(long lost, boolean flagged) {
    long admitted = Math.max(0, reported - attributed);
    long mine = flagged ? lost : Math.min(lost, admitted);
    attributed += mine;
    return mine;
  }
}
