package org.plumbline.device.recording;

/** What stands at a place of a recording. */
sealed interface BlockStep {

  /**
   * A block that is what was written, now in the reader's hands.
   *
   * @param endMarkerIntact false when only the marker behind it was changed
   */
  record Loaded(BlockHead head, boolean endMarkerIntact) implements BlockStep {}

  /** The end of the file, right behind a block. */
  record EndOfFile() implements BlockStep {}

  /**
   * The beginning of a block that was never completely written.
   *
   * @param bytes from here to the end of the file
   * @param onlyZeros whether none of them is anything but zero
   */
  record Torn(long bytes, boolean onlyZeros) implements BlockStep {}

  /**
   * A block that was completely written and changed afterwards.
   *
   * @param bytes from here to where the next block may begin
   */
  record Damaged(long bytes, String what) implements BlockStep {}
}
