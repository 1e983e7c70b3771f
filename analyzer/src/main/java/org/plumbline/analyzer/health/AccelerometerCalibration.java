package org.plumbline.analyzer.health;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.orientation.LowPass;

/**
 * Zero and scale of each accelerometer axis from gravity in the log itself, with what remains
 * uncertain.
 *
 * <p>Measured is the norm of the specific force averaged over a second in an inertial frame that
 * the gyroscope carries along: {@code |LP(R S (a - b))| = g}. At rest that is the plain static
 * calibration; in movement the acceleration of the limb mostly drops out, and what may be left of
 * it widens the measurement. As {@code LP(R S (a - b))} is linear in {@code LP(R e_j a_j)} and
 * {@code LP(R e_j)}, nothing has to be filtered again when the estimate changes.
 *
 * <p>Nonlinear least squares with a prior (Gauss-Newton over at most {@value #POSES} poses). The
 * prior of the bias is as wide as the norm is off, for nothing makes the direction along gravity
 * likelier than the others (see {@link SensorHealth}). Its posterior covariance says what the poses
 * seen did not show; the tilt error is its part at right angles to gravity. One thread; allocates
 * nothing.
 */
final class AccelerometerCalibration {
  private static final int POSES = 24;
  private static final int N = 6;
  private static final double BLOCK_SECONDS = 0.05;

  /** A mean over a second needs no more of a fast sensor. */
  private static final double PICKED_EVERY_SECONDS = 0.008;

  private static final double TAU_SECONDS = 1;
  private static final double MEASURED_EVERY_SECONDS = 0.5;
  private static final double SETTLED_SECONDS = 2;

  /** Noise and small tremor of a second's mean. */
  private static final double LEAST_SIGMA_MPS2 = 0.03;

  /** What the average lets through of the limb's acceleration, as a share of its variance. */
  private static final double LEFT_SHARE = 0.5;

  private static final double MOST_SIGMA_MPS2 = 1.0;

  /** Same pose, cosine of 12 deg. */
  private static final double SAME_POSE = 0.978;

  /** As in {@link SensorHealth.Parameters#usualBiasMps2}. */
  private static final double USUAL_BIAS_MPS2 = 0.1;

  /** Per axis, uncalibrated; MPU-6050 data sheet: 3 % at most. */
  private static final double SCALE_SIGMA = 0.015;

  private static final double HALF_WIDTH_90 = 1.645;

  private final LowPass lowPass = new LowPass(TAU_SECONDS, 1 / BLOCK_SECONDS);
  private final LowPass.State state = new LowPass.State(18);
  private final double[] turn = new double[9];
  private final double[] sum = new double[18];
  private final double[] mean = new double[18];
  private int inBlock;
  private double blockSeconds;
  private double sincePicked;
  private double settledSeconds;
  private double sinceMeasured;
  private double rough;

  // Poses: LP(R e_j a_j) and LP(R e_j) in sensor axes, variance.
  private final double[][] poses = new double[POSES][18];
  private final double[] variance = new double[POSES];
  private final double[] latest = new double[18];
  private final double[] previousUp = new double[3];
  private int count;

  private final double[] estimate = new double[N];
  private final double[][] normal = new double[N][N];
  private final double[][] covariance = new double[N][N];
  private final double[] step = new double[N];
  private final double[] gradient = new double[N];
  private final double[] force = new double[3];

  private double errorWithout;
  private double errorWith;
  private int checks;
  private double offMps2;
  private double meanTiltRad = Math.PI / 2;
  private double worstTiltRad = Math.PI / 2;

  /** The frame is not carried across a gap. */
  void gap() {
    state.reset();
    Arrays.fill(sum, 0);
    inBlock = 0;
    blockSeconds = 0;
    sincePicked = 0;
    settledSeconds = 0;
    sinceMeasured = 0;
    rough = 0;
  }

  /** Forgets everything: the numbers mean something else now. */
  void reset() {
    gap();
    count = 0;
    checks = 0;
    errorWith = 0;
    errorWithout = 0;
    Arrays.fill(estimate, 0);
    Arrays.fill(previousUp, 0);
  }

  /**
   * Takes the next acceleration, before any correction of zero and scale.
   *
   * @return whether there is a new estimate
   */
  boolean update(double intervalSeconds, double ax, double ay, double az, GravityNorm frame) {
    sincePicked += intervalSeconds;
    if (sincePicked < PICKED_EVERY_SECONDS) {
      return false;
    }
    frame.rotation(turn);
    for (int i = 0; i < 3; i++) {
      sum[i] += turn[3 * i] * ax;
      sum[3 + i] += turn[3 * i + 1] * ay;
      sum[6 + i] += turn[3 * i + 2] * az;
      sum[9 + i] += turn[3 * i];
      sum[12 + i] += turn[3 * i + 1];
      sum[15 + i] += turn[3 * i + 2];
    }
    inBlock++;
    blockSeconds += sincePicked;
    sincePicked = 0;
    return blockSeconds >= BLOCK_SECONDS && block();
  }

