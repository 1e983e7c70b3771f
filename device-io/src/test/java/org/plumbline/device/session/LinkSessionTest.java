package org.plumbline.device.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.plumbline.device.session.TestStreams.MILLI;
import static org.plumbline.device.session.TestStreams.only;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.device.log.ClockLine;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Rejected;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.protocol.Message;
import org.plumbline.device.protocol.Message.Data;

class LinkSessionTest {
  /** 200 Hz, frames of two samples: 10 ms. */
  private static final double RATE_HZ = 200;

  private static final int SAMPLES = 2;
  private static final long FRAME_MICROS = 10_000;
  private static final long ZERO = 77_000 * MILLI;
  private static final long DELAY = 2 * MILLI;

  private final List<SessionEvent> events = new ArrayList<>();
  private final LinkSession session = new LinkSession(0, "test port", ZERO, events::add);

  /** The instant a frame whose first sample is {@code micros} old on the device arrives. */
  private static long arrival(long micros) {
    return ZERO + micros * 1000 + 5 * MILLI + DELAY;
  }

  private void describe(int... ids) {
    session.accept(TestStreams.description(ZERO, RATE_HZ, ids));
  }

  /** Frame {@code number} of an undisturbed device. */
  private void frame(int stream, int number) {
    frame(stream, number, 0);
  }

  private void frame(int stream, int number, int flags) {
    long micros = number * FRAME_MICROS;
    session.accept(
        TestStreams.data(arrival(micros), stream, (long) number * SAMPLES, micros, flags, SAMPLES));
  }

  private void frames(int stream, int from, int to) {
    for (int i = from; i < to; i++) {
      frame(stream, i);
    }
  }

  private List<Lost> lost() {
    return only(Lost.class, events);
  }

  private long sampleCount() {
    return only(Samples.class, events).stream().mapToLong(Samples::size).sum();
  }

  @Test
  void streamIsDescribedOnceThenClockedThenSampled() {
    describe(1);
    frames(1, 0, 3);
    describe(1);
    frames(1, 3, 5);
    assertThat(events.get(0)).isInstanceOf(Described.class);
    assertThat(events.get(1)).isInstanceOf(ClockLine.class);
    assertThat(events.get(2)).isInstanceOf(Samples.class);
    assertThat(only(Described.class, events)).hasSize(1);
    assertThat(sampleCount()).isEqualTo(10);
    assertThat(lost()).isEmpty();
  }

  @Test
  void samplesCarryCountsIndexDeviceTimeAndSessionTime() {
    describe(1);
    frames(1, 0, 2);
    Samples second = only(Samples.class, events).get(1);
    assertThat(second.firstIndex()).isEqualTo(2);
    assertThat(second.deviceTicks(0)).isEqualTo(10_000);
    assertThat(second.deviceTicks(1)).isEqualTo(15_000);
    assertThat(second.count(1, 2)).isEqualTo(3);
    // The newest sample of a frame is made a link delay before the frame arrives.
    assertThat(second.sessionNanos(1)).isEqualTo(15 * MILLI + DELAY);
    assertThat(second.sessionNanos(0)).isEqualTo(10 * MILLI + DELAY);
    assertThat(second.atNanos()).isEqualTo(15 * MILLI + DELAY);
  }

  @Test
  void droppedFramesAreLostWithTheirExactNumber() {
    describe(1);
    frames(1, 0, 3);
    frames(1, 7, 9);
    assertThat(lost()).containsExactly(new Lost(arrival(70_000) - ZERO, 1, 6, 8, Lost.Cause.WIRE));
    assertThat(only(Described.class, events)).as("a hole is no new segment").hasSize(1);
  }

  @Test
  void lossOfTheDeviceIsToldFromLossOnTheWire() {
    describe(1);
    frame(1, 0);
    frame(1, 4, Data.OVERRUN);
    status(1, 6);
    status(1, 8);
    frame(1, 8);
    assertThat(lost())
        .extracting(Lost::firstIndex, Lost::count, Lost::cause)
        .containsExactly(
            tuple(2L, 6L, Lost.Cause.DEVICE),
            tuple(10L, 2L, Lost.Cause.DEVICE),
            tuple(12L, 4L, Lost.Cause.WIRE));
  }

  private void status(int stream, long dropped) {
    session.accept(
        new Message.Status(
            ZERO,
            0,
            10,
            Double.NaN,
            OptionalInt.empty(),
            List.of(new Message.Status.Dropped(stream, dropped))));
  }

