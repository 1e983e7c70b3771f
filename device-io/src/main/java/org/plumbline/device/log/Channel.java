package org.plumbline.device.log;

/**
 * One column of a stream: {@code value = raw * scale + offset}, in the SI unit of its quantity.
 *
 * @param name as the device or the file calls it
 * @param location what it is fixed to
 * @param scale SI units per count (or per unit of the file)
 * @param offset SI units
 * @param latencyNanos how much older than its time stamp a value is (filters and transport inside
 *     the device)
 */
public record Channel(
    String name,
    Quantity quantity,
    Axis axis,
    Location location,
    double scale,
    double offset,
    long latencyNanos) {

  public Channel {
    if (!Double.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException("channel " + name + ": scale " + scale + " is no scale");
    }
    if (!Double.isFinite(offset)) {
      throw new IllegalArgumentException("channel " + name + ": offset " + offset);
    }
    if (latencyNanos < 0) {
      throw new IllegalArgumentException("channel " + name + ": negative latency");
    }
  }
}
