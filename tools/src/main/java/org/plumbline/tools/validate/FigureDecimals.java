package org.plumbline.tools.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many decimals a figure is given with: finer than its limit, coarser than rounding. */
final class FigureDecimals {
  private FigureDecimals() {}

  private static int of(String unit) {
    return switch (unit) {
      case "sets", "sessions", "repetitions", "stretches", "trials" -> 0;
      case "%" -> 1;
      case "1" -> 2;
      case "s" -> 3;
      default -> 4;
    };
  }

  /** The number as it is written in JSON and shown; "null" where there is none. */
  static String text(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return new BigDecimal(value).setScale(of(unit), RoundingMode.HALF_EVEN).toPlainString();
  }
}