  @Test
  void overrunWithoutAJumpOfTheIndexIsALossOfUnknownSize() {
    describe(1);
    frame(1, 0);
    frame(1, 1, Data.OVERRUN);
    assertThat(lost()).extracting(Lost::count).containsExactly(Lost.UNKNOWN);
  }

  @Test
  void repeatedAndLateFramesAreRejectedAndNeverInserted() {
    describe(1);
    frames(1, 0, 5);
    frame(1, 4);
    frame(1, 2);
    frames(1, 5, 6);
    assertThat(sampleCount()).isEqualTo(12);
    assertThat(lost()).isEmpty();
    List<Rejected> rejected = only(Rejected.class, events);
    assertThat(rejected).hasSize(2);
    assertThat(rejected.get(0).reason())
        .isEqualTo("a frame of stream 1 (2 samples from index 8) had come before; it was left out");
    assertIndicesIncrease(1);
  }

  @Test
  void ofAFrameThatOverlapsOnlyTheNewSamplesAreTaken() {
    describe(1);
    frames(1, 0, 3); // samples 0 to 5
    session.accept(TestStreams.data(arrival(35_000), 1, 4, 20_000, 0, 4)); // 4 to 7
    Samples last = only(Samples.class, events).get(3);
    assertThat(last.firstIndex()).isEqualTo(6);
    assertThat(last.size()).isEqualTo(2);
    assertThat(last.count(0, 0)).isEqualTo(6);
    assertThat(last.deviceTicks(0)).isEqualTo(30_000);
  }

  @Test
  void bothCountersWrapUnseen() {
    describe(1);
    long index = (1L << 32) - 7;
    long micros = (1L << 32) - 15_000;
    for (int i = 0; i < 10; i++) {
      session.accept(
          TestStreams.data(
              arrival(i * FRAME_MICROS),
              1,
              index + (long) i * SAMPLES,
              micros + i * FRAME_MICROS,
              0,
              SAMPLES));
    }
    assertThat(lost()).isEmpty();
    assertThat(only(Described.class, events)).hasSize(1);
    assertIndicesIncrease(1);
    Samples last = only(Samples.class, events).get(9);
    assertThat(last.firstIndex()).isEqualTo(index + 18);
    assertThat(last.deviceTicks(0)).isEqualTo(micros + 90_000);
  }

  @Test
  void pauseLongerThanATurnOfTheClockIsMeasuredByArrival() {
    describe(1);
    frames(1, 0, 100);
    long pause = 3 * (1L << 32) + 5_000_000; // three turns and five seconds: 3.6 h
    for (int i = 100; i < 200; i++) {
      long micros = i * FRAME_MICROS + pause;
      session.accept(TestStreams.data(arrival(micros), 1, (long) i * SAMPLES, micros, 0, SAMPLES));
    }
    assertThat(lost()).as("the index went on").isEmpty();
    assertThat(only(Described.class, events)).as("a pause is a new segment").hasSize(2);
    Samples last = only(Samples.class, events).get(199);
    assertThat(last.deviceTicks(0)).isEqualTo(199 * FRAME_MICROS + pause);
    assertThat(last.sessionNanos(1)).isEqualTo(last.atNanos());
  }

  @Test
  void restartedDeviceIsANewSegmentWithALossOfUnknownSize() {
    describe(1);
    frames(1, 0, 1000); // 10 s
    // Power-cycled: 3 s later index and clock begin again.
    for (int i = 0; i < 10; i++) {
      long micros = 400_000 + i * FRAME_MICROS;
      session.accept(
          TestStreams.data(
              arrival(13_000_000 + i * FRAME_MICROS), 1, (long) i * SAMPLES, micros, 0, SAMPLES));
    }
    assertThat(lost())
        .containsExactly(
            new Lost(arrival(13_000_000) - ZERO, 1, 2000, Lost.UNKNOWN, Lost.Cause.DEVICE));
    int at = events.indexOf(lost().get(0));
    assertThat(events.get(at + 1)).isInstanceOf(Described.class);
    assertThat(events.get(at + 2)).isInstanceOf(ClockLine.class);
    assertThat(events.get(at + 3)).isInstanceOf(Samples.class);
    assertSessionTimeIncreases(1);
  }

