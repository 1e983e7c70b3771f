package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the 48 ways to order and sign three axes: {@code out[l] = sign[l] * in[axis[l]]}.
 * Immutable.
 */
final class SignedPermutation {
  private static final int[][] ORDERS = {
    {0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {1, 0, 2}, {0, 2, 1}, {2, 1, 0}
  };

  private final int[] axis;
  private final int[] sign;

  private SignedPermutation(int[] axis, int... sign) {
    this.axis = axis.clone();
    this.sign = sign;
  }

  /** All 48, the identity first. */
  static List<SignedPermutation> all() {
    List<SignedPermutation> all = new ArrayList<>();
    for (int[] order : ORDERS) {
      for (int bits = 0; bits < 8; bits++) {
        all.add(
            new SignedPermutation(
                order, 1 - 2 * (bits & 1), 1 - (bits & 2), 1 - ((bits & 4) >> 1)));
      }
    }
    return List.copyOf(all);
  }

  static SignedPermutation identity() {
    return new SignedPermutation(ORDERS[0], 1, 1, 1);
  }

  int axis(int out) {
    return axis[out];
  }

  int sign(int out) {
    return sign[out];
  }

  /** 1 for a rotation, -1 for a reflection. */
  int determinant() {
    boolean even = (axis[1] - axis[0] + 3) % 3 == 1;
    return sign[0] * sign[1] * sign[2] * (even ? 1 : -1);
  }

  boolean isIdentity() {
    return changes() == 0;
  }

  /** How many axes are not where they belong, plus how many signs are turned. */
  int changes() {
    int changes = 0;
    for (int l = 0; l < 3; l++) {
      changes += (axis[l] == l ? 0 : 1) + (sign[l] == 1 ? 0 : 1);
    }
    return changes;
  }

  /** All signs turned. */
  SignedPermutation negated() {
    return new SignedPermutation(axis, -sign[0], -sign[1], -sign[2]);
  }

  /** The inverse: its transpose. */
  SignedPermutation inverse() {
    int[] back = new int[3];
    int[] signs = new int[3];
    for (int l = 0; l < 3; l++) {
      back[axis[l]] = l;
      signs[axis[l]] = sign[l];
    }
    return new SignedPermutation(back, signs);
  }

  /** Applies it to three values in place. */
  void apply(double[] values, int from) {
    double a = sign[0] * values[from + axis[0]];
    double b = sign[1] * values[from + axis[1]];
    double c = sign[2] * values[from + axis[2]];
    values[from] = a;
    values[from + 1] = b;
    values[from + 2] = c;
  }

  /** As {@code (y, -x, z)}: what is read as x, y and z. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(");
    for (int l = 0; l < 3; l++) {
      text.append(l > 0 ? ", " : "").append(sign[l] < 0 ? "-" : "").append("xyz".charAt(axis[l]));
    }
    return text.append(')').toString();
  }
}
