package org.plumbline.device.recording;

import java.util.Optional;
import org.plumbline.device.log.Lost;

/**
 * A part of a recording that is left out, from the first damaged block to the next good one.
 *
 * @param from byte offset in the file
 * @param bytes its length
 * @param what is wrong with its first block
 */
record Gap(long from, long bytes, String what) {

  /** {@code open} made longer, or a new one. */
  static Gap of(Optional<Gap> open, long from, long bytes, String what) {
    return open.map(gap -> new Gap(gap.from, gap.bytes + bytes, gap.what))
        .orElse(new Gap(from, bytes, what));
  }

  /**
   * Says what is left out.
   *
   * @param missing how many events, where the next block tells
   */
  String sentence(Optional<BlockHead.Tally> missing) {
    return "The recording is damaged from byte "
        + from
        + " on ("
        + what
        + "). "
        + bytes
        + " bytes were left out, "
        + missing.map(Gap::sentence).orElse("how many events were in them is not known.");
  }

  private static String sentence(BlockHead.Tally missing) {
    return "with them "
        + missing.events()
        + " events: "
        + missing.descriptions()
        + " descriptions, "
        + missing.contexts()
        + " contexts, "
        + missing.operators()
        + " actions of the operator, and samples, losses and ticks.";
  }

  /** The loss of this gap in one stream. */
  static Lost lost(long atNanos, LogOrder.Expected stream) {
    return new Lost(atNanos, stream.stream(), stream.nextIndex(), Lost.UNKNOWN, Lost.Cause.FILE);
  }
}
