package org.plumbline.device.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.device.session.TestStreams.MILLI;
import static org.plumbline.device.session.TestStreams.only;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;

@Timeout(20)
class SequencerTest {
  private static final long ZERO = 5_000 * MILLI;

  private long now = ZERO;

  private Sequencer sequencer(int capacity) {
    return new Sequencer(new Started("S01", 0, ZERO, "test", "test"), () -> now, capacity);
  }

  static Samples samples(int stream, long atNanos, long firstIndex, int size) {
    long[] ticks = new long[size];
    long[] session = new long[size];
    for (int i = 0; i < size; i++) {
      ticks[i] = (firstIndex + i) * 5_000;
      session[i] = (firstIndex + i) * 5 * MILLI;
    }
    return Samples.ofCounts(stream, atNanos, firstIndex, 1, ticks, session, new int[size]);
  }

  private static List<SessionEvent> drain(Sequencer sequencer) {
    List<SessionEvent> events = new ArrayList<>();
    for (Optional<SessionEvent> event = sequencer.poll(); event.isPresent(); ) {
      events.add(event.get());
      event = sequencer.poll();
    }
    return events;
  }

  @Test
  void logBeginsWithStartedAndEndsWithEndedOnceAndForAll() {
    Sequencer sequencer = sequencer(64);
    Inlet inlet = sequencer.newInlet();
    inlet.accept(samples(1, MILLI, 0, 2));
    now += 5 * MILLI;
    sequencer.end("stopped by the operator");
    sequencer.end("again");
    assertThat(sequencer.operator(Operator.Action.MARK, Double.NaN, "")).isFalse();
    List<SessionEvent> events = drain(sequencer);
    assertThat(events).hasSize(3);
    assertThat(events.get(0)).isInstanceOf(Started.class);
    assertThat(events.get(2)).isEqualTo(new Ended(5 * MILLI, "stopped by the operator"));
    assertThat(sequencer.next()).isEmpty();
  }

  @Test
  void ticksComeEveryHundredMillisecondsWhetherSamplesArriveOrNot() {
    Sequencer sequencer = sequencer(64);
    drain(sequencer);
    now += 350 * MILLI;
    assertThat(drain(sequencer))
        .containsExactly(new Tick(100 * MILLI), new Tick(200 * MILLI), new Tick(300 * MILLI));
    assertThat(drain(sequencer)).isEmpty();
    now += 50 * MILLI;
    assertThat(drain(sequencer)).containsExactly(new Tick(400 * MILLI));
  }

  @Test
  void ticksStandBetweenEventsWhereTheyBelongEvenWhenReadLate() {
    Sequencer sequencer = sequencer(64);
    Inlet inlet = sequencer.newInlet();
    inlet.accept(samples(1, 90 * MILLI, 0, 1));
    inlet.accept(samples(1, 250 * MILLI, 1, 1));
    now += 1_000 * MILLI;
    List<Long> times = drain(sequencer).stream().map(SessionEvent::atNanos).toList();
    assertThat(times)
        .containsExactly(
            0L,
            90 * MILLI,
            100 * MILLI,
            200 * MILLI,
            250 * MILLI,
            300 * MILLI,
            400 * MILLI,
            500 * MILLI,
            600 * MILLI,
            700 * MILLI,
            800 * MILLI,
            900 * MILLI,
            1_000 * MILLI);
  }

  @Test
  void eventOvertakenByAnotherThreadEntersAtTheLaterInstantOtherwiseUnchanged() {
    Sequencer sequencer = sequencer(64);
    sequencer.newInlet().accept(samples(1, 40 * MILLI, 0, 2));
    sequencer.newInlet().accept(samples(2, 39 * MILLI, 7, 2));
    List<Samples> samples = only(Samples.class, drain(sequencer));
    assertThat(samples.get(1)).isEqualTo(samples(2, 39 * MILLI, 7, 2).enteredAt(40 * MILLI));
  }

  @Test
  void operatorAndContextStandInTheLogAtTheirInstant() {
    Sequencer sequencer = sequencer(64);
    drain(sequencer);
    now += 30 * MILLI;
    assertThat(sequencer.operator(Operator.Action.LOAD, 20, "kettlebell")).isTrue();
    now += 30 * MILLI;
    assertThat(sequencer.apply("{\"exercise\":\"squat\"}", "catalog")).isTrue();
    assertThat(drain(sequencer))
        .containsExactly(
            new Operator(30 * MILLI, Operator.Action.LOAD, 20, "kettlebell"),
            ContextApplied.of(60 * MILLI, "{\"exercise\":\"squat\"}", "catalog"));
  }