  private boolean block() {
    for (int c = 0; c < 18; c++) {
      sum[c] /= inBlock;
    }
    lowPass.update(state, sum, mean);
    double away = 0;
    for (int i = 0; i < 3; i++) {
      double d = sum[i] + sum[3 + i] + sum[6 + i] - mean[i] - mean[3 + i] - mean[6 + i];
      away += d * d;
    }
    rough += Math.min(1, blockSeconds / TAU_SECONDS) * (away - rough);
    settledSeconds += blockSeconds;
    sinceMeasured += blockSeconds;
    Arrays.fill(sum, 0);
    inBlock = 0;
    blockSeconds = 0;
    if (settledSeconds < SETTLED_SECONDS || sinceMeasured < MEASURED_EVERY_SECONDS) {
      return false;
    }
    sinceMeasured = 0;
    return measure();
  }

  private boolean measure() {
    double now = LEAST_SIGMA_MPS2 * LEAST_SIGMA_MPS2 + LEFT_SHARE * rough;
    if (now > MOST_SIGMA_MPS2 * MOST_SIGMA_MPS2) {
      return false;
    }
    // Into sensor axes: the norm is the same, and poses can be compared.
    for (int j = 0; j < 6; j++) {
      for (int i = 0; i < 3; i++) {
        latest[3 * j + i] =
            turn[i] * mean[3 * j] + turn[3 + i] * mean[3 * j + 1] + turn[6 + i] * mean[3 * j + 2];
      }
    }
    check(now);
    keep(now);
    solve();
    return true;
  }

  /** What is predicted of a new pose before it is used. */
  private void check(double now) {
    up(latest, force);
    double size = norm(force);
    double cosine = 0;
    for (int i = 0; i < 3; i++) {
      force[i] /= size;
      cosine += force[i] * previousUp[i];
    }
    if (count < 2 || cosine > SAME_POSE) {
      if (count < 2) {
        System.arraycopy(force, 0, previousUp, 0, 3);
      }
      return;
    }
    System.arraycopy(force, 0, previousUp, 0, 3);
    double without = size - SensorHealth.GRAVITY_MPS2;
    double with = predicted(latest) - SensorHealth.GRAVITY_MPS2;
    errorWithout += without * without / now;
    errorWith += with * with / now;
    checks++;
  }

  private void keep(double now) {
    up(latest, force);
    double size = norm(force);
    int nearest = -1;
    double best = SAME_POSE;
    int worst = 0;
    for (int p = 0; p < count; p++) {
      double[] pose = poses[p];
      double dot = 0;
      for (int i = 0; i < 3; i++) {
        dot += (pose[i] + pose[3 + i] + pose[6 + i]) * force[i];
      }
      double cosine = dot / (size * raw(pose));
      if (cosine > best) {
        best = cosine;
        nearest = p;
      }
      worst = variance[p] > variance[worst] ? p : worst;
    }
    if (nearest < 0 && (count < POSES || now < variance[worst])) {
      int at = count < POSES ? count++ : worst;
      System.arraycopy(latest, 0, poses[at], 0, 18);
      variance[at] = now;
    } else if (nearest >= 0) {
      // The same pose again: the better look counts more, many looks never count as new ones.
      double share = variance[nearest] / (variance[nearest] + now);
      share = Math.max(0.02, Math.min(share, 0.5 + 0.5 * (now < variance[nearest] ? 1 : 0)));
      for (int c = 0; c < 18; c++) {
        poses[nearest][c] += share * (latest[c] - poses[nearest][c]);
      }
      variance[nearest] = Math.min(variance[nearest], now);
    }
  }

  private static void up(double[] pose, double[] out) {
    for (int i = 0; i < 3; i++) {
      out[i] = pose[i] + pose[3 + i] + pose[6 + i];
    }
  }

  private static double raw(double[] pose) {
    double x = pose[0] + pose[3] + pose[6];
    double y = pose[1] + pose[4] + pose[7];
    double z = pose[2] + pose[5] + pose[8];
    return Math.sqrt(x * x + y * y + z * z);
  }

