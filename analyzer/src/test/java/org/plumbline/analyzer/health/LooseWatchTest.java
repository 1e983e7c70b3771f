package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/** Sensors that turn to and fro by a sine: its reversals are known. */
class LooseWatchTest {
  private static final int RATE_HZ = 100;
  private static final OnSegment THIGH = new OnSegment(Segment.THIGH, Side.LEFT);
  private static final OnSegment SHANK = new OnSegment(Segment.SHANK, Side.LEFT);

  private final LooseWatch watch = new LooseWatch();

  @Test
  void aSensorThatDanglesAloneIsLoose() {
    swing(12, 1.7, 0);
    assertThat(watch.finding(SHANK)).map(HealthFinding::code).contains(HealthFinding.Code.LOOSE);
    assertThat(watch.suspect(THIGH)).isFalse();
  }

  @Test
  void anExerciseAtARepetitionASecondIsNot() {
    swing(45, 1.0, 0);
    assertThat(watch.suspect(SHANK)).isFalse();
  }

  @Test
  void aTremorIsNot() {
    swing(2, 6, 0);
    assertThat(watch.suspect(SHANK)).isFalse();
  }

  @Test
  void twoThatDoTheSameShowTheBodyMove() {
    swing(12, 1.7, 12);
    assertThat(watch.suspect(SHANK)).isFalse();
    assertThat(watch.suspect(THIGH)).isFalse();
  }

  @Test
  void whatGoesWithQuickRepetitionsIsNot() {
    // 2.8 reversals a second, at a repetition every 1.4 s; with one every 4 s nothing else does
    // that.
    swing(12, 1.4, 45, 0.7);
    assertThat(watch.suspect(SHANK)).isFalse();
    swing(12, 1.4, 45, 0.25);
    assertThat(watch.finding(SHANK)).map(HealthFinding::code).contains(HealthFinding.Code.LOOSE);
  }

  /** For 12 s, by an amplitude in degrees, beside a thigh that does it by another. */
  private void swing(double deg, double hertz, double thighDeg) {
    swing(deg, hertz, thighDeg, hertz);
  }

  private void swing(double deg, double hertz, double thighDeg, double thighHertz) {
    watch.rate(RATE_HZ);
    for (int i = 0; i < 12 * RATE_HZ; i++) {
      double turn = turn(hertz, i);
      double thigh = turn(thighHertz, i);
      watch.update(
          Map.of(
              SHANK, Vector3.Z.times(Math.toRadians(deg) * turn),
              THIGH, Vector3.Z.times(Math.toRadians(thighDeg) * thigh)));
    }
  }

  private static double turn(double hertz, int step) {
    double way = 2 * Math.PI * hertz;
    return way * Math.cos(way * step / RATE_HZ) / RATE_HZ;
  }
}
