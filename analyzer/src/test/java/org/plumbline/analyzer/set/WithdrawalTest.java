package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.Sessions;
import org.plumbline.analyzer.body.Withdrawal;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.kinematics.MetricSources;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.QualityRule;
import org.plumbline.analyzer.quality.Reason;
import org.plumbline.analyzer.quality.RuleBook;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.signal.GridTrack;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Lost;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.fault.SetUpFault;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** What was measured with a sensor that turns out to have been wrong all along does not stand. */
class WithdrawalTest {
  private static final OnSegment SHANK = new OnSegment(Segment.SHANK, Side.LEFT);

  private static final List<SessionEvent> CLEAN = clean();

  /** A gyroscope of another range on a shank that shows it only after some squats. */
  private static final List<SessionEvent> LOG =
      SetUpFault.GYROSCOPE_RANGE_HALF.into(CLEAN, SHANK, 65);

  private static List<SessionEvent> clean() {
    return log(Scenario.squat(65).withSetUp(SetUpPlan.swings()));
  }

  private static List<SessionEvent> log(Scenario scenario) {
    List<SessionEvent> log =
        new ArrayList<>(new SimulatedBody(scenario.withEmg(Optional.empty())).events());
    log.add(1, Sessions.context("squat", List.of(), Optional.empty()));
    return log;
  }

  /** Names are ours; which of them a left shank bears on is geometry. */
  private static boolean ofTheShank(Metric metric) {
    return metric.side() == Side.LEFT
        && (metric.name().startsWith("knee") || metric.name().startsWith("shank"));
  }

