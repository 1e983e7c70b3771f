package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.correction.Correction;
import org.plumbline.analyzer.correction.CorrectionJson;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Ended;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.fixtures.simulator.Scenario;

/** Logs that are incomplete or wrong: each answer says what is missing, and nothing is guessed. */
class BadLogsTest {
  private static final Scenario SQUAT = Scenario.squat(81).withEmg(Optional.empty());
  private static final List<SessionEvent> LOG = Sessions.log(SQUAT);

  private static SetResult set(SessionResult result) {
    assertThat(result.sets()).hasSize(1);
    return result.sets().get(0);
  }

  private static int streamOf(String placement) {
    return LOG.stream()
        .filter(event -> event instanceof Described)
        .map(event -> ((Described) event).stream())
        .filter(stream -> stream.channels().get(0).location().id().equals(placement))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<SessionEvent> without(String placement) {
    int gone = streamOf(placement);
    return LOG.stream()
        .filter(event -> !(event instanceof Samples samples && samples.stream() == gone))
        .filter(event -> !(event instanceof Described one && one.stream().id() == gone))
        .toList();
  }

  private static List<SessionEvent> relocated(String from, String to) {
    return LOG.stream()
        .map(
            event ->
                event instanceof Described one && one.stream().id() == streamOf(from)
                    ? new Described(one.atNanos(), moved(one.stream(), to))
                    : event)
        .toList();
  }

  private static StreamDescriptor moved(StreamDescriptor stream, String to) {
    UnaryOperator<Channel> move =
        channel ->
            new Channel(
                channel.name(),
                channel.quantity(),
                channel.axis(),
                Location.parse(to),
                channel.scale(),
                channel.offset(),
                channel.latencyNanos());
    return withChannels(stream, move);
  }

  private static StreamDescriptor withChannels(
      StreamDescriptor stream, UnaryOperator<Channel> change) {
    return new StreamDescriptor(
        stream.id(),
        stream.name(),
        stream.device(),
        stream.origin(),
        stream.nominalRateHz(),
        stream.ticksPerSecond(),
        stream.latenessNanos(),
        stream.channels().stream().map(change).toList());
  }

  private static List<String> reasons(SetResult set, String rule) {
    List<String> codes = new ArrayList<>();
    for (RepetitionResult repetition : set.repetitions()) {
      for (Verdict verdict : repetition.verdicts()) {
        if (verdict.rule().equals(rule) && verdict instanceof Verdict.NotAssessable gone) {
          codes.add(gone.side().id() + " " + gone.reason().code());
        }
      }
    }
    return codes.stream().distinct().toList();
  }

  @Test
  void withoutATrunkSensorPelvicTiltIsNotAssessableAndTheRestIs() {
    SetResult set = set(Sessions.analyze(without("trunk")));
    assertThat(reasons(set, "pelvic-tilt")).containsExactly("midline missing-placement");
    assertThat(reasons(set, "knee-valgus")).isEmpty();
  }

  @Test
  void withoutAShankSensorTheKneeOfThatSideIsNotAssessable() {
    SetResult set = set(Sessions.analyze(without("right-shank")));
    assertThat(reasons(set, "knee-valgus")).containsExactly("right missing-placement");
  }

  @Test
  void withoutAnyThighOrShankNothingIsCountedAndTheResultSaysWhy() {
    List<Integer> legs =
        Stream.of("left-thigh", "right-thigh", "left-shank", "right-shank")
            .map(BadLogsTest::streamOf)
            .toList();
    List<SessionEvent> log =
        without("left-thigh").stream()
            .filter(
                event ->
                    !(event instanceof Samples samples && legs.contains(samples.stream()))
                        && !(event instanceof Described one && legs.contains(one.stream().id())))
            .toList();
    SessionResult result = Sessions.analyze(log);
    assertThat(set(result).repetitions()).isEmpty();
    assertThat(result.notes()).anyMatch(note -> note.contains("thigh"));
  }

  @Test
  void twoSensorsOnOnePlacementAreNamedAndNeitherIsUsed() {
    SessionResult result = Sessions.analyze(relocated("trunk", "right-shank"));
    assertThat(result.notes()).anyMatch(note -> note.contains("right-shank"));
    assertThat(reasons(set(result), "knee-valgus")).contains("right duplicate-placement");
  }

  @Test
  void aSensorThatFallsSilentStopsNobodyElse() {
    int silent = streamOf("right-shank");
    long from = 20_000_000_000L;
    List<SessionEvent> log =
        LOG.stream()
            .filter(
                event ->
                    !(event instanceof Samples samples
                        && samples.stream() == silent
                        && samples.atNanos() > from))
            .toList();
    SetResult set = set(Sessions.analyze(log));
    assertThat(set.repetitions()).hasSize(10);
    RepetitionResult first = set.repetitions().get(0);
    RepetitionResult last = set.repetitions().get(9);
    assertThat(outcome(first, "knee-valgus", "right")).isNotEqualTo(Outcome.NOT_ASSESSABLE);
    assertThat(outcome(last, "knee-valgus", "right")).isEqualTo(Outcome.NOT_ASSESSABLE);
    assertThat(outcome(last, "knee-valgus", "left")).isNotEqualTo(Outcome.NOT_ASSESSABLE);
    assertThat(reasons(set, "knee-valgus")).containsExactly("right lost-samples");
  }

  private static Outcome outcome(RepetitionResult repetition, String rule, String side) {
    return repetition.verdicts().stream()
        .filter(verdict -> verdict.rule().equals(rule) && verdict.side().id().equals(side))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void aStopInTheMiddleOfARepetitionKeepsItAsIncomplete() {
    double turn = set(Sessions.analyze(LOG)).repetitions().get(5).turnSeconds();
    long stop = Math.round((turn + 0.1) * 1e9);
    List<SessionEvent> log = new ArrayList<>();
    boolean stopped = false;
    for (SessionEvent event : LOG) {
      if (!stopped && event.atNanos() >= stop) {
        log.add(Operator.of(stop, Operator.Action.SET_STOP));
        stopped = true;
      }
      log.add(event);
    }
    SetResult set = Sessions.analyze(log).sets().get(0);
    assertThat(set.repetitions()).hasSize(6);
    assertThat(set.repetitions().get(5).complete()).isFalse();
    assertThat(set.repetitions().get(5).verdicts())
        .allMatch(verdict -> verdict.outcome() == Outcome.NOT_ASSESSABLE);
  }

  @Test
  void aLogWithoutAnEndIsAnalyzedAndSaysInterrupted() {
    List<SessionEvent> log = LOG.subList(0, LOG.size() * 2 / 3);
    SessionResult result = Sessions.analyze(log);
    assertThat(result.interrupted()).isTrue();
    assertThat(result.notes()).anyMatch(note -> note.contains("interrupted"));
    assertThat(set(result).repetitions()).hasSizeBetween(5, 8);
  }

  @Test
  void withoutAContextNothingIsJudged() {
    List<SessionEvent> log =
        LOG.stream().filter(event -> !(event instanceof ContextApplied)).toList();
    SessionResult result = Sessions.analyze(log);
    assertThat(result.sets()).isEmpty();
    assertThat(result.notes()).anyMatch(note -> note.contains("--exercise"));
  }

  @Test
  void aContextThatCannotBeReadIsSaid() {
    List<SessionEvent> log = new ArrayList<>(LOG);
    log.set(1, ContextApplied.of(0, "{\"schema\":\"plumbline.context/7\"}", "test"));
    assertThat(Sessions.analyze(log).notes())
        .anyMatch(note -> note.contains("plumbline.context/7"));
  }

  @Test
  void samplesInThePastHaveNoPlace() {
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : LOG) {
      log.add(event);
      if (event instanceof Samples samples) {
        log.add(samples);
      }
    }
    assertThat(Sessions.analyze(log).sets()).isEqualTo(Sessions.analyze(LOG).sets());
  }

  @Test
  void aClockThatJumpsByDaysIsRefusedInsteadOfFillingTheMemory() {
    List<SessionEvent> log = new ArrayList<>(LOG.subList(0, LOG.size() / 2));
    Samples last =
        log.stream()
            .filter(event -> event instanceof Samples)
            .map(event -> (Samples) event)
            .reduce((a, b) -> b)
            .orElseThrow();
    double[] values = new double[last.channels()];
    long far = 400L * 24 * 3600 * 1_000_000_000L;
    log.add(
        Samples.ofValues(
            last.stream(),
            far,
            last.firstIndex() + last.size(),
            last.channels(),
            new long[] {far},
            new long[] {far},
            values));
    assertThatThrownBy(() -> Sessions.analyze(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hours");
  }

  @Test
  void aLogWithNothingInItHasAResult() {
    SessionResult result =
        Sessions.analyze(List.of(Sessions.started(), new Ended(0, "nothing came")));
    assertThat(result.sets()).isEmpty();
    assertThat(result.streams()).isEmpty();
  }

  /**
   * deg/s declared as rad/s: said, put right while standing, and judged as if it had been right.
   */
  @Test
  void aGyroscopeInTheWrongUnitIsPutRightAndSaid() {
    int shank = streamOf("right-shank");
    List<SessionEvent> log =
        LOG.stream()
            .map(
                event ->
                    event instanceof Described one && one.stream().id() == shank
                        ? new Described(one.atNanos(), scaled(one.stream(), 180 / Math.PI))
                        : event)
            .toList();
    SessionResult result = Sessions.analyze(log);
    assertThat(result.streams())
        .anyMatch(
            stream ->
                stream.id() == shank
                    && stream.health().stream().anyMatch(h -> h.code().equals("gyroscope-unit")));
    for (int i = 1; i < 10; i++) {
      // The poses from before the repair are lost, so the error may be larger; the verdict is none
      // of another kind.
      assertThat(outcome(set(result).repetitions().get(i), "depth", "right"))
          .isIn(Outcome.SATISFIED, Outcome.WITHIN_ERROR);
    }
  }

  private static StreamDescriptor scaled(StreamDescriptor stream, double factor) {
    UnaryOperator<Channel> scale =
        channel ->
            new Channel(
                channel.name(),
                channel.quantity(),
                channel.axis(),
                channel.location(),
                channel.scale()
                    * (channel.quantity() == org.plumbline.device.log.Quantity.ANGULAR_RATE
                        ? factor
                        : 1),
                channel.offset(),
                channel.latencyNanos());
    return withChannels(stream, scale);
  }

  /** The samples of a stream between two session times are lost. */
  private static List<SessionEvent> withHole(int stream, double fromSeconds, double toSeconds) {
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : LOG) {
      if (event instanceof Samples samples && samples.stream() == stream) {
        int from = 0;
        for (int i = 0; i <= samples.size(); i++) {
          boolean gone =
              i < samples.size()
                  && samples.sessionNanos(i) > fromSeconds * 1e9
                  && samples.sessionNanos(i) < toSeconds * 1e9;
          if (i == samples.size() || gone) {
            if (i > from) {
              log.add(samples.slice(from, i));
            }
            from = i + 1;
          }
        }
      } else {
        log.add(event);
      }
    }
    return log;
  }

  @Test
  void aHoleAtTheStartOfARepetitionIsNotAnAngle() {
    double start = set(Sessions.analyze(LOG)).repetitions().get(4).startSeconds();
    SetResult set =
        set(Sessions.analyze(withHole(streamOf("right-shank"), start - 0.1, start + 0.25)));
    assertThat(outcome(set.repetitions().get(4), "knee-valgus", "right"))
        .isEqualTo(Outcome.NOT_ASSESSABLE);
    assertThat(outcome(set.repetitions().get(6), "knee-valgus", "right"))
        .isNotEqualTo(Outcome.NOT_ASSESSABLE);
  }

  @Test
  void oneDeadThighDoesNotEndTheCounting() {
    SetResult set = set(Sessions.analyze(withHole(streamOf("left-thigh"), 15, 1e6)));
    assertThat(set.repetitions()).hasSize(10).allMatch(RepetitionResult::complete);
    double turn = set.repetitions().get(4).turnSeconds();
    SetResult brief =
        set(Sessions.analyze(withHole(streamOf("left-thigh"), turn - 0.2, turn + 0.2)));
    assertThat(brief.repetitions()).hasSize(10).allMatch(RepetitionResult::complete);
  }

  @Test
  void aThighThatComesBackWithAnotherScaleGoesOn() {
    StreamDescriptor thigh =
        LOG.stream()
            .filter(event -> event instanceof Described)
            .map(event -> ((Described) event).stream())
            .filter(stream -> stream.id() == streamOf("right-thigh"))
            .findFirst()
            .orElseThrow();
    List<SessionEvent> log = new ArrayList<>();
    boolean told = false;
    for (SessionEvent event : LOG) {
      if (!told && event.atNanos() > 15_000_000_000L) {
        log.add(new Described(event.atNanos(), scaled(thigh, 1 + 1e-9)));
        told = true;
      }
      log.add(event);
    }
    SessionResult result = Sessions.analyze(log);
    assertThat(set(result).repetitions()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(result.notes()).anyMatch(note -> note.contains("came back"));
    assertThat(reasons(set(result), "knee-valgus")).doesNotContain("right duplicate-placement");
  }

  @Test
  void aStreamWhoseClockStandsStillStopsNobodyElse() {
    int shank = streamOf("left-shank");
    List<SessionEvent> log =
        LOG.stream()
            .map(
                event ->
                    event instanceof Samples samples && samples.stream() == shank
                        ? frozen(samples)
                        : event)
            .toList();
    SessionResult result = Sessions.analyze(log);
    SetResult set = set(result);
    assertThat(set.repetitions()).hasSize(10);
    // Session time carries the stream on, and that is said.
    assertThat(result.streams())
        .anyMatch(
            stream ->
                stream.id() == shank
                    && stream.health().stream().anyMatch(h -> h.code().equals("device-clock")));
    for (String side : List.of("left", "right")) {
      assertThat(outcome(set.repetitions().get(9), "knee-valgus", side))
          .isNotEqualTo(Outcome.NOT_ASSESSABLE);
    }
  }

  private static Samples frozen(Samples samples) {
    int[] counts = new int[samples.size() * samples.channels()];
    long[] sessionNanos = new long[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      sessionNanos[i] = samples.sessionNanos(i);
      for (int c = 0; c < samples.channels(); c++) {
        counts[i * samples.channels() + c] = samples.count(i, c);
      }
    }
    return Samples.ofCounts(
        samples.stream(),
        samples.atNanos(),
        samples.firstIndex(),
        samples.channels(),
        new long[samples.size()],
        sessionNanos,
        counts);
  }

  @Test
  void aDescribedSensorThatNeverSendsDoesNotBlockTheOthers() {
    int foot = 4711;
    Described silent =
        new Described(
            0,
            moved(
                new StreamDescriptor(
                    foot,
                    "foot",
                    "",
                    StreamDescriptor.Origin.SYNTHETIC,
                    100,
                    1_000_000,
                    500_000_000L,
                    ((Described)
                            LOG.stream()
                                .filter(event -> event instanceof Described)
                                .findFirst()
                                .orElseThrow())
                        .stream().channels()),
                "right-foot"));
    List<SessionEvent> log = new ArrayList<>(LOG);
    log.add(2, silent);
    assertThat(Sessions.analyze(log).sets()).isEqualTo(Sessions.analyze(LOG).sets());
  }

  @Test
  void aBridgeThatBeginsLyingIsCountedAndItsAnglesAreNotGuessed() {
    Scenario bridge = Scenario.bridge(82).withEmg(Optional.empty());
    List<SessionEvent> all = Sessions.log(bridge);
    long start =
        all.stream().filter(event -> event instanceof Operator).findFirst().orElseThrow().atNanos();
    List<SessionEvent> lying =
        all.stream()
            .filter(
                event ->
                    event.atNanos() == 0
                        || event instanceof ContextApplied
                        || (event.atNanos() > start - 2_000_000_000L
                            && !(event instanceof Operator)))
            .toList();
    SetResult set = set(Sessions.analyze(lying));
    assertThat(set.repetitions()).hasSize(10);
    assertThat(reasons(set, "knee-valgus"))
        .containsExactlyInAnyOrder("left uncalibrated", "right uncalibrated");
  }

  @Test
  void painStopIsToldWithItsTime() {
    List<SessionEvent> log = new ArrayList<>(LOG.subList(0, LOG.size() - 1));
    long at = log.get(log.size() - 1).atNanos() + 5_000_000_000L;
    log.add(Operator.of(at, Operator.Action.PAIN_STOP));
    log.add(new Ended(at, "pain"));
    assertThat(Sessions.analyze(log).notes())
        .anyMatch(note -> note.contains("because of pain") && !note.contains("9223372036"));
  }

  @Test
  void aLoadEnteredBeforeTheSetBelongsToIt() {
    List<SessionEvent> log = new ArrayList<>(LOG);
    log.add(2, new Operator(1, Operator.Action.LOAD, 20, ""));
    log.add(3, new Operator(1, Operator.Action.LOAD, Double.NaN, ""));
    SessionResult result = Sessions.analyze(log);
    assertThat(set(result).loadKg()).hasValue(20);
    assertThat(result.notes()).anyMatch(note -> note.contains("NaN kg"));
  }

  @Test
  void emgThatIsNotANumberOrTooSlowDoesNotEndTheSession() {
    Scenario withEmg = Scenario.squat(83);
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : Sessions.log(withEmg)) {
      log.add(
          event instanceof Samples samples && samples.channels() == 4 ? infinite(samples) : event);
    }
    SetResult set = set(Sessions.analyze(log));
    assertThat(set.repetitions()).hasSize(10);
    assertThat(outcome(set.repetitions().get(9), "depth", "left")).isEqualTo(Outcome.SATISFIED);
  }

  private static Samples infinite(Samples samples) {
    double[] values = new double[samples.size() * samples.channels()];
    java.util.Arrays.fill(values, Double.POSITIVE_INFINITY);
    long[] ticks = new long[samples.size()];
    long[] sessionNanos = new long[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      ticks[i] = samples.deviceTicks(i);
      sessionNanos[i] = samples.sessionNanos(i);
    }
    return Samples.ofValues(
        samples.stream(),
        samples.atNanos(),
        samples.firstIndex(),
        samples.channels(),
        ticks,
        sessionNanos,
        values);
  }

  @Test
  void aSetUpInTheMiddleOfASetEndsItAndLosesNothing() {
    List<SessionEvent> log = Sessions.log(Scenario.squat(3).withEmg(Optional.empty()));
    double late = ((Ended) log.get(log.size() - 1)).atNanos() - 1.5e9;
    int at = 1;
    while (log.get(at).atNanos() < late) {
      at++;
    }
    int counted = Sessions.analyze(log).sets().get(0).repetitions().size();
    log.add(at, new Operator((long) late, Operator.Action.SETUP, Double.NaN, "rest"));
    SessionResult result = Sessions.analyze(log);
    assertThat(result.sets().get(0).repetitions()).hasSizeGreaterThanOrEqualTo(counted - 1);
  }

  /** A copy of a stream's samples as those of another one. */
  private static Samples as(int stream, Samples samples) {
    int channels = samples.channels();
    long[] ticks = new long[samples.size()];
    long[] nanos = new long[samples.size()];
    double[] values = new double[samples.size() * channels];
    for (int i = 0; i < samples.size(); i++) {
      ticks[i] = samples.deviceTicks(i);
      nanos[i] = samples.sessionNanos(i);
      for (int c = 0; c < channels; c++) {
        values[i * channels + c] = samples.raw(i, c);
      }
    }
    return Samples.ofValues(
        stream, samples.atNanos(), samples.firstIndex(), channels, ticks, nanos, values);
  }

  @Test
  void aFileThatIsNamedTwiceIsNotTwoSensors() {
    int thigh = streamOf("right-thigh");
    int shank = streamOf("right-shank");
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : LOG) {
      if (!(event instanceof Samples samples && samples.stream() == shank)) {
        log.add(event);
      }
      if (event instanceof Samples samples && samples.stream() == thigh) {
        log.add(as(shank, samples));
      }
    }
    SessionResult result = Sessions.analyze(log);

    assertThat(result.notes())
        .filteredOn(note -> note.contains("right-thigh") && note.contains("right-shank"))
        .singleElement()
        .asString()
        .contains("the very same samples");
    assertThat(set(result).repetitions())
        .isNotEmpty()
        .flatExtracting(RepetitionResult::verdicts)
        .filteredOn(verdict -> verdict.side() == Side.RIGHT)
        .allMatch(verdict -> verdict.outcome() == Outcome.NOT_ASSESSABLE);
  }

  @Test
  void whatIsAddedByHandTeachesNoSensorHowItSits() {
    List<RepetitionResult> counted = set(Sessions.analyze(LOG)).repetitions();
    double begin = counted.get(0).startSeconds();
    List<SessionEvent> log = new ArrayList<>(LOG);
    log.add(2, CorrectionJson.event(0, added(begin - 0.4, begin - 0.25)));
    log.add(3, CorrectionJson.event(0, added(begin - 0.2, begin - 0.05)));
    List<RepetitionResult> corrected = set(Sessions.analyze(log)).repetitions();

    assertThat(corrected).hasSize(counted.size() + 2);
    for (int i = 0; i < counted.size(); i++) {
      assertThat(corrected.get(i + 2).metrics()).isEqualTo(counted.get(i).metrics());
    }
  }

  private static Correction added(double from, double to) {
    return new Correction(
        Correction.Kind.ADD,
        Optional.empty(),
        Optional.empty(),
        Optional.of(from),
        Optional.of(to),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "tester",
        "2026-03-01T10:15:00Z",
        "to try it");
  }
}
