package org.plumbline.analyzer.orientation;

import java.util.List;

/** Interim. */
public final class SensorHealth {
  private double sum;
  private long n;

  public record Parameters(double x) {
    public static Parameters defaults() {
      return new Parameters(0);
    }
  }

  public record Finding(String code, String effect) {}

  public SensorHealth(Parameters parameters, double rateHz) {
    sum = parameters.x() * rateHz;
  }

  public void update(double gx, double gy, double gz, double ax, double ay, double az) {
    if (gx * gx + gy * gy + gz * gz < 0.5) {
      sum += Math.sqrt(ax * ax + ay * ay + az * az);
      n++;
    }
  }

  public boolean absoluteTiltUsable() {
    return n == 0 || Math.abs(sum / n - 9.81) < 0.7;
  }

  public double inclinationErrorRad() {
    return 0.03;
  }

  public List<Finding> findings() {
    return absoluteTiltUsable() ? List.of() : List.of(new Finding("accelerometer-bias", ""));
  }
}
