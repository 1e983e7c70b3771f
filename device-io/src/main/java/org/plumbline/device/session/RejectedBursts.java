package org.plumbline.device.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.SessionEvent;

/**
 * Turns what was refused into few events: the first ones of a second as they are, the rest summed
 * up, so that a port full of noise cannot flood the log. Nothing goes uncounted.
 */
final class RejectedBursts {
  private static final long WINDOW_NANOS = 1_000_000_000L;

  /** Single events per window; a person reads no more. */
  private static final int SINGLY = 5;

  /** More sums than there are kinds of damage; a further one joins the sum "and other reasons". */
  private static final int MOST_SUMS = 16;

  private final String source;
  private final Consumer<? super SessionEvent> out;
  private final Map<String, Sum> sums = new LinkedHashMap<>();
  private long windowStart;
  private int given;
  private boolean open;

  private static final class Sum {
    private final String reason;
    private long times;
    private long bytes;

    private Sum(String reason) {
      this.reason = reason;
    }
  }

  RejectedBursts(String source, Consumer<? super SessionEvent> out) {
    this.source = source;
    this.out = out;
  }

  /**
   * Counts one refusal.
   *
   * @param kind what is summed up together
   * @param reason a sentence for people
   */
  void add(long atNanos, String kind, long bytes, String reason) {
    onTime(atNanos);
    if (!open) {
      open = true;
      windowStart = atNanos;
      given = 0;
    }
    if (given < SINGLY) {
      given++;
      out.accept(new Rejected(atNanos, source, bytes, reason));
      return;
    }
    boolean room = sums.containsKey(kind) || sums.size() < MOST_SUMS;
    Sum sum =
        sums.computeIfAbsent(room ? kind : "", k -> new Sum(room ? reason : "and other reasons"));
    sum.times++;
    sum.bytes += bytes;
  }

  /** Gives out the sums of a window that is over. */
  void onTime(long nowNanos) {
    if (open && nowNanos - windowStart >= WINDOW_NANOS) {
      flush(nowNanos);
    }
  }

  /** Gives out all sums now. */
  void flush(long nowNanos) {
    for (Sum sum : sums.values()) {
      String reason = sum.times + " more times in a second: " + sum.reason;
      out.accept(new Rejected(nowNanos, source, sum.bytes, reason));
    }
    sums.clear();
    open = false;
  }
}
