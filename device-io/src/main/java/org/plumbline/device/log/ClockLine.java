package org.plumbline.device.log;

/**
 * From here on, {@code session = sessionNanos + (ticks - deviceTicks) * nanosPerTick} for the
 * samples of {@code stream}. A record of what the sequencer applied; consumers read the session
 * time that stands with each sample.
 */
public record ClockLine(
    long atNanos, int stream, long deviceTicks, long sessionNanos, double nanosPerTick)
    implements SessionEvent {

  public ClockLine {
    if (!(nanosPerTick > 0) || Double.isInfinite(nanosPerTick)) {
      throw new IllegalArgumentException("stream " + stream + ": " + nanosPerTick + " ns per tick");
    }
  }

  /** Session time of a device time on this line. */
  public long toSessionNanos(long ticks) {
    return sessionNanos + Math.round((ticks - deviceTicks) * nanosPerTick);
  }

  @Override
  public void dispatchTo(Handler handler) {
    handler.clockLine(this);
  }
}
