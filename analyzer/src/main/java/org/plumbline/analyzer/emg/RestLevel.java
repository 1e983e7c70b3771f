package org.plumbline.analyzer.emg;

import org.plumbline.analyzer.signal.GridTrack;

/**
 * The calmest second of a muscle so far: what is left is noise of the electrodes and the activity
 * that never stops. A call per grid step; no allocation.
 *
 * <p>The lowest of many seconds is a little too low: with 150 Hz of bandwidth the power of a second
 * scatters by 8 %, the lowest of twenty lies 15 % under the mean.
 */
public final class RestLevel {

  /**
   * 90 % half-width of the power of the noise, as a share: scatter and the choice of the lowest.
   */
  static final double POWER_ERROR = 0.2;

  private final double[] squares = new double[GridTrack.RATE_HZ];
  private int filled;
  private int at;
  private double lowest = Double.NaN;

  /** The envelope at the next grid step, volts; NaN where it was not measured. */
  public void update(double envelopeVolts) {
    if (Double.isNaN(envelopeVolts)) {
      filled = 0;
      return;
    }
    squares[at] = envelopeVolts * envelopeVolts;
    at = (at + 1) % squares.length;
    filled = Math.min(squares.length, filled + 1);
    if (filled == squares.length && at % 10 == 0) {
      double power = 0;
      for (double square : squares) {
        power += square / squares.length;
      }
      // A dead channel is no rest.
      if (power > 0 && !(power >= lowest)) {
        lowest = power;
      }
    }
  }

  /** RMS of the calmest second, volts; NaN before there was any. */
  public double volts() {
    return Math.sqrt(lowest);
  }
}
