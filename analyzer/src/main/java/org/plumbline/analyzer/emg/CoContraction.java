package org.plumbline.analyzer.emg;

/**
 * Two muscles at once. The formulas do not measure the same thing, so that a figure always names
 * its own and is never compared across them. Both need levels in per cent of the same kind of
 * reference.
 */
public final class CoContraction {
  private CoContraction() {}

  /**
   * Rudolph 2000: mean of low / high * (low + high), in the unit of the levels; large when both are
   * high and alike.
   */
  public static double rudolph(double[] a, double[] b) {
    requireSame(a, b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double high = Math.max(a[i], b[i]);
      double low = Math.min(a[i], b[i]);
      sum += high > 0 ? low / high * (low + high) : 0;
    }
    return sum / a.length;
  }

  /**
   * Falconer and Winter 1985: twice the common area over the whole area, per cent; 100 when both
   * are alike, however low.
   */
  public static double falconerWinter(double[] a, double[] b) {
    requireSame(a, b);
    double common = 0;
    double total = 0;
    for (int i = 0; i < a.length; i++) {
      common += Math.min(a[i], b[i]);
      total += a[i] + b[i];
    }
    return total > 0 ? 200 * common / total : Double.NaN;
  }

  private static void requireSame(double[] a, double[] b) {
    if (a.length != b.length || a.length == 0) {
      throw new IllegalArgumentException(a.length + " and " + b.length + " levels");
    }
  }
}
