package org.plumbline.analyzer.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.Sessions;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.result.Notice;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SetUpRefusal;
import org.plumbline.analyzer.result.SetUpStep;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Operator;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/** What a guided set-up teaches, against the mountings of the simulated body. */
class SetUpTest {
  /** Swing planes are off by up to 3 deg, the soft tissue moves, and the pelvis follows a swing. */
  private static final double FARTHEST_DEG = 7;

  /** The nominal sensors, strapped to bone: nothing shakes in somebody who sits. */
  private static final NoiseLevel.Imu FIRM =
      new NoiseLevel.Imu(0.1, 0.5, 0.1, 0.025, 0.05, 0.002, 0, true, 2000, 156.9);

  private static Scenario scenario(long seed, SetUpPlan plan) {
    return Scenario.of(Exercise.SQUAT, seed)
        .withEmg(Optional.empty())
        .withSetUp(plan)
        .withRepetitions(RepetitionPlan.good().times(3));
  }

  private static Vector3 inSensor(Rotation sensorToSegment, Vector3D axis) {
    Vector3D v = sensorToSegment.applyInverseTo(axis);
    return new Vector3(v.getX(), v.getY(), v.getZ());
  }

  private static double awayDeg(Scenario scenario, Truth truth, StoredCalibration found) {
    for (int i = 0; i < scenario.imus().size(); i++) {
      if (scenario.imus().get(i).placement().id().equals(found.location())) {
        Vector3 lateral = inSensor(truth.mounting(i).sensorToSegment(), Vector3D.PLUS_K);
        Vector3 measured = found.calibration().segmentToSensor().rotate(Vector3.Z);
        return Math.toDegrees(measured.angleToRad(lateral));
      }
    }
    throw new IllegalArgumentException(found.location());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void everySensorIsFoundAsItSitsAndTheRightWayRound(long seed) {
    Scenario scenario = scenario(seed, SetUpPlan.swings());
    SimulatedBody body = new SimulatedBody(scenario);
    List<Notice> notices = new ArrayList<>();
    SessionResult result = Sessions.analyze(body.events(), notices);
    assertThat(result.calibrations()).hasSize(6);
    for (StoredCalibration found : result.calibrations()) {
      assertThat(found.origin()).isEqualTo(SegmentCalibration.Origin.SET_UP);
      assertThat(awayDeg(scenario, body.truth(), found))
          .as(found.location())
          .isLessThan(FARTHEST_DEG);
    }
    assertThat(notices.stream().filter(n -> n instanceof Notice.SetUpStepDone).count())
        .isEqualTo(body.truth().setUpSteps().size() - 1L);
  }

  @ParameterizedTest
  @ValueSource(longs = {34, 35, 36})
  void sittingAndKneeExtensionsTeachTheShanksAndThroughThemTheThighs(long seed) {
    Scenario scenario = scenario(seed, SetUpPlan.extensions());
    SimulatedBody body = new SimulatedBody(scenario);
    SessionResult result = Sessions.analyze(body.events());
    for (StoredCalibration found : result.calibrations()) {
      boolean thigh = found.location().endsWith("thigh");
      assertThat(found.origin())
          .as(found.location())
          .isEqualTo(thigh ? SegmentCalibration.Origin.SEATED : SegmentCalibration.Origin.SET_UP);
      // Two directions of an axis, each with its half-width.
      assertThat(awayDeg(scenario, body.truth(), found))
          .as(found.location())
          .isLessThan(1.5 * found.errorsDeg().get(1));
    }
    assertThat(result.calibrations()).hasSize(6);
  }

  @Test
  void aWornSensorThatShowsNothingIsRefusedAndTheReasonSaysSo() {
    Scenario scenario = scenario(35, SetUpPlan.swings());
    OnSegment thigh = new OnSegment(Segment.THIGH, Side.LEFT);
    OnSegment shank = new OnSegment(Segment.SHANK, Side.LEFT);
    List<SessionEvent> log = new ArrayList<>(new SimulatedBody(scenario).events());
    int silent =
        log.stream()
            .filter(Described.class::isInstance)
            .map(event -> ((Described) event).stream())
            .filter(one -> one.channels().get(0).location().equals(thigh))
            .findFirst()
            .orElseThrow()
            .id();
    log.removeIf(event -> event instanceof Samples samples && samples.stream() == silent);
    List<Notice> notices = new ArrayList<>();
    Sessions.analyze(log, notices);
    for (SetUpStep step : List.of(SetUpStep.STAND, SetUpStep.SWING_LEFT, SetUpStep.LIFT_LEFT)) {
      Notice.SetUpStepDone done =
          notices.stream()
              .filter(Notice.SetUpStepDone.class::isInstance)
              .map(Notice.SetUpStepDone.class::cast)
              .filter(one -> one.step() == step)
              .findFirst()
              .orElseThrow();
      assertThat(done.refused()).as("%s", step).contains(thigh);
      assertThat(done.why()).containsEntry(thigh, SetUpRefusal.NOTHING_SEEN);
      assertThat(done.refused().contains(shank)).isEqualTo(step == SetUpStep.SWING_LEFT);
    }
  }

  /** Asked to stand, the person sat already: sitting down is refused, and no thigh is guessed. */
  @Test
  void whoSitsAlreadyWhenAskedToStandIsAskedAgain() {
    SimulatedBody body =
        new SimulatedBody(
            scenario(34, SetUpPlan.extensions()).withNoise(NoiseLevel.nominal().withImu(FIRM)));
    List<SessionEvent> log = new ArrayList<>();
    for (SessionEvent event : body.events()) {
      if (event instanceof Operator asked && asked.action() == Operator.Action.SETUP) {
        switch (asked.note()) {
          case "stand" -> log.add(step(asked, "rest"));
          case "sit" -> log.add(step(asked, "stand"));
          case "extend-right" -> log.add(step(asked, "sit"));
          default -> log.add(event);
        }
      } else {
        log.add(event);
      }
    }
    List<Notice> notices = new ArrayList<>();
    SessionResult result = Sessions.analyze(log, notices);
    List<Notice.SetUpStepDone> steps =
        notices.stream()
            .filter(Notice.SetUpStepDone.class::isInstance)
            .map(Notice.SetUpStepDone.class::cast)
            .toList();
    assertThat(steps)
        .anyMatch(done -> done.step() == SetUpStep.STAND && done.learned().size() == 6);
    assertThat(steps.stream().filter(done -> done.step() == SetUpStep.SIT).toList())
        .singleElement()
        .satisfies(
            done -> {
              assertThat(done.learned()).isEmpty();
              assertThat(done.refused())
                  .extracting(OnSegment::id)
                  .containsExactlyInAnyOrder("left-thigh", "right-thigh");
            });
    assertThat(result.calibrations())
        .extracting(StoredCalibration::location)
        .doesNotContain("left-thigh", "right-thigh");
  }

  private static Operator step(Operator asked, String id) {
    return new Operator(asked.atNanos(), asked.action(), asked.value(), id);
  }

  /** Thighs need the shank of the same leg; without a thigh sitting shows nothing. */
  @Test
  void sittingServesWhoeverWearsBothSensorsOfALeg() {
    OnSegment thigh = new OnSegment(Segment.THIGH, Side.LEFT);
    OnSegment shank = new OnSegment(Segment.SHANK, Side.LEFT);
    OnSegment otherShank = new OnSegment(Segment.SHANK, Side.RIGHT);
    assertThat(SetUpStep.SIT.serves(List.of(thigh, shank))).isTrue();
    assertThat(SetUpStep.SIT.serves(List.of(thigh, otherShank))).isFalse();
    assertThat(SetUpStep.SIT.serves(List.of(shank, otherShank))).isFalse();
  }
}
