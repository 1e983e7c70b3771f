package org.plumbline.analyzer.health;

import java.util.Arrays;

/**
 * Least squares of how the accelerometer changes on what the gyroscope says of it: {@code da/dt = a
 * x (k (P w + h P w'') - b)}, for any order {@code P} of the gyroscope's axes.
 *
 * <p>{@code k} is the factor of the gyroscope and {@code b} its zero error. A limb that swings
 * about a pivot at a height {@code g h} above its sensor is a pendulum: the acceleration of its own
 * turning cancels part of what gravity shows of it, a third in a leg swing, and a good gyroscope
 * looks too large; {@code h} takes that into account. In a swing of one frequency {@code k} and
 * {@code h} say the same: {@link #isClear} tells. All sums are kept for the nine products of axes,
 * so that every order is tried from the same sums. One thread, no allocation.
 */
final class TurningFit {
  private static final int SWING = 9;
  private static final int BIAS = 18;
  private static final int UNKNOWNS = 21;

  /** Share of the turning that must not be explainable by the height of the pivot. */
  private static final double APART = 0.1;

  /**
   * In movement so slow that the height of the pivot changes the factor by less, it is no matter.
   */
  private static final double SLOW = 0.2;

  /** No pivot is more than a metre from the sensor that turns about it; over g, s2. */
  private static final double MOST_HEIGHT = 0.1;

  private final double[] row = new double[UNKNOWNS];
  private final double[][] normal = new double[UNKNOWNS][UNKNOWNS];
  private final double[] right = new double[UNKNOWNS];
  private final double[][] biasInverse = new double[3][3];
  private final double[] biasOfTurn = new double[3];
  private final double[] biasOfSwing = new double[3];
  private double total;
  private double changed;
  private double factor = 1;
  private boolean clear;

  void clear() {
    scale(0);
  }

  /** Older evidence counts for less. */
  void scale(double by) {
    total *= by;
    for (int r = 0; r < UNKNOWNS; r++) {
      right[r] *= by;
      for (int c = 0; c <= r; c++) {
        normal[r][c] *= by;
      }
    }
  }

