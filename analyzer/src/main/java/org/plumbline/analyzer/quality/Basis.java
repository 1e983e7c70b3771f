package org.plumbline.analyzer.quality;

import org.plumbline.device.log.Location;

/** What a limit is relative to. */
public enum Basis {
  /** The person's own approved reference set. */
  OWN,
  /** The same limit for everyone. */
  ABSOLUTE;

  /** {@code "own"}. */
  public String id() {
    return Location.idOf(this);
  }
}
