package org.plumbline.analyzer.orientation;

import java.util.Arrays;

/**
 * Puts the samples of one IMU into an unbroken order for a filter: short gaps are filled by linear
 * interpolation and marked, long ones are reported, and neighbours of a gap are never treated as
 * neighbours in time.
 *
 * <p>Works from the sample index (what was lost) and the device's own clock (how long that took).
 * Either may be the poorer witness: a stream without a counter shows its gaps in time only; a clock
 * that repeats itself (one stamp for a whole packet) is smoothed by the nominal interval. A sample
 * with a value that is not finite, or that no sensor can measure, counts as lost. Filling is
 * causal: a gap is filled when the sample after it arrives.
 *
 * <p>A sample is {@code {gx, gy, gz, ax, ay, az}}, rad/s and m/s2; what else was sampled together
 * with it may stand behind. No allocation. One thread.
 */
public final class GapFiller {
  /** Length of a sample of gyroscope and accelerometer. */
  public static final int CHANNELS = 6;

  private final Parameters parameters;
  private final double secondsPerTick;
  private final double nominalSeconds;
  private final Sink sink;

  private final int channels;
  private final double[] last;
  private final double[] between;
  private boolean started;
  private long lastIndex;
  private long lastTicks;
  // How far the time handed out is ahead of the device clock, because that stood still.
  private double aheadSeconds;
  private long filled;
  private long ignored;
  private long breaks;

  /**
   * A filler for one stream.
   *
   * @param ticksPerSecond of the device clock
   * @param nominalRateHz true mean rate of the stream, as well as it is known
   */
  public GapFiller(Parameters parameters, long ticksPerSecond, double nominalRateHz, Sink sink) {
    this(parameters, ticksPerSecond, nominalRateHz, CHANNELS, sink);
  }

  /** The same for samples of another length. */
  public GapFiller(
      Parameters parameters, long ticksPerSecond, double nominalRateHz, int channels, Sink sink) {
    if (ticksPerSecond < 1) {
      throw new IllegalArgumentException(ticksPerSecond + " ticks per second");
    }
    if (!(nominalRateHz >= 1 && nominalRateHz <= 100_000)) {
      throw new IllegalArgumentException("rate " + nominalRateHz + " Hz is not in 1..100000");
    }
    this.parameters = parameters;
    this.sink = sink;
    this.channels = channels;
    last = new double[channels];
    between = new double[channels];
    secondsPerTick = 1.0 / ticksPerSecond;
    nominalSeconds = 1 / nominalRateHz;
  }

  /**
   * Takes the next sample that arrived.
   *
   * @param index counts samples at the converter, also lost ones; a stream without a counter counts
   *     its rows
   * @param deviceTicks time of the sample on the device clock, unwrapped
   */
  public void accept(long index, long deviceTicks, double[] imu) {
    if ((started && index <= lastIndex) || !measured(imu)) {
      ignored++;
      return;
    }
    if (started) {
      follow(index - lastIndex, (deviceTicks - lastTicks) * secondsPerTick, deviceTicks, imu);
    } else {
      sink.sample(deviceTicks, nominalSeconds, false, imu);
    }
    started = true;
    System.arraycopy(imu, 0, last, 0, channels);
    lastIndex = index;
    lastTicks = deviceTicks;
  }

  private void follow(long steps, double clockSeconds, long deviceTicks, double[] imu) {
    double seconds = clockSeconds - aheadSeconds;
    if (clockSeconds < -parameters.longestFilledSeconds()) {
      // The clock was set back: how much time passed is unknown.
      broke(steps * nominalSeconds, deviceTicks, imu);
      return;
    }
    if (seconds < 0.25 * nominalSeconds * steps) {
      // The clock stood still or stuttered; samples are spaced evenly and it is let catch up.
      double even = steps * nominalSeconds;
      aheadSeconds = even - seconds;
      seconds = even;
    } else {
      aheadSeconds = 0;
    }
    if (seconds > parameters.longestFilledSeconds() + 1.5 * nominalSeconds) {
      broke(seconds, deviceTicks, imu);
      return;
    }
    // The index knows how many are missing; without a counter the clock does.
    long intervals = Math.max(steps, Math.round(seconds / nominalSeconds));
    double interval = seconds / intervals;
    for (long k = 1; k < intervals; k++) {
      double fraction = (double) k / intervals;
      for (int i = 0; i < channels; i++) {
        between[i] = last[i] + fraction * (imu[i] - last[i]);
      }
      filled++;
      long ticks = lastTicks + Math.round(fraction * (deviceTicks - lastTicks));
      sink.sample(ticks, interval, true, between);
    }
    if (intervals > 1) {
      sink.gap(seconds - interval, true);
    }
    sink.sample(deviceTicks, interval, false, imu);
  }

  private void broke(double seconds, long deviceTicks, double[] imu) {
    breaks++;
    aheadSeconds = 0;
    sink.gap(Math.max(0, seconds - nominalSeconds), false);
    sink.sample(deviceTicks, nominalSeconds, false, imu);
  }

  private boolean measured(double[] imu) {
    double sum = 0;
    for (int i = 0; i < channels; i++) {
      sum += Math.abs(imu[i]);
    }
    return sum < VqfFilter.IMPOSSIBLE;
  }

  /** Samples made by interpolation so far. */
  public long filled() {
    return filled;
  }

  /** Samples left out so far: repeated, out of order or with a missing value. */
  public long ignored() {
    return ignored;
  }

  /** Gaps so far that were too long to fill. */
  public long breaks() {
    return breaks;
  }

  /** Back to the state of a new filler; call it when a device starts to count anew. */
  public void reset() {
    started = false;
    aheadSeconds = 0;
    filled = 0;
    ignored = 0;
    breaks = 0;
    Arrays.fill(last, 0);
  }

  /** Takes what the filler makes of a stream. */
  public interface Sink {
    /**
     * The next sample.
     *
     * @param deviceTicks its time; interpolated too where {@code filled}
     * @param intervalSeconds time since the sample before
     * @param imu valid during the call only
     */
    void sample(long deviceTicks, double intervalSeconds, boolean filled, double[] imu);

    /**
     * Samples are missing before the next one; meant for {@link OrientationFilter#resettle}.
     *
     * @param bridged whether interpolated samples were given for them (just before this call).
     *     Where not, nobody knows what happened in between: heading, repetition and all else that
     *     was carried from sample to sample are broken here
     */
    void gap(double missingSeconds, boolean bridged);
  }

  /**
   * What a user can choose.
   *
   * @param longestFilledSeconds gaps of more missing time than this are breaks; 0.25 s, because a
   *     limb can reverse its movement in less than half a second: in jumps and cuts a straight line
   *     over 0.25 s turns the heading by 8 to 10 deg (RMS) wrongly, over 0.5 s by 20 to 28, while
   *     in slow movements it keeps the inclination within 1.3
   */
  public record Parameters(double longestFilledSeconds) {
    public Parameters {
      if (!(longestFilledSeconds >= 0 && longestFilledSeconds <= 5)) {
        throw new IllegalArgumentException(
            "longestFilledSeconds " + longestFilledSeconds + " s is not in 0..5");
      }
    }

    public static Parameters defaults() {
      return new Parameters(0.25);
    }
  }
}
