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
  private double[] shares = new double[0];
  private double[] widths = new double[0];

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
   * Names what an anchor may have in it besides its own noise: errors that are the same whenever
   * they come, such as how a sensor sits, or how a pose was when it was learned.
   *
   * @param sigmas deviation of each, in units in which shares are stated
   */
  void sources(double[] sigmas) {
    widths = sigmas.clone();
    shares = new double[sigmas.length];
  }

  /** The offset was measured, with noise only. */
  boolean anchor(double measuredRad, double sigmaRad) {
    return anchor(measuredRad, sigmaRad, new double[shares.length]);
  }

  /**
   * The offset was measured.
   *
   * @param sigmaRad how sure, apart from the sources
   * @param of what each source has put into it, rad per unit; missing ones nothing
   * @return whether it was believed
   */
  boolean anchor(double measuredRad, double sigmaRad, double[] of) {
    double noise = sigmaRad * sigmaRad;
    if (!known) {
      offsetRad = wrap(measuredRad);
      blend(1, of);
      settle(noise);
      return true;
    }
    double before = variance();
    double away = wrap(measuredRad - offsetRad);
    double gate = parameters.gateSigmas();
    double apart = before + noise;
    double gained = before;
    for (int s = 0; s < shares.length; s++) {
      double difference = (shares[s] - share(of, s)) * widths[s];
      apart += difference * difference;
      gained += difference * shares[s] * widths[s];
    }
    if (away * away > gate * gate * apart) {
      boolean again = Math.abs(wrap(measuredRad - refusedRad)) < gate * sigmaRad;
      refusedRad = measuredRad;
      if (!again) {
        return false;
      }
      learn(away);
      offsetRad = wrap(measuredRad);
      blend(1, of);
      settle(noise);
      return true;
    }
    learn(away);
    double gain = Math.max(0, Math.min(1, gained / apart));
    offsetRad = wrap(offsetRad + gain * away);
    blend(gain, of);
    settle((1 - gain) * (1 - gain) * before + gain * gain * noise);
    return true;
  }

  private static double share(double[] of, int source) {
    return source < of.length ? of[source] : 0;
  }

  private void blend(double gain, double[] of) {
    for (int s = 0; s < shares.length; s++) {
      shares[s] += gain * (share(of, s) - shares[s]);
    }
  }

  /**
   * What is uncertain by noise and drift now becomes a source of its own, because a pose is learned
   * with it that will be an anchor.
   */
  void makeSource(int source) {
    widths[source] = Math.sqrt(variance());
    for (int s = 0; s < shares.length; s++) {
      shares[s] = s == source ? 1 : shares[s];
    }
    settle(0);
  }

  /** What the sources have put into the offset, rad per unit. */
  double[] shares() {
    return shares.clone();
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

  private double driftRad() {
    double rate = Math.max(parameters.driftRadPerS(), learnedRadPerS);
    return rate * seconds + parameters.turnShare() * turnedRad;
  }

  /** Of noise and drift. */
  private double variance() {
    double drift = driftRad();
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
    return apartFromRad(0);
  }

  /** The same without what the first sources put in, which the caller counts itself. */
  double apartFromRad(int first) {
    if (!known) {
      return Math.PI;
    }
    double variance = variance();
    for (int s = first; s < shares.length; s++) {
      variance += shares[s] * shares[s] * widths[s] * widths[s];
    }
    return Math.min(Math.PI, Math.sqrt(variance));
  }

  /** Time since the last anchor. */
  double ageSeconds() {
    return seconds;
  }

  static double wrap(double angleRad) {
    return angleRad - 2 * Math.PI * Math.rint(angleRad / (2 * Math.PI));
  }
}
