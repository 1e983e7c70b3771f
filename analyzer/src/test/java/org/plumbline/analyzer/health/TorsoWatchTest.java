package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** Steps of a set-up in which two sensors lean to and fro by known angles. */
class TorsoWatchTest {
  private static final OnSegment PELVIS = new OnSegment(Segment.PELVIS, Side.MIDLINE);
  private static final OnSegment TRUNK = new OnSegment(Segment.TRUNK, Side.MIDLINE);

  private final TorsoWatch watch = new TorsoWatch();

  @Test
  void whatFollowsTheLegIsThePelvis() {
    legs(4, 1);
    bow(40, 45);
    assertThat(watch.finding(TRUNK)).isEmpty();
  }

  @Test
  void exchangedSensorsAreNamedBoth() {
    legs(1, 4);
    assertThat(watch.finding(TRUNK)).isEmpty();
    bow(45, 40);
    assertThat(watch.finding(TRUNK))
        .map(HealthFinding::code)
        .contains(HealthFinding.Code.SEGMENTS_SWAPPED);
    assertThat(watch.finding(PELVIS)).isPresent();
    watch.restart(PELVIS);
    assertThat(watch.suspect(TRUNK)).isFalse();
  }

  @Test
  void aTrunkThatLeansOverTheLegIsNoneAsLongAsItBowsFurther() {
    legs(1, 4);
    bow(40, 45);
    assertThat(watch.suspect(TRUNK)).isFalse();
  }

  @Test
  void oneLegIsNotEnough() {
    step(1, 4);
    watch.stepDone(true, false);
    bow(45, 40);
    assertThat(watch.suspect(TRUNK)).isFalse();
  }

  private void legs(double pelvisDeg, double trunkDeg) {
    for (int leg = 0; leg < 2; leg++) {
      step(pelvisDeg, trunkDeg);
      watch.stepDone(true, false);
    }
  }

  private void bow(double pelvisDeg, double trunkDeg) {
    step(pelvisDeg, trunkDeg);
    watch.stepDone(false, true);
  }

  private void step(double pelvisDeg, double trunkDeg) {
    for (int i = 0; i < 600; i++) {
      double share = Math.sin(i * 0.05);
      watch.update(Map.of(PELVIS, leant(pelvisDeg * share), TRUNK, leant(trunkDeg * share)));
    }
  }

  private static Vector3 leant(double deg) {
    return new Vector3(Math.sin(Math.toRadians(deg)), Math.cos(Math.toRadians(deg)), 0);
  }
}
