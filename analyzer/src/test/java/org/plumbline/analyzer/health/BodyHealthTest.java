package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** A leg that is lifted by 60 deg and put down again, scripted. */
class BodyHealthTest {
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);
  private static final OnSegment LEFT = new OnSegment(Segment.THIGH, Side.LEFT);
  private static final OnSegment RIGHT = new OnSegment(Segment.THIGH, Side.RIGHT);

  private final BodyHealth body = new BodyHealth(100);

  @Test
  void theLegThatWasAskedForIsNoFault() {
    lift(LEFT, 60);
    assertThat(body.legLift(Side.LEFT, segment -> true))
        .containsEntry(LEFT, true)
        .containsEntry(RIGHT, true);
    assertThat(body.suspect(LEFT)).isFalse();
  }

  @Test
  void theOtherLegSaysThatTheSidesAreExchanged() {
    lift(RIGHT, 60);
    assertThat(body.legLift(Side.LEFT, segment -> true))
        .containsEntry(LEFT, true)
        .containsEntry(RIGHT, true);
    assertThat(body.suspect(LEFT)).isTrue();
    assertThat(body.findings(RIGHT))
        .singleElement()
        .extracting("code")
        .isEqualTo(HealthFinding.Code.SIDES_SWAPPED);
    assertThat(body.findings(RIGHT).get(0).text()).contains("left leg").contains("right one");
  }

  @Test
  void aSecondTryThatIsRightTakesItBack() {
    lift(RIGHT, 60);
    body.legLift(Side.LEFT, segment -> true);
    assertThat(body.legLift(Side.RIGHT, segment -> true)).containsEntry(RIGHT, true);
    assertThat(body.suspect(LEFT)).isFalse();
  }

  @Test
  void aSmallMovementTellsNothing() {
    lift(RIGHT, 10);
    assertThat(body.legLift(Side.LEFT, segment -> true)).containsEntry(LEFT, false);
    assertThat(body.suspect(LEFT)).isFalse();
  }

  @Test
  void aLegThatStandsAloneLeansOverItsFoot() {
    body.stance(RIGHT, Math.toRadians(4));
    body.stance(LEFT, Math.toRadians(-4));
    assertThat(body.suspect(RIGHT)).isFalse();
    assertThat(body.suspect(LEFT)).isFalse();
    body.stance(RIGHT, Math.toRadians(-4));
    assertThat(body.findings(RIGHT))
        .extracting("code")
        .containsExactly(HealthFinding.Code.MIRRORED);
    assertThat(body.suspect(RIGHT)).isTrue();
    body.stance(RIGHT, Math.toRadians(-1));
    assertThat(body.suspect(RIGHT)).isTrue();
    body.restart(RIGHT);
    assertThat(body.suspect(RIGHT)).as("its axes are as they were").isTrue();
    body.otherAxes(RIGHT);
    assertThat(body.suspect(RIGHT)).isFalse();
  }

  /** The axes are taken from the first minute of a step too. */
  @Test
  void whatTheOtherLegDoesAMinuteAfterTheStepBeganIsNotLookedAt() {
    body.stepDone(AskedMovement.OTHER, Side.MIDLINE);
    lift(LEFT, 60);
    for (int second = 0; second < 29; second++) {
      lift(LEFT, 0);
    }
    for (int second = 0; second < 30; second++) {
      lift(RIGHT, 60);
    }
    assertThat(body.legLift(Side.LEFT, segment -> true)).containsEntry(LEFT, true);
    assertThat(body.suspect(LEFT)).isFalse();
    body.stepDone(AskedMovement.OTHER, Side.MIDLINE);
    lift(RIGHT, 60);
    body.legLift(Side.LEFT, segment -> true);
    assertThat(body.suspect(LEFT)).as("another step is another leg").isTrue();
  }

  private void lift(OnSegment leg, double deg) {
    double perStep = Math.toRadians(deg) / 100;
    for (int step = 0; step <= 200; step++) {
      Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
      turns.put(LEFT, Vector3.X.times(leg.equals(LEFT) ? perStep : perStep / 20));
      turns.put(RIGHT, Vector3.X.times(leg.equals(RIGHT) ? perStep : perStep / 20));
      body.setUp(turns, Map.of());
    }
  }

  /** Everything still, the right thigh turned by so much, for so long. */
  private static void hold(BodyHealth health, double deg, double seconds) {
    Vector3 still = new Vector3(0, 0, 0);
    Map<OnSegment, Vector3> turns = Map.of(PELVIS, still, LEFT, still, RIGHT, still);
    double rad = Math.toRadians(deg);
    Vector3 away = new Vector3(0, Math.cos(rad), Math.sin(rad));
    Map<OnSegment, Vector3> ups = Map.of(PELVIS, Vector3.Y, LEFT, Vector3.Y, RIGHT, away);
    for (int step = 0; step < 100 * seconds; step++) {
      health.update(turns, ups, ups.keySet());
    }
  }

  @Test
  void aThighThatIsAwayAloneHasSlippedUnlessTheExerciseHoldsItUp() {
    BodyHealth health = new BodyHealth(100);
    hold(health, 0, 2);
    hold(health, 40, 0.5);
    assertThat(health.misleads(RIGHT)).isTrue();
    health.movesAlone(Set.of(Segment.THIGH), 20);
    assertThat(health.misleads(RIGHT)).isFalse();
    hold(health, 40, 19);
    assertThat(health.misleads(RIGHT)).isFalse();
    hold(health, 0, 1);
    hold(health, 40, 19);
    assertThat(health.findings(RIGHT)).isEmpty();
    hold(health, 40, 4);
    assertThat(health.findings(RIGHT))
        .extracting(HealthFinding::code)
        .containsExactly(HealthFinding.Code.SLIPPED);
    assertThat(health.misleads(LEFT)).isFalse();
  }

  /** A thigh that moves for 0.7 s out of 2 s, pelvis and other thigh the same 0.2 s later. */
  private static void follow(BodyHealth health) {
    for (int step = 0; step < 2400; step++) {
      Vector3 leads = new Vector3(0, 0, speed(step / 100.0));
      Vector3 follows = new Vector3(0, 0, speed(step / 100.0 - 0.2));
      health.update(
          Map.of(PELVIS, follows, LEFT, follows, RIGHT, leads),
          Map.of(PELVIS, Vector3.Y, LEFT, Vector3.Y, RIGHT, Vector3.Y),
          Set.of());
    }
  }

  private static double speed(double seconds) {
    double in = seconds - 2 * Math.floor(seconds / 2);
    return in < 0.7 ? 0.03 * Math.sin(Math.PI * in / 0.7) : 0;
  }

  @Test
  void aPelvisThatFollowsALegThatWorksAloneSaysNothingOfTheTime() {
    BodyHealth health = new BodyHealth(100);
    follow(health);
    assertThat(health.suspect(RIGHT)).isTrue();
    assertThat(health.misleads(RIGHT)).as("late, but it shows how far the leg is").isFalse();
    BodyHealth alone = new BodyHealth(100);
    alone.movesAlone(Set.of(Segment.THIGH), 20);
    follow(alone);
    assertThat(alone.suspect(RIGHT)).isFalse();
    assertThat(alone.findings(RIGHT)).isEmpty();
  }
}
