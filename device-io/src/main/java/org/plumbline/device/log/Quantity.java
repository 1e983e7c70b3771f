package org.plumbline.device.log;

/** What a channel measures; the unit is the one of its values after scale and offset. */
public enum Quantity {
  /** Specific force: a sensor at rest reads 9.81 upwards. */
  ACCELERATION("m/s2"),
  ANGULAR_RATE("rad/s"),
  MAGNETIC_FIELD("uT"),
  /** Orientation computed by the device: sensor to earth, scalar first (axes W, X, Y, Z). */
  QUATERNION("1"),
  EMG("V"),
  /** A joint angle measured directly, e.g. by a goniometer. */
  ANGLE("rad"),
  /** Anything else that is kept but not analyzed. */
  OTHER("1");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  public String unit() {
    return unit;
  }
}
