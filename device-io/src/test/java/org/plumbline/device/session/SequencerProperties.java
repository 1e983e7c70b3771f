package org.plumbline.device.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Started;
import org.plumbline.device.log.Tick;

class SequencerProperties {

  /** Links, a person and a reader take turns at random; links deliver stamps out of step. */
  @Property(tries = 300)
  void anyInterleavingGivesOneOrderedLogWithNothingUncounted(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int links,
      @ForAll @IntRange(min = 16, max = 200) int capacity) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] now = {0};
    Sequencer sequencer =
        new Sequencer(new Started("S01", 0, 0, "test", "test"), () -> now[0], capacity);
    List<Inlet> inlets = new ArrayList<>();
    long[] sent = new long[links];
    for (int i = 0; i < links; i++) {
      inlets.add(sequencer.newInlet());
    }
    List<SessionEvent> log = new ArrayList<>();
    int marks = 0;
    for (int step = 0; step < 600; step++) {
      now[0] += random.nextInt(20_000_000);
      int who = random.nextInt(links + 2);
      if (who < links) {
        int size = 1 + random.nextInt(4);
        // The stamp is taken before the event gets its turn.
        long stamp = Math.max(0, now[0] - random.nextInt(30_000_000));
        inlets.get(who).accept(SequencerTest.samples(who + 1, stamp, sent[who], size));
        sent[who] += size;
      } else if (who == links) {
        marks += sequencer.operator(Operator.Action.MARK, Double.NaN, "") ? 1 : 0;
      } else {
        for (int i = random.nextInt(60); i > 0; i--) {
          sequencer.poll().ifPresent(log::add);
        }
      }
      // Losses keep a place for themselves in this test: nobody else reads while a link waits.
      if (sequencer.counts().queued() > capacity - links - 2) {
        sequencer.poll().ifPresent(log::add);
        sequencer.poll().ifPresent(log::add);
      }
    }
    while (sequencer.counts().queued() > capacity - links - 2) {
      sequencer.poll().ifPresent(log::add);
    }
    inlets.forEach(Inlet::close);
    sequencer.end("done");
    for (Optional<SessionEvent> event = sequencer.next(); event.isPresent(); ) {
      log.add(event.get());
      event = sequencer.next();
    }
    Statistics.label("overflow")
        .collect(sequencer.counts().overflowed() > 0)
        .coverage(seen -> seen.check(true).percentage(percent -> percent > 10));
    assertOrdered(log);
    assertThat(TestStreams.only(Operator.class, log)).hasSize(marks);
    assertStreamsComplete(log, sent);
  }

  private static void assertOrdered(List<SessionEvent> log) {
    assertThat(log.get(0)).isInstanceOf(Started.class);
    assertThat(log.get(log.size() - 1)).isInstanceOf(Ended.class);
    assertThat(TestStreams.only(Started.class, log)).hasSize(1);
    assertThat(TestStreams.only(Ended.class, log)).hasSize(1);
    long last = 0;
    long tick = 0;
    for (SessionEvent event : log) {
      assertThat(event.atNanos()).isGreaterThanOrEqualTo(last);
      last = event.atNanos();
      if (event instanceof Tick) {
        tick += Tick.PERIOD_NANOS;
        assertThat(event.atNanos()).isEqualTo(tick);
      }
    }
    assertThat(tick).isEqualTo(last / Tick.PERIOD_NANOS * Tick.PERIOD_NANOS);
  }

  /** Samples and losses of a stream tile its indices, in order and without overlap. */
  private static void assertStreamsComplete(List<SessionEvent> log, long[] sent) {
    Map<Integer, Long> next = new HashMap<>();
    for (SessionEvent event : log) {
      if (event instanceof Samples samples) {
        assertThat(samples.firstIndex()).isEqualTo(next.getOrDefault(samples.stream(), 0L));
        next.put(samples.stream(), samples.firstIndex() + samples.size());
      } else if (event instanceof Lost lost) {
        assertThat(lost.firstIndex()).isEqualTo(next.getOrDefault(lost.stream(), 0L));
        next.put(lost.stream(), lost.firstIndex() + lost.count());
      }
    }
    for (int i = 0; i < sent.length; i++) {
      assertThat(next.getOrDefault(i + 1, 0L)).isEqualTo(sent[i]);
    }
  }
}
