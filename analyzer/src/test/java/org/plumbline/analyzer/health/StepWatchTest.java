package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** Expected from what the steps of the set-up ask for; deg that "up" goes in each sensor. */
class StepWatchTest {
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);
  private static final OnSegment TRUNK = new OnSegment(Segment.TRUNK, Side.MIDLINE);
  private static final OnSegment RIGHT_THIGH = new OnSegment(Segment.THIGH, Side.RIGHT);
  private static final OnSegment RIGHT_SHANK = new OnSegment(Segment.SHANK, Side.RIGHT);
  private static final OnSegment LEFT_THIGH = new OnSegment(Segment.THIGH, Side.LEFT);
  private static final OnSegment LEFT_SHANK = new OnSegment(Segment.SHANK, Side.LEFT);

  private final StepWatch watch = new StepWatch();

  @Test
  void aPelvisThatSwingsWhileTheThighStaysIsTheThigh() {
    swing(RIGHT_THIGH, 4, PELVIS, 36);
    assertThat(watch.suspect(PELVIS)).isTrue();
    assertThat(watch.suspect(RIGHT_THIGH)).isTrue();
    assertThat(watch.suspect(RIGHT_SHANK)).isFalse();
    assertThat(watch.suspect(TRUNK)).isFalse();
    assertThat(watch.finding(PELVIS))
        .get()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(HealthFinding.Code.SEGMENTS_SWAPPED);
              assertThat(one.text()).contains("pelvis").contains("right thigh");
            });
  }

  @Test
  void aTrunkThatSwingsAsAShankIsTheShank() {
    swing(RIGHT_SHANK, 3, TRUNK, 66);
    assertThat(watch.suspect(TRUNK)).isTrue();
    assertThat(watch.suspect(RIGHT_SHANK)).isTrue();
    assertThat(watch.suspect(PELVIS)).isFalse();
  }

  @Test
  void aLegThatSwingsAsAskedIsRight() {
    swing(PELVIS, 14, TRUNK, 10);
    assertNobody();
  }

  @Test
  void whoSwingsTheOtherLegHasNothingExchangedWithTheTorso() {
    Map<OnSegment, Double> far = still();
    far.put(LEFT_THIGH, 36.0);
    far.put(LEFT_SHANK, 66.0);
    far.put(PELVIS, 14.0);
    step(AskedMovement.SWING, Side.RIGHT, far);
    assertNobody();
  }

  @Test
  void whoBendsOverInsteadHasNothingExchanged() {
    Map<OnSegment, Double> far = still();
    far.put(PELVIS, 40.0);
    far.put(TRUNK, 44.0);
    step(AskedMovement.SWING, Side.RIGHT, far);
    assertNobody();
  }

  @Test
  void theStepDoneAgainTakesItBack() {
    swing(RIGHT_THIGH, 4, PELVIS, 36);
    swing(PELVIS, 5, TRUNK, 3);
    assertNobody();
  }

  @Test
  void aThighThatBowsAloneIsThePelvisThatDoesNot() {
    Map<OnSegment, Double> far = still();
    far.put(TRUNK, 47.0);
    far.put(PELVIS, 12.0);
    far.put(RIGHT_THIGH, 42.0);
    far.put(LEFT_THIGH, 12.0);
    step(AskedMovement.BOW, Side.MIDLINE, far);
    assertThat(watch.suspect(PELVIS)).isTrue();
    assertThat(watch.suspect(RIGHT_THIGH)).isTrue();
    assertThat(watch.suspect(TRUNK)).isFalse();
    assertThat(watch.suspect(LEFT_THIGH)).isFalse();
  }

  @Test
  void onAChairTheShankIsStretchedAndNotTheThigh() {
    step(AskedMovement.EXTEND, Side.LEFT, of(LEFT_THIGH, 4, LEFT_SHANK, 70));
    assertNobody();
    step(AskedMovement.EXTEND, Side.LEFT, of(LEFT_THIGH, 70, LEFT_SHANK, 4));
    assertThat(watch.suspect(LEFT_THIGH)).isTrue();
    assertThat(watch.finding(LEFT_SHANK))
        .get()
        .extracting("text")
        .asString()
        .contains("left shank");
  }

  @Test
  void ofOneLegItTakesTwoMovementsThatContradict() {
    step(AskedMovement.SWING, Side.LEFT, of(LEFT_THIGH, 66, LEFT_SHANK, 36));
    assertThat(watch.suspect(LEFT_THIGH)).as("the knee may have been lifted").isFalse();
    step(AskedMovement.LIFT, Side.LEFT, of(LEFT_THIGH, 4, LEFT_SHANK, 60));
    assertThat(watch.suspect(LEFT_THIGH)).isTrue();
    assertThat(watch.suspect(LEFT_SHANK)).isTrue();
  }

  @Test
  void aStraightLegTellsNothing() {
    step(AskedMovement.SWING, Side.LEFT, of(LEFT_THIGH, 40, LEFT_SHANK, 42));
    step(AskedMovement.LIFT, Side.LEFT, of(LEFT_THIGH, 40, LEFT_SHANK, 41));
    assertNobody();
  }

  @Test
  void theOtherLegTellsThighAndShankApart() {
    step(AskedMovement.SWING, Side.RIGHT, of(RIGHT_THIGH, 66, RIGHT_SHANK, 36));
    assertNobody();
    step(AskedMovement.SWING, Side.LEFT, of(LEFT_THIGH, 34, LEFT_SHANK, 63));
    assertThat(watch.suspect(RIGHT_THIGH)).isTrue();
    assertThat(watch.suspect(RIGHT_SHANK)).isTrue();
    assertThat(watch.suspect(LEFT_THIGH)).isFalse();
  }

  @Test
  void legsThatSwingDifferentlyAreNoExchange() {
    step(AskedMovement.SWING, Side.RIGHT, of(RIGHT_THIGH, 50, RIGHT_SHANK, 30));
    step(AskedMovement.SWING, Side.LEFT, of(LEFT_THIGH, 40, LEFT_SHANK, 80));
    assertNobody();
  }

  private void assertNobody() {
    for (OnSegment placement : still().keySet()) {
      assertThat(watch.suspect(placement)).as(placement.id()).isFalse();
    }
  }

  /** The right leg swings by 36 and 66 deg, but for two sensors that do what is said here. */
  private void swing(OnSegment one, double deg, OnSegment other, double otherDeg) {
    Map<OnSegment, Double> far = still();
    far.put(RIGHT_THIGH, 36.0);
    far.put(RIGHT_SHANK, 66.0);
    far.put(PELVIS, 4.0);
    far.put(one, deg);
    far.put(other, otherDeg);
    step(AskedMovement.SWING, Side.RIGHT, far);
  }

  private static Map<OnSegment, Double> of(
      OnSegment one, double deg, OnSegment other, double more) {
    Map<OnSegment, Double> far = new LinkedHashMap<>();
    far.put(one, deg);
    far.put(other, more);
    return far;
  }

  private static Map<OnSegment, Double> still() {
    Map<OnSegment, Double> far = new LinkedHashMap<>();
    far.put(PELVIS, 2.0);
    far.put(TRUNK, 2.0);
    far.put(RIGHT_THIGH, 3.0);
    far.put(RIGHT_SHANK, 3.0);
    far.put(LEFT_THIGH, 3.0);
    far.put(LEFT_SHANK, 3.0);
    return far;
  }

  private void step(AskedMovement movement, Side leg, Map<OnSegment, Double> far) {
    for (int i = 0; i <= 100; i++) {
      double share = Math.sin(Math.PI * i / 100);
      Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
      far.forEach(
          (placement, deg) -> {
            double rad = Math.toRadians(deg * share);
            ups.put(placement, new Vector3(Math.sin(rad), 0, Math.cos(rad)));
          });
      watch.update(ups);
    }
    watch.stepDone(movement, leg);
  }
}
