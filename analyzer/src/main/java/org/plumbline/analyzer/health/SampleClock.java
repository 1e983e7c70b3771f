package org.plumbline.analyzer.health;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.analyzer.health.HealthFinding.Code;
import org.plumbline.analyzer.text.Texts;

/**
 * Index and device time of a stream, put right where they contradict each other and session time:
 * doubled samples left out, counters that wrap or start anew carried on, a clock that was set back
 * carried on, a clock whose unit is off by a thousand or a million read in the right one.
 *
 * <p>Session time is the witness: it is made on the host and strictly rises. One thread, no
 * allocation except in {@link #findings}.
 */
public final class SampleClock {
  private static final long[] WRAPS = {1L << 8, 1L << 12, 1L << 16, 1L << 24, 1L << 32};
  private static final double[] UNITS = {1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9};

  /** A clock is within this of its unit, or it is another one. */
  private static final double UNIT_SHARE = 0.05;

  /** As long as a link may hiccup. */
  private static final double SET_BACK_SECONDS = 0.25;

  private static final double STANDING_SECONDS = 0.5;
  private static final double STANDING_SHARE = 0.1;
  private static final double JUDGED_SECONDS = 5;
  private static final double OFF_SHARE = 0.1;
  private static final double RATE_FACTOR = 1.33;
  private static final double LOST_SHARE = 0.1;
  private static final int MANY = 10;

  private final double declaredRateHz;
  private final long declaredTicksPerSecond;
  private long ticksPerSecond;
  private double tickFactor = 1;
  private boolean bySession;

  private boolean started;
  private long rawIndex;
  private long rawTicks;
  private long rawNanos;
  private long indexOffset;
  private long ticksOffset;
  private long index;
  private long ticks;

  private long doubled;
  private long wraps;
  private long resets;
  private long setsBack;
  private long repeated;
  private long taken;
  private double standingSeconds;
  private double longestStandingSeconds;
  private double deviceSeconds;
  private double sessionSeconds;
  private long steps;

  public SampleClock(long ticksPerSecond, double declaredRateHz) {
    this.declaredTicksPerSecond = ticksPerSecond;
    this.ticksPerSecond = ticksPerSecond;
    this.declaredRateHz = declaredRateHz;
  }

  /**
   * Takes the next sample; false when it is one that has been taken already.
   *
   * @param newNanos session time, later than all before
   */
  public boolean accept(long newIndex, long newTicks, long newNanos) {
    if (!started) {
      started = true;
      remember(newIndex, newTicks, newNanos);
      return true;
    }
    long step = newIndex - rawIndex;
    long moved = newTicks - rawTicks;
    double passed = (newNanos - rawNanos) * 1e-9;
    if (step == 0 && moved == 0) {
      doubled++;
      return false;
    }
    if (step <= 0) {
      long advance = advanceOf(step, passed);
      indexOffset += advance - step;
      step = advance;
    }
    if (moved * tickFactor < -SET_BACK_SECONDS * ticksPerSecond) {
      setsBack++;
      long carriedOn = Math.round(passed * ticksPerSecond / tickFactor);
      ticksOffset += carriedOn - moved;
      moved = carriedOn;
    }
    watch(step, moved, passed);
    remember(newIndex, newTicks, newNanos);
    return true;
  }

  /** A sample was left out because it is not later than the one before. */
  public void repeated(long oldIndex, long oldTicks) {
    if (started && oldIndex <= rawIndex && oldTicks <= rawTicks) {
      doubled++;
    }
  }

  /** How far a counter went that fell: over its end, or unknown and then by the time. */
  private long advanceOf(long step, double passed) {
    double rate = deviceSeconds > 0 && steps > MANY ? steps / deviceSeconds : declaredRateHz;
    long expected = Math.max(1, Math.round(passed * rate));
    for (long wrap : WRAPS) {
      long advance = step + wrap;
      if (advance >= 1 && Math.abs(advance - expected) <= Math.max(3, expected / 5)) {
        wraps++;
        return advance;
      }
    }
    resets++;
    return expected;
  }

  private void watch(long step, long moved, double passed) {
    taken++;
    if (moved == 0) {
      repeated++;
      standingSeconds += passed;
      longestStandingSeconds = Math.max(longestStandingSeconds, standingSeconds);
    } else {
      standingSeconds = 0;
    }
    steps += step;
    deviceSeconds += moved * tickFactor / ticksPerSecond;
    sessionSeconds += passed;
  }

  private void remember(long newIndex, long newTicks, long newNanos) {
    rawIndex = newIndex;
    rawTicks = newTicks;
    rawNanos = newNanos;
    index = newIndex + indexOffset;
    ticks = bySession ? newNanos : Math.round((newTicks + ticksOffset) * tickFactor);
  }

  /** Index of the sample just taken, strictly rising. */
  public long index() {
    return index;
  }

