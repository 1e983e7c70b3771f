package org.plumbline.analyzer.orientation;

/**
 * Something that {@link SensorHealth} holds against an IMU, with its figures.
 *
 * @param channel the axis it is about ({@code gyroscope y}), or the sensor where it is about all
 * @param value what was seen, in {@code unit}
 * @param limit what would have been accepted
 * @param text for people: what was seen, what it does to the angles, what to do
 */
public record HealthFinding(
    Code code, String channel, double value, double limit, String unit, String text) {

  /** What can be wrong; {@link #id} is stable. */
  public enum Code {
    /** The numbers are not m/s2. */
    ACCELEROMETER_UNIT("accelerometer-unit"),
    /** Gravity is not 9.81. */
    ACCELEROMETER_BIAS("accelerometer-bias"),
    /** The numbers are not rad/s. */
    GYROSCOPE_UNIT("gyroscope-unit"),
    /** The gyroscope turns while the sensor lies still, more than a filter takes off. */
    GYROSCOPE_BIAS("gyroscope-bias"),
    /** The movement went beyond the measuring range. */
    CLIPPING("clipping"),
    /** A value does not change while the sensor moves. */
    STUCK_AXIS("stuck-axis");

    private final String id;

    Code(String id) {
      this.id = id;
    }

    /** For programs and as the key of its text, {@code health.<id>}. */
    public String id() {
      return id;
    }
  }
}
