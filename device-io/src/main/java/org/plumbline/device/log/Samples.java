package org.plumbline.device.log;

import java.util.Arrays;

/**
 * Consecutive samples of one stream, as integer counts or as doubles, with both of their times.
 *
 * <p>Row-major: value of channel {@code c} of sample {@code i} at {@code i * channels + c}. The
 * arrays handed in are owned from then on. A missing value is NaN (doubles only). Splitting an
 * event with {@link #slice} or joining neighbours with {@link #join} changes nothing that is
 * measured.
 *
 * <p>{@code index} counts samples at the converter, also those that were lost later. {@code
 * deviceTicks} is the device's own clock, unwrapped; filters take their intervals from it. {@code
 * sessionNanos} is the same instant on session time, as mapped when the sample arrived.
 */
public final class Samples implements SessionEvent {
  private final int stream;
  private final long atNanos;
  private final long firstIndex;
  private final int channels;
  private final long[] deviceTicks;
  private final long[] sessionNanos;
  private final int[] counts;
  private final double[] values;

  private static final int[] NO_COUNTS = {};
  private static final double[] NO_VALUES = {};

  private Samples(
      int stream,
      long atNanos,
      long firstIndex,
      int channels,
      long[] deviceTicks,
      long[] sessionNanos,
      int[] counts,
      double[] values) {
    int n = deviceTicks.length;
    if (n == 0 || channels < 1 || sessionNanos.length != n) {
      throw new IllegalArgumentException(
          "stream " + stream + ": " + n + " device and " + sessionNanos.length + " session times");
    }
    if (Math.max(counts.length, values.length) != n * channels) {
      throw new IllegalArgumentException(
          "stream " + stream + ": " + n + " samples of " + channels + " channels do not fill");
    }
    this.stream = stream;
    this.atNanos = atNanos;
    this.firstIndex = firstIndex;
    this.channels = channels;
    this.deviceTicks = deviceTicks;
    this.sessionNanos = sessionNanos;
    this.counts = counts;
    this.values = values;
  }

  /** Samples as the converter counted them; the channel's scale makes them SI. */
  public static Samples ofCounts(
      int stream,
      long atNanos,
      long firstIndex,
      int channels,
      long[] deviceTicks,
      long[] sessionNanos,
      int[] counts) {
    return new Samples(
        stream, atNanos, firstIndex, channels, deviceTicks, sessionNanos, counts, NO_VALUES);
  }

  /** Samples as numbers, still before the channel's scale; NaN where missing. */
  public static Samples ofValues(
      int stream,
      long atNanos,
      long firstIndex,
      int channels,
      long[] deviceTicks,
      long[] sessionNanos,
      double[] values) {
    return new Samples(
        stream, atNanos, firstIndex, channels, deviceTicks, sessionNanos, NO_COUNTS, values);
  }

  public int stream() {
    return stream;
  }

  /** Arrival of the bytes that held the last of these samples. */
  @Override
  public long atNanos() {
    return atNanos;
  }

  public long firstIndex() {
    return firstIndex;
  }

  public int size() {
    return deviceTicks.length;
  }

  public int channels() {
    return channels;
  }

  /** Whether the samples are integer counts. */
  public boolean isCounts() {
    return counts.length > 0;
  }

  public long deviceTicks(int sample) {
    return deviceTicks[sample];
  }

  public long sessionNanos(int sample) {
    return sessionNanos[sample];
  }

  /** Integer count; only for {@link #isCounts()}. */
  public int count(int sample, int channel) {
    return counts[sample * channels + channel];
  }

  /** Count or number before scale and offset. */
  public double raw(int sample, int channel) {
    int at = sample * channels + channel;
    return counts.length > 0 ? counts[at] : values[at];
  }

  /** Samples {@code from} (inclusive) to {@code to} (exclusive) as an event of their own. */
  public Samples slice(int from, int to) {
    return new Samples(
        stream,
        atNanos,
        firstIndex + from,
        channels,
        Arrays.copyOfRange(deviceTicks, from, to),
        Arrays.copyOfRange(sessionNanos, from, to),
        isCounts() ? Arrays.copyOfRange(counts, from * channels, to * channels) : NO_COUNTS,
        isCounts() ? NO_VALUES : Arrays.copyOfRange(values, from * channels, to * channels));
  }

  /**
   * This event and the one that follows it without a hole, as one.
   *
   * @throws IllegalArgumentException when {@code next} does not follow directly
   */
  public Samples join(Samples next) {
    if (next.stream != stream
        || next.channels != channels
        || next.isCounts() != isCounts()
        || next.firstIndex != firstIndex + size()) {
      throw new IllegalArgumentException("these samples do not follow each other");
    }
    return new Samples(
        stream,
        next.atNanos,
        firstIndex,
        channels,
        concat(deviceTicks, next.deviceTicks),
        concat(sessionNanos, next.sessionNanos),
        isCounts() ? concat(counts, next.counts) : NO_COUNTS,
        isCounts() ? NO_VALUES : concat(values, next.values));
  }

  /** The same samples, entered into the log at another instant; shares the arrays. */
  public Samples enteredAt(long nanos) {
    return new Samples(
        stream, nanos, firstIndex, channels, deviceTicks, sessionNanos, counts, values);
  }

  /** The same samples under another stream id; shares the arrays. */
  public Samples ofStream(int id) {
    return new Samples(
        id, atNanos, firstIndex, channels, deviceTicks, sessionNanos, counts, values);
  }

  private static long[] concat(long[] a, long[] b) {
    long[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static int[] concat(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static double[] concat(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Override
  public void dispatchTo(Handler handler) {
    handler.samples(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Samples that
        && stream == that.stream
        && atNanos == that.atNanos
        && firstIndex == that.firstIndex
        && channels == that.channels
        && Arrays.equals(deviceTicks, that.deviceTicks)
        && Arrays.equals(sessionNanos, that.sessionNanos)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(deviceTicks) * 31 + stream;
  }

  @Override
  public String toString() {
    return "Samples[stream=" + stream + ", firstIndex=" + firstIndex + ", size=" + size() + "]";
  }
}
