package org.plumbline.analyzer.quality;

import java.util.Arrays;
import org.plumbline.device.log.Side;

/**
 * A quantity over one repetition, time-normalised to {@value #POINTS} points from its start (0 %)
 * to its end (100 %); NaN where it was not measured.
 */
public final class Curve {

  /** One point per per cent, both ends included. */
  public static final int POINTS = 101;

  private final String name;
  private final Side side;
  private final String unit;
  private final double[] values;

  /** Owns {@code values} from then on. */
  public Curve(String name, Side side, String unit, double[] values) {
    if (values.length != POINTS) {
      throw new IllegalArgumentException(name + ": " + values.length + " points, not " + POINTS);
    }
    this.name = name;
    this.side = side;
    this.unit = unit;
    this.values = values;
  }

  public String name() {
    return name;
  }

  public Side side() {
    return side;
  }

  public String unit() {
    return unit;
  }

  /** Value at {@code percent}, 0 to 100. */
  public double value(int percent) {
    return values[percent];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Curve that
        && name.equals(that.name)
        && side == that.side
        && unit.equals(that.unit)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(values);
  }
}
