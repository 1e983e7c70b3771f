package org.plumbline.tools.validate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * One recomputed figure.
 *
 * @param name what was measured, for people; unique in its suite
 * @param value in {@code unit}; smaller is better wherever something is asked. NaN where there was
 *     nothing to measure
 * @param reach the most that is asked for, in {@code unit}; empty for information
 * @param origin whether people or a simulator made the data
 * @param source where data and limit come from, by their public names
 */
public record Figure(
    String name, double value, String unit, OptionalDouble reach, Origin origin, String source) {

  public Figure {
    if (name.isBlank() || unit.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("a figure needs name, unit and source: " + name);
    }
    if (reach.isPresent() && !Double.isFinite(reach.getAsDouble())) {
      throw new IllegalArgumentException(name + ": " + reach.getAsDouble() + " cannot be asked");
    }
  }

  /** A figure that nothing is asked of. */
  static Figure info(String name, double value, String unit, Origin origin, String source) {
    return new Figure(name, value, unit, OptionalDouble.empty(), origin, source);
  }

  /** A figure that should be at most {@code reach}. */
  static Figure atMost(
      double reach, String name, double value, String unit, Origin origin, String source) {
    return new Figure(name, value, unit, OptionalDouble.of(reach), origin, source);
  }

  /** Whether it is what was asked for; empty for information. What is NaN reaches nothing. */
  public Optional<Boolean> reached() {
    return reach.isPresent() ? Optional.of(value <= reach.getAsDouble()) : Optional.empty();
  }

  /** {@code "real"} or {@code "synthetic"}. */
  public String data() {
    return origin == Origin.MEASURED ? "real" : "synthetic";
  }
}
