package org.plumbline.device.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.device.log.Quantity;

/** Units that a profile may name, and what one of them is in the SI unit of the quantity. */
final class UnitTable {
  /** Standard gravity, exact by definition (3rd CGPM, 1901). */
  private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

  private static final double RAD_PER_DEG = Math.PI / 180;

  /** "Arbitrary unit": a magnetic field so given is kept and not analyzed. */
  static final String ARBITRARY = "a.u.";

  private UnitTable() {}

  /** Unit names of a quantity with their size in SI, in the order to show them. */
  static Map<String, Double> of(Quantity quantity) {
    Map<String, Double> units = new LinkedHashMap<>();
    switch (quantity) {
      case ACCELERATION -> {
        units.put("m/s2", 1.0);
        units.put("g", STANDARD_GRAVITY_MPS2);
        units.put("mg", STANDARD_GRAVITY_MPS2 / 1000);
      }
      case ANGULAR_RATE -> {
        units.put("rad/s", 1.0);
        units.put("deg/s", RAD_PER_DEG);
        units.put("mdeg/s", RAD_PER_DEG / 1000);
      }
      case MAGNETIC_FIELD -> {
        units.put("uT", 1.0);
        units.put("mT", 1000.0);
        units.put("nT", 0.001);
        units.put("gauss", 100.0);
        units.put(ARBITRARY, 1.0);
      }
      case EMG -> {
        units.put("V", 1.0);
        units.put("mV", 1e-3);
        units.put("uV", 1e-6);
      }
      case ANGLE -> {
        units.put("rad", 1.0);
        units.put("deg", RAD_PER_DEG);
      }
      case QUATERNION, OTHER -> units.put("1", 1.0);
    }
    return units;
  }

  /** Nanoseconds of a time unit: {@code s, ms, us, ns} or a multiple such as {@code 100 us}. */
  static Optional<Long> nanosOf(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    String unit = parts[parts.length - 1];
    long multiple = 1;
    if (parts.length == 2 && parts[0].matches("[1-9][0-9]{0,5}")) {
      multiple = Long.parseLong(parts[0]);
    } else if (parts.length != 1) {
      return Optional.empty();
    }
    long nanos =
        switch (unit) {
          case "s" -> 1_000_000_000L;
          case "ms" -> 1_000_000L;
          case "us" -> 1_000L;
          case "ns" -> 1L;
          default -> 0L;
        };
    return nanos == 0 ? Optional.empty() : Optional.of(nanos * multiple);
  }
}
