package org.plumbline.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Operator.Action;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.Tick;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.tools.run.SetUpGuide.Stage;
import org.plumbline.tools.run.SetUpGuide.State;

/** The guide leads a simulated person who does what the simulator's own set-up says. */
class SetUpGuideTest {
  private static final AnalysisContext SQUAT =
      AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());

  private final List<SessionEvent> log = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final Deque<SessionEvent> entered = new ArrayDeque<>();
  private final SetUpGuide guide;
  private final CalibrationKeeper keeper;
  private final SessionAnalyzer analyzer = new SessionAnalyzer(this::notice);
  private long now;

  SetUpGuideTest() {
    guide =
        new SetUpGuide(
            SetUpGuide.Legs.SWINGS,
            (action, note) -> entered.add(new Operator(now, action, Double.NaN, note)),
            states::add);
    keeper =
        new CalibrationKeeper(
            SQUAT, found -> entered.add(ContextApplied.of(now, ContextJson.write(found), "test")));
  }

  private static Scenario scenario() {
    return Scenario.squat(11)
        .withNoise(NoiseLevel.none())
        .withEmg(Optional.empty())
        .withSetUp(SetUpPlan.swings())
        .withRepetitions(RepetitionPlan.good().times(2));
  }

  private void notice(Notice notice) {
    notices.add(notice);
    guide.notice(notice);
    keeper.notice(notice);
  }

  private void accept(SessionEvent event) {
    log.add(event);
    analyzer.accept(event);
    guide.event(event);
    while (!entered.isEmpty()) {
      accept(entered.remove());
    }
  }

  /** Whoever presses keys: does what the person is about to do, if the guide asks for it. */
  private void operate(String personDoes) {
    State state = guide.state();
    boolean asked = state.step().id().equals(personDoes);
    if ((state.stage() == Stage.READY && asked) || state.stage() == Stage.DONE) {
      guide.go();
    }
  }

  private SessionResult lead(List<SessionEvent> person) {
    guide.begin();
    String personDoes = "";
    for (SessionEvent event : person) {
      now = event.atNanos();
      if (event instanceof Operator operator) {
        personDoes = operator.note();
        if (guide.state().stage() == Stage.MOVING) {
          guide.go();
        }
      } else {
        accept(event);
        if (log.size() == 1) {
          accept(ContextApplied.of(0, ContextJson.write(SQUAT), "test"));
        }
      }
      operate(personDoes);
    }
    return analyzer.result();
  }

  @Test
  void everyStepTeachesAndItsCalibrationsAreInTheLogByValue() {
    SessionResult result = lead(new SimulatedBody(scenario()).events());
    assertThat(guide.state().stage()).isEqualTo(Stage.OVER);
    assertThat(steps())
        .containsExactly(
            SetUpStep.STAND,
            SetUpStep.SWING_RIGHT,
            SetUpStep.SWING_LEFT,
            SetUpStep.HINGE,
            SetUpStep.LIFT_LEFT);
    assertThat(result.calibrations()).hasSize(6);
    List<ContextApplied> contexts = ofType(ContextApplied.class);
    AnalysisContext last = ContextJson.read(contexts.get(contexts.size() - 1).json());
    assertThat(last.body().orElseThrow().calibrations()).isEqualTo(result.calibrations());
    assertThat(result.sets()).hasSize(1);
    assertThat(result.sets().get(0).repetitions()).hasSize(2);
    assertThat(ofType(Operator.class))
        .extracting(Operator::action)
        .endsWith(Action.SETUP, Action.SET_START);
  }

  @Test
  void theLogAnalyzedAgainGivesTheSameResult() {
    SessionResult live = lead(new SimulatedBody(scenario()).events());
    SessionAnalyzer again = new SessionAnalyzer(notice -> {});
    log.forEach(again::accept);
    assertThat(again.result()).isEqualTo(live);
  }

  /** Without a sensor on trunk or pelvis there is no bow, without a left leg no lift. */
  @Test
  void stepsThatTeachNothingWornAreLeftOut() {
    lead(
        new SimulatedBody(
                scenario()
                    .withImus(
                        List.of(
                            ImuSensor.on(Segment.THIGH, Side.RIGHT, 100),
                            ImuSensor.on(Segment.SHANK, Side.RIGHT, 100))))
            .events());
    assertThat(steps()).containsExactly(SetUpStep.STAND, SetUpStep.SWING_RIGHT);
  }

  @Test
  void aShankAloneIsSetUpSittingBecauseASwingIsToldByTheThigh() {
    assertThat(SetUpStep.SWING_LEFT.serves(List.of(new OnSegment(Segment.SHANK, Side.LEFT))))
        .isFalse();
    assertThat(SetUpStep.EXTEND_LEFT.serves(List.of(new OnSegment(Segment.SHANK, Side.LEFT))))
        .isTrue();
  }

  @Test
  void whoCannotSwingALegIsAskedToSitBeforeTheKneesAreStraightened() {
    SetUpGuide seated =
        new SetUpGuide(SetUpGuide.Legs.EXTENSIONS, (action, note) -> {}, states::add);
    seated.begin();
    new SimulatedBody(scenario()).events().stream().limit(40).forEach(seated::event);
    List<SetUpStep> asked = new ArrayList<>();
    while (seated.state().stage() == Stage.READY) {
      SetUpStep step = seated.state().step();
      asked.add(step);
      seated.go();
      seated.go();
      seated.notice(
          new Notice.SetUpStepDone(
              0,
              step,
              List.of(new OnSegment(Segment.THIGH, Side.LEFT)),
              List.of(),
              Map.of(),
              List.of()));
    }
    assertThat(asked)
        .containsExactly(
            SetUpStep.STAND,
            SetUpStep.SIT,
            SetUpStep.EXTEND_RIGHT,
            SetUpStep.EXTEND_LEFT,
            SetUpStep.HINGE,
            SetUpStep.LIFT_LEFT);
  }

  @Test
  void aStepThatTaughtNothingIsAskedForAgain() {
    guide.begin();
    OnSegment thigh = new OnSegment(Segment.THIGH, Side.LEFT);
    new SimulatedBody(scenario()).events().stream().limit(40).forEach(guide::event);
    assertThat(guide.state().stage()).isEqualTo(Stage.READY);
    guide.go();
    guide.go();
    guide.notice(outcome(List.of(), List.of(thigh)));
    assertThat(guide.state().step()).isEqualTo(SetUpStep.STAND);
    assertThat(guide.state().again()).isTrue();
    assertThat(SetUpWords.outcome(guide.state().told().orElseThrow()).orElseThrow())
        .contains("left thigh", "Stand still");
    guide.go();
    guide.go();
    guide.notice(outcome(List.of(thigh), List.of()));
    assertThat(guide.state().step()).isEqualTo(SetUpStep.SWING_RIGHT);
    guide.repeat();
    assertThat(guide.state().step()).isEqualTo(SetUpStep.STAND);
    assertThat(guide.state().stage()).isEqualTo(Stage.MOVING);
  }

  private static Notice.SetUpStepDone outcome(List<OnSegment> learned, List<OnSegment> refused) {
    return new Notice.SetUpStepDone(
        0, SetUpStep.STAND, learned, refused, Map.of(), List.<StoredCalibration>of());
  }

  private static Tick tick(double seconds) {
    return new Tick(Math.round(seconds * 1e9));
  }

  private List<OnSegment> silent() {
    return guide.state().silent();
  }

  /** All streams stall while the answer to a step is waited for: none will come. */
  @Test
  void whereEverySensorFallsSilentTheGuideSaysWhichAndEndsInGoodOrder() {
    guide.begin();
    new SimulatedBody(scenario())
        .events().stream()
            .takeWhile(event -> event.atNanos() < 2_000_000_000L)
            .forEach(guide::event);
    guide.go();
    guide.go();
    assertThat(guide.state().stage()).isEqualTo(Stage.WAITING);
    guide.event(tick(4));
    assertThat(silent()).isEmpty();
    guide.event(tick(5.5));
    assertThat(silent()).hasSize(6).contains(new OnSegment(Segment.SHANK, Side.LEFT));
    assertThat(SetUpWords.silence(silent(), false).orElseThrow())
        .contains("left shank", "pelvis", "battery");
    guide.event(tick(20));
    assertThat(guide.state().stage()).isEqualTo(Stage.WAITING);
    guide.event(tick(21));
    assertThat(guide.state().stage()).isEqualTo(Stage.OVER);
    assertThat(entered).last().isEqualTo(operator(SetUpStep.END));
    assertThat(states.get(states.size() - 1).silent()).hasSize(6);
    assertThat(SetUpWords.silence(silent(), true).orElseThrow()).contains("is over");
  }

  private Operator operator(SetUpStep step) {
    return new Operator(now, Action.SETUP, Double.NaN, step.id());
  }

  @Test
  void oneSilentSensorIsNamedAndTheOthersGoOn() {
    guide.begin();
    List<SessionEvent> person = new SimulatedBody(scenario()).events();
    int thigh = stream(person, new OnSegment(Segment.THIGH, Side.LEFT));
    for (SessionEvent event : person) {
      boolean lost =
          event instanceof Samples samples && samples.stream() == thigh && event.atNanos() > 2e9;
      if (!lost && event.atNanos() < 8e9) {
        guide.event(event);
        guide.event(new Tick(event.atNanos()));
      }
    }
    assertThat(silent()).containsExactly(new OnSegment(Segment.THIGH, Side.LEFT));
    guide.event(tick(8.2));
    assertThat(guide.state().stage()).isEqualTo(Stage.READY);
    person.stream()
        .filter(event -> event.atNanos() > 8e9 && event.atNanos() < 9e9)
        .forEach(guide::event);
    guide.event(tick(9));
    assertThat(silent()).as("it is back").isEmpty();
  }

  private static int stream(List<SessionEvent> events, OnSegment placement) {
    return events.stream()
        .filter(Described.class::isInstance)
        .map(event -> ((Described) event).stream())
        .filter(one -> one.channels().get(0).location().equals(placement))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** What was learned, without the pauses between. */
  private List<SetUpStep> steps() {
    return notices.stream()
        .filter(Notice.SetUpStepDone.class::isInstance)
        .map(Notice.SetUpStepDone.class::cast)
        .filter(done -> done.step() != SetUpStep.REST)
        .map(Notice.SetUpStepDone::step)
        .toList();
  }

  private <T> List<T> ofType(Class<T> type) {
    return log.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
