package org.plumbline.analyzer.health;

import java.util.Arrays;
import java.util.List;

/**
 * Whether the gyroscope turns as gravity does: {@code da/dt = a x (M w - b)} must hold with {@code
 * M = 1}.
 *
 * <p>{@code M} is looked for among the 48 signed permutations, each with a factor and a free bias,
 * by least squares over everything seen. Both sides of the equation pass the same low-pass, so that
 * nothing is differentiated but what was smoothed and no frame has to be carried along.
 * Acceleration of the limb disturbs as long as it is not in step with the turning; hence only clear
 * answers count. Rotation about the vertical shows nothing, rotation about one axis only part: then
 * several orders explain it equally well and none is named.
 *
 * <p>What it cannot see: an accelerometer with all signs turned. Seen from the sensor that is the
 * mirrored world, and a gyroscope looks the same in it. One thread, no allocation.
 */
final class GyroscopeAgreement {
  private static final double TAU_SECONDS = 0.1;
  private static final double EVERY_SECONDS = 0.05;
  private static final double JUDGED_EVERY_SECONDS = 0.25;
  private static final int CHANNELS = 12;
  private static final int UNKNOWNS = 12;

  /** Gravity must have turned so far, in all, before anything is said: two bows of the trunk. */
  private static final double LEAST_TURN_RAD = 1.2;

  /** Older evidence counts for less from here on. */
  private static final double MOST_TURN_RAD = 30;

  /** Share of the turning of gravity that may stay unexplained in a clear answer. */
  private static final double EXPLAINED = 0.3;

  /** Share that a wrong reading leaves unexplained. */
  private static final double WRONG = 0.6;

  /** Orders are compared only where this share is left. */
  private static final double SUSPECT = 0.08;

  /**
   * A limb that swings like a pendulum of length L at a frequency f shows less of gravity's turning
   * than there is, by L (2 pi f)^2 / g: a third in a leg swing, and all the time. Such movement is
   * told by how fast the turning changes, and counts for little.
   */
  private static final double CALM_RAD_PER_S2 = 1.5;

  private static final double CALM_SECONDS = 1;

  /** How much better than the given order another one must be for the given one to be wrong. */
  private static final double CLEARLY = 2.5;

  /**
   * After so much that no reading explains, what was collected is no evidence of anything; unless
   * it has been agreed with before.
   */
  private static final double MEANINGLESS_RAD = 2.4;

  private static final double JUDGED_EVERY_RAD = 0.5;

  /** How much better the best order must be than the next one. */
  private static final double AHEAD = 1.6;

  /** deg/s and rad/s; the ranges of gyroscopes are powers of two apart. */
  private static final double[] FACTORS = {Math.PI / 180, 180 / Math.PI, 2, 0.5, 4, 0.25, 8, 0.125};

  private final List<SignedPermutation> orders = SignedPermutation.all();
  private final double[] first = new double[CHANNELS];
  private final double[] second = new double[CHANNELS];
  private final double[] input = new double[CHANNELS];
  private final double[] before = new double[3];
  private final double[] slope = new double[3];
  private final double[] slopeBefore = new double[3];
  private double jerk;
  private final double[] row = new double[UNKNOWNS];
  private final PivotFit pivot = new PivotFit();
  private final double[] rates = new double[3];
  private final double[] firstRates = new double[3];
  private final double[] secondRates = new double[3];
  private final double[] jerks = new double[3];
  private final double[][] normal = new double[UNKNOWNS][UNKNOWNS];
  private final double[] right = new double[UNKNOWNS];
  private final double[][] biasInverse = new double[3][3];
  private double total;
  private double turnedRad;
  private boolean agreed;
  private double leastTurnRad = LEAST_TURN_RAD;
  private boolean started;
  private double sinceRow;
  private double sinceJudged;
  private double settledSeconds;

  // The last judgement.
  private Answer answer = Answer.UNKNOWN;
  private SignedPermutation order = SignedPermutation.identity();
  private boolean better;
  private boolean distinct;
  private double judgedRad;
  private double factor = 1;
  private double fittedFactor = 1;

  /** What the comparison says. */
  enum Answer {
    UNKNOWN,
    AGREES,
    /** {@link #factor} puts the gyroscope right. */
    SCALED,
    /** {@link #order} puts the gyroscope in order. */
    ORDERED,
    /** It is wrong, and how is not clear (yet). */
    DISAGREES
  }

  /** The sample before is no neighbour of the next one. */
  void gap() {
    started = false;
  }

  void reset() {
    started = false;
    agreed = false;
    clearSums();
    answer = Answer.UNKNOWN;
  }

