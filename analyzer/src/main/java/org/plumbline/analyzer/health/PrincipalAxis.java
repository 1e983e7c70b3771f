package org.plumbline.analyzer.health;

import org.plumbline.analyzer.orientation.Vector3;

/** The axis about which a sensor mostly turned, in its own axes. One thread. */
final class PrincipalAxis {
  private static final int ROUNDS = 20;

  /** Skin wobbles 3 to 8 times a second and turns faster, not further, than the limb. */
  private static final int SMOOTHED_STEPS = 20;

  private static final Vector3 ZERO = new Vector3(0, 0, 0);

  private double xx;
  private double xy;
  private double xz;
  private double yy;
  private double yz;
  private double zz;
  private double path;
  private Vector3 together = ZERO;
  private int summed;

  /** Takes a rotation vector, rad. */
  void add(Vector3 turn) {
    together = together.plus(turn);
    if (++summed == SMOOTHED_STEPS) {
      xx += together.x() * together.x();
      xy += together.x() * together.y();
      xz += together.x() * together.z();
      yy += together.y() * together.y();
      yz += together.y() * together.z();
      zz += together.z() * together.z();
      path += together.norm();
      together = ZERO;
      summed = 0;
    }
  }

  /** All that was turned, rad. */
  double pathRad() {
    return path;
  }

  /**
   * Unit vector of either sign, by power iteration from the axis that saw most; unknown where less
   * than a share of the turning is about it.
   */
  Vector3 axis(double leastShare) {
    Vector3 v = Vector3.X;
    if (yy > xx && yy >= zz) {
      v = Vector3.Y;
    } else if (zz > xx) {
      v = Vector3.Z;
    }
    for (int round = 0; round < ROUNDS; round++) {
      v = times(v).normalized();
    }
    return times(v).dot(v) > leastShare * (xx + yy + zz) ? v : Vector3.UNKNOWN;
  }

  private Vector3 times(Vector3 v) {
    return new Vector3(
        xx * v.x() + xy * v.y() + xz * v.z(),
        xy * v.x() + yy * v.y() + yz * v.z(),
        xz * v.x() + yz * v.y() + zz * v.z());
  }
}
