package org.plumbline.device.recording;

/** What a reader does when a part of a recording was changed after it was written. */
public enum OnDamage {
  /** Stops with a sentence: no result is built on a file that is not what was recorded. */
  REFUSE,

  /**
   * Leaves the damaged part out and goes on behind it. A {@code Rejected} says what is missing, and
   * each stream gets a {@code Lost} of unknown size.
   */
  READ_AROUND
}
