package org.plumbline.device.log;

/** Time passes, every {@link #PERIOD_NANOS}, whether samples arrive or not. */
public record Tick(long atNanos) implements SessionEvent {

  /** 100 ms. */
  public static final long PERIOD_NANOS = 100_000_000L;

  @Override
  public void dispatchTo(Handler handler) {
    handler.tick(this);
  }
}
