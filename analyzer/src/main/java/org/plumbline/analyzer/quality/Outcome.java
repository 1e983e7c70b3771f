package org.plumbline.analyzer.quality;

/** The four answers of a rule. */
public enum Outcome {
  SATISFIED,
  VIOLATED,
  WITHIN_ERROR,
  NOT_ASSESSABLE;

  /** {@code "within-error"}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
