package org.plumbline.tools.validate;

import java.util.Optional;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * One recomputed figure.
 *
 * @param name what was measured, for people; unique in its suite
 * @param value in {@code unit}; NaN where there was nothing to measure
 * @param reach what is asked for; empty for information
 * @param origin whether people or a simulator made the data
 * @param source where data and limit come from, by their public names
 */
public record Figure(
    String name, double value, String unit, Optional<Reach> reach, Origin origin, String source) {

  /**
   * What is asked of a figure.
   *
   * @param limit in its unit
   * @param least whether larger is better
   */
  public record Reach(double limit, boolean least) {
    public Reach {
      if (!Double.isFinite(limit)) {
        throw new IllegalArgumentException(limit + " cannot be asked");
      }
    }

    /** In two words, for programs. */
    public String asked() {
      return least ? "at least" : "at most";
    }

    private boolean isMetBy(double value) {
      return least ? value >= limit : value <= limit;
    }
  }

  public Figure {
    if (name.isBlank() || unit.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("a figure needs name, unit and source: " + name);
    }
  }

  /** A figure that nothing is asked of. */
  static Figure info(String name, double value, String unit, Origin origin, String source) {
    return new Figure(name, value, unit, Optional.empty(), origin, source);
  }

  /** A figure that should be at most {@code reach}. */
  static Figure atMost(
      double reach, String name, double value, String unit, Origin origin, String source) {
    return new Figure(name, value, unit, Optional.of(new Reach(reach, false)), origin, source);
  }

  /** A figure that should be at least {@code reach}. */
  static Figure atLeast(
      double reach, String name, double value, String unit, Origin origin, String source) {
    return new Figure(name, value, unit, Optional.of(new Reach(reach, true)), origin, source);
  }

  /** Whether it is what was asked for; empty for information. What is NaN reaches nothing. */
  public Optional<Boolean> reached() {
    return reach.map(asked -> asked.isMetBy(value));
  }

  /** {@code "real"} or {@code "synthetic"}. */
  public String data() {
    return origin == Origin.MEASURED ? "real" : "synthetic";
  }
}
