package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.exercise.PlannedSets;
import org.plumbline.analyzer.exercise.ProtocolCatalog;
import org.plumbline.analyzer.report.ReportJson;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.ProtocolResult.ComparedMetric;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Operator.Action;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.TrueRepetition;
import org.plumbline.fixtures.simulator.Truth;

/** Simulated squats, cut into sets by the operator, under a protocol. */
class ProtocolSessionsTest {

  private static final double REST = 12;

  private static Scenario squats(long seed, double depthOfSecond) {
    List<RepetitionPlan> plans = new ArrayList<>(RepetitionPlan.good().times(6));
    plans.add(plans.remove(5).thenRest(REST));
    for (int i = 0; i < 6; i++) {
      plans.add(RepetitionPlan.good().toDepth(depthOfSecond));
    }
    return Scenario.squat(seed).withRepetitions(plans).withEmg(Optional.empty());
  }

  private static PlannedSets planned(String feedback, int repetitions, int restSeconds) {
    String block =
        "  - {id: %s, name: Block %s, exercise: squat, variant: %s, sets: %d, repetitions: %d,"
            + " restSeconds: %d}\n";
    return ProtocolCatalog.parse(
        "id: p\nname: P\nfeedback: "
            + feedback
            + "\nblocks:\n"
            + String.format(
                java.util.Locale.ROOT, block, "a", "a", "body-weight", 1, 6, restSeconds)
            + String.format(
                java.util.Locale.ROOT, block, "b", "b", "banded", 2, repetitions, restSeconds)
            + "compare:\n  - {first: a, second: b}\n",
        "p.yaml",
        ExerciseCatalog.builtIn());
  }