  @Test
  void overflowIsALossWithTheExactNumberAheadOfWhatFollows() {
    Sequencer sequencer = sequencer(16); // samples leave 4 places
    Inlet inlet = sequencer.newInlet();
    for (int i = 0; i < 100; i++) {
      inlet.accept(samples(1, i, i * 3L, 3));
    }
    assertThat(sequencer.counts().overflowed()).isEqualTo(88 * 3);
    assertThat(sequencer.counts().highWater()).isEqualTo(12);
    List<SessionEvent> first = drain(sequencer);
    inlet.accept(samples(1, 100, 300, 3));
    List<SessionEvent> second = drain(sequencer);
    assertThat(only(Samples.class, first)).hasSize(12);
    assertThat(second)
        .containsExactly(new Lost(99, 1, 36, 88 * 3, Lost.Cause.OVERFLOW), samples(1, 100, 300, 3));
  }

  @Test
  void overflowOfAStreamThatFallsSilentIsStillSaid() {
    Sequencer sequencer = sequencer(16);
    Inlet inlet = sequencer.newInlet();
    for (int i = 0; i < 13; i++) {
      inlet.accept(samples(1, i, i, 1));
    }
    drain(sequencer);
    inlet.onTime();
    assertThat(only(Lost.class, drain(sequencer)))
        .containsExactly(new Lost(12, 1, 12, 1, Lost.Cause.OVERFLOW));
  }

  @Test
  void overflowAtTheEndIsSaidBeforeEnded() {
    Sequencer sequencer = sequencer(16);
    Inlet inlet = sequencer.newInlet();
    for (int i = 0; i < 20; i++) {
      inlet.accept(samples(1, i, i, 1));
    }
    inlet.close();
    sequencer.end("done");
    List<SessionEvent> events = drain(sequencer);
    assertThat(events.get(events.size() - 2))
        .isEqualTo(new Lost(19, 1, 12, 8, Lost.Cause.OVERFLOW));
    assertThat(events.get(events.size() - 1)).isInstanceOf(Ended.class);
  }

  @Test
  void whatIsNotSamplesKeepsItsPlaceInAFullQueue() {
    Sequencer sequencer = sequencer(16);
    Inlet inlet = sequencer.newInlet();
    for (int i = 0; i < 14; i++) {
      inlet.accept(samples(1, i, i, 1));
    }
    inlet.accept(new Described(15, TestStreams.stream(1, 200)));
    assertThat(sequencer.operator(Operator.Action.PAIN_STOP, Double.NaN, "")).isTrue();
    List<SessionEvent> events = drain(sequencer);
    // The overflow of the stream comes before its new description.
    assertThat(events.subList(13, 16))
        .containsExactly(
            new Lost(13, 1, 12, 2, Lost.Cause.OVERFLOW),
            new Described(15, TestStreams.stream(1, 200)),
            new Operator(15, Operator.Action.PAIN_STOP, Double.NaN, ""));
  }

  @Test
  void operatorIsToldWhenNotEvenTheLastPlaceIsFree() {
    Sequencer sequencer = sequencer(16);
    int taken = 0;
    while (sequencer.operator(Operator.Action.MARK, Double.NaN, "")) {
      taken++;
    }
    assertThat(taken).isEqualTo(16);
  }

  @Test
  void linkThatWaitsForRoomIsLetGoWhenNobodyReadsAnyMore() throws Exception {
    Sequencer sequencer = sequencer(16);
    Inlet inlet = sequencer.newInlet();
    Thread link =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                inlet.accept(new Described(i, TestStreams.stream(1, 200)));
              }
            });
    link.start();
    while (sequencer.counts().queued() < 16) {
      Thread.onSpinWait();
    }
    sequencer.close();
    link.join(5_000);
    assertThat(link.isAlive()).isFalse();
  }

  @Test
  void eventAfterItsLinkWasClosedIsABugAndFlies() {
    Inlet inlet = sequencer(16).newInlet();
    inlet.close();
    assertThatThrownBy(() -> inlet.accept(samples(1, 0, 0, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nextWaitsForTheTickOfARealClock() {
    long zero = System.nanoTime();
    Sequencer sequencer =
        new Sequencer(new Started("S01", 0, zero, "test", "test"), System::nanoTime, 64);
    assertThat(sequencer.next()).get().isInstanceOf(Started.class);
    assertThat(sequencer.next()).contains(new Tick(100 * MILLI));
    assertThat(System.nanoTime() - zero).isGreaterThanOrEqualTo(100 * MILLI);
  }
}
