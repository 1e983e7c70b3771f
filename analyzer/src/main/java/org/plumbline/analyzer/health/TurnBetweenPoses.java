package org.plumbline.analyzer.health;

import java.util.Arrays;

/**
 * By how much the gyroscope's numbers are to be multiplied, from the moments in which the sensor
 * hardly moves: gravity says there how it is held, whatever happened in between, and the gyroscope
 * says how far it turned from one such moment to the next.
 *
 * <p>Along the way the gyroscope carries a frame. Were it right, gravity would lie the same in that
 * frame at both moments; with a factor it lies off by the turn between them, times the factor less
 * one, and with a zero error by the time, seen in that frame. Both are fitted by least squares over
 * the pairs of moments. What is left of limb acceleration in a calm moment turns gravity by {@link
 * #GRAVITY_RAD} and does not average out, for people repeat themselves: it stays in the standard
 * error. Needs pauses, no stillness. One thread, no allocation.
 */
final class TurnBetweenPoses {
  private static final double TAU_SECONDS = 0.1;

  /** A calm moment turns slower than this, 20 deg/s. */
  private static final double CALM_RAD_PER_S = 0.35;

  /** And does not gather speed: at 0.3 m from the joint 0.3 m/s2, a tilt of less than 2 deg. */
  private static final double CALM_RAD_PER_S2 = 1;

  private static final double LEAST_SECONDS = 0.2;
  private static final double MOST_SECONDS = 0.5;

  /** Until the low-passes have settled. */
  private static final double SETTLED_SECONDS = 1;

  /**
   * In this time the zero error that is left to the filter, 2 deg/s an axis, turns less than {@link
   * #LEAST_TURN_RAD}.
   */
  private static final double APART_SECONDS = 5;

  /** Turns between two moments that are long enough beside the error of gravity: 20 deg. */
  private static final double LEAST_TURN_RAD = 0.35;

  /** Tilt of gravity in a calm moment by acceleration, soft tissue and accelerometer together. */
  private static final double GRAVITY_RAD = 0.03;

  /** Weight of "no zero error": 1.1 deg/s against {@link #GRAVITY_RAD}. */
  private static final double STIFF = GRAVITY_RAD * GRAVITY_RAD / (0.02 * 0.02);

  private static final int LEAST_PAIRS = 8;

  /** Share of the turns, squared, that the fit may leave; more was no such factor. */
  private static final double MOST_LEFT = 0.02;

  /** The same of the turns that are wrong: a large factor is fitted as if it were a small one. */
  private static final double MOST_LEFT_OF_WRONG = 0.2;

  /** An accelerometer that is off by more says another angle itself. */
  private static final double MOST_OFF_MPS2 = 0.6;

  private static final int MOMENTS = 32;
  private static final int PAIRS = 64;

  /** Of a low-passed row and of a moment: force, turn so far, frame summed over time. */
  private static final int FORCE = 0;

  private static final int TURN = 3;
  private static final int FRAME = 6;
  private static final int COLUMNS = 15;

  /** Of a pair: three rows of turn and zero error, and what they are to explain. */
  private static final int EXPLAINED = 12;

  private static final int OFF = 15;
  private static final int UNKNOWNS = 4;

  private final double[] slow = new double[6];
  private final double[] gathering = new double[3];
  private final double[][] smooth = new double[3][COLUMNS];
  private final double[] now = new double[COLUMNS];
  private final double[] sum = new double[COLUMNS];
  private final double[] rotation = new double[9];
  private final double[][] moments = new double[MOMENTS][COLUMNS];
  private final double[] momentSeconds = new double[MOMENTS];
  private final double[][] pairs = new double[PAIRS][EXPLAINED + 4];
  private final double[] middle = new double[3];
  private final double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
  private final double[] solved = new double[UNKNOWNS];
  private final double[] influence = new double[UNKNOWNS];
  private final CarriedFrame frame = new CarriedFrame();
  private double seconds;
  private double calmSeconds;
  private int calmRows;
  private int momentCount;
  private int pairCount;
  private double factor = 1;
  private double error = Double.POSITIVE_INFINITY;

  /** The sample before is no neighbour of the next one. */
  void gap() {
    seconds = 0;
    calmSeconds = 0;
    calmRows = 0;
    momentCount = 0;
  }

  /** The numbers mean something else from here on. */
  void reset() {
    gap();
    pairCount = 0;
    factor = 1;
    error = Double.POSITIVE_INFINITY;
  }