  /** Two sets: the operator presses in the middle of the pause before and after each of them. */
  private static List<SessionEvent> log(Scenario scenario, PlannedSets planned, double... asked) {
    SimulatedBody body = new SimulatedBody(scenario);
    List<TrueRepetition> truth = body.truth().repetitions();
    double end = truth.get(5).endSeconds();
    double start = truth.get(6).startSeconds();
    List<Operator> pressed = new ArrayList<>();
    pressed.add(at(truth.get(0).startSeconds() - 0.5, Action.SET_START, ""));
    pressed.add(at(end + 0.8, Action.SET_STOP, ""));
    pressed.add(at(end + 2, Action.SET_START, ""));
    pressed.add(at(end + 3, Action.SET_STOP, "")); // nothing is counted in it
    pressed.add(at(start - 1, Action.SET_START, ""));
    for (double seconds : asked) {
      pressed.add(at(seconds, Action.MARK, SessionAnalyzer.ASK_FEEDBACK));
    }
    AnalysisContext context =
        AnalysisContext.of(planned.first(), List.of(), Optional.empty()).with(planned);
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : body.events()) {
      while (!pressed.isEmpty() && pressed.get(0).atNanos() <= event.atNanos()) {
        log.add(pressed.remove(0));
      }
      if (!(event instanceof Operator)) {
        log.add(event);
      }
    }
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    return log;
  }

  private static Operator at(double seconds, Action action, String note) {
    return new Operator(Math.round(seconds * 1e9), action, Double.NaN, note);
  }

  private static List<Integer> told(SetResult set) {
    return set.place().orElseThrow().told();
  }

  @Test
  void setsAreNamedByTheirBlockAndASetWithoutRepetitionsTakesNoPlace() {
    SessionResult result = Sessions.analyze(log(squats(3, 1), planned("every", 6, 12)));
    assertThat(result.sets()).hasSize(3);
    assertThat(result.sets().get(0).place().orElseThrow().planned().block().id()).isEqualTo("a");
    assertThat(result.sets().get(1).place()).isEmpty();
    assertThat(result.sets().get(2).place().orElseThrow().planned().block().id()).isEqualTo("b");
    assertThat(result.sets().get(2).variant()).isEqualTo("banded");
    assertThat(result.sets().get(2).repetitions()).hasSize(6);
    assertThat(result.notes())
        .contains("Block b: 1 of 2 sets was done.")
        .noneMatch(note -> note.contains("planned") || note.contains("repetitions were done"));
  }

  @Test
  void whatWasNotDoneAsPlannedIsANote() {
    SessionResult result = Sessions.analyze(log(squats(3, 1), planned("every", 8, 60)));
    assertThat(result.notes())
        .contains("Set 3 (Block b, 1 of 2): 6 of 8 repetitions were done.")
        .anyMatch(note -> note.matches("Before set 3 the rest was 1[0-9] s; 60 s were planned\\."));
  }

  @Test
  void aDifferenceBetweenBlocksIsTheTrueOneWithinItsError() {
    Scenario scenario = squats(4, 0.6);
    Truth truth = new SimulatedBody(scenario).truth();
    double real =
        FastMath.toDegrees(
            truth.figures(truth.repetitions().get(8)).leftKneeFlexionPeakRad()
                - truth.figures(truth.repetitions().get(2)).leftKneeFlexionPeakRad());
    assertThat(real).as("the second block is really shallower").isLessThan(-15);
    ComparedMetric depth = compared(scenario, "kneeFlexionRange", Side.LEFT);
    assertThat(depth.difference().isBeyondError()).isTrue();
    assertThat(depth.difference().change()).isCloseTo(real, within(depth.difference().error() + 1));
    assertThat(depth.first().count()).isEqualTo(6);
  }

  @Test
  void withoutADifferenceNoneIsToldForDepth() {
    ComparedMetric depth = compared(squats(5, 1), "kneeFlexionRange", Side.LEFT);
    assertThat(depth.difference().isBeyondError()).isFalse();
  }

  private static ComparedMetric compared(Scenario scenario, String metric, Side side) {
    SessionResult result = Sessions.analyze(log(scenario, planned("every", 6, 12)));
    return result.protocol().orElseThrow().comparisons().get(0).metrics().stream()
        .filter(one -> one.name().equals(metric) && one.side() == side)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theScheduleChangesWhatIsToldAndNothingThatIsJudged() {
    Scenario scenario = squats(3, 1);
    List<Notice> notices = new ArrayList<>();
    SessionResult faded =
        Sessions.analyze(
            log(scenario, planned("{schedule: faded, percent: [50]}", 6, 12)), notices);
    SessionResult every = Sessions.analyze(log(scenario, planned("every", 6, 12)));
    assertThat(told(faded.sets().get(0))).containsExactly(2, 4, 6);
    assertThat(told(every.sets().get(0))).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(notices.stream().filter(Notice.RepetitionJudged.class::isInstance))
        .extracting(notice -> ((Notice.RepetitionJudged) notice).told())
        .containsExactly(
            false, true, false, true, false, true, false, true, false, true, false, true);
    for (int set = 0; set < 3; set++) {
      assertThat(faded.sets().get(set).repetitions())
          .isEqualTo(every.sets().get(set).repetitions());
    }
  }

  @Test
  void whoAsksIsToldOfTheNewestRepetitionOnceAndAReplayTellsTheSame() {
    Scenario scenario = squats(3, 1);
    List<TrueRepetition> truth = new SimulatedBody(scenario).truth().repetitions();
    double afterEighth = truth.get(7).endSeconds() + 1.5;
    List<SessionEvent> log =
        log(scenario, planned("on-request", 6, 12), afterEighth, afterEighth + 0.1);
    List<Notice> notices = new ArrayList<>();
    SessionResult result = Sessions.analyze(log, notices);
    assertThat(told(result.sets().get(0))).isEmpty();
    assertThat(told(result.sets().get(2))).containsExactly(2);
    assertThat(notices.stream().filter(Notice.FeedbackGiven.class::isInstance)).hasSize(1);
    List<Notice> again = new ArrayList<>();
    assertThat(ReportJson.result(Sessions.analyze(log, again)))
        .isEqualTo(ReportJson.result(result))
        .contains("\"feedback\":\"on-request\",\"told\":[2]");
    assertThat(again).isEqualTo(notices);
    SessionResult none = Sessions.analyze(log(scenario, planned("none", 6, 12), afterEighth));
    assertThat(told(none.sets().get(2))).isEmpty();
  }
}
