package org.plumbline.device.recording;

import org.plumbline.device.log.SessionEvent;

/** Where a reader is in the sequence of blocks and events, and whether a block fits there. */
final class BlockSequence {
  private long nextNumber;
  private BlockHead.Tally soFar = BlockHead.Tally.NOTHING;
  private boolean gap;

  long nextNumber() {
    return nextNumber;
  }

  /** What the log has held up to here, left out events included. */
  BlockHead.Tally soFar() {
    return soFar;
  }

  /** Whether anything was left out so far. */
  boolean hasGap() {
    return gap;
  }

  void noteGap() {
    gap = true;
  }

  boolean isNext(BlockHead head) {
    return head.number() == nextNumber && head.before().equals(soFar);
  }

  /** Whether the block, or one with its number, was before. */
  boolean isRepeated(BlockHead head) {
    return head.number() < nextNumber || head.before().events() < soFar.events();
  }

  BlockHead.Tally missingBefore(BlockHead head) {
    return head.before().minus(soFar);
  }

  void accept(BlockHead head) {
    nextNumber = head.number() + 1;
    soFar = head.before();
  }

  void count(SessionEvent event) {
    soFar = soFar.plus(event);
  }
}
