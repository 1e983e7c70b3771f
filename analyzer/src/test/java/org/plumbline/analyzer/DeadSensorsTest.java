package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;

/** Sensors and channels that give nothing are named, and so is why nothing was counted. */
class DeadSensorsTest {
  private static final Scenario SQUATS =
      Scenario.squat(7).withEmg(Optional.empty()).withRepetitions(RepetitionPlan.good().times(4));
  private static final List<SessionEvent> LOG = Sessions.log(SQUATS);

  private static boolean anywhere(String place) {
    return !place.isEmpty();
  }

  private static boolean onThighs(String place) {
    return place.endsWith("thigh");
  }

  /** The log with a value in place of what channels of some sensors show from a time on. */
  private static List<SessionEvent> with(
      double value, double fromSeconds, Predicate<String> places, Predicate<Channel> channels) {
    Map<Integer, StreamDescriptor> streams = new HashMap<>();
    List<SessionEvent> edited = new ArrayList<>();
    for (SessionEvent event : LOG) {
      if (event instanceof Described described) {
        streams.put(described.stream().id(), described.stream());
      }
      if (event instanceof Samples samples) {
        edited.add(with(value, fromSeconds, places, channels, samples, streams));
      } else {
        edited.add(event);
      }
    }
    return edited;
  }

  private static Samples with(
      double value,
      double fromSeconds,
      Predicate<String> places,
      Predicate<Channel> edited,
      Samples samples,
      Map<Integer, StreamDescriptor> streams) {
    List<Channel> channels =
        Optional.ofNullable(streams.get(samples.stream())).orElseThrow().channels();
    int width = samples.channels();
    double[] values = new double[samples.size() * width];
    long[] ticks = new long[samples.size()];
    long[] nanos = new long[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      ticks[i] = samples.deviceTicks(i);
      nanos[i] = samples.sessionNanos(i);
      for (int c = 0; c < width; c++) {
        boolean dead =
            edited.test(channels.get(c))
                && places.test(channels.get(c).location().id())
                && nanos[i] >= fromSeconds * 1e9;
        values[i * width + c] = dead ? value : samples.raw(i, c);
      }
    }
    return Samples.ofValues(
        samples.stream(), samples.atNanos(), samples.firstIndex(), width, ticks, nanos, values);
  }

  private static Predicate<Channel> all(Quantity quantity) {
    return channel -> channel.quantity() == quantity;
  }

  private static Predicate<Channel> x(Quantity quantity) {
    return channel -> channel.quantity() == quantity && channel.axis() == Axis.X;
  }

  private static List<Health> health(SessionResult result, String placement) {
    return result.streams().stream()
        .filter(one -> one.placement().equals(placement))
        .findFirst()
        .orElseThrow()
        .health();
  }

  @Test
  void aChannelWithoutANumberIsNamedWithSinceWhenAndItsSensorAlone() {
    SessionResult dead =
        Sessions.analyze(with(Double.NaN, 5, "right-thigh"::equals, all(Quantity.ANGULAR_RATE)));
    assertThat(health(dead, "right-thigh"))
        .anySatisfy(
            one -> {
              assertThat(one.code()).isEqualTo("no-values");
              assertThat(one.effect())
                  .contains("The gyroscope gave no number from 5.0 s", "judged");
            });
    assertThat(health(dead, "left-thigh")).isEmpty();
    assertThat(
            health(
                Sessions.analyze(
                    with(Double.NaN, 0, "right-thigh"::equals, x(Quantity.ACCELERATION))),
                "right-thigh"))
        .anyMatch(one -> one.effect().contains("The accelerometer x gave no number from 0.0 s"));
  }

  @Test
  void aStuckOrZeroGyroscopeIsNamedAsBefore() {
    for (Predicate<Channel> which :
        List.of(all(Quantity.ANGULAR_RATE), x(Quantity.ANGULAR_RATE), x(Quantity.ACCELERATION))) {
      assertThat(health(Sessions.analyze(with(0, 0, "right-thigh"::equals, which)), "right-thigh"))
          .anyMatch(one -> one.code().equals("stuck-axis"));
    }
  }

  @Test
  void aSensorThatNeverSendsIsNamed() {
    SessionResult silent = Sessions.analyze(without("right-thigh"::equals));
    assertThat(health(silent, "right-thigh"))
        .singleElement()
        .satisfies(one -> assertThat(one.code()).isEqualTo("nothing-received"));
    assertThat(silent.sets().get(0).repetitions()).hasSize(4);
  }

  private static List<SessionEvent> without(Predicate<String> places) {
    Map<Integer, String> streams = new HashMap<>();
    List<SessionEvent> edited = new ArrayList<>();
    for (SessionEvent event : LOG) {
      if (event instanceof Described described) {
        String place = described.stream().channels().get(0).location().id();
        streams.put(described.stream().id(), place);
      }
      boolean silent =
          event instanceof Samples samples
              && places.test(streams.getOrDefault(samples.stream(), ""));
      if (!silent) {
        edited.add(event);
      }
    }
    return edited;
  }

  private static void assertNothingCounted(List<SessionEvent> log, String... why) {
    SessionResult result = Sessions.analyze(log);
    assertThat(result.sets().stream().mapToInt(set -> set.repetitions().size()).sum()).isZero();
    assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains(why));
  }

  @Test
  void whereNothingWasCountedTheReasonIsSaid() {
    assertNothingCounted(
        with(Double.NaN, 0, DeadSensorsTest::onThighs, all(Quantity.ANGULAR_RATE)),
        "In set 1 nothing was counted",
        "by the thigh",
        "nothing to count by");
    assertNothingCounted(
        with(Double.NaN, 0, DeadSensorsTest::anywhere, all(Quantity.ANGULAR_RATE)),
        "nothing was counted");
    assertNothingCounted(without(DeadSensorsTest::onThighs), "by the thigh", "nothing to count by");
    assertNothingCounted(without(DeadSensorsTest::anywhere), "nothing was counted");
    Scenario shallow = SQUATS.withRepetitions(RepetitionPlan.good().toDepth(0.2).times(3));
    assertNothingCounted(Sessions.log(shallow), "the thigh turned by", "a repetition takes 20");
  }

  @Test
  void aSetUpThatNeverEndsIsTheReasonWhyThereIsNoSet() {
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : LOG) {
      if (!(event instanceof Operator)) {
        log.add(event);
      }
    }
    log.add(2, new Operator(0, Operator.Action.SETUP, 0, "stand"));
    SessionResult result = Sessions.analyze(log);
    assertThat(result.sets()).isEmpty();
    assertThat(result.notes()).anyMatch(note -> note.startsWith("No set: the set-up was going on"));
  }
}
