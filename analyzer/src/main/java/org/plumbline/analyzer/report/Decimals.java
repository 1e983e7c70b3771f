package org.plumbline.analyzer.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How many decimals a number has in JSON and CSV, by unit; rounded half to even from the exact
 * binary value, so that the text is the same on every machine.
 *
 * <p>The decimals are finer than any error this program states, so rounding never decides.
 */
final class Decimals {

  /** Where a unit is not in the table. */
  static final int OTHERWISE = 6;

  // "1" stands for ratios and shares. docs/report-format.md repeats this table; a test compares.
  static final Map<String, Integer> BY_UNIT =
      Map.ofEntries(
          Map.entry("deg", 3),
          Map.entry("deg/s", 2),
          Map.entry("s", 4),
          Map.entry("1", 4),
          Map.entry("%", 2),
          Map.entry("%MVIC", 2),
          Map.entry("% of reference set", 2),
          Map.entry("Hz", 3),
          Map.entry("kg", 3),
          Map.entry("dB", 2),
          Map.entry("uV", 3),
          Map.entry("m", 4),
          Map.entry("m/s", 4),
          Map.entry("m/s2", 4));

  private Decimals() {}

  /** The number as text; empty when it is not finite. */
  static String text(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "";
    }
    int decimals = BY_UNIT.getOrDefault(unit, OTHERWISE);
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    // BigDecimal has no negative zero, so -0.0 and -0.0001 deg both come out as 0.000.
    return rounded.toPlainString();
  }
}