  private void clearSums() {
    for (double[] line : normal) {
      Arrays.fill(line, 0);
    }
    Arrays.fill(right, 0);
    pivot.clear();
    total = 0;
    turnedRad = 0;
    judgedRad = 0;
    better = false;
  }

  void update(double intervalSeconds, double[] imu) {
    if (!started) {
      System.arraycopy(imu, 3, before, 0, 3);
    }
    System.arraycopy(imu, 0, rates, 0, 3);
    for (int k = 0; k < 3; k++) {
      double middle = 0.5 * (imu[3 + k] + before[k]);
      input[k] = imu[3 + k];
      before[k] = imu[3 + k];
      input[3 + 3 * k] = middle * imu[0];
      input[4 + 3 * k] = middle * imu[1];
      input[5 + 3 * k] = middle * imu[2];
    }
    if (!started) {
      started = true;
      System.arraycopy(input, 0, first, 0, CHANNELS);
      System.arraycopy(input, 0, second, 0, CHANNELS);
      System.arraycopy(rates, 0, firstRates, 0, 3);
      System.arraycopy(rates, 0, secondRates, 0, 3);
      settledSeconds = 0;
    }
    double share = intervalSeconds / (intervalSeconds + TAU_SECONDS);
    double a0 = second[0];
    double a1 = second[1];
    double a2 = second[2];
    for (int c = 0; c < CHANNELS; c++) {
      first[c] += share * (input[c] - first[c]);
      second[c] += share * (first[c] - second[c]);
    }
    for (int k = 0; k < 3; k++) {
      jerks[k] = (rates[k] - 2 * firstRates[k] + secondRates[k]) / (TAU_SECONDS * TAU_SECONDS);
      firstRates[k] += share * (rates[k] - firstRates[k]);
      secondRates[k] += share * (firstRates[k] - secondRates[k]);
    }
    settledSeconds += intervalSeconds;
    sinceRow += intervalSeconds;
    sinceJudged += intervalSeconds;
    if (sinceRow >= EVERY_SECONDS && settledSeconds > 5 * TAU_SECONDS) {
      sinceRow = 0;
      slope[0] = (second[0] - a0) / intervalSeconds;
      slope[1] = (second[1] - a1) / intervalSeconds;
      slope[2] = (second[2] - a2) / intervalSeconds;
      add();
    }
    if (sinceJudged >= JUDGED_EVERY_SECONDS) {
      sinceJudged = 0;
      judge();
    }
  }

