package org.plumbline.tools.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured less true values of one metric, with the errors that were stated. */
final class MetricErrors {
  /** A normal error of 90 % half-width 1 has this at 95 %, and {@link #SIGMA} as its deviation. */
  static final double TO_95_PERCENT = 1.959964 / 1.644854;

  private static final double SIGMA = 1 / 1.644854;

  private final List<Double> errors = new ArrayList<>();
  private final List<Double> stated = new ArrayList<>();
  private int within;

  /**
   * Takes one repetition.
   *
   * @param stated90 stated 90 % half-width
   */
  void add(double measured, double truth, double stated90) {
    errors.add(measured - truth);
    stated.add(stated90);
    within += Math.abs(measured - truth) <= TO_95_PERCENT * stated90 ? 1 : 0;
  }

  int count() {
    return errors.size();
  }

  double bias() {
    return errors.stream().mapToDouble(Double::doubleValue).sum() / count();
  }

  double rms() {
    return Math.sqrt(errors.stream().mapToDouble(error -> error * error).sum() / count());
  }

  /** Share of true values within the stated error, scaled from 90 to 95 %. */
  double withinPercent() {
    return 100.0 * within / count();
  }

  /** Median of the stated standard deviation over the RMS of the actual error. */
  double statedOverActual() {
    List<Double> sorted = new ArrayList<>(stated);
    Collections.sort(sorted);
    return SIGMA * RepetitionsSuite.quantile(sorted, 0.5) / rms();
  }
}
