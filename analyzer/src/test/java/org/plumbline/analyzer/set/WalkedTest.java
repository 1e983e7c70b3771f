package org.plumbline.analyzer.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;
import org.plumbline.analyzer.repetition.MovementShape;
import org.plumbline.analyzer.repetition.Repetition;

/** A thigh in one plane; angles by construction, 0 is standing. */
class WalkedTest {

  private static MovementShape movement(double second, double startDeg, double turnDeg) {
    long start = Math.round(100 * second);
    return new MovementShape(
        new Repetition(start, start + 40, start + 60, start + 100, 30, true),
        List.of(up(startDeg)),
        List.of(up(turnDeg)),
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
    assertThat(after(4, 0).isUpright(movement(20, 0, 20))).isTrue();
    assertThat(after(9, 0.3).isUpright(movement(20, 45, 20))).isTrue();
    assertThat(after(4, 0).isUpright(movement(20, 60, 40))).isFalse();
    assertThat(after(4, 0).isUpright(movement(20, 130, 110))).isFalse();
  }

  @Test
  void aFewSwingsOrSomeFarApartAreNoWalking() {
    assertThat(after(0, 0).isUpright(movement(20, 0, 20))).isFalse();
    assertThat(after(3, 0).isUpright(movement(20, 0, 20))).isFalse();
    assertThat(after(9, 0.6).isUpright(movement(20, 0, 20))).isFalse();
  }

  @Test
  void aSensorWhoseNumbersMeanSomethingElseSinceIsNotCompared() {
    MovementShape since = movement(20, 0, 20);
    MovementShape other =
        new MovementShape(since.repetition(), since.startUps(), since.turnUps(), List.of(1));
    assertThat(after(4, 0).isUpright(other)).isFalse();
  }
}
