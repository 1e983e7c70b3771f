package org.plumbline.analyzer.emg;

import java.util.List;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.Butterworth;
import org.plumbline.analyzer.signal.MovingRms;
import org.plumbline.analyzer.signal.Notch;
import org.plumbline.analyzer.signal.ZeroPhase;
import org.plumbline.device.log.Muscle;

/**
 * One EMG channel from electrode voltage to band-passed signal and two envelopes, causal: band-pass
 * (and notches where the mains must be removed), then RMS over a sliding window, and the rectified
 * signal through a slow low-pass, which runs on means of a few samples ({@value
 * #LEAST_SLOW_RATE_HZ} Hz at least): the means are zero where folding would reach the envelope.
 *
 * <p>Volts in, volts out, a sample at a time, no allocation. One thread. Delays are told and not
 * taken off here.
 */
public final class EmgConditioner {

  /** Frequency whose delay stands for the band: the middle of the power of surface EMG. */
  private static final double TYPICAL_HZ = 100;

  /** Rate below which the upper part of the band is cut (reference, 1.4). */
  private static final double FULL_BAND_RATE_HZ = 1000;

  private static final double LEAST_SLOW_RATE_HZ = 400;

  private final Parameters parameters;
  private final double rateHz;
  private final BiquadCascade bandPass;
  private final MovingRms rms;
  private final BiquadCascade lowPass;
  private BiquadCascade notch;
  private boolean notched;
  private double wide;
  private double bandPassed;
  private final int perMean;
  private double rectified;
  private int inMean;
  private double smooth;

  /**
   * What a user can choose.
   *
   * @param order of the Butterworth band-pass, 4 (as scipy counts: four biquads)
   * @param lowHz 20 (De Luca 2010; SENIAM 10-20); on the trunk 30, the best trade against the
   *     electrocardiogram (Drake and Callaghan 2006)
   * @param highHz 450 (Delsys; SENIAM near 500), at most {@code highShare} of the rate
   * @param highShare 0.45
   * @param windowSeconds of the RMS, 0.1 (Konrad: 50-100 ms for dynamic work)
   * @param envelopeOrder 4 and {@code envelopeHz} 6, of the low-pass behind the rectifier (3-10 Hz
   *     are used; 6 is the common one)
   * @param notchQuality 30: 1.7 Hz wide at 50 Hz, as wide as mains frequency wanders, twice over
   */
  public record Parameters(
      int order,
      double lowHz,
      double highHz,
      double highShare,
      double windowSeconds,
      int envelopeOrder,
      double envelopeHz,
      double notchQuality) {

    public Parameters {
      if (!(windowSeconds > 0 && windowSeconds <= 10)) {
        throw new IllegalArgumentException("an RMS window of " + windowSeconds + " s");
      }
      if (!(highShare > 0 && highShare < 0.5)) {
        throw new IllegalArgumentException("an upper edge at " + highShare + " of the rate");
      }
    }

    public static Parameters defaults() {
      return new Parameters(4, 20, 450, 0.45, 0.1, 4, 6, 30);
    }

    /** What a muscle needs: the electrocardiogram is in every channel of the trunk. */
    public static Parameters of(Muscle muscle) {
      return isTrunk(muscle) ? new Parameters(4, 30, 450, 0.45, 0.1, 4, 6, 30) : defaults();
    }
  }

  /** Whether the heart is near enough to be seen in the channel. */
  public static boolean isTrunk(Muscle muscle) {
    return muscle == Muscle.ERECTOR_SPINAE || muscle == Muscle.RECTUS_ABDOMINIS;
  }

  /**
   * A conditioner at rest.
   *
   * @throws IllegalArgumentException when the rate is too low for the band, or the band is none
   */
  public EmgConditioner(Parameters parameters, double rateHz) {
    this.parameters = parameters;
    this.rateHz = rateHz;
    bandPass = bandPass(parameters, rateHz);
    rms = new MovingRms((int) Math.max(1, Math.round(parameters.windowSeconds() * rateHz)));
    perMean = (int) Math.max(1, Math.floor(rateHz / LEAST_SLOW_RATE_HZ));
    lowPass =
        Butterworth.lowPass(parameters.envelopeOrder(), rateHz / perMean, parameters.envelopeHz());
    notch = bandPass;
  }

