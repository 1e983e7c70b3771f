package org.plumbline.device.session;

import org.plumbline.device.log.Lost;
import org.plumbline.device.protocol.Message.Data;
import org.plumbline.device.session.Placement.Kind;

/**
 * Follows sample index and device time of one stream: finds holes, repeats and restarts, and gives
 * each sample its device time.
 *
 * <p>Index and time check each other: a jump of the index is believed when as much device time has
 * passed. Device time in microseconds. One thread.
 */
final class StreamTrack {

  /**
   * Index and time may disagree by this much, or by 5 % of a hole, before one of them was reset.
   */
  private static final long TOLERANCE_MICROS = 50_000;

  private static final double RATE_TOLERANCE = 0.05;

  /** What came before is known better: repeats carry the same times. */
  private static final double REPEAT_TOLERANCE = 0.005;

  /** A repeat of something older than this is no retransmission. */
  private static final long RECENT_MICROS = 2_000_000;

  /** Bytes wait this long at most between device and host. */
  private static final long ARRIVAL_SLACK_MICROS = 2_000_000;

  /** The measured interval replaces the nominal one after so long ... */
  private static final long MEASURED_AFTER_MICROS = 1_000_000;

  /** ... and when it is this close to it. */
  private static final double MEASURED_WITHIN = 0.1;

  /** Frames lost right after a restart, at most, for it to be recognised. */
  private static final int RESTART_WITHIN_SAMPLES = 1_000;

  private final double nominalMicros; // 0 when unknown
  private double intervalMicros;

  private boolean started;
  private boolean indexForgotten;
  private long nextIndex;
  private long lastTick;
  private long lastArrivalNanos;
  private long segmentIndex;
  private long segmentTick;
  private boolean segmentHasSamples;
  private boolean oldFrameSeen;
  private int afterOldFrame;

  StreamTrack(double nominalRateHz) {
    this.nominalMicros = nominalRateHz > 0 ? 1e6 / nominalRateHz : 0;
    this.intervalMicros = nominalMicros;
  }

  /** The same stream at another rate: a new track that goes on from the index of this one. */
  StreamTrack atRate(double nominalRateHz) {
    StreamTrack next = new StreamTrack(nominalRateHz);
    next.started = started;
    next.indexForgotten = indexForgotten;
    next.nextIndex = nextIndex;
    next.lastTick = lastTick;
    next.lastArrivalNanos = lastArrivalNanos;
    return next;
  }

  /** Device time from the first to the last sample of a frame. */
  long spanMicros(int size) {
    return Math.round((size - 1) * intervalMicros);
  }

  /** Whether any sample was taken since the start of the session. */
  boolean started() {
    return started;
  }

  /** Index of the first sample that has not come yet. */
  long nextIndex() {
    return nextIndex;
  }

  /** The device says that its counters begin again. */
  void forgetIndex() {
    indexForgotten = started;
  }

  /**
   * Judges a frame.
   *
   * @param micros unwrapped device time of its first sample
   * @param arrivalNanos session time of its arrival
   * @param sameClock whether {@code micros} can be compared with the frames before
   */
  Placement place(Data frame, long micros, long arrivalNanos, boolean sameClock) {
    if (!started) {
      return new Placement(Kind.NEW_SEGMENT, frame.sampleIndex(), 0, 0);
    }
    int jump = (int) (frame.sampleIndex() - nextIndex);
    if (indexForgotten) {
      return unknown(frame, Kind.NEW_SEGMENT);
    }
    if (!sameClock) {
      return byArrival(frame, jump, arrivalNanos, Kind.NEW_SEGMENT);
    }
    if (frame.has(Data.TIME_STEPPED)) {
      return byArrival(frame, jump, arrivalNanos, Kind.CLOCK_SET);
    }
    double passed = (jump + 1) * intervalMicros;
    long mismatch = micros - lastTick - Math.round(passed);
    double tolerance = jump < 0 ? REPEAT_TOLERANCE : RATE_TOLERANCE;
    boolean agrees =
        intervalMicros == 0
            ? micros > lastTick == jump >= 0
            : Math.abs(mismatch) <= Math.max(TOLERANCE_MICROS, tolerance * Math.abs(passed));
    if (jump < 0) {
      return backwards(frame, jump, agrees);
    }
    if (agrees) {
      return goesOn(Kind.CONTINUES, jump);
    }
    if (mismatch > 0) {
      return goesOn(Kind.NEW_SEGMENT, jump);
    }
    return micros > lastTick
        ? unknown(frame, Kind.RESTARTED)
        : byArrival(frame, jump, arrivalNanos, Kind.CLOCK_SET);
  }

