package org.plumbline.device.session;

import java.util.Arrays;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.protocol.Message;

/** One stream of a link: what it carries, how far it has come, and its session time. */
final class LinkStream {

  /**
   * Where a new line lies earlier than the last sample, session time runs on at a quarter of its
   * pace until the line has caught up: it never stands still and never goes back.
   */
  private static final double CATCHING_UP = 0.25;

  private final DeviceDrops drops = new DeviceDrops();
  private StreamDescriptor descriptor;
  private StreamTrack track;
  private boolean redescribed;
  private boolean cutOff;
  private int clockEpoch = -1;
  private int segmentEpoch = -1;
  private int lineVersion = -1;

  private boolean segmentBegins;
  private boolean hasSessionTime;
  private long lastSessionNanos;
  private long lastTick;

  LinkStream(StreamDescriptor descriptor) {
    this.descriptor = descriptor;
    this.track = new StreamTrack(descriptor.nominalRateHz());
  }

  /** The template of a device with its id in the session; device time is microseconds. */
  static StreamDescriptor withId(StreamDescriptor template, int id) {
    return new StreamDescriptor(
        id,
        template.name(),
        template.device(),
        template.origin(),
        template.nominalRateHz(),
        template.ticksPerSecond(),
        template.latenessNanos(),
        template.channels());
  }

  int id() {
    return descriptor.id();
  }

  StreamDescriptor descriptor() {
    return descriptor;
  }

  StreamTrack track() {
    return track;
  }

  DeviceDrops drops() {
    return drops;
  }

  int clockEpoch() {
    return clockEpoch;
  }

  int segmentEpoch() {
    return segmentEpoch;
  }

  int lineVersion() {
    return lineVersion;
  }

  /** The link is gone. */
  void cutOff() {
    cutOff = track.started();
  }

  /** Whether the link went since the last sample. */
  boolean isCutOff() {
    return cutOff;
  }

  /** The device describes the stream differently: told at its next sample. */
  void redescribe(StreamDescriptor changed) {
    if (changed.nominalRateHz() != descriptor.nominalRateHz()) {
      track = track.atRate(changed.nominalRateHz());
    }
    descriptor = changed;
    redescribed = true;
  }

  boolean redescribed() {
    return redescribed;
  }

  void described() {
    redescribed = false;
  }

  /** Device time may start anywhere. */
  void beginSegment() {
    track.beginSegment();
    segmentBegins = true;
  }

  void enter(int newClockEpoch, int newSegmentEpoch) {
    clockEpoch = newClockEpoch;
    segmentEpoch = newSegmentEpoch;
    cutOff = false;
  }

  ClockLine line(ClockFit fit, int version, long at) {
    lineVersion = version;
    return new ClockLine(
        at, id(), fit.lineDeviceMicros(), fit.lineSessionNanos(), fit.nanosPerMicro());
  }

  Samples samples(Message.Data frame, Placement placement, long[] ticks, ClockFit fit, long at) {
    long[] session = new long[ticks.length];
    for (int i = 0; i < ticks.length; i++) {
      session[i] = sessionNanos(ticks[i], fit);
    }
    int channels = frame.channels();
    int skip = placement.skip() * channels;
    long first = placement.firstIndex();
    if (frame.isCounts()) {
      int[] counts = frame.counts();
      return Samples.ofCounts(
          id(),
          at,
          first,
          channels,
          ticks,
          session,
          skip == 0 ? counts : Arrays.copyOfRange(counts, skip, counts.length));
    }
    double[] values = frame.values();
    return Samples.ofValues(
        id(),
        at,
        first,
        channels,
        ticks,
        session,
        skip == 0 ? values : Arrays.copyOfRange(values, skip, values.length));
  }

  private long sessionNanos(long tick, ClockFit fit) {
    long nanos = fit.toSessionNanos(tick);
    if (hasSessionTime) {
      long ticks = segmentBegins ? 1 : Math.max(1, tick - lastTick);
      double passed = ticks * fit.nanosPerMicro();
      nanos = Math.max(nanos, lastSessionNanos + Math.max(1, (long) (CATCHING_UP * passed)));
    }
    hasSessionTime = true;
    segmentBegins = false;
    lastSessionNanos = nanos;
    lastTick = tick;
    return nanos;
  }
}