  private static double norm(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  /** Norm with the estimate; the force itself goes to {@link #force}. */
  private double predicted(double[] pose) {
    Arrays.fill(force, 0);
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        force[i] += (1 + estimate[3 + j]) * (pose[3 * j + i] - estimate[j] * pose[9 + 3 * j + i]);
      }
    }
    return norm(force);
  }

  private void solve() {
    double off = 0;
    double weights = 0;
    for (int p = 0; p < count; p++) {
      double d = raw(poses[p]) - SensorHealth.GRAVITY_MPS2;
      off += d * d / variance[p];
      weights += 1 / variance[p];
    }
    offMps2 = Math.sqrt(off / weights);
    double biasVariance = USUAL_BIAS_MPS2 * USUAL_BIAS_MPS2 + offMps2 * offMps2;
    Arrays.fill(estimate, 0);
    for (int round = 0; round < 6; round++) {
      linearise(biasVariance);
      invert();
      for (int r = 0; r < N; r++) {
        double change = 0;
        for (int c = 0; c < N; c++) {
          change += covariance[r][c] * gradient[c];
        }
        step[r] = change;
      }
      for (int r = 0; r < N; r++) {
        estimate[r] += step[r];
      }
    }
    linearise(biasVariance);
    invert();
    tilt();
  }

  private void linearise(double biasVariance) {
    for (int r = 0; r < N; r++) {
      Arrays.fill(normal[r], 0);
      double weight = 1 / (r < 3 ? biasVariance : SCALE_SIGMA * SCALE_SIGMA);
      normal[r][r] = weight;
      gradient[r] = -weight * estimate[r];
    }
    for (int p = 0; p < count; p++) {
      double[] pose = poses[p];
      double size = predicted(pose);
      double residual = SensorHealth.GRAVITY_MPS2 - size;
      for (int j = 0; j < 3; j++) {
        double along = 0;
        double axis = 0;
        for (int i = 0; i < 3; i++) {
          double unit = force[i] / size;
          axis += unit * pose[9 + 3 * j + i];
          along += unit * (pose[3 * j + i] - estimate[j] * pose[9 + 3 * j + i]);
        }
        step[j] = -(1 + estimate[3 + j]) * axis;
        step[3 + j] = along;
      }
      for (int r = 0; r < N; r++) {
        gradient[r] += step[r] * residual / variance[p];
        for (int c = 0; c < N; c++) {
          normal[r][c] += step[r] * step[c] / variance[p];
        }
      }
    }
  }

  /** Gauss-Jordan; the prior keeps the matrix positive definite. */
  private void invert() {
    for (int r = 0; r < N; r++) {
      Arrays.fill(covariance[r], 0);
      covariance[r][r] = 1;
    }
    for (int pivot = 0; pivot < N; pivot++) {
      double by = 1 / normal[pivot][pivot];
      for (int c = 0; c < N; c++) {
        normal[pivot][c] *= by;
        covariance[pivot][c] *= by;
      }
      for (int r = 0; r < N; r++) {
        double times = normal[r][pivot];
        if (r != pivot && times != 0) {
          for (int c = 0; c < N; c++) {
            normal[r][c] -= times * normal[pivot][c];
            covariance[r][c] -= times * covariance[pivot][c];
          }
        }
      }
    }
  }

  /** Deviation of the corrected force at right angles to gravity, over all poses seen. */
  private void tilt() {
    double worst = 0;
    double total = 0;
    for (int p = 0; p < count; p++) {
      double size = predicted(poses[p]);
      double xx = spread(0, 0, p);
      double yy = spread(1, 1, p);
      double zz = spread(2, 2, p);
      double xy = spread(0, 1, p);
      double xz = spread(0, 2, p);
      double yz = spread(1, 2, p);
      double x = force[0] / size;
      double y = force[1] / size;
      double z = force[2] / size;
      double along =
          x * x * xx + y * y * yy + z * z * zz + 2 * (x * y * xy + x * z * xz + y * z * yz);
      double trace = Math.max(0, xx + yy + zz - along);
      total += trace / 2;
      // Of two variances with this sum none is larger.
      worst = Math.max(worst, trace);
    }
    meanTiltRad = HALF_WIDTH_90 * Math.sqrt(total / count) / SensorHealth.GRAVITY_MPS2;
    worstTiltRad = FastMath.atan(HALF_WIDTH_90 * Math.sqrt(worst) / SensorHealth.GRAVITY_MPS2);
  }

  private double spread(int a, int b, int pose) {
    double readA = reading(poses[pose], a);
    double readB = reading(poses[pose], b);
    return covariance[a][b]
        - covariance[a][3 + b] * readB
        - covariance[3 + a][b] * readA
        + covariance[3 + a][3 + b] * readA * readB;
  }

  /** What the axis read in a pose. */
  private static double reading(double[] pose, int axis) {
    return pose[3 * axis + axis];
  }

  /** Zero error of an axis, m/s2. */
  double biasMps2(int axis) {
    return estimate[axis];
  }

  double scale(int axis) {
    return 1 + estimate[3 + axis];
  }

  /** How far gravity is off without any correction, RMS over the poses. */
  double offMps2() {
    return offMps2;
  }

  /**
   * 90 % half-width of the tilt by the zero error as it is, not corrected: a component has the
   * usual deviation, worth one look, until poses in different directions show theirs (three
   * directions are all there are).
   */
  double usualTiltRad() {
    double looks = Math.min(3, count / 2.0);
    double squares = USUAL_BIAS_MPS2 * USUAL_BIAS_MPS2 + looks * offMps2 * offMps2;
    return FastMath.atan(
        HALF_WIDTH_90 * Math.sqrt(squares / (1 + looks)) / SensorHealth.GRAVITY_MPS2);
  }

  /**
   * Whether the estimate has shown on poses that it did not know that it is much better than none.
   */
  boolean proven() {
    return checks >= 4 && errorWith < 0.4 * errorWithout;
  }

  /** 90 % half-width of the tilt that is left, mean over directions and poses. */
  double meanTiltRad() {
    return meanTiltRad;
  }

  /** The same in the worst direction of the worst pose. */
  double worstTiltRad() {
    return worstTiltRad;
  }

  int poses() {
    return count;
  }
}
