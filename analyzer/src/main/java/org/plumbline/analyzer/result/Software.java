package org.plumbline.analyzer.result;

/** Which program judges; part of every result, because another version may judge otherwise. */
public final class Software {
  /** A test holds it against the version of the build. */
  public static final String NAME_AND_VERSION = "plumbline 0.1.0";

  private Software() {}
}
