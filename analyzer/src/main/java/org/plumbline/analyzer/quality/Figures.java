package org.plumbline.analyzer.quality;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.quality.RobustLevel.Difference;

/**
 * One metric of one side in several repetitions.
 *
 * @param metrics at least one; all have the same name, side and unit
 */
public record Figures(List<Metric> metrics) {

  public Figures {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
  }

  /** Their middle and spread. */
  public RobustLevel level() {
    return RobustLevel.of(metrics.stream().mapToDouble(Metric::value).toArray(), repeatError());
  }

  /** What measuring spreads from one to the next; 0 where that is not known. */
  private double repeatError() {
    return mean(
        metrics.stream()
            .mapToDouble(one -> one.calibration().isEmpty() ? 0 : one.repeatError())
            .toArray());
  }

  /**
   * How far they are from earlier ones. What the calibration puts into all figures cancels where it
   * is the same one. Where it is not, or not known, the larger error of both counts as a whole, as
   * it does against a reference set.
   */
  public Difference since(Figures earlier) {
    return level().since(earlier.level(), systematic(earlier));
  }

  private double systematic(Figures earlier) {
    String calibration = metrics.get(0).calibration();
    List<Metric> all = new ArrayList<>(earlier.metrics);
    all.addAll(metrics);
    boolean same =
        !calibration.isEmpty()
            && all.stream().allMatch(one -> one.calibration().equals(calibration));
    return same ? 0 : Math.max(earlier.error(), error());
  }

  private double error() {
    return mean(metrics.stream().mapToDouble(Metric::error).toArray());
  }

  /** A plain sum: the order of the repetitions decides every bit. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
