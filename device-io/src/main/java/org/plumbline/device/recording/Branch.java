package org.plumbline.device.recording;

/** The kinds of entry in the order of the union in {@code session-log.avsc}. */
enum Branch {
  BLOCK,
  STARTED,
  DESCRIBED,
  SAMPLES,
  LOST,
  REJECTED,
  CLOCK_LINE,
  TICK,
  OPERATOR,
  CONTEXT_APPLIED,
  ENDED
}