  void update(double intervalSeconds, double[] imu) {
    if (seconds == 0) {
      start(imu);
    }
    seconds += intervalSeconds;
    carry(intervalSeconds, imu);
    double share = intervalSeconds / (intervalSeconds + TAU_SECONDS);
    double rate = 0;
    double gather = 0;
    for (int i = 0; i < 3; i++) {
      slow[i] += share * (imu[i] - slow[i]);
      double before = slow[3 + i];
      slow[3 + i] += share * (slow[i] - before);
      double change = (slow[3 + i] - before) / intervalSeconds;
      gathering[i] += share * (change - gathering[i]);
      rate += slow[3 + i] * slow[3 + i];
      gather += gathering[i] * gathering[i];
    }
    double[] in = now;
    for (double[] stage : smooth) {
      for (int c = 0; c < COLUMNS; c++) {
        stage[c] += share * (in[c] - stage[c]);
      }
      in = stage;
    }
    boolean calm =
        seconds > SETTLED_SECONDS
            && rate < CALM_RAD_PER_S * CALM_RAD_PER_S
            && gather < CALM_RAD_PER_S2 * CALM_RAD_PER_S2;
    moment(intervalSeconds, calm);
  }

  private void start(double[] imu) {
    frame.reset();
    Arrays.fill(now, 0);
    for (int i = 0; i < 3; i++) {
      slow[i] = imu[i];
      slow[3 + i] = imu[i];
      gathering[i] = 0;
      now[FORCE + i] = imu[3 + i];
    }
    for (double[] stage : smooth) {
      System.arraycopy(now, 0, stage, 0, COLUMNS);
    }
  }

  /** The frame, what the gyroscope says it turned by, and gravity in it. */
  private void carry(double intervalSeconds, double[] imu) {
    frame.turn(intervalSeconds, imu);
    frame.rotation(rotation);
    for (int r = 0; r < 3; r++) {
      double force = 0;
      double turn = 0;
      for (int c = 0; c < 3; c++) {
        force += rotation[3 * r + c] * imu[3 + c];
        turn += rotation[3 * r + c] * imu[c];
        now[FRAME + 3 * r + c] += intervalSeconds * rotation[3 * r + c];
      }
      now[FORCE + r] = force;
      now[TURN + r] += intervalSeconds * turn;
    }
  }

  private void moment(double intervalSeconds, boolean calm) {
    if (calm) {
      double[] last = smooth[smooth.length - 1];
      for (int c = 0; c < COLUMNS; c++) {
        sum[c] = (calmRows == 0 ? 0 : sum[c]) + last[c];
      }
      calmRows++;
      calmSeconds += intervalSeconds;
    }
    if (calmRows > 0 && (!calm || calmSeconds >= MOST_SECONDS)) {
      if (calmSeconds >= LEAST_SECONDS) {
        double[] next = moments[momentCount % MOMENTS];
        for (int c = 0; c < COLUMNS; c++) {
          next[c] = sum[c] / calmRows;
        }
        momentSeconds[momentCount % MOMENTS] = seconds - 0.5 * calmSeconds;
        pair(next);
        momentCount++;
      }
      calmRows = 0;
      calmSeconds = 0;
    }
  }

  /** With the latest moment from which the sensor has turned far enough. */
  private void pair(double[] next) {
    double at = momentSeconds[momentCount % MOMENTS];
    for (int back = 1; back < Math.min(MOMENTS, momentCount + 1); back++) {
      int index = (momentCount - back) % MOMENTS;
      if (at - momentSeconds[index] > APART_SECONDS) {
        return;
      }
      if (together(moments[index], next, pairs[pairCount % PAIRS])) {
        pairCount++;
        fit();
        return;
      }
    }
  }

  private boolean together(double[] before, double[] after, double[] pair) {
    double a = norm(before);
    double b = norm(after);
    double size = 0;
    for (int i = 0; i < 3; i++) {
      middle[i] = before[FORCE + i] / a + after[FORCE + i] / b;
      size += middle[i] * middle[i];
      pair[EXPLAINED + i] = after[FORCE + i] / b - before[FORCE + i] / a;
    }
    size = Math.sqrt(size);
    pair[OFF] =
        0.5 * (Math.abs(a - SensorHealth.GRAVITY_MPS2) + Math.abs(b - SensorHealth.GRAVITY_MPS2));
    double turned = 0;
    for (int i = 0; i < 3; i++) {
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      double row = cross(before, after, TURN, 1, j, k) / size;
      pair[UNKNOWNS * i] = row;
      turned += row * row;
      for (int c = 0; c < 3; c++) {
        pair[UNKNOWNS * i + 1 + c] = cross(before, after, FRAME + c, 3, j, k) / size;
      }
    }
    double seen = 0;
    for (int i = 0; i < 3; i++) {
      // What gravity shows: the gyroscope may be the one that sees too little.
      double shown = pair[EXPLAINED + i] - pair[UNKNOWNS * i];
      seen += shown * shown;
    }
    return Math.max(turned, seen) > LEAST_TURN_RAD * LEAST_TURN_RAD;
  }

