package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;

/**
 * Expected from geometry: sensors on rigid segments that turn about a level axis and come back,
 * each first with z up and x along that axis.
 */
class ReturnWatchTest {
  private static final int STEPS_PER_SECOND = 100;
  private static final OnSegment THIGH = new OnSegment(Segment.THIGH, Side.RIGHT);
  private static final List<OnSegment> ALL =
      List.of(
          THIGH,
          new OnSegment(Segment.SHANK, Side.RIGHT),
          new OnSegment(Segment.THIGH, Side.LEFT),
          new OnSegment(Segment.PELVIS, Side.MIDLINE));

  private final ReturnWatch watch = new ReturnWatch();

  /** Orientation of each sensor, sensor to earth. */
  private final Map<OnSegment, Quaternion> now = new LinkedHashMap<>();

  /** The level axis, in the axes of each sensor. */
  private final Map<OnSegment, Vector3> axes = new LinkedHashMap<>();

  @BeforeEach
  void stand() {
    watch.rate(STEPS_PER_SECOND);
    for (OnSegment one : ALL) {
      now.put(one, Quaternion.IDENTITY);
      axes.put(one, Vector3.X);
    }
    rest();
    repetition();
    repetition();
  }

  @Test
  void whoComesBackHasNotSlipped() {
    repetition();
    repetition();
    ALL.forEach(one -> assertThat(watch.suspect(one)).isFalse());
  }

  /** Gravity does not show it while standing. */
  @Test
  void aSensorThatSlipsAboutTheVerticalHasAnotherAxisAfterwards() {
    slip(Vector3.Z, 25);
    rest();
    assertThat(watch.suspect(THIGH)).as("at once").isTrue();
    assertThat(watch.finding(THIGH)).isEmpty();
    repetition();
    assertThat(watch.finding(THIGH))
        .get()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(HealthFinding.Code.SLIPPED);
              assertThat(one.value()).isBetween(24.0, 26.0);
            });
    ALL.stream().skip(1).forEach(one -> assertThat(watch.suspect(one)).isFalse());
  }

  @Test
  void andSoHasOneThatSlipsAboutAnyOtherAxis() {
    slip(new Vector3(0.3, 0.7, -0.6).normalized(), 25);
    rest();
    repetition();
    assertThat(watch.finding(THIGH)).isPresent();
  }

  @Test
  void aThighCannotBeTiltedAlone() {
    slip(Vector3.X, 25);
    rest();
    repetition();
    assertThat(watch.finding(THIGH)).isPresent();
  }

  @Test
  void aSlipOfTenDegreesIsLetPass() {
    slip(Vector3.Z, 10);
    rest();
    repetition();
    assertThat(watch.suspect(THIGH)).isFalse();
  }

  /** A segment that is held otherwise takes its axis along. */
  @Test
  void aSegmentThatTurnedItselfHasNotSlipped() {
    turn(THIGH, Vector3.Z, 25, 0.3);
    rest();
    assertThat(watch.suspect(THIGH)).isTrue();
    repetition();
    assertThat(watch.finding(THIGH)).isEmpty();
    assertThat(watch.suspect(THIGH)).isFalse();
  }

  @Test
  void whoTurnsRoundHasNotSlipped() {
    for (int i = 0; i < 60; i++) {
      step(ALL, Vector3.Z, Math.toRadians(1));
    }
    rest();
    repetition();
    ALL.forEach(one -> assertThat(watch.suspect(one)).isFalse());
  }

  /** Shown at the rest in between, the one alone that moves comes back after all. */
  @Test
  void whatMovesAloneAndComesBackHasNotSlipped() {
    for (int i = 0; i < 3; i++) {
      turn(THIGH, Vector3.X, 60, 1);
      rest();
      turn(THIGH, Vector3.X, -60, 1);
      rest();
    }
    assertThat(watch.finding(THIGH)).isEmpty();
    repetition();
    assertThat(watch.finding(THIGH)).isEmpty();
  }

  private void slip(Vector3 axis, double deg) {
    Quaternion turn = Quaternion.about(axis, Math.toRadians(deg));
    turn(THIGH, axis, deg, 0.3);
    axes.computeIfPresent(THIGH, (key, level) -> turn.conjugate().rotate(level));
  }

  private void turn(OnSegment one, Vector3 axis, double deg, double seconds) {
    int steps = (int) Math.round(seconds * STEPS_PER_SECOND);
    for (int i = 0; i < steps; i++) {
      step(List.of(one), axis, Math.toRadians(deg) / steps);
    }
  }

  private void rest() {
    for (int i = 0; i < STEPS_PER_SECOND / 2; i++) {
      step(List.of(), Vector3.Z, 0);
    }
  }

  /** All turn by 60 deg and back in four seconds, then rest. */
  private void repetition() {
    for (int sign : new int[] {1, -1}) {
      for (int i = 0; i < 200; i++) {
        double share = Math.PI / 2 * Math.sin(Math.PI * (i + 0.5) / 200) / 100;
        Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
        axes.forEach(
            (one, axis) -> turns.put(one, axis.times(sign * Math.toRadians(60) * share / 2)));
        update(turns);
      }
    }
    rest();
  }

  private void step(List<OnSegment> moving, Vector3 axis, double rad) {
    Map<OnSegment, Vector3> turns = new LinkedHashMap<>();
    for (OnSegment one : ALL) {
      turns.put(one, axis.times(moving.contains(one) ? rad : 0));
    }
    update(turns);
  }

  private void update(Map<OnSegment, Vector3> turns) {
    Map<OnSegment, Vector3> ups = new LinkedHashMap<>();
    turns.forEach(
        (one, turn) -> {
          double rad = turn.norm();
          if (rad > 0) {
            Quaternion by = Quaternion.about(turn.times(1 / rad), rad);
            now.computeIfPresent(one, (key, before) -> before.times(by).normalized());
          }
          ups.put(one, now.getOrDefault(one, Quaternion.IDENTITY).conjugate().rotate(Vector3.Z));
        });
    watch.update(turns, ups, true);
  }
}