  private Placement goesOn(Kind kind, int jump) {
    return new Placement(kind, nextIndex + jump, jump, 0);
  }

  private static Placement unknown(Data frame, Kind kind) {
    return new Placement(kind, frame.sampleIndex(), Lost.UNKNOWN, 0);
  }

  /** Without a common clock, a jump is believed when it fits in the time since the last arrival. */
  private Placement byArrival(Data frame, int jump, long arrivalNanos, Kind kind) {
    double room = (arrivalNanos - lastArrivalNanos) * 1e-3 * (1 + RATE_TOLERANCE);
    boolean fits = jump >= 0 && jump * intervalMicros <= room + ARRIVAL_SLACK_MICROS;
    return fits ? goesOn(kind, jump) : unknown(frame, kind);
  }

  private Placement backwards(Data frame, int jump, boolean agrees) {
    if (!agrees) {
      return unknown(frame, Kind.RESTARTED);
    }
    if (jump + frame.size() > 0) {
      return new Placement(Kind.CONTINUES, nextIndex, 0, -jump);
    }
    boolean recent = -jump * intervalMicros <= RECENT_MICROS;
    if (!recent) {
      // One old frame is a stray; a second one that follows it means that the device has started
      // again and reached the same times since switching on.
      int after = (int) (frame.sampleIndex() - afterOldFrame);
      if (oldFrameSeen && after >= 0 && after < RESTART_WITHIN_SAMPLES) {
        return unknown(frame, Kind.RESTARTED);
      }
      oldFrameSeen = true;
      afterOldFrame = (int) (frame.sampleIndex() + frame.size());
    }
    return new Placement(Kind.PAST, nextIndex + jump, 0, 0);
  }

  /** Begins a segment: ticks need not go on from those before. */
  void beginSegment() {
    segmentHasSamples = false;
  }

  /**
   * Takes a frame's samples and returns their device times, strictly increasing in a segment.
   *
   * @param placement the judgement of this frame
   * @param micros unwrapped device time of the first sample of the whole frame
   */
  long[] take(Placement placement, int size, long micros, long arrivalNanos) {
    int kept = size - placement.skip();
    measureInterval(placement.firstIndex() - placement.skip(), micros);
    long[] ticks = new long[kept];
    for (int i = 0; i < kept; i++) {
      long tick = micros + Math.round((placement.skip() + i) * intervalMicros);
      ticks[i] = segmentHasSamples || i > 0 ? Math.max(tick, lastTick + 1) : tick;
      lastTick = ticks[i];
    }
    if (!segmentHasSamples) {
      segmentIndex = placement.firstIndex();
      segmentTick = ticks[0];
      segmentHasSamples = true;
    }
    started = true;
    indexForgotten = false;
    oldFrameSeen = false;
    nextIndex = placement.firstIndex() + kept;
    lastArrivalNanos = arrivalNanos;
    return ticks;
  }

  /** Devices miss their nominal rate by up to a few percent; within a frame that would show. */
  private void measureInterval(long index, long micros) {
    if (!segmentHasSamples || index <= segmentIndex) {
      return;
    }
    long elapsed = micros - segmentTick;
    double measured = (double) elapsed / (index - segmentIndex);
    boolean near = Math.abs(measured - nominalMicros) <= MEASURED_WITHIN * nominalMicros;
    if (measured > 0 && (nominalMicros == 0 || (elapsed >= MEASURED_AFTER_MICROS && near))) {
      intervalMicros = measured;
    }
  }
}