  private static BiquadCascade bandPass(Parameters parameters, double rateHz) {
    double high = Math.min(parameters.highHz(), parameters.highShare() * rateHz);
    return Butterworth.bandPass(parameters.order(), rateHz, parameters.lowHz(), high);
  }

  /** As if the electrode had had this offset for ever: no step to answer to. Call it at rest. */
  public void startAt(double volts) {
    bandPass.settleAt(volts);
  }

  /** Takes the next sample, V; returns the band-passed signal, V. */
  public double update(double volts) {
    wide = bandPass.update(volts);
    double value = notched ? notch.update(wide) : wide;
    bandPassed = value;
    rms.update(value);
    rectified += Math.abs(value);
    if (++inMean == perMean) {
      smooth = lowPass.update(rectified / perMean);
      rectified = 0;
      inMean = 0;
    }
    return value;
  }

  /** The signal of the newest sample in its band, V. */
  public double bandPassed() {
    return bandPassed;
  }

  /** The same before any mains was removed, V. */
  double withMains() {
    return wide;
  }

  /** Square of {@link #rmsVolts()}, V². */
  public double meanSquare() {
    return rms.meanSquare();
  }

  /** RMS over the newest window, V. */
  public double rmsVolts() {
    return rms.value();
  }

  /** Whether the newest sample completed a value of {@link #smoothVolts()}. */
  public boolean hasNewSmooth() {
    return inMean == 0;
  }

  /** Rectified and low-passed, V; a little below zero after a burst, as such filters are. */
  public double smoothVolts() {
    return smooth;
  }

  /**
   * Removes these frequencies from the next sample on. The notches begin at rest and take a few
   * tenths of a second to bite; until then the hum goes through as it did before, and nothing is
   * lost.
   */
  public void removeMains(List<Double> frequenciesHz) {
    double[] all = frequenciesHz.stream().mapToDouble(Double::doubleValue).toArray();
    notch = Notch.at(rateHz, parameters.notchQuality(), all);
    notched = true;
  }

  /** Whether mains is being removed. */
  public boolean removesMains() {
    return notched;
  }

  /** Whether the upper part of the band is missing for want of rate: no spectral metric then. */
  public boolean isReducedBand() {
    return isReducedBand(rateHz);
  }

  /** Whether a rate is too low for the whole band; a measured rate is a little off its nominal. */
  public static boolean isReducedBand(double rateHz) {
    return rateHz < 0.99 * FULL_BAND_RATE_HZ;
  }

  /** How much older than its sample the band-passed signal is, in the middle of the band. */
  public double signalDelaySeconds() {
    double high = Math.min(parameters.highHz(), parameters.highShare() * rateHz);
    double typical = Math.min(TYPICAL_HZ, Math.sqrt(parameters.lowHz() * high));
    return bandPass.groupDelaySeconds(typical);
  }

  /** How much older than its sample the RMS is. */
  public double rmsDelaySeconds() {
    return signalDelaySeconds() + rms.delaySamples() / rateHz;
  }

  /** How much older than the sample that completed it the smooth envelope is: delay at rest. */
  public double smoothDelaySeconds() {
    return signalDelaySeconds()
        + (perMean - 1) / 2.0 / rateHz
        + lowPass.groupDelaySeconds(parameters.envelopeHz() / 10);
  }

  /** Back to rest. */
  public void reset() {
    bandPass.reset();
    notch.reset();
    rms.reset();
    lowPass.reset();
    wide = 0;
    bandPassed = 0;
    rectified = 0;
    inMean = 0;
    smooth = 0;
  }

  /**
   * The band-passed signal without delay, for offline analysis only: it looks ahead, and attenuates
   * twice as much at the edges.
   */
  public static double[] zeroPhaseSignal(Parameters parameters, double rateHz, double[] volts) {
    return ZeroPhase.filter(bandPass(parameters, rateHz), volts);
  }

  /** The smooth envelope without delay, for offline analysis only. */
  public static double[] zeroPhaseEnvelope(Parameters parameters, double rateHz, double[] volts) {
    double[] rectified = zeroPhaseSignal(parameters, rateHz, volts);
    for (int i = 0; i < rectified.length; i++) {
      rectified[i] = Math.abs(rectified[i]);
    }
    return ZeroPhase.filter(
        Butterworth.lowPass(parameters.envelopeOrder(), rateHz, parameters.envelopeHz()),
        rectified);
  }
}
