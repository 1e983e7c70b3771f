package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.fault.SetUpFault;
import org.plumbline.fixtures.simulator.Exercise;
import org.plumbline.fixtures.simulator.Scenario;

/** A few faults of the list, each a kind of its own; the suite has them all. */
class SetUpSuiteTest {

  @Test
  void wrongUnitsAreNamedAtOnceAndNothingIsJudgedOtherwise() {
    for (SetUpFault fault : EnumSet.of(SetUpFault.ACCELEROMETER_IN_G, SetUpFault.CLOCK_UNIT)) {
      FaultEffect effect = SetUpSuite.effect(fault, 2);
      assertThat(effect.codes()).as(fault.id()).hasSize(1);
      assertThat(effect.namedSeconds()).as(fault.id()).isLessThan(5);
      assertThat(effect.silent()).as(fault.id()).isEmpty();
      assertThat(effect.said()).as(fault.id()).isEmpty();
      assertThat(effect.judged()).as(fault.id()).isEqualTo(effect.clean());
    }
  }

  @Test
  void faultsOfTheBodyAreNamed() {
    assertNamed(SetUpFault.NOT_WORN, 3, "not-worn");
    assertNamed(SetUpFault.SLIPS, 3, "slipped");
  }

  @Test
  void exchangedPelvisAndTrunkAreNamedByLegsAndBow() {
    assertNamed(SetUpFault.PELVIS_AND_TRUNK_SWAPPED, 2, "segments-swapped");
  }

  @Test
  void sensorsExchangedBetweenTorsoAndLegAreNamed() {
    assertNamed(SetUpFault.PELVIS_AND_THIGH_SWAPPED, 62, "segments-swapped");
    assertNamed(SetUpFault.TRUNK_AND_SHANK_SWAPPED, 61, "segments-swapped");
  }

  /** Nobody asks for a movement then; the other leg tells, or how far the shank leans. */
  @Test
  void exchangedSensorsAreNamedWithoutASetUpToo() {
    for (SetUpFault fault :
        EnumSet.of(
            SetUpFault.TRUNK_AND_THIGH_SWAPPED,
            SetUpFault.THIGH_AND_SHANK_SWAPPED,
            SetUpFault.THIGH_AND_SHANK_OF_ONE_LEG_SWAPPED)) {
      List<SessionEvent> clean = SetUpSession.log(Scenario.squat(63));
      FaultEffect effect =
          FaultEffect.of(clean, fault.into(clean, new OnSegment(Segment.SHANK, Side.LEFT), 63));
      assertThat(effect.codes()).as(fault.id()).contains("segments-swapped");
      assertThat(effect.silent()).as(fault.id()).isEmpty();
    }
  }

  @Test
  void slipsThatGravityDoesNotShowAreNamed() {
    assertNamed(SetUpFault.SLIPS_ROUND_THE_LIMB, 63, "slipped");
    assertNamed(SetUpFault.SLIPS_WITH_BIAS, 64, "slipped");
  }

  /** In front the thigh goes far, behind the shank. */
  @Test
  void theLegsOfALungeAreNotExchanged() {
    assertThat(SetUpSuite.alarms(SetUpSession.log(Scenario.of(Exercise.LUNGE, 61)))).isEmpty();
  }

  @Test
  void aSensorThatDanglesIsNamed() {
    assertNamed(SetUpFault.LOOSE, 3, "loose");
  }

  @Test
  void oneTurnedSignOfTheGyroscopeIsNamedWhereTheMountingMakesItSmall() {
    // Before the pivot was part of the fit nothing was said here.
    assertThat(SetUpSuite.effect(SetUpFault.GYROSCOPE_AXIS_TURNED, 2102).codes()).contains("axes");
  }

  @Test
  void aGyroscopeOfAnotherScaleIsNamedAndOnlyItsAnglesAreLost() {
    FaultEffect effect = SetUpSuite.effect(SetUpFault.GYROSCOPE_SCALE_UP, 81);
    assertThat(effect.codes()).containsExactly("gyroscope-scale");
    assertThat(effect.silent()).isEmpty();
    assertThat(effect.judged()).isBetween(effect.clean() / 2, effect.clean() - 1);
  }

  @Test
  void timeThatRunsWrongForAllIsNamedAndNothingIsJudged() {
    FaultEffect effect = SetUpSuite.effect(SetUpFault.TIME_STRETCHED, 82);
    assertThat(effect.codes()).containsExactly("clock-factor");
    assertThat(effect.silent()).isEmpty();
    assertThat(effect.silentRepetitions()).isZero();
    assertThat(effect.judged()).isZero();
  }

  @Test
  void exchangedSidesAreNamedByTheLegThatMoves() {
    assertNamed(SetUpFault.LEFT_AND_RIGHT_SWAPPED, 2, "sides-swapped");
  }

  @Test
  void theMirroredWorldOfAnAccelerometerIsNamedByTheLegThatStands() {
    assertNamed(SetUpFault.ACCELEROMETER_NEGATED, 2, "mirrored");
    assertNamed(SetUpFault.ACCELEROMETER_NEGATED, 3, "mirrored");
  }

  @Test
  void aSwingingLegIsNoGyroscopeOfAnotherRange() {
    for (int seed : new int[] {6, 11}) {
      assertThat(SetUpSuite.alarms(SetUpSession.guided(Scenario.squat(seed)))).isEmpty();
    }
  }

  @Test
  void aFigureComesFromTheSensorsOfItsSegments() {
    assertThat(FaultEffect.sensorsOf("kneeFlexionPeak", Side.LEFT))
        .isEqualTo(List.of("left-thigh", "left-shank"));
    assertThat(FaultEffect.sensorsOf("holdTime", Side.MIDLINE))
        .isEqualTo(List.of("left-thigh", "right-thigh"));
    assertThat(FaultEffect.sensorsOf("lumbopelvicTilt", Side.MIDLINE))
        .isEqualTo(List.of("pelvis", "trunk"));
  }

  private static void assertNamed(SetUpFault fault, int seed, String code) {
    FaultEffect effect = SetUpSuite.effect(fault, seed);
    assertThat(effect.codes()).as(fault.id()).contains(code);
    assertThat(effect.silent()).as(fault.id()).isEmpty();
    assertThat(effect.silentRepetitions()).as(fault.id()).isZero();
  }
}
