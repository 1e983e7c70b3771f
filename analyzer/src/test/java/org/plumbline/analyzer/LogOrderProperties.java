package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Tick;
import org.plumbline.fixtures.simulator.Fault;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;

/** Promise 1 of the design: how a log was cut and interleaved does not show in its result. */
class LogOrderProperties {

  /**
   * A block may come so much later than it did: its first sample is then 0.2 s (the length of a
   * block) plus this late, still within the bound of 0.5 s that makes a stream count as stalled.
   */
  private static final long LATENESS_NANOS = 280_000_000L;

  private static final Scenario SQUAT =
      Sessions.withFault(Scenario.squat(71), Fault.KNEE_VALGUS)
          .withRepetitions(RepetitionPlan.with(Fault.KNEE_VALGUS).times(4));
  private static final List<SessionEvent> LOG = Sessions.log(SQUAT);
  private static final SessionResult RESULT = Sessions.analyze(LOG);

  @Property(tries = 12)
  void splittingAndJoiningSampleEventsChangesNothing(@ForAll @LongRange(min = 1) long seed) {
    Random chance = new Random(seed);
    List<SessionEvent> cut = new ArrayList<>();
    Map<Integer, Samples> open = new LinkedHashMap<>();
    for (SessionEvent event : LOG) {
      if (event instanceof Samples samples) {
        for (Samples piece : split(samples, chance)) {
          hold(open, cut, piece, chance);
        }
      } else {
        // Nothing may be held back across a tick that would find the stream stalled.
        cut.addAll(open.values());
        open.clear();
        cut.add(event);
      }
    }
    cut.addAll(open.values());
    assertThat(cut).isNotEqualTo(LOG);
    assertThat(Sessions.analyze(cut)).isEqualTo(RESULT);
  }

  private static List<Samples> split(Samples samples, Random chance) {
    List<Samples> pieces = new ArrayList<>();
    int from = 0;
    while (from < samples.size()) {
      int to = Math.min(samples.size(), from + 1 + chance.nextInt(samples.size()));
      pieces.add(samples.slice(from, to));
      from = to;
    }
    return pieces;
  }

  private static void hold(
      Map<Integer, Samples> open, List<SessionEvent> cut, Samples piece, Random chance) {
    Samples before = open.remove(piece.stream());
    if (before == null) {
      open.put(piece.stream(), piece);
    } else if (chance.nextBoolean() && before.firstIndex() + before.size() == piece.firstIndex()) {
      open.put(piece.stream(), before.join(piece));
    } else {
      cut.add(before);
      open.put(piece.stream(), piece);
    }
  }

  @Property(tries = 40)
  void streamsMayInterleaveInAnyWayWithinTheirLateness(@ForAll @LongRange(min = 1) long seed) {
    Random chance = new Random(seed);
    Map<Integer, Long> lag = new LinkedHashMap<>();
    List<Map.Entry<Long, SessionEvent>> keyed = new ArrayList<>();
    Map<Integer, Long> lastKey = new LinkedHashMap<>();
    for (SessionEvent event : LOG) {
      long key = event.atNanos();
      if (event instanceof Samples samples) {
        // Each stream lags by an amount of its own that wanders, but keeps its own order.
        long wander =
            lag.merge(
                samples.stream(),
                chance.nextLong(LATENESS_NANOS / 2),
                (old, step) -> chance.nextInt(20) == 0 ? chance.nextLong(LATENESS_NANOS) : old);
        key = Math.max(key + wander, lastKey.getOrDefault(samples.stream(), 0L));
        lastKey.put(samples.stream(), key);
      }
      keyed.add(Map.entry(key, event));
    }
    List<SessionEvent> shuffled =
        keyed.stream()
            .sorted((a, b) -> Long.compare(a.getKey(), b.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(shuffled).isNotEqualTo(LOG);
    assertThat(Sessions.analyze(shuffled)).isEqualTo(RESULT);
  }

  @Property(tries = 4)
  void ticksBetweenSamplesThatKeepTheirTimeChangeNothing(@ForAll @LongRange(min = 1) long seed) {
    Random chance = new Random(seed);
    List<SessionEvent> more = new ArrayList<>();
    for (SessionEvent event : LOG) {
      more.add(event);
      if (event.atNanos() > 0 && chance.nextInt(50) == 0) {
        more.add(new Tick(event.atNanos()));
      }
    }
    assertThat(Sessions.analyze(more)).isEqualTo(RESULT);
  }

  @Property(tries = 1)
  void theLogSaysSomethingToBeginWith() {
    assertThat(RESULT.sets().get(0).repetitions()).hasSize(4);
    assertThat(Optional.of(RESULT.sets().get(0).repetitions().get(3).metrics()))
        .hasValueSatisfying(metrics -> assertThat(metrics).hasSizeGreaterThan(10));
  }
}
