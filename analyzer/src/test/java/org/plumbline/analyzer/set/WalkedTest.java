package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.exercise.Exercise.Position;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.MovementShape;
import org.plumbline.analyzer.repetition.Repetition;

/** A thigh in one plane; angles by construction, 0 is standing. */
class WalkedTest {

  private static MovementShape movement(double second, double startDeg, double turnDeg) {
    return movement(second, up(startDeg), up(turnDeg));
  }

  private static MovementShape movement(double second, Vector3 startUp, Vector3 turnUp) {
    long start = Math.round(100 * second);
    return new MovementShape(
        new Repetition(start, start + 40, start + 60, start + 100, 30, true),
        List.of(startUp),
        List.of(turnUp),
        List.of(0));
  }

  private static Vector3 up(double deg) {
    return new Vector3(Math.sin(Math.toRadians(deg)), Math.cos(Math.toRadians(deg)), 0);
  }

  /** From behind the body to before it, one a second. */
  private static Walked after(int strides, double gapSeconds) {
    Walked walked = new Walked();
    for (int i = 0; i < strides; i++) {
      walked.swing(movement(i * (1 + gapSeconds), -12, 25));
    }
    return walked;
  }

  @Test
  void whatBeginsStandingAfterWalkingIsNoExerciseOfWhoLies() {
    assertThat(after(4, 0).isElsewhere(Position.SUPINE, movement(20, 0, 20))).isTrue();
    assertThat(after(9, 0.3).isElsewhere(Position.SUPINE, movement(20, 45, 20))).isTrue();
    assertThat(after(4, 0).isElsewhere(Position.SUPINE, movement(20, 60, 40))).isFalse();
    assertThat(after(4, 0).isElsewhere(Position.SUPINE, movement(20, 130, 110))).isFalse();
  }

  @Test
  void whatBeginsLyingAfterWalkingIsNoExerciseOfWhoStands() {
    assertThat(after(4, 0).isElsewhere(Position.STANDING, movement(20, 5, 80))).isFalse();
    assertThat(after(4, 0).isElsewhere(Position.STANDING, movement(20, 90, 40))).isTrue();
    assertThat(after(0, 0).isElsewhere(Position.STANDING, movement(20, 90, 40))).isFalse();
  }

  @Test
  void whoSitsDownOrGetsUpIsUprightAtOneEnd() {
    assertThat(after(4, 0).isElsewhere(Position.SITTING, movement(20, 90, 5))).isFalse();
    assertThat(after(4, 0).isElsewhere(Position.SITTING, movement(20, 5, 90))).isFalse();
    assertThat(after(4, 0).isElsewhere(Position.SITTING, movement(20, 90, 160))).isTrue();
  }

  /** A level thigh, its length along y: turned about its length, and opened as in a clamshell. */
  @Test
  void aThighThatTurnsAboutItsLengthRollsOver() {
    Vector3 side = new Vector3(0, 0, 1);
    Vector3 rolled = new Vector3(Math.sin(1), 0, Math.cos(1));
    // Hip to foot is 45 deg from the thigh with the knee at a right angle; opened by 0.7 rad.
    Vector3 hipToFoot = new Vector3(Math.sqrt(0.5), Math.sqrt(0.5), 0);
    double opened = 0.7;
    Vector3 open = side.times(Math.cos(opened)).plus(hipToFoot.cross(side).times(Math.sin(opened)));
    assertThat(after(4, 0).isElsewhere(Position.SIDE_LYING, movement(20, side, rolled))).isTrue();
    assertThat(after(4, 0).isElsewhere(Position.SIDE_LYING, movement(20, side, open))).isFalse();
  }

  @Test
  void oneOfTwoSensorsIsEnough() {
    Walked walked = new Walked();
    for (int i = 0; i < 4; i++) {
      walked.swing(twice(movement(i, -12, 25), 0));
    }
    MovementShape since = twice(movement(20, 0, 20), 1);
    assertThat(walked.isElsewhere(Position.SUPINE, since)).isTrue();
  }

  /** Seen by two sensors alike, of which the second has changed its meaning so often. */
  private static MovementShape twice(MovementShape one, int changed) {
    return new MovementShape(
        one.repetition(),
        List.of(one.startUps().get(0), one.startUps().get(0)),
        List.of(one.turnUps().get(0), one.turnUps().get(0)),
        List.of(0, changed));
  }

  @Test
  void aFewSwingsOrSomeFarApartAreNoWalking() {
    assertThat(after(0, 0).isElsewhere(Position.SUPINE, movement(20, 0, 20))).isFalse();
    assertThat(after(3, 0).isElsewhere(Position.SUPINE, movement(20, 0, 20))).isFalse();
    assertThat(after(9, 0.6).isElsewhere(Position.SUPINE, movement(20, 0, 20))).isFalse();
  }

  @Test
  void aSensorWhoseNumbersMeanSomethingElseSinceIsNotCompared() {
    MovementShape since = movement(20, 0, 20);
    MovementShape other =
        new MovementShape(since.repetition(), since.startUps(), since.turnUps(), List.of(1));
    assertThat(after(4, 0).isElsewhere(Position.SUPINE, other)).isFalse();
  }
}