  /**
   * One moment, all smoothed alike.
   *
   * @param force accelerometer
   * @param products of axis {@code k} of the accelerometer and {@code m} of the gyroscope at {@code
   *     3 + 3 k + m}
   * @param jerks second derivative of the gyroscope
   * @param slope first derivative of the accelerometer
   */
  void add(double weight, double[] force, double[] products, double[] jerks, double[] slope) {
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      // (a x v)_i = a_j v_k - a_k v_j.
      Arrays.fill(row, 0);
      for (int m = 0; m < 3; m++) {
        row[3 * k + m] = products[3 + 3 * j + m];
        row[3 * j + m] = -products[3 + 3 * k + m];
        row[SWING + 3 * k + m] = force[j] * jerks[m];
        row[SWING + 3 * j + m] = -force[k] * jerks[m];
      }
      row[BIAS + k] = force[j];
      row[BIAS + j] = -force[k];
      for (int r = 0; r < UNKNOWNS; r++) {
        if (row[r] != 0) {
          double weighted = weight * row[r];
          for (int c = 0; c <= r; c++) {
            normal[r][c] += weighted * row[c];
          }
          right[r] += weighted * slope[i];
        }
      }
      total += weight * slope[i] * slope[i];
    }
  }

  /** To be called before orders are compared. */
  void prepare() {
    double a = normal[BIAS][BIAS];
    double b = normal[BIAS + 1][BIAS];
    double c = normal[BIAS + 2][BIAS];
    double d = normal[BIAS + 1][BIAS + 1];
    double e = normal[BIAS + 2][BIAS + 1];
    double f = normal[BIAS + 2][BIAS + 2];
    // A little stiffened: along gravity nothing is seen.
    double stiff = 1e-3 * (a + d + f) + 1e-12;
    a += stiff;
    d += stiff;
    f += stiff;
    double aa = d * f - e * e;
    double bb = c * e - b * f;
    double cc = b * e - c * d;
    double determinant = a * aa + b * bb + c * cc;
    biasInverse[0][0] = aa / determinant;
    biasInverse[0][1] = bb / determinant;
    biasInverse[0][2] = cc / determinant;
    biasInverse[1][0] = bb / determinant;
    biasInverse[1][1] = (a * f - c * c) / determinant;
    biasInverse[1][2] = (b * c - a * e) / determinant;
    biasInverse[2][0] = cc / determinant;
    biasInverse[2][1] = biasInverse[1][2];
    biasInverse[2][2] = (a * d - b * b) / determinant;
    for (int r = 0; r < 3; r++) {
      biasOfTurn[r] = right[BIAS + r];
    }
    changed = total - throughBias(biasOfTurn, biasOfTurn);
  }

  /** Changes of the accelerometer that no zero error explains. */
  double changed() {
    return changed;
  }

  /** What an order of the axes leaves of {@link #changed}, with its best factor and height. */
  double unexplained(SignedPermutation tried) {
    biasOf(tried, 0, biasOfTurn);
    biasOf(tried, SWING, biasOfSwing);
    double pp = power(tried, 0, 0) - throughBias(biasOfTurn, biasOfTurn);
    double pq = power(tried, 0, SWING) - throughBias(biasOfTurn, biasOfSwing);
    double qq = power(tried, SWING, SWING) - throughBias(biasOfSwing, biasOfSwing);
    double py = together(tried, 0, biasOfTurn);
    double qy = together(tried, SWING, biasOfSwing);
    double determinant = pp * qq - pq * pq;
    clear = determinant > APART * pp * qq || MOST_HEIGHT * Math.abs(pq) < SLOW * pp;
    // k p + k h q: as two unknowns first.
    double k = (py * qq - qy * pq) / determinant;
    double height = (qy * pp - py * pq) / determinant / k;
    if (!(determinant > 1e-9 * pp * qq) || !(k > 0) || Math.abs(height) > MOST_HEIGHT) {
      double up = explained(pp, pq, qq, py, qy, MOST_HEIGHT);
      double down = explained(pp, pq, qq, py, qy, -MOST_HEIGHT);
      height = up > down ? MOST_HEIGHT : -MOST_HEIGHT;
    }
    double power = pp + height * (2 * pq + height * qq);
    factor = power > 0 ? (py + height * qy) / power : 0;
    return changed - explained(pp, pq, qq, py, qy, height);
  }

  private static double explained(
      double pp, double pq, double qq, double py, double qy, double height) {
    double power = pp + height * (2 * pq + height * qq);
    double together = py + height * qy;
    return together > 0 && power > 0 ? together * together / power : 0;
  }

  private double power(SignedPermutation tried, int from, int to) {
    double power = 0;
    for (int l = 0; l < 3; l++) {
      int p = from + 3 * l + tried.axis(l);
      for (int m = 0; m < 3; m++) {
        int q = to + 3 * m + tried.axis(m);
        power += tried.sign(l) * tried.sign(m) * normal[Math.max(p, q)][Math.min(p, q)];
      }
    }
    return power;
  }

  private double together(SignedPermutation tried, int from, double[] bias) {
    double sum = 0;
    for (int l = 0; l < 3; l++) {
      sum += tried.sign(l) * right[from + 3 * l + tried.axis(l)];
    }
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        sum -= bias[r] * biasInverse[r][c] * right[BIAS + c];
      }
    }
    return sum;
  }

  private void biasOf(SignedPermutation tried, int from, double[] out) {
    for (int r = 0; r < 3; r++) {
      out[r] = 0;
      for (int l = 0; l < 3; l++) {
        out[r] += tried.sign(l) * normal[BIAS + r][from + 3 * l + tried.axis(l)];
      }
    }
  }

  private double throughBias(double[] a, double[] b) {
    double sum = 0;
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        sum += a[r] * biasInverse[r][c] * b[c];
      }
    }
    return sum;
  }

  /** What the gyroscope is to be multiplied by in the order that was last asked about. */
  double factor() {
    return factor;
  }

  /** Whether turning and swinging could be told apart there. */
  boolean isClear() {
    return clear;
  }

  /** How much more turning the gyroscope claims than gravity showed, as a ratio of powers. */
  double claimed() {
    double claimed = 0;
    for (int r = 0; r < SWING; r += 4) {
      claimed += normal[r][r];
    }
    return claimed / total;
  }
}
