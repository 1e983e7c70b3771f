package org.plumbline.device.session;

/**
 * Where a frame stands against the ones of its stream before it.
 *
 * @param firstIndex unwrapped index of the frame's first sample that is kept
 * @param lost samples missing before it: 0, a number, or {@link
 *     org.plumbline.device.log.Lost#UNKNOWN}
 * @param skip samples at the start of the frame that were there already
 */
record Placement(Kind kind, long firstIndex, long lost, int skip) {

  /** What the frame is. */
  enum Kind {
    /** It goes on, with or without a hole. */
    CONTINUES,
    /** It goes on after a pause: filters must settle anew. */
    NEW_SEGMENT,
    /** The device's clock was set; samples go on. */
    CLOCK_SET,
    /** The device has started again: indices and clock are new. */
    RESTARTED,
    /** It repeats samples that are in the log, or comes after later ones. */
    PAST
  }
}
