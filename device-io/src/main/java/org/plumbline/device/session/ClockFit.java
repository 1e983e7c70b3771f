package org.plumbline.device.session;

import java.util.Arrays;

/**
 * Maps a device's clock to session time, causally: a straight line through the smallest (arrival -
 * device time) of each second of the last minute.
 *
 * <p>Bytes can only be late, never early, so the smallest difference of a second is the one least
 * disturbed by USB frames, latency timers, radio bursts and the scheduler; session time is about a
 * constant link delay behind the true instant. Until three seconds are there the rate is taken as
 * nominal, and while the window is short it is drawn towards nominal.
 *
 * <p>Device time in microseconds, unwrapped; session time in nanoseconds. Pure; one thread.
 */
public final class ClockFit {

  /**
   * What was chosen, from a simulation with USB-CDC, FTDI and Bluetooth arrival models.
   *
   * @param bucketMicros length of a bucket that gives one minimum
   * @param buckets how many are kept
   * @param bucketsForRate how many there must be before the rate is fitted
   * @param stepNanos a change beyond this is a step of a clock and no jitter
   * @param grainNanos while the rate is not fitted yet, how much earlier a sample must come to give
   *     a new line
   * @param ratePriorPpm how far a device's clock is off before anything is known: crystals of
   *     sensors are specified to 20 to 100 ppm
   * @param largestRatePpm a rate further off is not believed: RC oscillators reach 2 %
   */
  public record Parameters(
      long bucketMicros,
      int buckets,
      int bucketsForRate,
      long stepNanos,
      long grainNanos,
      double ratePriorPpm,
      double largestRatePpm) {

    public Parameters {
      if (bucketMicros < 1 || stepNanos < 1 || grainNanos < 1) {
        throw new IllegalArgumentException("clock fit: times must be positive");
      }
      if (bucketsForRate < 2 || buckets < bucketsForRate) {
        throw new IllegalArgumentException(
            "clock fit: " + buckets + " buckets, rate from " + bucketsForRate);
      }
      if (!(ratePriorPpm > 0) || !(largestRatePpm >= ratePriorPpm)) {
        throw new IllegalArgumentException(
            "clock fit: rate " + ratePriorPpm + " of " + largestRatePpm + " ppm");
      }
    }

    public static Parameters defaults() {
      return new Parameters(1_000_000, 60, 3, 50_000_000, 1_000_000, 100, 20_000);
    }
  }

  /** What an observation did to the line. */
  public enum Change {
    NONE,
    /** A new line, for later samples. */
    LINE,
    /** The first line, or one so far from the last that a new segment must start. */
    STEP
  }

  private static final double NANOS_PER_MICRO = 1_000;

  private final Parameters parameters;

  private boolean started;
  private final long[] bucketDevice; // ring: device time of the smallest difference
  private final long[] bucketOffset; // arrival - device time, nanoseconds
  private int bucketCount;
  private int bucketNext;
  private long bucketStart;
  private long smallestDevice;
  private long smallestOffset;
  private boolean bucketEmpty;
  private final long[] lateOffsets; // of the last buckets that were all late
  private int lateCount;

  private long lineDevice;
  private long lineSession;
  private double nanosPerMicro;

  public ClockFit(Parameters parameters) {
    this.parameters = parameters;
    this.bucketDevice = new long[parameters.buckets()];
    this.bucketOffset = new long[parameters.buckets()];
    this.lateOffsets = new long[parameters.bucketsForRate()];
    restart();
  }

  /** Forgets everything: after a reconnect or when the device's clock began again. */
  public void restart() {
    started = false;
    bucketCount = 0;
    bucketNext = 0;
    lateCount = 0;
    nanosPerMicro = NANOS_PER_MICRO;
  }

  /**
   * Takes in one arrival.
   *
   * @param deviceMicros device time of the newest sample of a frame, unwrapped
   * @param arrivalNanos session time at which the frame arrived
   */
  public Change update(long deviceMicros, long arrivalNanos) {
    long offset = arrivalNanos - deviceMicros * 1_000;
    if (!started || arrivalNanos - toSessionNanos(deviceMicros) < -parameters.stepNanos()) {
      restart();
      started = true;
      beginBucket(deviceMicros, deviceMicros, offset);
      setLine(deviceMicros, arrivalNanos, NANOS_PER_MICRO);
      return Change.STEP;
    }
    Change change = Change.NONE;
    if (deviceMicros - bucketStart >= parameters.bucketMicros()) {
      change = endBucket(deviceMicros);
      long whole = (deviceMicros - bucketStart) / parameters.bucketMicros();
      beginBucket(bucketStart + whole * parameters.bucketMicros(), deviceMicros, offset);
    } else if (bucketEmpty || offset < smallestOffset) {
      smallestDevice = deviceMicros;
      smallestOffset = offset;
      bucketEmpty = false;
    }
    if (change == Change.NONE && isEarlyByAGrain(deviceMicros, arrivalNanos)) {
      setLine(deviceMicros, arrivalNanos, nanosPerMicro);
      change = Change.LINE;
    }
    return change;
  }

  private boolean isEarlyByAGrain(long deviceMicros, long arrivalNanos) {
    return bucketCount < parameters.bucketsForRate()
        && arrivalNanos - toSessionNanos(deviceMicros) < -parameters.grainNanos();
  }

