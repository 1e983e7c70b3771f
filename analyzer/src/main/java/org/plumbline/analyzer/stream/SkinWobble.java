package org.plumbline.analyzer.stream;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.Butterworth;

/**
 * How far a sensor moves against its bone, from its own gyroscope: in slow exercise bones do not
 * turn to and fro several times a second, so what a sensor does at {@value #LEAST_HZ} Hz and more
 * is taken for its wobble on the skin. Shaking, shivering and impacts are counted too, which is
 * right: they shake what is under the strap.
 *
 * <p>The slow shift of the skin cannot be told from movement; it is taken to be as large as the
 * wobble. One thread; allocates nothing.
 */
final class SkinWobble {

  /** Exercises are done within a second or more; the band of skin begins above. */
  private static final double LEAST_HZ = 2.5;

  /** Turning slower than this (RMS over {@link #MOVING_SECONDS}) is rest: nothing is learned. */
  private static final double MOVING_RAD_PER_S = FastMath.toRadians(8);

  private static final double MOVING_SECONDS = 0.5;

  /**
   * Before anything is seen, 90 % half-width at full movement: with soft tissue, joint angles in
   * walking are 2.2 deg worse (Teufl 2018); slow exercise and tight straps halve that, and two
   * segments share it.
   */
  static final double PRIOR_RAD = FastMath.toRadians(1.3);

  /** How much movement outweighs that. */
  private static final double PRIOR_SECONDS = 10;

  /**
   * Of the wobble, the share that is fast enough to be seen: set on synthetic people of seeds 101
   * to 106, whose skin wobbles at 2 to 6 Hz.
   */
  private static final double SEEN_SHARE = 0.83;

  /** From a deviation of the wobble to a 90 % half-width of wobble and shift, as large again. */
  private static final double HALF_WIDTH = 1.645 * Math.sqrt(2) / SEEN_SHARE;

  /**
   * How much skin moves follows the movement; over a half sine the mean of its fourth power is
   * three quarters of that of its square.
   */
  private static final double HALF_SINE = 0.75;

  /** Of movement, about a repetition. */
  private static final double WINDOW_SECONDS = 4;

  /** Five minutes of movement; older windows are forgotten. */
  private static final int MOST_WINDOWS = 75;

  private final BiquadCascade[] highPass = new BiquadCascade[3];
  private final double[] angle = new double[3];
  private final double[] windows = new double[MOST_WINDOWS];
  private final double[] sorted = new double[MOST_WINDOWS];
  private int windowsSeen;
  private double median;
  private double moving;
  private double seconds;
  private double square;
  private double windowSeconds;
  private double firstSum;
  private double secondSum;

  SkinWobble(double rateHz) {
    at(rateHz);
  }

  /** Samples come at another rate from now on; what was learned holds. */
  void at(double rateHz) {
    for (int axis = 0; axis < 3; axis++) {
      highPass[axis] = Butterworth.highPass(4, rateHz, LEAST_HZ);
    }
  }

  /** Samples are missing before the next one. */
  void gap() {
    for (int axis = 0; axis < 3; axis++) {
      highPass[axis].reset();
      angle[axis] = 0;
    }
    moving = 0;
    square = 0;
  }

  /** Takes the next angular rate, rad/s. */
  void update(double intervalSeconds, double x, double y, double z) {
    double weight = Math.min(1, intervalSeconds / MOVING_SECONDS);
    moving += weight * (x * x + y * y + z * z - moving);
    // Slow drift of the sum fades; the band itself passes.
    double keep = 1 - Math.min(1, intervalSeconds * LEAST_HZ);
    angle[0] = keep * angle[0] + intervalSeconds * highPass[0].update(x);
    angle[1] = keep * angle[1] + intervalSeconds * highPass[1].update(y);
    angle[2] = keep * angle[2] + intervalSeconds * highPass[2].update(z);
    double now = (angle[0] * angle[0] + angle[1] * angle[1] + angle[2] * angle[2]) / 3;
    square += weight * (now - square);
    if (moving > MOVING_RAD_PER_S * MOVING_RAD_PER_S) {
      firstSum += intervalSeconds * square;
      secondSum += intervalSeconds * square * square;
      windowSeconds += intervalSeconds;
      if (windowSeconds >= WINDOW_SECONDS) {
        endWindow();
      }
    }
  }

  /** Where the wobble of a window is large counts most: its movement has a beginning and an end. */
  private void endWindow() {
    windows[windowsSeen % MOST_WINDOWS] = firstSum > 0 ? secondSum / firstSum / HALF_SINE : 0;
    windowsSeen++;
    seconds += windowSeconds;
    windowSeconds = 0;
    firstSum = 0;
    secondSum = 0;
    int count = Math.min(windowsSeen, MOST_WINDOWS);
    System.arraycopy(windows, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    median = (sorted[count / 2] + sorted[(count - 1) / 2]) / 2;
  }

  /**
   * Of the sensor against its bone at full movement, about any axis, 90 % half-width: the median of
   * windows, so that one knock, or one odd movement, does not tell it.
   */
  double fullRad() {
    double known = PRIOR_SECONDS * PRIOR_RAD * PRIOR_RAD;
    return Math.sqrt(
        (known + seconds * HALF_WIDTH * HALF_WIDTH * median) / (PRIOR_SECONDS + seconds));
  }
}
