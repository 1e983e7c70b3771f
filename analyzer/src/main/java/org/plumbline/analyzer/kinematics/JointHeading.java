package org.plumbline.analyzer.kinematics;

import org.apache.commons.math3.util.FastMath;

/**
 * How far the heading of one sensor is from that of its neighbour, without magnetometers: carried
 * by the gyroscopes from one anchor (an instant at which the relative pose is known) to the next,
 * and less certain the further it was carried. A scalar Kalman filter.
 *
 * <p>An anchor that cannot be is refused; but if the next one says the same, it was the heading
 * that was wrong. How fast it really drifts is learned from what anchors had to correct, so that
 * sensors with a poor gyroscope are believed less. One thread.
 */
public final class JointHeading {
  /** Sooner an anchor shows more of its own error than of drift. */
  private static final double LEAST_LEARNING_SECONDS = 2;

  private final Parameters parameters;
  private boolean known;
  private double offsetRad;
  private double anchoredVariance;
  private double seconds;
  private double turnedRad;
  private double learnedRadPerS;
  private double refusedRad = Double.NaN;

  public JointHeading(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * @param driftRadPerS of the difference of two sensors: 4 deg/min each (BROAD, orientation
   *     reference, section 2.1)
   * @param turnShare of all that the sensors turn, how much goes astray: scale and misalignment of
   *     calibrated gyroscopes, 0.5 %
   * @param gateSigmas an anchor further away than this from what is expected is no anchor
   */
  public record Parameters(double driftRadPerS, double turnShare, double gateSigmas) {
    public Parameters {
      if (!(driftRadPerS > 0 && turnShare >= 0 && gateSigmas > 0)) {
        throw new IllegalArgumentException(
            "drift " + driftRadPerS + " rad/s, share " + turnShare + ", gate " + gateSigmas);
      }
    }

    public static Parameters defaults() {
      return new Parameters(FastMath.toRadians(4 * Math.sqrt(2) / 60), 0.005, 3);
    }
  }

  /** Time went by in which the faster of the two sensors turned by {@code turnRad}. */
  void carry(double intervalSeconds, double turnRad) {
    seconds += intervalSeconds;
    turnedRad += turnRad;
  }

  /**
   * The offset was measured.
   *
   * @param sigmaRad how sure
   * @return whether it was believed
   */
  boolean anchor(double measuredRad, double sigmaRad) {
    double noise = sigmaRad * sigmaRad;
    if (!known) {
      offsetRad = wrap(measuredRad);
      settle(noise);
      return true;
    }
    double before = variance();
    double away = wrap(measuredRad - offsetRad);
    double gate = parameters.gateSigmas();
    if (away * away > gate * gate * (before + noise)) {
      boolean again = Math.abs(wrap(measuredRad - refusedRad)) < gate * sigmaRad;
      refusedRad = measuredRad;
      if (!again) {
        return false;
      }
      learn(away);
      offsetRad = wrap(measuredRad);
      settle(noise);
      return true;
    }
    learn(away);
    offsetRad = wrap(offsetRad + before / (before + noise) * away);
    settle(before * noise / (before + noise));
    return true;
  }

  /** Half of what was believed before, half of what was seen just now. */
  private void learn(double awayRad) {
    if (seconds > LEAST_LEARNING_SECONDS) {
      learnedRadPerS = 0.5 * learnedRadPerS + 0.5 * Math.abs(awayRad) / seconds;
    }
  }

  private void settle(double variance) {
    refusedRad = Double.NaN;
    known = true;
    anchoredVariance = variance;
    seconds = 0;
    turnedRad = 0;
  }

  private double variance() {
    double rate = Math.max(parameters.driftRadPerS(), learnedRadPerS);
    double drift = rate * seconds + parameters.turnShare() * turnedRad;
    return anchoredVariance + drift * drift;
  }

  /** Nothing is known any more: samples of a sensor are missing. */
  void lose() {
    known = false;
  }

  /** Whether there was an anchor since the last loss. */
  boolean known() {
    return known;
  }

  /** To be added to the heading of the distal sensor. */
  double offsetRad() {
    return offsetRad;
  }

  /** Standard deviation. */
  double sigmaRad() {
    return known ? Math.min(Math.PI, Math.sqrt(variance())) : Math.PI;
  }

  /** Time since the last anchor. */
  double ageSeconds() {
    return seconds;
  }

  static double wrap(double angleRad) {
    return angleRad - 2 * Math.PI * Math.rint(angleRad / (2 * Math.PI));
  }
}