  private void beginBucket(long start, long deviceMicros, long offset) {
    bucketStart = start;
    smallestDevice = deviceMicros;
    smallestOffset = offset;
    bucketEmpty = false;
  }

  private Change endBucket(long nowMicros) {
    long arrival = smallestOffset + smallestDevice * 1_000;
    if (arrival - toSessionNanos(smallestDevice) > parameters.stepNanos()) {
      return lateBucket(nowMicros);
    }
    lateCount = 0;
    addBucket(smallestDevice, smallestOffset);
    return fit(nowMicros);
  }

  /**
   * A second in which everything was late is a stalled link, unless it stays like that by the same
   * amount: then a clock was set.
   */
  private Change lateBucket(long nowMicros) {
    if (lateCount == lateOffsets.length) {
      System.arraycopy(lateOffsets, 1, lateOffsets, 0, lateOffsets.length - 1);
      lateCount--;
    }
    lateOffsets[lateCount++] = smallestOffset;
    if (lateCount < lateOffsets.length) {
      return Change.NONE;
    }
    long smallest = Arrays.stream(lateOffsets).min().orElseThrow();
    long largest = Arrays.stream(lateOffsets).max().orElseThrow();
    if (largest - smallest > parameters.stepNanos()) {
      return Change.NONE;
    }
    double rate = nanosPerMicro;
    restart();
    started = true;
    addBucket(smallestDevice, smallest);
    setLine(nowMicros, nowMicros * 1_000 + smallest, rate);
    return Change.STEP;
  }

  private void addBucket(long deviceMicros, long offset) {
    bucketDevice[bucketNext] = deviceMicros;
    bucketOffset[bucketNext] = offset;
    bucketNext = (bucketNext + 1) % parameters.buckets();
    bucketCount = Math.min(bucketCount + 1, parameters.buckets());
  }

  /**
   * Least squares of offset on device time, with a prior on the rate: its weight is that of the
   * scatter the buckets show, so that it vanishes as the window grows.
   */
  private Change fit(long nowMicros) {
    long originOffset = bucketOffset[0];
    double meanSeconds = 0;
    double meanNanos = 0;
    for (int i = 0; i < bucketCount; i++) {
      meanSeconds += seconds(bucketDevice[i] - nowMicros);
      meanNanos += bucketOffset[i] - originOffset;
    }
    meanSeconds /= bucketCount;
    meanNanos /= bucketCount;
    double nanosPerSecond = 0;
    if (bucketCount >= parameters.bucketsForRate()) {
      nanosPerSecond = rate(nowMicros, originOffset, meanSeconds, meanNanos);
    }
    double offsetNow = meanNanos - nanosPerSecond * meanSeconds;
    if (bucketCount < parameters.bucketsForRate()) {
      offsetNow = smallestBucketOffset() - originOffset;
    }
    long before = toSessionNanos(nowMicros);
    long after = nowMicros * 1_000 + originOffset + Math.round(offsetNow);
    setLine(nowMicros, after, NANOS_PER_MICRO + nanosPerSecond * 1e-6);
    return Math.abs(after - before) > parameters.stepNanos() ? Change.STEP : Change.LINE;
  }

  private double rate(long nowMicros, long originOffset, double meanSeconds, double meanNanos) {
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    for (int i = 0; i < bucketCount; i++) {
      double x = seconds(bucketDevice[i] - nowMicros) - meanSeconds;
      double y = bucketOffset[i] - originOffset - meanNanos;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
    }
    if (sxx == 0) {
      return 0;
    }
    double free = sxy / sxx;
    double scatter = Math.max(0, syy - free * sxy) / (bucketCount - 2);
    double prior = parameters.ratePriorPpm() * 1_000; // 1 ppm = 1000 ns per second
    double drawn = sxy / (sxx + scatter / (prior * prior));
    return Math.abs(drawn) > parameters.largestRatePpm() * 1_000
        ? (nanosPerMicro - NANOS_PER_MICRO) * 1e6
        : drawn;
  }

  private long smallestBucketOffset() {
    long smallest = bucketOffset[0];
    for (int i = 1; i < bucketCount; i++) {
      smallest = Math.min(smallest, bucketOffset[i]);
    }
    return smallest;
  }

  private static double seconds(long micros) {
    return micros * 1e-6;
  }

  private void setLine(long deviceMicros, long sessionNanos, double newNanosPerMicro) {
    lineDevice = deviceMicros;
    lineSession = sessionNanos;
    nanosPerMicro = newNanosPerMicro;
  }

  /** Session time of a device time on the present line. */
  public long toSessionNanos(long deviceMicros) {
    return lineSession + Math.round((deviceMicros - lineDevice) * nanosPerMicro);
  }

  /** Device time at which the present line is anchored, microseconds. */
  public long lineDeviceMicros() {
    return lineDevice;
  }

  /** Session time of {@link #lineDeviceMicros()}. */
  public long lineSessionNanos() {
    return lineSession;
  }

  /** Rate of the present line. */
  public double nanosPerMicro() {
    return nanosPerMicro;
  }

  /** How much slower the device's clock runs than the host's, parts per million. */
  public double ratePpm() {
    return (nanosPerMicro / NANOS_PER_MICRO - 1) * 1e6;
  }
}
