package org.plumbline.analyzer.emg;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.signal.GridTrack;

/**
 * What only the band-passed signal of a repetition can tell: when the muscle came on, and its
 * spectrum in a window.
 */
public final class MuscleTiming {
  private static final ActivationDetector DETECTOR =
      new ActivationDetector(ActivationDetector.Parameters.defaults());

  private MuscleTiming() {}

  /**
   * Onset of the longest burst that begins before {@code holdEnd} and reaches into the repetition.
   *
   * @param from first grid step that is looked at, a rest before the repetition included
   * @param start first step of the repetition
   * @param holdEnd last step of its hold
   * @return times from {@code start}, negative before it; empty when signal or rest are missing
   */
  public static Optional<Burst> burst(RecordedMuscle muscle, long from, long start, long holdEnd) {
    Optional<double[]> samples = samples(muscle, from, holdEnd);
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    int first = muscle.signal().indexAt(from * GridTrack.STEP_NANOS);
    double startSeconds = start * GridTrack.STEP_NANOS * 1e-9;
    double firstSeconds = muscle.signal().nanos(first) * 1e-9;
    List<Burst> bursts = DETECTOR.detect(samples.get(), muscle.signal().rateHz());
    Burst longest = null;
    for (Burst burst : bursts) {
      boolean reaches = firstSeconds + burst.offsetSeconds() > startSeconds;
      boolean longer = longest == null || length(burst) > length(longest);
      longest = reaches && longer ? burst : longest;
    }
    double shift = firstSeconds - startSeconds;
    return longest == null
        ? Optional.empty()
        : Optional.of(
            new Burst(
                longest.onsetSeconds() + shift,
                longest.offsetSeconds() + shift,
                longest.snrDecibels()));
  }

  private static double length(Burst burst) {
    return burst.offsetSeconds() - burst.onsetSeconds();
  }

  /**
   * The spectrum of a muscle between two grid steps.
   *
   * @param speed of the movement there, NaN where there is none
   * @param restVolts RMS at rest
   * @return empty when the signal is incomplete, too short, sampled too slowly, or no rest is known
   */
  public static Optional<Tiring> tiring(
      RecordedMuscle muscle, long from, long to, double speed, double restVolts) {
    Optional<double[]> samples = samples(muscle, from, to);
    if (samples.isEmpty() || !(restVolts > 0)) {
      return Optional.empty();
    }
    double power = 0;
    for (double volts : samples.get()) {
      power += volts * volts / samples.get().length;
    }
    double rest = restVolts * restVolts;
    double decibels = power > rest ? 10 * FastMath.log10((power - rest) / rest) : -99;
    double rms = Math.sqrt(Math.max(0, power - rest));
    return EmgSpectrum.of(samples.get(), muscle.signal().rateHz())
        .map(one -> new Tiring(one.medianHz(), one.lnDimitrov(), rms, speed, decibels));
  }

  private static Optional<double[]> samples(RecordedMuscle muscle, long from, long to) {
    BandSignal signal = muscle.signal();
    int first = signal.indexAt(from * GridTrack.STEP_NANOS);
    int end = signal.indexAt(to * GridTrack.STEP_NANOS);
    if (end <= first || muscle.problem().isPresent()) {
      return Optional.empty();
    }
    double[] samples = new double[end - first];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = signal.volts(first + i);
      if (Double.isNaN(samples[i])) {
        return Optional.empty();
      }
    }
    boolean hole =
        signal.nanos(end - 1) - signal.nanos(first) > 1.02e9 * samples.length / signal.rateHz();
    return hole ? Optional.empty() : Optional.of(samples);
  }
}
