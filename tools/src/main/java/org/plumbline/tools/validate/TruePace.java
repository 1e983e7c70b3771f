package org.plumbline.tools.validate;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Hold and smoothness of a true excursion. */
final class TruePace {
  /** As near to the far position as the program calls a hold. */
  private static final double HOLD_SHARE = 0.9;

  private static final double AWAY_SHARE = 0.2;

  private static final double HIGHEST_HZ = 10;
  private static final double LEAST_SHARE = 0.05;

  private final double[] excursion;
  private final double rateHz;

  /** Takes over the array. */
  TruePace(double[] excursion, double rateHz) {
    this.excursion = excursion;
    this.rateHz = rateHz;
  }

  double holdSeconds() {
    return secondsAbove(HOLD_SHARE);
  }

  double durationSeconds() {
    return secondsAbove(AWAY_SHARE);
  }

  private double secondsAbove(double share) {
    double largest = 0;
    for (double one : excursion) {
      largest = Math.max(largest, one);
    }
    int first = 0;
    while (excursion[first] < share * largest) {
      first++;
    }
    int last = excursion.length - 1;
    while (excursion[last] < share * largest) {
      last--;
    }
    return (last - first) / rateHz;
  }

  /** Spectral arc length of the speed, mean of the way out and the way back. */
  double smoothness(int holdStart, int holdEnd) {
    int turn = (holdStart + holdEnd) / 2;
    return (arc(0, turn) + arc(turn, excursion.length - 1)) / 2;
  }

  private double arc(int from, int to) {
    int size = 1;
    while (size < 16 * (to - from)) {
      size *= 2;
    }
    double[] speed = new double[size];
    for (int i = from; i < to; i++) {
      speed[i - from] = excursion[i + 1] - excursion[i];
    }
    Complex[] spectrum =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(speed, TransformType.FORWARD);
    int bins = (int) (HIGHEST_HZ * size / rateHz) + 1;
    double largest = 0;
    for (int i = 0; i < bins; i++) {
      largest = Math.max(largest, spectrum[i].abs());
    }
    int last = bins - 1;
    while (spectrum[last].abs() < LEAST_SHARE * largest) {
      last--;
    }
    double length = 0;
    for (int i = 1; i <= last; i++) {
      double rise = (spectrum[i].abs() - spectrum[i - 1].abs()) / largest;
      length += Math.hypot(1.0 / last, rise);
    }
    return -length;
  }
}