  private double cross(double[] before, double[] after, int from, int step, int j, int k) {
    double vj = after[from + step * j] - before[from + step * j];
    double vk = after[from + step * k] - before[from + step * k];
    return vj * middle[k] - vk * middle[j];
  }

  private static double norm(double[] moment) {
    return Math.sqrt(
        moment[FORCE] * moment[FORCE]
            + moment[FORCE + 1] * moment[FORCE + 1]
            + moment[FORCE + 2] * moment[FORCE + 2]);
  }

  private void fit() {
    int count = Math.min(pairCount, PAIRS);
    if (count < LEAST_PAIRS) {
      return;
    }
    for (double[] row : normal) {
      Arrays.fill(row, 0);
    }
    for (int i = 1; i < UNKNOWNS; i++) {
      normal[i][i] = STIFF;
    }
    double turned = 0;
    double off = 0;
    for (int p = 0; p < count; p++) {
      double[] pair = pairs[p];
      off += pair[OFF] / count;
      for (int i = 0; i < 3; i++) {
        turned += pair[UNKNOWNS * i] * pair[UNKNOWNS * i];
        for (int r = 0; r < UNKNOWNS; r++) {
          for (int c = 0; c < UNKNOWNS; c++) {
            normal[r][c] += pair[UNKNOWNS * i + r] * pair[UNKNOWNS * i + c];
          }
          normal[r][UNKNOWNS] += pair[UNKNOWNS * i + r] * pair[EXPLAINED + i];
        }
      }
    }
    // Of the first unknown, what a pair's own rows weigh in it: the first row of the inverse.
    System.arraycopy(solve(-1), 0, solved, 0, UNKNOWNS);
    System.arraycopy(solve(0), 0, influence, 0, UNKNOWNS);
    double left = 0;
    double variance = 0;
    for (int p = 0; p < count; p++) {
      double[] pair = pairs[p];
      double pull = 0;
      for (int i = 0; i < 3; i++) {
        double rest = pair[EXPLAINED + i];
        double weight = 0;
        for (int c = 0; c < UNKNOWNS; c++) {
          rest -= pair[UNKNOWNS * i + c] * solved[c];
          weight += pair[UNKNOWNS * i + c] * influence[c];
        }
        left += rest * rest;
        pull += weight * rest;
      }
      variance += pull * pull * count / (count - UNKNOWNS);
    }
    factor = 1 - solved[0];
    double mostLeft = (MOST_LEFT + MOST_LEFT_OF_WRONG * solved[0] * solved[0]) * turned;
    boolean sound = left < mostLeft && off < MOST_OFF_MPS2;
    double alike = GRAVITY_RAD * GRAVITY_RAD * count / turned;
    error = sound ? Math.sqrt(variance + alike) : Double.POSITIVE_INFINITY;
  }

  private final double[][] work = new double[UNKNOWNS][UNKNOWNS + 1];
  private final double[] answer = new double[UNKNOWNS];

  /** Gauss without pivoting, for the matrix is positive; {@code unit} < 0 for the right side. */
  private double[] solve(int unit) {
    for (int r = 0; r < UNKNOWNS; r++) {
      System.arraycopy(normal[r], 0, work[r], 0, UNKNOWNS + 1);
      if (unit >= 0) {
        work[r][UNKNOWNS] = r == unit ? 1 : 0;
      }
    }
    for (int p = 0; p < UNKNOWNS; p++) {
      for (int r = p + 1; r < UNKNOWNS; r++) {
        double times = work[r][p] / work[p][p];
        for (int c = p; c <= UNKNOWNS; c++) {
          work[r][c] -= times * work[p][c];
        }
      }
    }
    for (int r = UNKNOWNS - 1; r >= 0; r--) {
      double value = work[r][UNKNOWNS];
      for (int c = r + 1; c < UNKNOWNS; c++) {
        value -= work[r][c] * answer[c];
      }
      answer[r] = value / work[r][r];
    }
    return answer;
  }

  /** What the gyroscope is to be multiplied by, as far as it is known. */
  double factor() {
    return factor;
  }

  /** Standard error of {@link #factor}; infinite where nothing is known. */
  double standardError() {
    return error;
  }

  int pairs() {
    return Math.min(pairCount, PAIRS);
  }
}
