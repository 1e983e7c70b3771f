package org.plumbline.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.calibration.SegmentCalibration.Origin;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** Any mounting is found again; mountings are made by Commons Math. */
class SegmentCalibrationTest {
  private static final OnSegment LEFT = new OnSegment(Segment.THIGH, Side.LEFT);
  private static final OnSegment RIGHT = new OnSegment(Segment.THIGH, Side.RIGHT);
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);

  private static Vector3 mounted(Rotation mounting, Vector3D inSegment) {
    Vector3D v = mounting.applyTo(inSegment);
    return new Vector3(v.getX(), v.getY(), v.getZ());
  }

  private static Rotation anyMounting(SplittableRandom chance) {
    Vector3D axis =
        new Vector3D(
            chance.nextDouble() - 0.5, chance.nextDouble() - 0.5, chance.nextDouble() - 0.5);
    return new Rotation(axis, chance.nextDouble() * 6, RotationConvention.VECTOR_OPERATOR);
  }

  /** A descent and an ascent of 80 deg about the lateral axis with a share of frontal turning. */
  private static FunctionalAxis squat(Rotation mounting, int direction, double frontalShare) {
    FunctionalAxis axis = new FunctionalAxis();
    for (int i = 0; i < 200; i++) {
      boolean down = i < 100;
      double turn = Math.toRadians(0.8) * direction * (down ? 1 : -1);
      double frontal = turn * frontalShare * ((i / 10) % 2 == 0 ? 1 : -1);
      axis.add(mounted(mounting, new Vector3D(frontal, 0, turn)), down);
    }
    return axis;
  }

  @Test
  void anyMountingIsFoundAgainFromStandingAndOneSquat() {
    SplittableRandom chance = new SplittableRandom(5);
    for (int i = 0; i < 100; i++) {
      Rotation mounting = anyMounting(chance);
      int direction = i % 2 == 0 ? 1 : -1;
      SegmentCalibration found =
          SegmentCalibration.of(
              mounted(mounting, Vector3D.PLUS_J),
              squat(mounting, direction, 0),
              direction,
              true,
              Origin.REPETITIONS);
      for (Vector3D axis : List.of(Vector3D.PLUS_I, Vector3D.PLUS_J, Vector3D.PLUS_K)) {
        Vector3 expected = mounted(mounting, axis);
        Vector3 actual =
            found.segmentToSensor().rotate(new Vector3(axis.getX(), axis.getY(), axis.getZ()));
        assertThat(actual.minus(expected).norm()).isLessThan(1e-9);
      }
    }
  }

  @Test
  void theWrongDirectionTurnsTheSegmentAroundSoTheSignMustBeKnown() {
    SegmentCalibration found =
        SegmentCalibration.of(
            Vector3.Y, squat(Rotation.IDENTITY, 1, 0), -1, true, Origin.REPETITIONS);
    assertThat(found.segmentToSensor().rotate(Vector3.Z).z()).isCloseTo(-1, within(1e-9));
  }

  @Test
  void turningBesideTheAxisMakesItMoreUncertain() {
    double clean = squat(Rotation.IDENTITY, 1, 0.02).axisErrorRad(Vector3.Y);
    double wobbly = squat(Rotation.IDENTITY, 1, 0.4).axisErrorRad(Vector3.Y);
    // atan(0.4 / sqrt 2)
    assertThat(Math.toDegrees(wobbly)).isCloseTo(15.8, within(0.1));
    assertThat(clean).isLessThan(wobbly / 10);
    assertThat(new FunctionalAxis().axisErrorRad(Vector3.Y)).isEqualTo(Math.PI / 2);
  }

  private static Map<OnSegment, Vector3> turning(double rad) {
    return Map.of(PELVIS, new Vector3(0, rad, 0));
  }

  @Test
  void aPoseIsHeldForASecondOrItIsNone() {
    StandingPose pose = new StandingPose(Math.toRadians(8), 100);
    double slow = Math.toRadians(4) / 100;
    double fast = Math.toRadians(20) / 100;
    int step = 0;
    for (int i = 0; i < 99; i++) {
      pose.update(step++, turning(slow), Map.of(PELVIS, Vector3.Z));
    }
    pose.update(step++, turning(fast), Map.of(PELVIS, Vector3.Z));
    assertThat(pose.latest()).isEmpty();
    for (int i = 0; i < 150; i++) {
      pose.update(step++, turning(slow), Map.of(PELVIS, Vector3.X));
    }
    pose.update(step++, turning(fast), Map.of(PELVIS, Vector3.Y));
    assertThat(pose.latest().orElseThrow().up(PELVIS)).hasValue(Vector3.X);
    assertThat(pose.latest().orElseThrow().lastStep()).isEqualTo(249);
    for (int i = 0; i < 150; i++) {
      pose.update(step++, turning(slow), Map.of(PELVIS, Vector3.Y));
    }
    assertThat(pose.first().orElseThrow().up(PELVIS)).hasValue(Vector3.X);
    assertThat(pose.latest().orElseThrow().up(PELVIS)).hasValue(Vector3.Y);
  }

  /** Pelvis and two thighs stand; one of them says that it turns, always or from a step on. */
  private static StandingPose oneMoves(int from, int steps) {
    StandingPose pose = new StandingPose(Math.toRadians(8), 100);
    Vector3 slow = new Vector3(0, Math.toRadians(2) / 100, 0);
    for (int i = 0; i < steps; i++) {
      Vector3 odd = i >= from ? slow.times(57.3) : slow;
      pose.update(
          i,
          Map.of(PELVIS, odd, LEFT, slow, RIGHT, slow),
          Map.of(PELVIS, Vector3.Z, LEFT, Vector3.Y, RIGHT, Vector3.X));
    }
    return pose;
  }

  @Test
  void aWrongSensorCostsOnlyItselfThePose() {
    StandingPose pose = oneMoves(0, 150);
    assertThat(pose.latest().orElseThrow().ups())
        .isEqualTo(Map.of(LEFT, Vector3.Y, RIGHT, Vector3.X));
    pose.forget(PELVIS);
    assertThat(pose.first().orElseThrow().ups()).containsOnlyKeys(LEFT, RIGHT);
    for (int i = 150; i < 300; i++) {
      pose.update(i, Map.of(), Map.of(PELVIS, Vector3.Y, LEFT, Vector3.Y, RIGHT, Vector3.X));
    }
    assertThat(pose.first().orElseThrow().up(PELVIS)).as("put right").hasValue(Vector3.Y);
  }

  @Test
  void aPoseThatAllHeldIsNotReplacedByOneOfAllButOne() {
    StandingPose pose = oneMoves(120, 300);
    assertThat(pose.latest().orElseThrow().lastStep()).isEqualTo(119);
    assertThat(pose.latest().orElseThrow().ups()).hasSize(3);
  }

  @Test
  void twoAreNoMajority() {
    StandingPose pose = new StandingPose(Math.toRadians(8), 100);
    for (int i = 0; i < 300; i++) {
      pose.update(
          i,
          Map.of(PELVIS, Vector3.Y, LEFT, new Vector3(0, 0, 0)),
          Map.of(PELVIS, Vector3.Z, LEFT, Vector3.Y));
    }
    assertThat(pose.latest()).isEmpty();
  }

  @Test
  void aSensorThatCannotBeReadEndsThePose() {
    StandingPose pose = new StandingPose(Math.toRadians(8), 100);
    for (int i = 0; i < 300; i++) {
      pose.update(i, Map.of(), i % 50 == 49 ? Map.of() : Map.of(PELVIS, Vector3.Z));
    }
    assertThat(pose.latest()).isEmpty();
  }
}
