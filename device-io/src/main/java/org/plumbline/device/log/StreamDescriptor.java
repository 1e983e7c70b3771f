package org.plumbline.device.log;

import java.util.List;

/**
 * A stream: channels that are sampled together, with one sample index and one device clock.
 *
 * <p>All IMU channels of a stream sit on one segment; a hub with seven sensors has seven streams.
 *
 * @param id unique in the session, 1 to 65535
 * @param name for people: {@code "thigh right"}
 * @param device maker, model, serial number and firmware as the device told them; may be empty
 * @param origin whether people or a simulator made the samples
 * @param nominalRateHz declared rate; the true one comes from device time. 0 when unknown
 * @param ticksPerSecond resolution of the device clock, e.g. 1 000 000
 * @param latenessNanos how long after its session time a sample may arrive before the stream counts
 *     as stalled
 * @param channels in the order of the values of a sample
 */
public record StreamDescriptor(
    int id,
    String name,
    String device,
    Origin origin,
    double nominalRateHz,
    long ticksPerSecond,
    long latenessNanos,
    List<Channel> channels) {

  /** More channels than any device of the field has; bounds what a stranger's file can ask for. */
  public static final int MAX_CHANNELS = 256;

  /** Default of {@link #latenessNanos()}: two USB or Bluetooth hiccups of 250 ms. */
  public static final long DEFAULT_LATENESS_NANOS = 500_000_000L;

  /** Who made the samples. */
  public enum Origin {
    MEASURED,
    SYNTHETIC
  }

  public StreamDescriptor {
    if (id < 1 || id > 65_535) {
      throw new IllegalArgumentException("stream id " + id + " is not in 1..65535");
    }
    if (!(nominalRateHz >= 0 && nominalRateHz <= 100_000)) {
      throw new IllegalArgumentException(
          "stream " + id + ": nominal rate " + nominalRateHz + " Hz is not in 0..100000");
    }
    if (ticksPerSecond < 1 || ticksPerSecond > 1_000_000_000L) {
      throw new IllegalArgumentException(
          "stream " + id + ": " + ticksPerSecond + " ticks per second is not in 1..1e9");
    }
    if (latenessNanos < 1) {
      throw new IllegalArgumentException("stream " + id + ": lateness bound must be positive");
    }
    channels = List.copyOf(channels);
    if (channels.isEmpty() || channels.size() > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "stream " + id + ": " + channels.size() + " channels is not in 1.." + MAX_CHANNELS);
    }
  }

  /** Index of the channel with this quantity and axis, or -1. */
  public int channelIndex(Quantity quantity, Axis axis) {
    for (int c = 0; c < channels.size(); c++) {
      if (channels.get(c).quantity() == quantity && channels.get(c).axis() == axis) {
        return c;
      }
    }
    return -1;
  }

  /** Whether the stream has all three axes of a quantity. */
  public boolean hasVector(Quantity quantity) {
    return channelIndex(quantity, Axis.X) >= 0
        && channelIndex(quantity, Axis.Y) >= 0
        && channelIndex(quantity, Axis.Z) >= 0;
  }
}
