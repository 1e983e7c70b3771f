package org.plumbline.analyzer.emg;

import java.util.Optional;
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.Butterworth;
import org.plumbline.analyzer.signal.MovingRms;

/**
 * One EMG channel from electrode voltage to envelope, causal: band-pass, then RMS over a sliding
 * window; and a watch on the raw signal.
 *
 * <p>Volts in, volts out, a sample at a time, no allocation. One thread.
 */
public final class EmgConditioner {

  /** Code of a signal that did not move for a while. */
  public static final String FLAT = "emg-flat";

  /** Code of a signal that reached the end of its range. */
  public static final String CLIPPED = "emg-clipped";

  /** Frequency whose delay stands for the band: the middle of the power of surface EMG. */
  private static final double TYPICAL_HZ = 100;

  private final BiquadCascade bandPass;
  private final MovingRms envelope;
  private final EmgWatch watch;
  private final double delaySeconds;

  /**
   * What a user can choose.
   *
   * @param order of the Butterworth band-pass, 4 (as scipy counts: four biquads)
   * @param lowHz 20 (De Luca 2010; SENIAM 10-20)
   * @param highHz 450 (Delsys; SENIAM near 500), at most {@code highShare} of the rate
   * @param highShare 0.45
   * @param windowSeconds 0.1 (Konrad: 50-100 ms for dynamic work)
   */
  public record Parameters(
      int order, double lowHz, double highHz, double highShare, double windowSeconds) {

    public static Parameters defaults() {
      return new Parameters(4, 20, 450, 0.45, 0.1);
    }
  }

  /**
   * A conditioner at rest.
   *
   * @throws IllegalArgumentException when the rate is too low for the band
   */
  public EmgConditioner(Parameters parameters, double rateHz) {
    double high = Math.min(parameters.highHz(), parameters.highShare() * rateHz);
    bandPass = Butterworth.bandPass(parameters.order(), rateHz, parameters.lowHz(), high);
    envelope = new MovingRms((int) Math.max(1, Math.round(parameters.windowSeconds() * rateHz)));
    watch = new EmgWatch(rateHz);
    double typical = Math.min(TYPICAL_HZ, Math.sqrt(parameters.lowHz() * high));
    delaySeconds = bandPass.groupDelaySeconds(typical) + envelope.delaySamples() / rateHz;
  }

  /** Envelope after the next sample, V. */
  public double update(double volts) {
    watch.update(volts);
    return envelope.update(bandPass.update(volts));
  }

  /** How much older than its sample an envelope value is. */
  public double delaySeconds() {
    return delaySeconds;
  }

  /** Code of what is wrong with the signal, if anything. */
  public Optional<String> problem() {
    return watch.problem();
  }

  /** Back to rest; the watch keeps what it has seen. */
  public void reset() {
    bandPass.reset();
    envelope.reset();
  }
}
