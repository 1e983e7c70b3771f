package org.plumbline.analyzer.orientation;

/** The check of parameters that can be any size but nothing and less. */
public final class PositiveNumber {
  private PositiveNumber() {}

  /**
   * Refuses what is not a positive number.
   *
   * @param unit of the value, may be empty
   * @throws IllegalArgumentException with name, value and unit
   */
  public static void require(String name, double value, String unit) {
    if (!(value > 0 && value < 1e9)) {
      throw new IllegalArgumentException(name + " " + value + " " + unit + " must be positive");
    }
  }
}