  @Test
  void deviceThatRestartsAtTheSameTimesLosesOneFrameNotItsNewLife() {
    describe(1);
    frames(1, 0, 1000);
    for (int i = 0; i < 100; i++) {
      session.accept(
          TestStreams.data(
              arrival(11_000_000 + i * FRAME_MICROS),
              1,
              (long) i * SAMPLES,
              i * FRAME_MICROS,
              0,
              SAMPLES));
    }
    assertThat(only(Rejected.class, events)).hasSize(1);
    assertThat(lost()).extracting(Lost::count).containsExactly(Lost.UNKNOWN);
    assertThat(sampleCount()).isEqualTo(2000 + 2 * 99);
  }

  @Test
  void announcedRestartBeginsAllStreamsAnew() {
    describe(1, 2);
    frame(1, 0);
    frame(2, 0);
    session.accept(new Message.DeviceEvent(arrival(20_000), 1, 5, Message.EventCode.BOOT, 0, ""));
    frame(1, 4);
    frame(2, 4);
    assertThat(lost()).extracting(Lost::count).containsExactly(Lost.UNKNOWN, Lost.UNKNOWN);
    assertThat(only(Described.class, events)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {3_000_000_000L, -900_000})
  void deviceClockThatIsSetBeginsASegmentButLosesNothing(long stepMicros) {
    describe(1);
    frames(1, 0, 100);
    for (int i = 100; i < 200; i++) {
      long micros = i * FRAME_MICROS + stepMicros;
      session.accept(
          TestStreams.data(arrival(i * FRAME_MICROS), 1, (long) i * SAMPLES, micros, 0, SAMPLES));
    }
    assertThat(lost()).isEmpty();
    assertThat(only(Described.class, events)).hasSize(2);
    assertSessionTimeIncreases(1);
    Samples last = only(Samples.class, events).get(199);
    assertThat(last.sessionNanos(1)).isEqualTo(last.atNanos());
  }

  @Test
  void afterAReconnectTheIndexTellsTheExactLossWhereTheDeviceWentOn() {
    describe(1);
    frames(1, 0, 100);
    session.disconnected();
    describe(1);
    frames(1, 150, 160);
    assertThat(lost())
        .extracting(Lost::firstIndex, Lost::count, Lost::cause)
        .containsExactly(tuple(200L, 100L, Lost.Cause.DISCONNECTED));
    int at = events.indexOf(lost().get(0));
    assertThat(events.get(at + 1)).isInstanceOf(Described.class);
  }

  @Test
  void afterAReconnectToARestartedDeviceTheLossIsUnknown() {
    describe(1, 2);
    frames(1, 0, 100);
    frame(2, 99);
    session.disconnected();
    describe(1, 2);
    for (int stream = 1; stream <= 2; stream++) {
      session.accept(TestStreams.data(arrival(2_000_000), stream, 0, 300_000, 0, SAMPLES));
    }
    assertThat(lost())
        .extracting(Lost::stream, Lost::count, Lost::cause)
        .containsExactly(
            tuple(1, Lost.UNKNOWN, Lost.Cause.DISCONNECTED),
            tuple(2, Lost.UNKNOWN, Lost.Cause.DISCONNECTED));
    assertSessionTimeIncreases(1);
  }

  @Test
  void linkThatNeverComesBackIsALossToo() {
    describe(1);
    frame(1, 0);
    session.disconnected();
    session.end(arrival(5_000_000));
    assertThat(lost()).extracting(Lost::cause).containsExactly(Lost.Cause.DISCONNECTED);
  }

  @Test
  void changedDescriptionIsToldBeforeTheNextSamples() {
    describe(1);
    frames(1, 0, 10);
    session.accept(TestStreams.description(arrival(95_000), RATE_HZ / 2, 1));
    session.accept(TestStreams.data(arrival(110_000), 1, 20, 100_000, 0, SAMPLES));
    List<Described> described = only(Described.class, events);
    assertThat(described).hasSize(2);
    assertThat(described.get(1).stream().nominalRateHz()).isEqualTo(100);
    assertThat(lost()).isEmpty();
    Samples last = only(Samples.class, events).get(10);
    assertThat(last.deviceTicks(1) - last.deviceTicks(0)).isEqualTo(10_000);
  }

  @Test
  void intervalInsideAFrameFollowsTheDeviceAndNotTheLabel() {
    describe(1);
    // Labelled 200 Hz, runs at 206: samples every 4854 us.
    for (int i = 0; i < 500; i++) {
      long micros = Math.round(i * SAMPLES * 1e6 / 206);
      session.accept(TestStreams.data(arrival(micros), 1, (long) i * SAMPLES, micros, 0, SAMPLES));
    }
    Samples last = only(Samples.class, events).get(499);
    assertThat(last.deviceTicks(1) - last.deviceTicks(0)).isBetween(4853L, 4855L);
    assertThat(lost()).isEmpty();
  }

  @Test
  void sessionTimeNeverGoesBackWhenTheFirstFramesCameLate() {
    describe(1);
    // The first frames lie 45 ms in a buffer, then the link is quick.
    for (int i = 0; i < 500; i++) {
      long micros = i * FRAME_MICROS;
      long late = i < 3 ? 45 * MILLI : 0;
      session.accept(
          TestStreams.data(arrival(micros) + late, 1, (long) i * SAMPLES, micros, 0, SAMPLES));
    }
    assertSessionTimeIncreases(1);
    assertThat(only(Described.class, events)).hasSize(1);
    Samples last = only(Samples.class, events).get(499);
    assertThat(last.sessionNanos(1)).isBetween(last.atNanos() - MILLI, last.atNanos() + MILLI);
  }

  @Test
  void floodOfDamageBecomesAFewEventsAndNothingGoesUncounted() {
    describe(1);
    long bytes = 0;
    for (int i = 0; i < 100_000; i++) {
      long at = ZERO + i * MILLI / 10; // 10 s of 10 000 pieces a second
      bytes += 17;
      session.accept(new Message.Damaged(at, 17, Message.Damaged.Kind.CHECKSUM, "checksum"));
    }
    session.end(ZERO + 10_000 * MILLI);
    List<Rejected> rejected = only(Rejected.class, events);
    assertThat(rejected.size()).isLessThanOrEqualTo(11 * 6);
    assertThat(rejected.stream().mapToLong(Rejected::bytes).sum()).isEqualTo(bytes);
    assertThat(session.counts().rejected()).isEqualTo(100_000);
  }

  @Test
  void buttonsOfTheDeviceAreOperatorEvents() {
    session.accept(event(Message.EventCode.SET_START, 3, ""));
    session.accept(event(Message.EventCode.NOTE, 1, "belt moved"));
    session.accept(event(Message.EventCode.OTHER, 77, "spin"));
    session.accept(event(Message.EventCode.SETUP, 6, "swing-left"));
    assertThat(only(Operator.class, events))
        .extracting(Operator::action, Operator::note)
        .containsExactly(
            tuple(Operator.Action.SET_START, ""),
            tuple(Operator.Action.MARK, "belt moved"),
            tuple(Operator.Action.MARK, "event 77 spin"),
            tuple(Operator.Action.SETUP, "swing-left"));
  }

  private static Message.DeviceEvent event(Message.EventCode code, int raw, String text) {
    return new Message.DeviceEvent(ZERO + MILLI, raw, 0, code, raw, text);
  }

  @Test
  void streamsOfDifferentLinksNeverShareAnId() {
    LinkSession other = new LinkSession(1, "other port", ZERO, events::add);
    describe(1, 250);
    other.accept(TestStreams.description(ZERO, RATE_HZ, 1, 250));
    assertThat(only(Described.class, events))
        .extracting(described -> described.stream().id())
        .containsExactly(1, 250, 257, 506);
  }

  @Test
  void frameThatDoesNotFitItsDescriptionIsRejected() {
    describe(1);
    session.accept(Data.ofCounts(ZERO, 1, 0, 0, 0, 2, new int[] {1, 2}));
    assertThat(sampleCount()).isZero();
    assertThat(only(Rejected.class, events)).hasSize(1);
  }

  private void assertIndicesIncrease(int stream) {
    long next = Long.MIN_VALUE;
    for (Samples samples : only(Samples.class, events)) {
      if (samples.stream() == stream) {
        assertThat(samples.firstIndex()).isGreaterThanOrEqualTo(next);
        next = samples.firstIndex() + samples.size();
      }
    }
  }

  private void assertSessionTimeIncreases(int stream) {
    long last = Long.MIN_VALUE;
    for (Samples samples : only(Samples.class, events)) {
      for (int i = 0; samples.stream() == stream && i < samples.size(); i++) {
        assertThat(samples.sessionNanos(i)).isGreaterThan(last);
        last = samples.sessionNanos(i);
      }
    }
  }
}
