package org.plumbline.analyzer.health;

import org.plumbline.analyzer.orientation.Vector3;

/** How far "up" of one sensor has gone from where it was first. One thread. */
final class FarthestUp {
  private Vector3 from = Vector3.UNKNOWN;
  private Vector3 farthest = Vector3.UNKNOWN;
  private double leastDot;

  void take(Vector3 up) {
    if (!from.isKnown()) {
      from = up;
      leastDot = Double.POSITIVE_INFINITY;
    }
    double dot = from.dot(up);
    if (dot < leastDot) {
      leastDot = dot;
      farthest = up;
    }
  }

  boolean isKnown() {
    return from.isKnown();
  }

  /** 0 where nothing was seen. */
  double rad() {
    return from.isKnown() ? from.angleToRad(farthest) : 0;
  }

  void clear() {
    from = Vector3.UNKNOWN;
  }
}
