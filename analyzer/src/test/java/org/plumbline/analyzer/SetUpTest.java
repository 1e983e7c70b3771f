package org.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;
import org.plumbline.fixtures.simulator.Truth;

/** What a guided set-up teaches, against the mountings of the simulated body. */
class SetUpTest {
  /** Swing planes are off by up to 3 deg, the soft tissue moves, and the pelvis follows a swing. */
  private static final double FARTHEST_DEG = 7;

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
  @ValueSource(longs = {34})
  void kneeExtensionsOnAChairTeachTheShanksAndTheRepetitionsTheThighs(long seed) {
    Scenario scenario = scenario(seed, SetUpPlan.extensions());
    SimulatedBody body = new SimulatedBody(scenario);
    List<org.plumbline.device.log.SessionEvent> log = new ArrayList<>(body.events());
    log.add(1, Sessions.context("squat", List.of(), Optional.empty()));
    SessionResult result = Sessions.analyze(log);
    for (StoredCalibration found : result.calibrations()) {
      boolean thigh = found.location().endsWith("thigh");
      assertThat(found.origin())
          .as(found.location())
          .isEqualTo(
              thigh ? SegmentCalibration.Origin.REPETITIONS : SegmentCalibration.Origin.SET_UP);
      assertThat(awayDeg(scenario, body.truth(), found)).as(found.location()).isLessThan(12);
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
}
