package org.plumbline.tools.validate;

import java.util.List;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;

/** A slower sensor: every n-th sample, numbered anew; what was lost of them stays lost. */
final class EveryNth implements ThinnedSource.Thinning {
  private final int n;

  EveryNth(int n) {
    this.n = n;
  }

  @Override
  public List<SessionEvent> thin(SessionEvent event) {
    if (event instanceof Samples samples) {
      return thinned(samples);
    }
    if (event instanceof Described described) {
      return List.of(new Described(described.atNanos(), slower(described.stream())));
    }
    return event instanceof Lost lost ? fewer(lost) : List.of(event);
  }

  private List<SessionEvent> thinned(Samples samples) {
    int first = (int) (after(samples.firstIndex()) * n - samples.firstIndex());
    if (first >= samples.size()) {
      return List.of();
    }
    int size = (samples.size() - first - 1) / n + 1;
    int channels = samples.channels();
    long[] ticks = new long[size];
    long[] nanos = new long[size];
    double[] values = new double[size * channels];
    for (int i = 0; i < size; i++) {
      int from = first + i * n;
      ticks[i] = samples.deviceTicks(from);
      nanos[i] = samples.sessionNanos(from);
      for (int c = 0; c < channels; c++) {
        values[i * channels + c] = samples.raw(from, c);
      }
    }
    return List.of(
        Samples.ofValues(
            samples.stream(),
            samples.atNanos(),
            after(samples.firstIndex()),
            channels,
            ticks,
            nanos,
            values));
  }

  private List<SessionEvent> fewer(Lost lost) {
    if (lost.count() == Lost.UNKNOWN) {
      return List.of(
          new Lost(
              lost.atNanos(), lost.stream(), after(lost.firstIndex()), lost.count(), lost.cause()));
    }
    long first = after(lost.firstIndex());
    long count = after(lost.firstIndex() + lost.count()) - first;
    return count == 0
        ? List.of()
        : List.of(new Lost(lost.atNanos(), lost.stream(), first, count, lost.cause()));
  }

  /** New number of the first sample at or after this one that is kept. */
  private long after(long index) {
    return Math.floorDiv(index + n - 1, (long) n);
  }

  private StreamDescriptor slower(StreamDescriptor stream) {
    return new StreamDescriptor(
        stream.id(),
        stream.name(),
        stream.device(),
        stream.origin(),
        stream.nominalRateHz() / n,
        stream.ticksPerSecond(),
        stream.latenessNanos(),
        stream.channels());
  }
}
