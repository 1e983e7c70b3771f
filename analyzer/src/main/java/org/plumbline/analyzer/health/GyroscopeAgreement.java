package org.plumbline.analyzer.health;

import java.util.List;

/**
 * Whether the gyroscope turns as gravity does: {@code da/dt = a x (M w - b)} must hold with {@code
 * M = 1}.
 *
 * <p>{@code M} is looked for among the 48 signed permutations, each with a factor and a free bias,
 * by least squares over what was seen lately. Both sides of the equation pass the same low-pass, so
 * that nothing is differentiated but what was smoothed and no frame has to be carried along. What a
 * limb's own turning does to its acceleration is part of the fit ({@link TurningFit}); the rest of
 * its acceleration disturbs, so that calm movement counts more and only clear answers count.
 * Rotation about the vertical shows nothing, rotation about one axis only part: then several orders
 * explain it equally well and none is named.
 *
 * <p>What it cannot see: an accelerometer with all signs turned. Seen from the sensor that is the
 * mirrored world, and a gyroscope looks the same in it. One thread, no allocation.
 */
final class GyroscopeAgreement {
  /** Limbs accelerate at higher frequencies than they turn; this low-pass leaves the turning. */
  private static final double TAU_SECONDS = 0.35;

  private static final double SETTLED_SECONDS = 0.5;
  private static final double EVERY_SECONDS = 0.05;
  private static final double JUDGED_EVERY_SECONDS = 0.25;
  private static final int CHANNELS = 12;

  /** Gravity must have turned so far, in all, before anything is said: two bows of the trunk. */
  private static final double LEAST_TURN_RAD = 1.2;

  /** A plain contradiction needs less: a fast squat or two with an accelerometer that is off. */
  private static final double CONTRADICTED_TURN_RAD = 0.6;

  /** Share that the given order leaves where it says the opposite of what gravity shows. */
  private static final double CONTRADICTS = 0.9;

  /** Share that another order may leave then, an accelerometer that is off by 4 m/s2 included. */
  private static final double BY_ANOTHER = 0.45;

  /** How much better than the given order another one must be then. */
  private static final double PLAINLY = 2.2;

  /** Older evidence counts for less from here on. */
  private static final double MOST_TURN_RAD = 12;

  /** Share of the turning of gravity that may stay unexplained in a clear answer. */
  private static final double EXPLAINED = 0.3;

  /** The same where it says that the range is wrong: a swinging shank leaves some 0.3. */
  private static final double RANGE_EXPLAINED = 0.2;

  /** Share that a wrong reading leaves unexplained. */
  private static final double WRONG = 0.6;

  /** Orders are compared only where this share is left. */
  private static final double SUSPECT = 0.03;

  /** Turning that changes faster than this is disturbed by what moves the limb, and counts less. */
  private static final double CALM_RAD_PER_S2 = 0.5;

  private static final double CALM_SECONDS = 1;

  /** How much better than the given order another one must be for the given one to be wrong. */
  private static final double CLEARLY = 1.8;

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
  private final TurningFit fit = new TurningFit();
  private final double[] rates = new double[3];
  private final double[] firstRates = new double[3];
  private final double[] secondRates = new double[3];
  private final double[] jerks = new double[3];
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
  private boolean contradicted;
  private boolean distinct;
  private double judgedRad;
  private double factor = 1;

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
    fit.clear();
    turnedRad = 0;
    judgedRad = 0;
    better = false;
    contradicted = false;
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
    if (sinceRow >= EVERY_SECONDS && settledSeconds > SETTLED_SECONDS) {
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

  private void add() {
    double size = Math.sqrt(dot(second, second));
    if (!(size > 0)) {
      return;
    }
    double trust = trust(size);
    fit.add(trust * EVERY_SECONDS / (size * size), second, second, jerks, slope);
    turnedRad += trust * EVERY_SECONDS * Math.sqrt(dot(slope, slope)) / size;
    if (turnedRad > MOST_TURN_RAD) {
      turnedRad /= 2;
      judgedRad = 0;
      fit.scale(0.5);
    }
  }

  /** 1 in calm movement, less where the limb's own acceleration disturbs; no gyroscope in it. */
  private double trust(double size) {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      double change = (slope[i] - slopeBefore[i]) / (EVERY_SECONDS * size);
      square += change * change;
      slopeBefore[i] = slope[i];
    }
    jerk += EVERY_SECONDS / CALM_SECONDS * (square - jerk);
    return 1 / (1 + jerk / (CALM_RAD_PER_S2 * CALM_RAD_PER_S2));
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private void judge() {
    boolean moved = turnedRad >= leastTurnRad;
    boolean turned = turnedRad >= CONTRADICTED_TURN_RAD;
    if (!turned && !claimsTooMuch()) {
      return;
    }
    fit.prepare();
    double left = fit.changed();
    double own = fit.unexplained(orders.get(0));
    double ownFactor = fit.factor();
    boolean ownClear = fit.isClear();
    boolean due = turnedRad > judgedRad + JUDGED_EVERY_RAD;
    boolean opposite = turned && own > CONTRADICTS * left;
    if (due && (opposite || (moved && own > SUSPECT * left))) {
      judgedRad = moved ? turnedRad : 0;
      search(left, own);
      better &= moved;
    }
    if (own <= SUSPECT * left) {
      better = false;
    }
    contradicted &= opposite;
    if (contradicted && !better) {
      answer = Answer.DISAGREES;
      return;
    }
    if (!moved && !claimsTooMuch()) {
      answer = Answer.UNKNOWN;
      return;
    }
    agreed |= answer == Answer.AGREES;
    if (better) {
      answer = distinct ? Answer.ORDERED : Answer.DISAGREES;
    } else if (own <= WRONG * left && ownFactor > 0) {
      judgeFactor(own / left, ownFactor, ownClear);
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
      double now = fit.unexplained(orders.get(i));
      if (now < best) {
        next = best;
        best = now;
        order = orders.get(i);
        bestFactor = fit.factor();
      } else if (now < next) {
        next = now;
      }
    }
    better = best * CLEARLY < own && best < EXPLAINED * left;
    contradicted = own > CONTRADICTS * left && best * PLAINLY < own && best < BY_ANOTHER * left;
    distinct = next > AHEAD * best && bestFactor > 0.6 && bestFactor < 1.6;
  }

  private void judgeFactor(double unexplained, double seen, boolean clear) {
    boolean explained = unexplained <= EXPLAINED;
    for (double known : FACTORS) {
      boolean power = known <= 8 && known >= 0.125;
      double from = power ? 1 / 1.2 : 1 / 1.5;
      if (explained && seen > from * known && seen < known / from) {
        // Some powers of two may come from a leg that swings.
        answer =
            !power || (clear && unexplained <= RANGE_EXPLAINED) ? Answer.SCALED : Answer.UNKNOWN;
        factor = known;
        return;
      }
    }
    boolean right = seen > 0.6 && seen < 1.6;
    answer = right ? Answer.AGREES : explained && clear ? Answer.DISAGREES : Answer.UNKNOWN;
  }

  /**
   * Whether the gyroscope says that gravity should have turned far, and it did not: the sign of
   * deg/s in somebody who merely stands.
   */
  private boolean claimsTooMuch() {
    return turnedRad > 0.02 && fit.claimed() > 400;
  }

  Answer answer() {
    return answer;
  }

  /** Whether it is another order of the axes that says so, and no factor. */
  boolean otherOrder() {
    return better || contradicted;
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
