package org.plumbline.analyzer.repetition;

import org.plumbline.analyzer.orientation.Vector3;

/** The start position of every sensor, kept over a break in which nothing was measured. */
final class KeptStart {
  private Vector3[] ups = {};

  void keep(Vector3[] start) {
    ups = start;
  }

  /** It is none for what follows. */
  void clear() {
    ups = new Vector3[] {};
  }

  /** What this sensor showed is not comparable with what it will show. */
  void forget(int sensor) {
    if (sensor < ups.length) {
      ups[sensor] = Vector3.UNKNOWN;
    }
  }

  /** The start position from before a break, where there is one; otherwise it starts here. */
  Vector3[] startFor(Vector3[] now) {
    Vector3[] start = now.clone();
    boolean known = false;
    for (int s = 0; s < now.length && ups.length == now.length; s++) {
      start[s] = ups[s];
      known |= ups[s].isKnown() && now[s].isKnown();
    }
    return known ? start : now;
  }
}
