package org.plumbline.analyzer.quality;

import org.plumbline.analyzer.text.Texts;

/** What a reader of a figure must know of the sensors behind it. */
public enum Caveat {
  /** Nothing besides its error. */
  NONE("", ""),
  /** No gyroscope: accelerations of the body cannot be told from gravity. */
  ACCELEROMETER_ALONE("accelerometer", "caveat.accelerometer"),
  /** The device worked the orientation out itself; how well is not known here. */
  DEVICE_ORIENTATION("device", "caveat.device"),
  /** A person said so; the program did not find it. */
  BY_HAND("hand", "caveat.hand");

  private final String id;
  private final String key;

  Caveat(String id, String key) {
    this.id = id;
    this.key = key;
  }

  /** For programs; empty where there is nothing to know. */
  public String id() {
    return id;
  }

  /** For people; empty where there is nothing to know. */
  public String text() {
    return key.isEmpty() ? "" : Texts.get(key);
  }

  /** Of a figure to which both apply: the one that says more against it. */
  public Caveat and(Caveat other) {
    return this == ACCELEROMETER_ALONE || other == NONE ? this : other;
  }
}
