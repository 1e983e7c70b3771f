package org.plumbline.analyzer.quality;

/** How far beyond the limit a violated rule is. */
public enum Severity {
  AMBER,
  RED;

  /** {@code "amber"}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
