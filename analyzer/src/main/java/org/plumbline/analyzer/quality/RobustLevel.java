package org.plumbline.analyzer.quality;

import java.util.Arrays;

/**
 * The middle of a few figures and their spread, which one that is far off hardly moves.
 *
 * @param median of the figures
 * @param spread standard deviation as the median absolute deviation tells it, made up for small
 *     numbers (Croux and Rousseeuw 1992), and never less than what measuring alone spreads
 * @param count how many figures
 */
public record RobustLevel(double median, double spread, int count) {

  /** Of a normal distribution: its standard deviation in median absolute deviations. */
  private static final double NORMAL = 1.4826;

  /** Factors for 2 to 9 figures: Croux and Rousseeuw 1992, table of b_n. */
  private static final double[] FEW = {1.196, 1.495, 1.363, 1.206, 1.200, 1.140, 1.129, 1.107};

  /** The standard error of a median in those of a mean, at most: sqrt(pi / 2). */
  private static final double MEDIAN = 1.2533;

  /** Half-width of 90 % of a normal distribution, in standard deviations. */
  private static final double Z90 = 1.6449;

  public RobustLevel {
    if (!Double.isFinite(median) || !(spread >= 0) || count < 1) {
      throw new IllegalArgumentException(median + " +- " + spread + " of " + count);
    }
  }

  /**
   * The level of figures.
   *
   * @param repeatError 90 % half-width of what measuring spreads from one figure to the next; a
   *     smaller spread of few figures is chance
   */
  public static RobustLevel of(double[] figures, double repeatError) {
    double middle = median(figures);
    double[] away = new double[figures.length];
    for (int i = 0; i < figures.length; i++) {
      away[i] = Math.abs(figures[i] - middle);
    }
    double spread = NORMAL * few(figures.length) * median(away);
    return new RobustLevel(middle, Math.max(spread, repeatError / Z90), figures.length);
  }

  private static double few(int n) {
    if (n < 2) {
      return 1;
    }
    return n < FEW.length + 2 ? FEW[n - 2] : n / (n - 0.8);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * How far two levels are apart.
   *
   * @param change the later one less the earlier one
   * @param error 90 % half-width of the change
   */
  public record Difference(double change, double error) {

    /** Whether there is a difference beyond its error. */
    public boolean isBeyondError() {
      return Math.abs(change) > error;
    }
  }

  /**
   * This level less an earlier one.
   *
   * @param systematic 90 % half-width of what measuring puts between the two as a whole, for
   *     instance another calibration
   */
  public Difference since(RobustLevel earlier, double systematic) {
    double variance = squareOfError() + earlier.squareOfError();
    double chance = student90(count + earlier.count - 2) * Math.sqrt(variance);
    return new Difference(
        median - earlier.median, Math.sqrt(chance * chance + systematic * systematic));
  }

  private double squareOfError() {
    return MEDIAN * MEDIAN * spread * spread / count;
  }

  /**
   * Half-width of 90 % of Student's distribution: Cornish-Fisher expansion, Abramowitz and Stegun
   * 26.7.5; from 4 degrees of freedom on within 1 %.
   */
  private static double student90(int degrees) {
    double n = Math.max(1, degrees);
    return Z90 + 1.524 / n + 1.42 / (n * n);
  }
}
