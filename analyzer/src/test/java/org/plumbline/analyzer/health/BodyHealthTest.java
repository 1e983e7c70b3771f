package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** A leg that is lifted by 60 deg and put down again, scripted. */
class BodyHealthTest {
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
}
