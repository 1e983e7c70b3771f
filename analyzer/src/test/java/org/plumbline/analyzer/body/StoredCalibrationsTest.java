package org.plumbline.analyzer.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.Sessions;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.calibration.StandingPose;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.BodySetUp;
import org.plumbline.analyzer.exercise.BodySetUp.StoredCalibration;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.fixtures.simulator.NoiseLevel;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SetUpPlan;
import org.plumbline.fixtures.simulator.SimulatedBody;

/** Calibrations of a set-up, used in a later session in which one sensor may sit otherwise. */
class StoredCalibrationsTest {
  private static final Scenario LATER =
      Scenario.squat(5)
          .withNoise(NoiseLevel.none())
          .withEmg(Optional.empty())
          .withRepetitions(RepetitionPlan.good().times(2));
  private static final List<SessionEvent> LOG = new SimulatedBody(LATER).events();
  private static List<StoredCalibration> stored = List.of();

  @BeforeAll
  static void setUpOnce() {
    Scenario before = LATER.withSetUp(SetUpPlan.swings());
    stored = Sessions.analyze(new SimulatedBody(before).events()).calibrations();
  }

  private static SessionResult later(List<StoredCalibration> calibrations) {
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty())
            .with(BodySetUp.NONE.with(calibrations));
    List<SessionEvent> log = new ArrayList<>(LOG);
    log.add(1, ContextApplied.of(0, ContextJson.write(context), "test"));
    return Sessions.analyze(log);
  }

  private static OnSegment placement(StoredCalibration one) {
    return (OnSegment) Location.parse(one.location());
  }

  /** The sensor as it would have been when worn turned about a horizontal axis of its own. */
  private static StoredCalibration turned(StoredCalibration one, double deg) {
    SegmentCalibration calibration = one.calibration();
    Vector3 up = calibration.standingUp();
    Vector3 horizontal = up.cross(Math.abs(up.x()) < 0.7 ? Vector3.X : Vector3.Y).normalized();
    Quaternion turn = Quaternion.about(horizontal, FastMath.toRadians(deg));
    return StoredCalibration.of(
        one.location(),
        new SegmentCalibration(
            turn.times(calibration.segmentToSensor()),
            turn.rotate(up),
            calibration.origin(),
            calibration.sagittalErrorRad(),
            calibration.frontalErrorRad(),
            calibration.lateralErrorRad()));
  }

  @Test
  void whatFitsIsUsedAndGivenOnUnchanged() {
    assertThat(stored).hasSizeGreaterThanOrEqualTo(4);
    SessionResult result = later(stored);
    assertThat(result.calibrations()).containsAll(stored);
    assertThat(result.notes()).noneMatch(note -> note.contains("does not fit"));
  }

  @Test
  void aSensorThatIsWornOtherwiseIsNamedAndItsCalibrationIsNotUsed() {
    StoredCalibration moved = turned(stored.get(0), 25);
    List<StoredCalibration> all = new ArrayList<>(stored);
    all.set(0, moved);
    SessionResult result = later(all);
    assertThat(result.notes())
        .contains(Texts.get("note.calibration-misfit", moved.location(), "25"));
    assertThat(result.calibrations())
        .doesNotContain(moved)
        .containsAll(stored.subList(1, stored.size()));
  }

  @Test
  void whereEverythingIsElsewhereThePoseSaysNothingAndTheStartOfTheFirstRepetitionDoes() {
    List<StoredCalibration> all = stored.stream().map(one -> turned(one, 25)).toList();
    SessionResult result = later(all);
    assertThat(result.calibrations()).doesNotContainAnyElementsOf(all);
    for (StoredCalibration one : all) {
      assertThat(result.notes())
          .anyMatch(note -> note.startsWith("The calibration of " + one.location() + " does not"));
    }
  }

  private static Placements placements() {
    Placements placements = new Placements();
    placements.apply(BodySetUp.NONE.with(stored));
    return placements;
  }

  /** Pose of a standing person whose sensor {@code slipped} has turned by so much. */
  private static StandingPose standing(int slipped, double deg) {
    StandingPose pose = new StandingPose(1, 100);
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    for (int i = 0; i < stored.size(); i++) {
      StoredCalibration worn = i == slipped ? turned(stored.get(i), deg) : stored.get(i);
      ups.put(placement(worn), worn.calibration().standingUp());
    }
    for (int step = 0; step < 100; step++) {
      pose.update(step, Map.of(), ups);
    }
    return pose;
  }

  @Test
  void afterLyingASensorThatAloneHasMovedLosesItsCalibration() {
    for (double deg : new double[] {11.5, 12.5}) {
      Placements placements = placements();
      PlacementCheck check = new PlacementCheck(placements);
      assertThat(check.at(99, standing(-1, 0), false)).as("the first pose").isEmpty();
      assertThat(check.at(99, standing(1, deg), false)).as("nobody has lain").isEmpty();
      assertThat(check.at(99, standing(-1, 0), true)).as("lying").isEmpty();
      boolean beyond = deg > 12;
      assertThat(check.at(99, standing(1, deg), false)).as("%s deg", deg).hasSize(beyond ? 1 : 0);
      assertThat(placements.get(placement(stored.get(1))).isEmpty()).isEqualTo(beyond);
      placements.apply(BodySetUp.NONE.with(stored));
      assertThat(placements.get(placement(stored.get(1))).isEmpty()).isEqualTo(beyond);
    }
  }

  /** Sitting: thighs level, pelvis tilted back by 20 deg, shanks and trunk as when standing. */
  private static StandingPose sitting() {
    StandingPose pose = new StandingPose(1, 100);
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    for (StoredCalibration one : stored) {
      Segment segment = placement(one).segment();
      double deg = segment == Segment.THIGH ? 85 : segment == Segment.PELVIS ? 20 : 0;
      ups.put(placement(one), turned(one, deg).calibration().standingUp());
    }
    for (int step = 0; step < 100; step++) {
      pose.update(step, Map.of(), ups);
    }
    return pose;
  }

  /** What knee extensions on a chair teach: everything but the thighs. */
  private static List<StoredCalibration> ofExtensions() {
    return stored.stream().filter(one -> placement(one).segment() != Segment.THIGH).toList();
  }

  @Test
  void whoStillSitsAfterTheExtensionsHasNoMisplacedPelvis() {
    Placements placements = new Placements();
    Map<OnSegment, Vector3> stood = new LinkedHashMap<>();
    stored.forEach(one -> stood.put(placement(one), one.calibration().standingUp()));
    placements.stood(stood);
    ofExtensions().forEach(one -> placements.learned(placement(one), one.calibration()));
    // As the log has it: what was learned comes back by value.
    placements.apply(BodySetUp.NONE.with(ofExtensions()));
    PlacementCheck check = new PlacementCheck(placements);
    assertThat(check.at(99, sitting(), false)).isEmpty();
    assertThat(check.at(99, standing(-1, 0), true)).as("lying").isEmpty();
    assertThat(check.at(99, sitting(), false)).as("from the floor to the chair").isEmpty();
    assertThat(placements.found()).hasSize(ofExtensions().size());
  }

  @Test
  void whoSitsAtFirstInALaterSessionHasNoMisplacedPelvisEither() {
    Placements placements = new Placements();
    placements.apply(BodySetUp.NONE.with(ofExtensions()));
    assertThat(new PlacementCheck(placements).at(99, sitting(), false)).isEmpty();
  }
}
