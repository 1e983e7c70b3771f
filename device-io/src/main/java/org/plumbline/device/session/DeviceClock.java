package org.plumbline.device.session;

/**
 * A device's 32-bit microsecond counter without its wraps (every 71.6 minutes).
 *
 * <p>The turn is chosen so that as much time has passed on the device as on the host, which stays
 * right after a pause of any length. One thread.
 */
final class DeviceClock {
  private boolean started;
  private long lastMicros;
  private long lastArrivalNanos;

  /** The unwrapped time of a frame; the first one is itself. Changes nothing. */
  long unwrapped(long micros32, long arrivalNanos) {
    if (!started) {
      return micros32;
    }
    long expected = lastMicros + (arrivalNanos - lastArrivalNanos) / 1_000;
    return expected + (int) (micros32 - expected);
  }

  /** Goes on from a frame that was taken. */
  void moveTo(long micros, long arrivalNanos) {
    started = true;
    lastMicros = micros;
    lastArrivalNanos = arrivalNanos;
  }

  /** Forgets: the next time is itself again. */
  void restart() {
    started = false;
  }
}