  /** One moment: three equations for {@code M}, row by row, and {@code -b}. */
  private void add() {
    double size = Math.sqrt(dot(second, second));
    if (!(size > 0)) {
      return;
    }
    double trust = trust(size);
    double weight = trust * EVERY_SECONDS / (size * size);
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      // (a x v)_i = a_j v_k - a_k v_j with v = M w - b.
      Arrays.fill(row, 0);
      for (int m = 0; m < 3; m++) {
        row[3 * k + m] = second[3 + 3 * j + m];
        row[3 * j + m] = -second[3 + 3 * k + m];
      }
      row[9 + k] = second[j];
      row[9 + j] = -second[k];
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
      double turned = second[3 + 3 * j + k] - second[3 + 3 * k + j];
      double swung = second[j] * jerks[k] - second[k] * jerks[j];
      pivot.add(weight, turned, swung, slope[i]);
    }
    turnedRad += trust * EVERY_SECONDS * Math.sqrt(dot(slope, slope)) / size;
    if (turnedRad > MOST_TURN_RAD) {
      halve();
    }
  }

  /** 1 in calm movement, near 0 in swings; from the accelerometer alone. */
  private double trust(double size) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      double change = (slope[i] - slopeBefore[i]) / (EVERY_SECONDS * size);
      square += change * change;
      slopeBefore[i] = slope[i];
    }
    jerk += EVERY_SECONDS / CALM_SECONDS * (square - jerk);
    double calm = 1 / (1 + jerk / (CALM_RAD_PER_S2 * CALM_RAD_PER_S2));
    return calm * calm;
  }

  private void halve() {
    turnedRad /= 2;
    judgedRad = 0;
    pivot.scale(0.5);
    total /= 2;
    for (int r = 0; r < UNKNOWNS; r++) {
      right[r] /= 2;
      for (int c = 0; c <= r; c++) {
        normal[r][c] /= 2;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private void judge() {
    boolean moved = turnedRad >= leastTurnRad;
    if (!moved && !claimsTooMuch()) {
      return;
    }
    prepareBias();
    double left = total - biasPower();
    double own = unexplained(orders.get(0), left);
    double ownFactor = fittedFactor;
    if (moved && own > SUSPECT * left && turnedRad > judgedRad + JUDGED_EVERY_RAD) {
      judgedRad = turnedRad;
      search(left, own);
    }
    if (own <= SUSPECT * left) {
      better = false;
    }
    agreed |= answer == Answer.AGREES;
    if (better) {
      answer = distinct ? Answer.ORDERED : Answer.DISAGREES;
    } else if (own <= WRONG * left && ownFactor > 0) {
      judgeFactor(own <= EXPLAINED * left, ownFactor);
      confirm();
    } else {
      answer = Answer.UNKNOWN;
      if (!agreed && turnedRad > 1.5 * MEANINGLESS_RAD) {
        clearSums();
        leastTurnRad = MEANINGLESS_RAD;
      }
    }
  }

  /** Tries all orders. */
  private void search(double left, double own) {
    double best = own;
    double next = Double.POSITIVE_INFINITY;
    double bestFactor = 1;
    for (int i = 1; i < orders.size(); i++) {
      double now = unexplained(orders.get(i), left);
      if (now < best) {
        next = best;
        best = now;
        order = orders.get(i);
        bestFactor = fittedFactor;
      } else if (now < next) {
        next = now;
      }
    }
    better = best * CLEARLY < own && best < EXPLAINED * left;
    distinct = next > AHEAD * best && bestFactor > 0.6 && bestFactor < 1.6;
  }

  private void judgeFactor(boolean clear, double seen) {
    for (double known : FACTORS) {
      boolean power = known <= 8 && known >= 0.125;
      double from = power ? 1 / 1.25 : 1 / 1.5;
      if (clear && seen > from * known && seen < known / from) {
        answer = Answer.SCALED;
        factor = known;
        return;
      }
    }
    boolean right = seen > 0.6 && seen < 1.6;
    answer = right ? Answer.AGREES : clear ? Answer.DISAGREES : Answer.UNKNOWN;
  }

  /** A factor of some powers of two, or an odd one, may come from a leg that swings. */
  private void confirm() {
    boolean power = factor <= 8 && factor >= 0.125;
    if (answer == Answer.SCALED && power) {
      double seen = pivot.factor();
      boolean same = seen > factor / 1.25 && seen < factor * 1.25;
      answer = pivot.isClear() && same ? Answer.SCALED : Answer.UNKNOWN;
    } else if (answer == Answer.DISAGREES) {
      double seen = pivot.factor();
      boolean right = seen > 0.6 && seen < 1.6;
      answer = pivot.isClear() && !right ? Answer.DISAGREES : Answer.UNKNOWN;
    }
  }

  /**
   * Whether the gyroscope says that gravity should have turned far, and it did not: the sign of
   * deg/s in somebody who merely stands.
   */
  private boolean claimsTooMuch() {
    double claimed = 0;
    for (int r = 0; r < 9; r += 4) {
      claimed += normal[r][r];
    }
    return claimed > 400 * total && turnedRad > 0.02;
  }

  /** Inverse of the bias block, a little stiffened: along gravity nothing is seen. */
  private void prepareBias() {
    double a = normal[9][9];
    double b = normal[10][9];
    double c = normal[11][9];
    double d = normal[10][10];
    double e = normal[11][10];
    double f = normal[11][11];
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
  }

  private double biasPower() {
    double sum = 0;
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        sum += right[9 + r] * biasInverse[r][c] * right[9 + c];
      }
    }
    return sum;
  }

  /**
   * What an order of the axes leaves unexplained with its best factor, which goes to {@link
   * #fittedFactor}.
   */
  private double unexplained(SignedPermutation tried, double left) {
    double power = 0;
    double together = 0;
    for (int l = 0; l < 3; l++) {
      int p = 3 * l + tried.axis(l);
      together += tried.sign(l) * right[p];
      for (int m = 0; m < 3; m++) {
        int q = 3 * m + tried.axis(m);
        power += tried.sign(l) * tried.sign(m) * normal[Math.max(p, q)][Math.min(p, q)];
      }
    }
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        double across = biasInverse[r][c];
        power -= with(tried, r) * across * with(tried, c);
        together -= with(tried, r) * across * right[9 + c];
      }
    }
    fittedFactor = power > 0 ? together / power : 0;
    return together > 0 && power > 0 ? left - together * together / power : left;
  }

  private double with(SignedPermutation tried, int bias) {
    double sum = 0;
    for (int l = 0; l < 3; l++) {
      sum += tried.sign(l) * normal[9 + bias][3 * l + tried.axis(l)];
    }
    return sum;
  }

  Answer answer() {
    return answer;
  }

  SignedPermutation order() {
    return order;
  }

  double factor() {
    return factor;
  }

  double turnedRad() {
    return turnedRad;
  }
}