  /** Device time of the sample just taken, in {@link #ticksPerSecond}. */
  public long ticks() {
    return ticks;
  }

  public long ticksPerSecond() {
    return ticksPerSecond;
  }

  /**
   * Decides from the first half second what the device's clock counts; afterwards ticks are given
   * in {@link #ticksPerSecond}, which may have changed.
   *
   * @param device seconds by the declared unit
   * @param session seconds by session time over the same samples
   */
  public void judgeUnit(double device, double session) {
    for (double unit : UNITS) {
      if (Math.abs(device / session / unit - 1) < UNIT_SHARE) {
        ticksPerSecond = 1_000_000L;
        tickFactor = 1e6 / (declaredTicksPerSecond * unit);
        ticks = Math.round((rawTicks + ticksOffset) * tickFactor);
        deviceSeconds /= unit;
        return;
      }
    }
    if (device < STANDING_SHARE * session || repeated > taken / 2) {
      // It stands still, for good or for whole packets: session time is all there is.
      bySession = true;
      ticksPerSecond = 1_000_000_000L;
      ticks = rawNanos;
    }
  }

  /** A tick as it was taken before {@link #judgeUnit}, in the unit of now. */
  public long converted(long oldTicks, long nanos) {
    return bySession ? nanos : Math.round(oldTicks * tickFactor);
  }

  /** Whether how much time passed between samples is in doubt. */
  public boolean trusted() {
    return !clockIsOff();
  }

  private boolean clockIsOff() {
    return !bySession
        && longestStandingSeconds < STANDING_SECONDS
        && sessionSeconds > JUDGED_SECONDS
        && Math.abs(deviceSeconds / sessionSeconds - 1) > OFF_SHARE;
  }

  /** What is wrong with the counting and the clock. */
  public List<HealthFinding> findings() {
    List<HealthFinding> all = new ArrayList<>();
    if (doubled >= MANY) {
      all.add(of(Code.DOUBLED_SAMPLES, doubled, MANY, "1", "health.doubled-samples"));
    }
    if (wraps > 0) {
      all.add(of(Code.COUNTER, wraps, 0, "1", "health.counter"));
    } else if (resets > 0) {
      all.add(of(Code.COUNTER, resets, 0, "1", "health.counter.reset"));
    }
    addClock(all);
    addRates(all);
    return List.copyOf(all);
  }

  private void addClock(List<HealthFinding> all) {
    if (tickFactor * declaredTicksPerSecond / ticksPerSecond != 1 && !bySession) {
      double seen = ticksPerSecond / tickFactor;
      all.add(of(Code.DEVICE_CLOCK, seen, declaredTicksPerSecond, "1/s", "health.device-clock"));
    } else if (longestStandingSeconds >= STANDING_SECONDS) {
      double seconds = longestStandingSeconds;
      all.add(
          of(Code.DEVICE_CLOCK, seconds, STANDING_SECONDS, "s", "health.device-clock.standing"));
    } else if (setsBack > 0) {
      all.add(of(Code.DEVICE_CLOCK, setsBack, 0, "1", "health.device-clock.set-back"));
    } else if (clockIsOff()) {
      double seen = deviceSeconds / sessionSeconds;
      all.add(of(Code.DEVICE_CLOCK, seen, 1, "1", "health.device-clock.off"));
    } else if (taken > 20L * MANY && repeated > taken / 2) {
      double share = 100.0 * repeated / taken;
      all.add(of(Code.DEVICE_CLOCK, share, 50, "%", "health.device-clock.repeated"));
    }
  }

  private void addRates(List<HealthFinding> all) {
    if (sessionSeconds < JUDGED_SECONDS) {
      return;
    }
    double rate = steps / (clockIsOff() || deviceSeconds <= 0 ? sessionSeconds : deviceSeconds);
    boolean off = rate > declaredRateHz * RATE_FACTOR || rate * RATE_FACTOR < declaredRateHz;
    if (declaredRateHz > 0 && off && longestStandingSeconds < STANDING_SECONDS) {
      String text =
          Texts.get("health.declared-rate", Texts.number(declaredRateHz, 0), Texts.number(rate, 0));
      all.add(new HealthFinding(Code.DECLARED_RATE, "sensor", rate, declaredRateHz, "Hz", text));
    }
    double lost = steps > 0 ? 1 - (double) taken / steps : 0;
    if (lost > LOST_SHARE) {
      String text = Texts.get("health.packet-loss", Texts.number(100 * lost, 0));
      all.add(
          new HealthFinding(Code.PACKET_LOSS, "sensor", 100 * lost, 100 * LOST_SHARE, "%", text));
    }
  }

  private static HealthFinding of(Code code, double value, double limit, String unit, String key) {
    String text = Texts.get(key, Texts.number(value, value < 10 && unit.equals("1") ? 2 : 0));
    return new HealthFinding(code, "sensor", value, limit, unit, text);
  }
}
