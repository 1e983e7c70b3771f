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
    assertThat(body.legLift(Side.LEFT, 0, 200)).isTrue();
    assertThat(body.suspect(LEFT)).isFalse();
  }

  @Test
  void theOtherLegSaysThatTheSidesAreExchanged() {
    lift(RIGHT, 60);
    assertThat(body.legLift(Side.LEFT, 0, 200)).isTrue();
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
    body.legLift(Side.LEFT, 0, 200);
    assertThat(body.legLift(Side.RIGHT, 0, 200)).isTrue();
    assertThat(body.suspect(LEFT)).isFalse();
  }

  @Test
  void aSmallMovementTellsNothing() {
    lift(RIGHT, 10);
    assertThat(body.legLift(Side.LEFT, 0, 200)).isFalse();
    assertThat(body.suspect(LEFT)).isFalse();
  }

  private void lift(OnSegment leg, double deg) {
    double perStep = Math.toRadians(deg) / 100;
    for (int step = 0; step <= 200; step++) {
      Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
      turns.put(LEFT, Vector3.X.times(leg.equals(LEFT) ? perStep : perStep / 20));
      turns.put(RIGHT, Vector3.X.times(leg.equals(RIGHT) ? perStep : perStep / 20));
      Map<OnSegment, Vector3> ups = Map.of(LEFT, Vector3.Y, RIGHT, Vector3.Y);
      body.update(step, turns, ups, ups.keySet());
    }
  }
}
