package org.plumbline.analyzer.repetition;

import java.util.List;

/**
 * How much higher a sensor is in one position than in another.
 *
 * @param metres positive where it is higher
 * @param errorMetres one standard deviation
 */
public record HeightDifference(double metres, double errorMetres) {
  public HeightDifference {
    if (!(errorMetres > 0 && Double.isFinite(metres) && Double.isFinite(errorMetres))) {
      throw new IllegalArgumentException(
          "a height of " + metres + " m with an error of " + errorMetres + " m");
    }
  }

  /**
   * What several measurements of the same difference say together: the mean weighted by their
   * errors. Where they scatter by more than these, the error grows with the scatter (Birge 1932).
   *
   * @throws IllegalArgumentException without a measurement
   */
  public static HeightDifference together(List<HeightDifference> all) {
    double weights = 0;
    double sum = 0;
    for (HeightDifference one : all) {
      weights += one.weight();
      sum += one.weight() * one.metres;
    }
    double mean = sum / weights;
    double squares = 0;
    for (HeightDifference one : all) {
      squares += one.weight() * (one.metres - mean) * (one.metres - mean);
    }
    double scatter = all.size() > 1 ? squares / (all.size() - 1) : 1;
    return new HeightDifference(mean, Math.sqrt(Math.max(1, scatter) / weights));
  }

  private double weight() {
    return 1 / (errorMetres * errorMetres);
  }

  /** How many of its errors it is away from none; negative where lower. */
  public double inErrors() {
    return metres / errorMetres;
  }
}
