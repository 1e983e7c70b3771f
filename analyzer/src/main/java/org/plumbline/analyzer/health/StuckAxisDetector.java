package org.plumbline.analyzer.health;

import java.util.Arrays;
import org.plumbline.analyzer.orientation.GapFiller;

/**
 * Finds channels that give exactly the same value while the sensor demonstrably moves: one axis for
 * five seconds while another of its kind moves or ten while one of the other kind does, or all
 * three of a kind for one second while the other kind does. (A single axis may well stand still for
 * a moment: in a movement about another one, behind a coarse converter.) One thread.
 */
final class StuckAxisDetector {
  private static final int N = GapFiller.CHANNELS;
  static final double AXIS_SECONDS = 5;
  static final double ALL_AXES_SECONDS = 1;

  /** No converter is so coarse that an axis of a moving sensor shows nothing for so long. */
  private static final double LONG_SECONDS = 10;

  private static final double SUSPECT_SECONDS = 0.5;

  private final double[] moved;
  private final double[] last = new double[N];
  private final double[] runSeconds = new double[N];
  private final double[] longestSeconds = new double[N];
  private final double[][] min = new double[N][N];
  private final double[][] max = new double[N][N];

  /**
   * @param moved per channel: a range that noise and slow drift do not reach within a second
   */
  StuckAxisDetector(double[] moved) {
    this.moved = moved.clone();
    Arrays.fill(last, Double.NaN);
  }

  void restart() {
    Arrays.fill(last, Double.NaN);
  }

  void update(double intervalSeconds, double[] imu) {
    for (int i = 0; i < N; i++) {
      if (imu[i] == last[i]) {
        runSeconds[i] += intervalSeconds;
        for (int k = 0; k < N; k++) {
          min[i][k] = Math.min(min[i][k], imu[k]);
          max[i][k] = Math.max(max[i][k], imu[k]);
        }
      } else {
        last[i] = imu[i];
        runSeconds[i] = 0;
        System.arraycopy(imu, 0, min[i], 0, N);
        System.arraycopy(imu, 0, max[i], 0, N);
      }
    }
    for (int i = 0; i < N; i++) {
      if (runSeconds[i] >= ALL_AXES_SECONDS && sensorMoved(i)) {
        longestSeconds[i] = Math.max(longestSeconds[i], runSeconds[i]);
      }
    }
  }

  private boolean sensorMoved(int i) {
    int own = i / 3 * 3;
    int other = 3 - own;
    for (int k = other; k < other + 3 && runSeconds[i] >= LONG_SECONDS; k++) {
      if (max[i][k] - min[i][k] > moved[k]) {
        return true;
      }
    }
    for (int k = own; k < own + 3 && runSeconds[i] >= AXIS_SECONDS; k++) {
      if (max[i][k] - min[i][k] > moved[k]) {
        return true;
      }
    }
    if (Math.min(runSeconds[own], Math.min(runSeconds[own + 1], runSeconds[own + 2]))
        < ALL_AXES_SECONDS) {
      return false;
    }
    for (int k = other; k < other + 3; k++) {
      if (max[i][k] - min[i][k] > moved[k]) {
        return true;
      }
    }
    return false;
  }

  /** Whether all three axes from a channel on have been giving the same values for a second. */
  boolean dead(int from) {
    return runSeconds[from] >= ALL_AXES_SECONDS
        && runSeconds[from + 1] >= ALL_AXES_SECONDS
        && runSeconds[from + 2] >= ALL_AXES_SECONDS;
  }

  /** Whether some axis has been giving the same value for half a second. */
  boolean suspect() {
    for (double seconds : runSeconds) {
      if (seconds >= SUSPECT_SECONDS) {
        return true;
      }
    }
    return false;
  }

  /** The longest time that the channel was stuck; 0 when it never was. */
  double stuckSeconds(int channel) {
    return longestSeconds[channel];
  }
}
