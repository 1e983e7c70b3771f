package org.plumbline.analyzer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;

class ReadjustmentTest {
  private static final double DEG = Math.PI / 180;
  private static final Vector3 NONE = new Vector3(0, 0, 0);
  private static final Vector3 ONES = new Vector3(1, 1, 1);

  /** Geometry: a zero error across gravity had turned "up" by its angle. */
  @Test
  void aZeroErrorAcrossGravityTurnsTheStandingPoseByItsAngle() {
    double off = Math.tan(4 * DEG) * SensorHealth.GRAVITY_MPS2;
    Readjustment small = new Readjustment(false, NONE, ONES, new Vector3(off, 0, 0), ONES);
    assertThat(small.turnRad(Vector3.Y)).isCloseTo(4 * DEG, within(1e-12));
    assertThat(small.invalidates(Vector3.Y)).isFalse();
    double more = Math.tan(6 * DEG) * SensorHealth.GRAVITY_MPS2;
    Readjustment large = new Readjustment(false, NONE, ONES, new Vector3(more, 0, 0), ONES);
    assertThat(large.invalidates(Vector3.Y)).isTrue();
  }

  @Test
  void aZeroErrorAlongGravityTurnsNothingHoweverLarge() {
    Readjustment along = new Readjustment(false, NONE, ONES, new Vector3(0, 4, 0), ONES);
    assertThat(along.turnRad(Vector3.Y)).isCloseTo(0, within(1e-7));
    assertThat(along.invalidates(Vector3.Y)).isFalse();
  }

  @Test
  void onlyWhatIsCorrectedAnewCounts() {
    Vector3 bias = new Vector3(2, 0, 1);
    Vector3 scale = new Vector3(1.02, 0.98, 1);
    assertThat(new Readjustment(false, bias, scale, bias, scale).turnRad(Vector3.Y))
        .isCloseTo(0, within(1e-7));
  }

  @Test
  void otherAxesAreAnotherPose() {
    assertThat(Readjustment.ofAxes().invalidates(Vector3.Z)).isTrue();
  }
}
