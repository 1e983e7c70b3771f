package org.plumbline.device.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.device.log.Quantity;

/** Units a device may state its channels in, as factors to the SI unit of the quantity. */
final class WireUnit {
  /** Standard gravity, exact by definition (CGPM 1901). */
  private static final double STANDARD_GRAVITY_MPS2 = 9.80665;

  private static final double RAD_PER_DEG = Math.PI / 180;

  private WireUnit() {}

  /** SI units per {@code unit}; empty where it is none of the quantity's. */
  static Optional<Double> toSi(Quantity quantity, String unit) {
    // Whatever is only kept may have any unit: nobody converts it.
    return quantity == Quantity.OTHER
        ? Optional.of(1.0)
        : Optional.ofNullable(factors(quantity).get(unit));
  }

  /** The units of a quantity for a message: {@code "deg/s, rad/s"}. */
  static String accepted(Quantity quantity) {
    return String.join(", ", new TreeMap<>(factors(quantity)).keySet());
  }

  private static Map<String, Double> factors(Quantity quantity) {
    return switch (quantity) {
      case ACCELERATION ->
          Map.of("m/s2", 1.0, "g", STANDARD_GRAVITY_MPS2, "mg", STANDARD_GRAVITY_MPS2 / 1000);
      case ANGULAR_RATE -> Map.of("rad/s", 1.0, "deg/s", RAD_PER_DEG, "mdeg/s", RAD_PER_DEG / 1000);
      case MAGNETIC_FIELD -> Map.of("uT", 1.0, "T", 1e6, "G", 100.0, "mG", 0.1);
      case QUATERNION -> Map.of("1", 1.0);
      case EMG -> Map.of("V", 1.0, "mV", 1e-3, "uV", 1e-6, "nV", 1e-9);
      case ANGLE -> Map.of("rad", 1.0, "deg", RAD_PER_DEG);
      case OTHER -> Map.of();
    };
  }
}
