package org.plumbline.analyzer.health;

/** What an accelerometer's numbers are, by how large gravity is in them. */
enum AccelerometerUnit {
  SI(""),
  G("health.accelerometer-unit"),
  MILLI_G("health.accelerometer-unit.milli-g"),
  RANGE("health.accelerometer-unit.range");

  /** Ranges of accelerometers are powers of two apart: 2, 4, 8, 16 g. */
  private static final double[] RANGES = {0.25, 0.5, 2, 4};

  private static final double RANGE_SHARE = 0.03;

  private final String key;

  AccelerometerUnit(String key) {
    this.key = key;
  }

  /** Key of the text that names it. */
  String key() {
    return key;
  }

  static AccelerometerUnit of(double gravity) {
    if (gravity > 0.6 && gravity < 1.6) {
      return G;
    }
    if (gravity > 600 && gravity < 1600) {
      return MILLI_G;
    }
    return rangeFactor(gravity) == 1 ? SI : RANGE;
  }

  /** What the numbers are to be multiplied with; 1 for SI. */
  double factor(double gravity) {
    return switch (this) {
      case SI -> 1;
      case G -> SensorHealth.GRAVITY_MPS2;
      case MILLI_G -> SensorHealth.GRAVITY_MPS2 / 1000;
      case RANGE -> rangeFactor(gravity);
    };
  }

  private static double rangeFactor(double gravity) {
    for (double range : RANGES) {
      if (Math.abs(gravity / (range * SensorHealth.GRAVITY_MPS2) - 1) < RANGE_SHARE) {
        return 1 / range;
      }
    }
    return 1;
  }
}
