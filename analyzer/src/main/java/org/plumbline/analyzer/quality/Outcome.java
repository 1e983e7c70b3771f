package org.plumbline.analyzer.quality;

import org.plumbline.device.log.Location;

/** The four answers of a rule. */
public enum Outcome {
  SATISFIED,
  VIOLATED,
  WITHIN_ERROR,
  NOT_ASSESSABLE;

  /** {@code "within-error"}. */
  public String id() {
    return Location.idOf(this);
  }
}
