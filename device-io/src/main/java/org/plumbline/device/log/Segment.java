package org.plumbline.device.log;

/** A body segment that a sensor can be strapped to. */
public enum Segment {
  TRUNK,
  PELVIS,
  THIGH,
  SHANK,
  FOOT;

  /** Whether the body has one of it on each side. */
  public boolean paired() {
    return this != TRUNK && this != PELVIS;
  }
}
