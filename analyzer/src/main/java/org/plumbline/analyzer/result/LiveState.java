package org.plumbline.analyzer.result;

import java.util.List;

/**
 * A picture of this moment for a screen: lights and levels. Not part of the result.
 *
 * @param sessionNanos session time up to which the data has been analyzed
 * @param repetitionProgress position within the movement, 0 (start position) to 1 (as deep as the
 *     repetitions so far); NaN when unknown
 */
public record LiveState(
    long sessionNanos, double repetitionProgress, List<SensorLight> sensors, List<Level> levels) {

  public LiveState {
    sensors = List.copyOf(sensors);
    levels = List.copyOf(levels);
  }

  /** How a sensor does. */
  public enum Light {
    GOOD,
    DEGRADED,
    SILENT
  }

  /** One light per stream. */
  public record SensorLight(int stream, String placement, Light light, String text) {}

  /**
   * Envelope of a muscle now.
   *
   * @param muscle location id, e.g. {@code right-gluteus-maximus}
   * @param value in {@code unit}, NaN while unknown
   */
  public record Level(String muscle, double value, String unit) {}
}
