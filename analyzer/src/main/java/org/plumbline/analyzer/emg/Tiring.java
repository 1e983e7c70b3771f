package org.plumbline.analyzer.emg;

/**
 * What one repetition says about fatigue, everything read in the same joint-angle window.
 *
 * @param medianHz median frequency
 * @param lnDimitrov ln of the spectral index of Dimitrov
 * @param rmsVolts amplitude
 * @param speed of the movement through the window, any unit; NaN where it was not measured
 * @param snrDecibels of the window against rest
 */
public record Tiring(
    double medianHz, double lnDimitrov, double rmsVolts, double speed, double snrDecibels) {

  /** Spectra of weaker signals are spectra of the noise. */
  public static final double LEAST_SNR_DECIBELS = 10;

  /** Whether its spectrum may be used. */
  public boolean isSpectral() {
    return snrDecibels >= LEAST_SNR_DECIBELS && Double.isFinite(medianHz);
  }
}
