package org.plumbline.device.log;

/** Side of the body; {@code MIDLINE} for trunk and pelvis. */
public enum Side {
  LEFT,
  RIGHT,
  MIDLINE;

  /** {@code "left"}, {@code "right"}, {@code "midline"}. */
  public String id() {
    return Location.idOf(this);
  }
}
