package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.SessionSource;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.log.StreamDescriptor.Origin;

/** What is left of a log of two streams whose values are the numbers of their samples. */
class ThinnedSourceTest {

  private static Described described(int id, Segment segment) {
    Channel channel =
        new Channel(
            "x", Quantity.ANGULAR_RATE, Axis.X, new OnSegment(segment, Side.RIGHT), 1, 0, 0);
    return new Described(
        0, new StreamDescriptor(id, "", "", Origin.MEASURED, 100, 1000, 1, List.of(channel)));
  }

  private static Samples samples(int stream, long first, int size) {
    long[] ticks = new long[size];
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      ticks[i] = 10 * (first + i);
      values[i] = first + i;
    }
    return Samples.ofValues(stream, 10 * (first + size), first, 1, ticks, ticks.clone(), values);
  }

  private static List<SessionEvent> left(List<SessionEvent> events, ThinnedSource.Thinning thinning)
      throws IOException {
    Iterator<SessionEvent> all = events.iterator();
    SessionSource source =
        new SessionSource() {
          @Override
          public Optional<SessionEvent> next() {
            return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
          }

          @Override
          public void close() {}
        };
    List<SessionEvent> left = new ArrayList<>();
    try (SessionSource thinned = new ThinnedSource(source, thinning)) {
      Optional<SessionEvent> next = thinned.next();
      while (next.isPresent()) {
        left.add(next.get());
        next = thinned.next();
      }
    }
    return left;
  }

  /** Numbers, ticks and values of the samples of a stream. */
  private static List<String> shown(List<SessionEvent> events, int stream) {
    List<String> shown = new ArrayList<>();
    for (SessionEvent event : events) {
      if (event instanceof Samples samples && samples.stream() == stream) {
        for (int i = 0; i < samples.size(); i++) {
          shown.add(
              (samples.firstIndex() + i) + " " + samples.deviceTicks(i) + " " + samples.raw(i, 0));
        }
      }
    }
    return shown;
  }

  @Test
  void everyFourthSampleIsNumberedAnewAcrossEventsAndHoles() throws IOException {
    List<SessionEvent> left =
        left(
            List.of(
                described(1, Segment.THIGH),
                samples(1, 0, 6),
                samples(1, 6, 1),
                new Lost(70, 1, 7, 2, Lost.Cause.FILE),
                samples(1, 9, 4)),
            new EveryNth(4));
    assertThat(shown(left, 1)).containsExactly("0 0 0.0", "1 40 4.0", "3 120 12.0");
    // Of samples 7 and 8 only 8 would have been kept: the third one.
    assertThat(left).contains(new Lost(70, 1, 2, 1, Lost.Cause.FILE));
    assertThat(left.get(0)).isInstanceOf(Described.class);
    assertThat(((Described) left.get(0)).stream().nominalRateHz()).isEqualTo(25);
  }

  @Test
  void theSameRowsAreLostFromAllStreamsAndEveryLossIsSaid() throws IOException {
    List<SessionEvent> log = new ArrayList<>();
    int rows = 20_000;
    for (int first = 0; first < rows; first += 7) {
      int size = Math.min(7, rows - first);
      log.add(samples(1, first, size));
      log.add(samples(2, first, size));
    }
    List<SessionEvent> left = left(log, new BurstLoss(0.2, 3));
    assertThat(shown(left, 2)).isEqualTo(shown(left, 1));
    long lost =
        left.stream()
            .filter(Lost.class::isInstance)
            .map(Lost.class::cast)
            .filter(one -> one.stream() == 1)
            .mapToLong(Lost::count)
            .sum();
    assertThat(lost + shown(left, 1).size()).isEqualTo(rows);
    // 4000 rows in bursts of 3 have a standard deviation of about 100.
    assertThat(lost / (double) rows).isCloseTo(0.2, within(0.02));
    assertThat(left(log, new BurstLoss(0.2, 3))).isEqualTo(left);
  }

  @Test
  void ofOneSensorNothingElseIsKnown() throws IOException {
    List<SessionEvent> left =
        left(
            List.of(
                described(1, Segment.THIGH),
                described(2, Segment.SHANK),
                samples(1, 0, 3),
                samples(2, 0, 3),
                new Lost(40, 1, 3, 1, Lost.Cause.WIRE),
                new Lost(40, 2, 3, 1, Lost.Cause.WIRE)),
            new OneSensor(Segment.SHANK));
    assertThat(left)
        .containsExactly(
            described(2, Segment.SHANK), samples(2, 0, 3), new Lost(40, 2, 3, 1, Lost.Cause.WIRE));
  }
}