  private static double foundSeconds(List<Notice> notices) {
    return notices.stream()
        .filter(Notice.SensorProblem.class::isInstance)
        .filter(one -> ((Notice.SensorProblem) one).placement().equals(SHANK.id()))
        .mapToDouble(one -> one.sessionNanos() * 1e-9)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFaultThatIsFoundInTheMiddleOfASetLeavesNoneOfItsFigures() {
    List<Notice> notices = new ArrayList<>();
    SessionResult result = Sessions.analyze(LOG, notices);
    double found = foundSeconds(notices);
    List<RepetitionResult> told =
        notices.stream()
            .filter(Notice.RepetitionJudged.class::isInstance)
            .map(one -> ((Notice.RepetitionJudged) one).repetition())
            .filter(one -> one.endSeconds() < found - 2)
            .toList();
    assertThat(told).hasSizeGreaterThanOrEqualTo(3);
    assertThat(told).allMatch(one -> one.metrics().stream().anyMatch(WithdrawalTest::ofTheShank));

    List<RepetitionResult> all = result.sets().get(0).repetitions();
    List<RepetitionResult> before =
        all.stream().filter(one -> one.startSeconds() < found - 1).toList();
    assertThat(before).hasSizeGreaterThanOrEqualTo(told.size());
    for (RepetitionResult one : before) {
      assertThat(one.metrics()).noneMatch(WithdrawalTest::ofTheShank);
      assertThat(one.curves())
          .noneMatch(curve -> curve.side() == Side.LEFT && curve.name().startsWith("knee"));
      assertThat(one.metric("kneeFlexionPeak")).as("the right knee").isPresent();
      assertThat(reason(one, "depth")).isPresent();
    }
    for (RepetitionResult one : told) {
      assertThat(reason(all.get(one.index() - 1), "depth")).contains("wrong-so-far");
    }
    Set<Integer> revised =
        notices.stream()
            .filter(Notice.RepetitionRevised.class::isInstance)
            .filter(one -> one.sessionNanos() * 1e-9 > found - 2)
            .map(one -> ((Notice.RepetitionRevised) one).repetition().index())
            .collect(Collectors.toSet());
    assertThat(revised)
        .containsAll(told.stream().map(RepetitionResult::index).collect(Collectors.toSet()));
  }

  private static Optional<String> reason(RepetitionResult repetition, String rule) {
    return repetition.verdicts().stream()
        .filter(one -> one.rule().equals(rule) && one.side() == Side.LEFT)
        .filter(one -> one.outcome() == Outcome.NOT_ASSESSABLE)
        .map(one -> ((Verdict.NotAssessable) one).reason().code())
        .findFirst();
  }

  /** The samples of the first ones are long dropped then. */
  @Test
  void afterSevenRepetitionsAllThatReadTheSensorIsToldAgain() {
    List<RepetitionResult> clean = Sessions.analyze(CLEAN).sets().get(0).repetitions();
    List<Notice> notices = new ArrayList<>();
    List<QualityRule> rules =
        RuleBook.of(
            AnalysisContext.of(
                ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty()));
    JudgedRepetitions judged = new JudgedRepetitions(1, rules, notices::add);
    clean.forEach(one -> judged.add(one, 0));
    Reason reason = new Reason("wrong-so-far", "");
    long to = Math.round(clean.get(7).startSeconds() * GridTrack.RATE_HZ);
    judged.withdraw(new Withdrawal(SHANK, 0, to, reason, false), to);
    for (int i = 0; i < clean.size(); i++) {
      RepetitionResult now = judged.results().get(i);
      if (i >= 7) {
        assertThat(now).isEqualTo(clean.get(i));
      } else {
        List<Metric> left =
            clean.get(i).metrics().stream().filter(one -> !ofTheShank(one)).toList();
        assertThat(now.metrics()).isEqualTo(left).isNotEqualTo(clean.get(i).metrics());
        assertThat(reason(now, "depth")).contains("wrong-so-far");
        assertThat(now.verdicts()).hasSameSizeAs(clean.get(i).verdicts());
      }
    }
    assertThat(notices.stream().filter(Notice.RepetitionRevised.class::isInstance)).hasSize(7);
  }

  @Test
  void aSetThatIsOverIsToldAgainToo() {
    List<Notice> before = new ArrayList<>();
    Sessions.analyze(LOG, before);
    double stop = foundSeconds(before) - 3;
    List<SessionEvent> log = new ArrayList<>();
    boolean stopped = false;
    for (SessionEvent event : LOG) {
      if (!stopped && event.atNanos() > stop * 1e9) {
        stopped = true;
        log.add(new Operator(event.atNanos(), Operator.Action.SET_STOP, Double.NaN, ""));
        log.add(new Operator(event.atNanos(), Operator.Action.SET_START, Double.NaN, ""));
      }
      log.add(event);
    }
    List<Notice> notices = new ArrayList<>();
    SessionResult result = Sessions.analyze(log, notices);
    assertThat(foundSeconds(notices)).isGreaterThan(stop);
    assertThat(result.sets()).hasSizeGreaterThan(1);
    List<RepetitionResult> first = result.sets().get(0).repetitions();
    assertThat(first).hasSizeGreaterThanOrEqualTo(2);
    assertThat(first).allMatch(one -> one.metrics().stream().noneMatch(WithdrawalTest::ofTheShank));
  }

  @Test
  void howTheLogWasCutAndInterleavedDoesNotShowInWhatIsWithdrawn() {
    List<Map.Entry<Long, SessionEvent>> keyed = new ArrayList<>();
    for (SessionEvent event : LOG) {
      if (event instanceof Samples samples && samples.size() > 1) {
        int half = samples.size() / 2;
        long lag = lag(samples.stream());
        keyed.add(Map.entry(event.atNanos() + lag, samples.slice(0, half)));
        keyed.add(Map.entry(event.atNanos() + lag, samples.slice(half, samples.size())));
      } else if (event instanceof Samples samples) {
        keyed.add(Map.entry(event.atNanos() + lag(samples.stream()), event));
      } else if (event instanceof Lost lost) {
        keyed.add(Map.entry(event.atNanos() + lag(lost.stream()), event));
      } else {
        keyed.add(Map.entry(event.atNanos(), event));
      }
    }
    List<SessionEvent> other =
        keyed.stream()
            .sorted(Comparator.comparingLong(Map.Entry::getKey))
            .map(Map.Entry::getValue)
            .toList();
    List<Notice> live = new ArrayList<>();
    List<Notice> replay = new ArrayList<>();
    assertThat(Sessions.analyze(other, live)).isEqualTo(Sessions.analyze(LOG, replay));
    assertThat(repetitions(live)).isEqualTo(repetitions(replay));
  }

  /** A fifth of a second at most, within which no stream counts as stalled. */
  private static long lag(int stream) {
    return (stream % 4) * 60_000_000L;
  }

  private static List<Notice> repetitions(List<Notice> notices) {
    return notices.stream()
        .filter(
            one ->
                one instanceof Notice.RepetitionJudged || one instanceof Notice.RepetitionRevised)
        .toList();
  }

  /** Without a sensor just those metrics are gone that are said to read it. */
  @Test
  void aMetricReadsTheSensorsThatItIsSaidToRead() {
    // In a set-up the thigh leads the swing from which its shank learns; here each learns alone.
    List<SessionEvent> log = log(Scenario.squat(65));
    RepetitionResult all = Sessions.analyze(log).sets().get(0).repetitions().get(4);
    for (SessionEvent event : log) {
      if (event instanceof Described described
          && described.stream().channels().get(0).location() instanceof OnSegment placement) {
        RepetitionResult without = without(described.stream().id(), log);
        Set<String> said =
            all.metrics().stream()
                .filter(one -> MetricSources.reads(one.name(), one.side(), placement))
                .map(one -> one.name() + one.side())
                .collect(Collectors.toSet());
        Set<String> gone =
            all.metrics().stream().map(one -> one.name() + one.side()).collect(Collectors.toSet());
        without.metrics().forEach(one -> gone.remove(one.name() + one.side()));
        assertThat(said).as(placement.id()).containsAll(gone);
        said.removeAll(gone);
        // Without a pelvis the body's front is taken from the thighs, without one thigh what is
        // asked
        // of both from the other one, and without any a shank's way from itself.
        assertThat(said)
            .as(placement.id())
            .allMatch(
                name ->
                    name.startsWith("kneeFppa")
                        || name.startsWith("shankInwardTurn")
                        || name.startsWith("thighBeyond")
                        || name.startsWith("pelvicLean"));
      }
    }
  }

  private static RepetitionResult without(int stream, List<SessionEvent> log) {
    List<SessionEvent> others =
        log.stream()
            .filter(
                event ->
                    !(event instanceof Samples samples && samples.stream() == stream)
                        && !(event instanceof Described one && one.stream().id() == stream))
            .toList();
    return Sessions.analyze(others).sets().get(0).repetitions().get(4);
  }
}
