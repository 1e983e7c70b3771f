package org.plumbline.analyzer.emg;

import java.util.List;
import java.util.Optional;

/**
 * How good one channel was over a stretch.
 *
 * @param score 0 to 1, the lowest of the parts that gate; below {@link #GATE} nothing is concluded
 * @param parts each with what was measured
 * @param problem code of the first part that lies at or below the gate, causes before their effects
 * @param seen codes of what was found, whether or not it gates
 * @param restVolts RMS of the quietest half second of the stream so far; NaN before there was one
 * @param signalToRestDecibels level of the stretch against that rest; NaN where unknown
 */
public record ChannelQuality(
    double score,
    List<Part> parts,
    Optional<String> problem,
    List<String> seen,
    double restVolts,
    double signalToRestDecibels) {

  /** A part that has reached its limit has this score. */
  public static final double GATE = 0.5;

  /** Spectra of less than this say nothing (McManus 2020; CleanEMG). */
  public static final double SPECTRAL_DECIBELS = 10;

  public ChannelQuality {
    parts = List.copyOf(parts);
    seen = List.copyOf(seen);
  }

  /** Whether levels of the stretch can be used. */
  public boolean isUsable() {
    return problem.isEmpty();
  }

  /** Whether the signal is far enough above its rest for a spectrum. */
  public boolean allowsSpectrum() {
    return isUsable() && signalToRestDecibels >= SPECTRAL_DECIBELS;
  }

  /** The part with this code. */
  public Optional<Part> part(String code) {
    return parts.stream().filter(part -> part.code().equals(code)).findFirst();
  }

  /**
   * One thing that can be wrong.
   *
   * @param code stable: {@code emg-clipped}
   * @param score 1 / (1 + (value / limit)²)
   * @param value what was measured, in {@code unit}
   * @param limit where the gate closes; infinite for what is only told
   */
  public record Part(String code, double score, double value, double limit, String unit) {}
}
