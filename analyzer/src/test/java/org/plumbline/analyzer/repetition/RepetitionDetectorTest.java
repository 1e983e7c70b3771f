package org.plumbline.analyzer.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.RepetitionDetector.Parameters;

/**
 * Movements written down as angles over time; the count and the bounds are known by construction.
 */
class RepetitionDetectorTest {
  private static final Parameters SQUAT = Parameters.of(20, 0.7, 20);

  /** A thigh whose angle in the sagittal plane follows {@code angleDeg} over time. */
  private static List<Repetition> detect(double seconds, DoubleUnaryOperator angleDeg) {
    return detect(seconds, angleDeg, t -> 0);
  }

  private static List<Repetition> detect(
      Parameters parameters, double seconds, DoubleUnaryOperator angleDeg) {
    return detect(new RepetitionDetector(parameters, 100), seconds, angleDeg, t -> 0);
  }

  private static List<Repetition> detect(
      double seconds, DoubleUnaryOperator sagittalDeg, DoubleUnaryOperator frontalDeg) {
    return detect(new RepetitionDetector(SQUAT, 100), seconds, sagittalDeg, frontalDeg);
  }

  private static List<Repetition> detect(
      RepetitionDetector detector,
      double seconds,
      DoubleUnaryOperator sagittalDeg,
      DoubleUnaryOperator frontalDeg) {
    List<Repetition> found = new ArrayList<>();
    int steps = (int) Math.round(seconds * 100);
    for (int step = 0; step < steps; step++) {
      double a = Math.toRadians(sagittalDeg.applyAsDouble(step / 100.0));
      double b = Math.toRadians(frontalDeg.applyAsDouble(step / 100.0));
      Vector3 up = new Vector3(Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b));
      detector.update(step, up).ifPresent(found::add);
    }
    detector.stop(steps).ifPresent(found::add);
    return found;
  }

  /** Down and up within {@code period}, as a raised cosine. */
  private static double wave(double t, double period, double depth) {
    return depth * (1 - Math.cos(2 * Math.PI * t / period)) / 2;
  }

  @Test
  void tenSquatsWithoutAPauseAreTenAndTheirBoundsTile() {
    List<Repetition> found = detect(25, t -> wave(t, 2.5, 80));
    assertThat(found).hasSize(10).allMatch(Repetition::complete);
    for (int i = 0; i < 10; i++) {
      assertThat(found.get(i).start()).isBetween(250L * i - 1, 250L * i + 25);
      assertThat(found.get(i).turn()).isBetween(250L * i + 120, 250L * i + 130);
      assertThat(found.get(i).end()).isBetween(250L * i + 225, 250L * i + 251);
    }
  }

  @Test
  void repetitionsWithRestsInBetweenEndWhenTheRestBegins() {
    List<Repetition> found = detect(16, t -> t % 4 < 2.5 ? wave(t % 4, 2.5, 70) : 0);
    assertThat(found).hasSize(4);
    assertThat(found.get(1).start()).isBetween(400L, 425L);
    assertThat(found.get(1).end()).isBetween(625L, 651L);
  }

  @Test
  void aRepetitionIsToldWithinFourTenthsOfASecondOfItsEnd() {
    RepetitionDetector detector = new RepetitionDetector(SQUAT, 100);
    long told = -1;
    for (int step = 0; step < 600; step++) {
      double angle = Math.toRadians(step < 250 ? wave(step / 100.0, 2.5, 70) : 0);
      if (detector.update(step, new Vector3(Math.sin(angle), Math.cos(angle), 0)).isPresent()) {
        told = step;
      }
    }
    assertThat(told).isBetween(225L, 250L + 40);
  }

  @Test
  void weightShiftsAndSwayAreNoRepetitions() {
    assertThat(detect(60, t -> 8 * Math.sin(2 * Math.PI * t / 3))).isEmpty();
    assertThat(detect(60, t -> wave(t, 3, 15))).isEmpty();
  }

  @Test
  void aSlowDriftOfTheStartPositionNeitherAddsNorHidesRepetitions() {
    for (int sign : new int[] {-1, 1}) {
      assertThat(detect(30, t -> wave(t, 3, 75) + sign * 1.0 * t)).hasSize(10);
    }
    assertThat(detect(120, t -> 0.5 * t)).isEmpty();
  }

  @Test
  void swingingThroughTheStartPositionIsNotASecondRepetition() {
    // Comes back and overshoots by 12 deg to the other side before the next one.
    assertThat(
            detect(
                30,
                t -> wave(t, 3, 80) - 12 * Math.max(0, -Math.cos(2 * Math.PI * t / 3 - Math.PI))))
        .hasSize(10);
  }

  @Test
  void aDipAtTheBottomIsOneRepetition() {
    assertThat(
            detect(
                4,
                t ->
                    t < 1
                        ? wave(t, 2, 80)
                        : t < 3
                            ? 80 - 12 * (1 - Math.cos(Math.PI * (t - 1))) / 2
                            : wave(t - 2, 2, 80)))
        .hasSize(1);
  }

  @Test
  void shallowOnesAmongDeepOnesAreStillCounted() {
    assertThat(detect(25, t -> wave(t, 2.5, t < 12.5 ? 85 : 45))).hasSize(10);
  }

  @Test
  void aSidewaysPartDoesNotMatter() {
    assertThat(detect(25, t -> wave(t, 2.5, 70), t -> wave(t, 2.5, 20))).hasSize(10);
  }

  @Test
  void stoppingInTheMiddleKeepsTheRepetitionAsIncomplete() {
    List<Repetition> found = detect(3.6, t -> wave(t, 2.5, 80));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).complete()).isTrue();
    assertThat(found.get(1).complete()).isFalse();
  }

  /** Comes back by 70 % within 1 s, waits there, and does the rest in the second half. */
  private static double pausing(double t, double depth, double pauseSeconds) {
    if (t < 1.2) {
      return wave(t, 2.4, depth);
    }
    if (t < 2.2) {
      return depth - 0.7 * wave(t - 1.2, 2, depth);
    }
    return 0.3 * (depth - wave(Math.max(0, Math.min(1, t - 2.2 - pauseSeconds)), 2, depth));
  }

  @Test
  void aPauseOnTheWayBackDoesNotTurnTheSetRound() {
    for (double pause : new double[] {0.3, 0.5, 0.8}) {
      List<Repetition> found =
          detect(
              40,
              t -> {
                double in = t % 5;
                return t > 10 && t < 15 ? pausing(in, 80, pause) : in < 2.5 ? wave(in, 2.5, 80) : 0;
              });
      assertThat(found).as("pause of %s s", pause).hasSize(8).allMatch(Repetition::complete);
      for (Repetition one : found) {
        assertThat(Math.floorMod(one.turn(), 500L)).isBetween(110L, 140L);
      }
    }
  }

  @Test
  void aMovementThatIsTooSmallAndThenGoesFarTheOtherWayBeginsWhereItTurned() {
    // 12 deg to one side, 70 deg to the other.
    List<Repetition> found =
        detect(
            20,
            t -> {
              double in = t % 5;
              return in < 1
                  ? wave(in, 2, 12)
                  : in < 2.25
                      ? 12 - wave(in - 1, 2.5, 82)
                      : in < 4.5 ? -70 + wave(in - 2.25, 4.5, 70) : 0;
            });
    assertThat(found).hasSize(4).allMatch(Repetition::complete);
    for (Repetition one : found) {
      assertThat(Math.floorMod(one.turn(), 500L)).isBetween(205L, 245L);
    }
  }

  @Test
  void aThirdOfTheUsualWayCountsInAnAnnouncedSetOnly() {
    DoubleUnaryOperator angleDeg = t -> wave(t, 2.5, t < 12.5 ? 90 : 30);
    assertThat(detect(SQUAT, 25, angleDeg)).hasSizeLessThan(10);
    assertThat(detect(SQUAT.announced(), 25, angleDeg)).hasSize(10);
    // Inside its least excursion nothing counts in any set.
    assertThat(detect(SQUAT.announced(), 25, t -> wave(t, 2.5, t < 12.5 ? 90 : 18))).hasSize(5);
  }

  @Test
  void aTwitchIsTooShort() {
    assertThat(detect(10, t -> t > 5 && t < 5.4 ? wave(t - 5, 0.4, 60) : 0)).isEmpty();
  }

  @Test
  void aBreakInTheDepthDoesNotMakeTheDepthTheStart() {
    RepetitionDetector detector = new RepetitionDetector(SQUAT, 100);
    List<Repetition> found = new ArrayList<>();
    for (int step = 0; step < 1500; step++) {
      if (step == 360) {
        // In the turn of the second squat.
        detector.interrupt();
      }
      detector.update(step, tilted(wave(step / 100.0, 2.5, 80))).ifPresent(found::add);
    }
    // The second one is lost; all others turn in the depth, 1.25 s after their start.
    assertThat(found).hasSizeBetween(4, 5).allMatch(Repetition::complete);
    for (Repetition one : found) {
      assertThat(Math.floorMod(one.turn(), 250L)).isBetween(110L, 140L);
    }
  }

  @Test
  void aSensorThatChangesItsMeaningLeavesTheCountToTheOther() {
    RepetitionDetector detector = new RepetitionDetector(SQUAT, 100);
    List<Repetition> found = new ArrayList<>();
    for (int step = 0; step < 1500; step++) {
      if (step == 360) {
        assertThat(detector.changed(1)).isEmpty();
      }
      Vector3 good = tilted(wave(step / 100.0, 2.5, 80));
      Vector3 other = step < 360 ? new Vector3(good.y(), 0, good.x()) : good;
      detector.update(step, good, other).ifPresent(found::add);
    }
    assertThat(found).hasSizeBetween(5, 6).allMatch(Repetition::complete);
    for (Repetition one : found) {
      assertThat(Math.floorMod(one.turn(), 250L)).isBetween(110L, 140L);
    }
  }

  private static Vector3 tilted(double deg) {
    double a = Math.toRadians(deg);
    return new Vector3(Math.sin(a), Math.cos(a), 0);
  }

  /** A leg that sways sideways by more than half of what counts, and only then sets out. */
  @Test
  void aSwayToTheSideBeforeAMovementDoesNotHideIt() {
    List<Repetition> found =
        detect(
            9,
            t -> t > 3 && t < 6 ? wave(t - 3, 3, 80) : 0,
            t -> t > 1 && t < 2 ? 12 * (t - 1) : t >= 2 ? 12 : 0);
    assertThat(found).hasSize(1).allMatch(Repetition::complete);
    assertThat(found.get(0).turn()).isBetween(440L, 460L);
    assertThat(found.get(0).amplitudeDeg()).isGreaterThan(70);
  }
}
