package org.plumbline.analyzer.health;

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
    /** Zero and scale of the accelerometer were found in the recording and are corrected. */
    ACCELEROMETER_CALIBRATED("accelerometer-calibrated"),
    /** The numbers are not rad/s. */
    GYROSCOPE_UNIT("gyroscope-unit"),
    /**
     * The gyroscope turns too far or not far enough, by a factor that no unit or range explains.
     */
    GYROSCOPE_SCALE("gyroscope-scale"),
    /** All gyroscopes do so by the same factor: time runs wrong, or they share a wrong range. */
    CLOCK_FACTOR("clock-factor"),
    /** The gyroscope turns while the sensor lies still, more than a filter takes off. */
    GYROSCOPE_BIAS("gyroscope-bias"),
    /** Gyroscope and accelerometer do not turn together: axes or signs are exchanged. */
    AXES("axes"),
    /** The movement went beyond the measuring range. */
    CLIPPING("clipping"),
    /** A value does not change while the sensor moves. */
    STUCK_AXIS("stuck-axis"),
    /** A channel came without a number for a second or longer. */
    NO_VALUES("no-values"),
    /** Samples came twice. */
    DOUBLED_SAMPLES("doubled-samples"),
    /** The sample counter fell. */
    COUNTER("counter"),
    /** The device's clock stood still, was set back or counts in another unit. */
    DEVICE_CLOCK("device-clock"),
    /** The true rate is not the declared one. */
    DECLARED_RATE("declared-rate"),
    /** Many samples never arrived. */
    PACKET_LOSS("packet-loss"),
    /** The sensor lay still while the body moved. */
    NOT_WORN("not-worn"),
    /** The sensor dangles on its strap. */
    LOOSE("loose"),
    /** The sensor turned on its segment. */
    SLIPPED("slipped"),
    /** The other leg moved when one was asked for. */
    SIDES_SWAPPED("sides-swapped"),
    /**
     * The sensor leans left where the leg leans right: the signs of its accelerometer are turned.
     */
    MIRRORED("mirrored"),
    /** Thigh and shank of a leg are exchanged. */
    SEGMENTS_SWAPPED("segments-swapped"),
    /** The sensor's time is behind the others'. */
    DELAYED("delayed"),
    /** What the device says of its orientation is none, or gravity says otherwise. */
    DEVICE_ORIENTATION("device-orientation");

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
