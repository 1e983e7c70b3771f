package org.plumbline.analyzer.kinematics;

import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * Orientation at a grid step from the steps on either side: a parabola is laid through each
 * component of the quaternion (Savitzky and Golay, Anal. Chem. 36, 1964), so that turns, their
 * speed and their acceleration come through, nothing is delayed, and what wobbles faster is taken
 * off. With 20 steps of 10 ms, 88 % of the amplitude of 2 Hz is left, 55 % of 3 Hz and 10 % of 4
 * Hz; with 10 steps the same of twice these frequencies.
 *
 * <p>At the edge of a hole the window is narrower, on both sides alike. Immutable.
 */
final class PoseSmoothing {

  /** At {@code cut-off * reach} of this, seconds times hertz, 0.71 of the amplitude is left. */
  private static final double CUT_OFF = 0.52;

  private final double[][] weights;

  /**
   * @param most steps on either side
   */
  PoseSmoothing(int most) {
    weights = new double[most + 1][];
    for (int m = 0; m <= most; m++) {
      weights[m] = weights(m);
    }
  }

  /** One half with the middle first; the other half is the same. */
  private static double[] weights(int m) {
    double[] half = new double[m + 1];
    double scale = (2.0 * m - 1) * (2.0 * m + 1) * (2.0 * m + 3) / 3;
    for (int i = 0; i <= m; i++) {
      half[i] = m == 0 ? 1 : (3.0 * m * m + 3.0 * m - 1 - 5.0 * i * i) / scale;
    }
    return half;
  }

  /** Most steps on either side. */
  int most() {
    return weights.length - 1;
  }

  /** Steps on either side with which a movement up to a frequency is kept. */
  int reach(double cutOffHz) {
    return (int) Math.min(most(), CUT_OFF / cutOffHz * GridTrack.RATE_HZ);
  }

  /**
   * The quaternion in the first four columns of a step that the track has.
   *
   * @param reach steps on either side, where there are as many
   * @param first nothing before this step belongs to it
   */
  Quaternion at(GridTrack track, long step, int reach, long first) {
    int m = 0;
    while (m < reach
        && step - m - 1 >= first
        && track.has(step - m - 1)
        && track.has(step + m + 1)) {
      m++;
    }
    Quaternion middle = WornSegment.quaternion(track, step, 0);
    double[] sum = new double[4];
    for (int i = -m; i <= m; i++) {
      add(sum, WornSegment.quaternion(track, step + i, 0), middle, weights[m][Math.abs(i)]);
    }
    return new Quaternion(sum[0], sum[1], sum[2], sum[3]).normalized();
  }

  /** A quaternion and its negative are the same turn. */
  private static void add(double[] sum, Quaternion one, Quaternion like, double weight) {
    double dot = one.w() * like.w() + one.x() * like.x() + one.y() * like.y() + one.z() * like.z();
    double signed = dot < 0 ? -weight : weight;
    sum[0] += signed * one.w();
    sum[1] += signed * one.x();
    sum[2] += signed * one.y();
    sum[3] += signed * one.z();
  }
}
