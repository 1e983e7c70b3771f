package org.plumbline.analyzer.quality;

/** What a limit is relative to. */
public enum Basis {
  /** The person's own approved reference set. */
  OWN,
  /** The same limit for everyone. */
  ABSOLUTE;

  /** {@code "own"}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
