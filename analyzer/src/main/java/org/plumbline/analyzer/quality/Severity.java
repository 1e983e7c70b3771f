package org.plumbline.analyzer.quality;

import org.plumbline.device.log.Location;

/** How far beyond the limit a violated rule is. */
public enum Severity {
  AMBER,
  RED;

  /** {@code "amber"}. */
  public String id() {
    return Location.idOf(this);
  }
}
