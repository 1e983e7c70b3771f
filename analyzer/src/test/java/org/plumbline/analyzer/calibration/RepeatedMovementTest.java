package org.plumbline.analyzer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;

/** Swings about an axis that wanders by a known amount. */
class RepeatedMovementTest {

  private static RepeatedMovement swings(double wanderDeg, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    RepeatedMovement movement = new RepeatedMovement();
    for (int swing = 0; swing < 10; swing++) {
      double aside = Math.toRadians(wanderDeg) * (2 * chance.nextDouble() - 1) * Math.sqrt(3);
      double up = Math.toRadians(wanderDeg) * (2 * chance.nextDouble() - 1) * Math.sqrt(3);
      Vector3 axis = new Vector3(aside, up, 1).normalized();
      for (int i = 0; i < 100; i++) {
        boolean forth = swing % 2 == 0;
        movement.add(axis.times(0.01 * (forth ? 1 : -1)), forth);
      }
    }
    return movement;
  }

  @Test
  void theAxisIsFoundInSpaceWithTheSignOfTheMovement() {
    RepeatedMovement movement = swings(0, 1);
    assertThat(movement.axis(1).minus(Vector3.Z).norm()).isCloseTo(0, within(1e-9));
    assertThat(movement.axis(-1).minus(Vector3.Z.negated()).norm()).isCloseTo(0, within(1e-9));
    assertThat(movement.axisErrorRad()).isCloseTo(0, within(1e-9));
  }

  @Test
  void theStatedErrorCoversTheActualOneAndIsNotMuchLarger() {
    int within = 0;
    double stated = 0;
    double actual = 0;
    int seeds = 400;
    for (int seed = 0; seed < seeds; seed++) {
      RepeatedMovement movement = swings(6, seed);
      Vector3 axis = movement.axis(1);
      double aside = Math.abs(Math.atan2(axis.x(), axis.z()));
      within += aside <= movement.axisErrorRad() ? 1 : 0;
      stated += Math.toDegrees(movement.axisErrorRad()) / seeds;
      actual += Math.pow(Math.toDegrees(aside), 2) / seeds;
    }
    // 90 % are asked; five parts know their scatter to a third only.
    assertThat(within / (double) seeds).isBetween(0.78, 0.97);
    assertThat(stated).isBetween(1.2 * Math.sqrt(actual), 2.2 * Math.sqrt(actual));
  }

  @Test
  void withoutMovementThereIsNoAxis() {
    assertThat(new RepeatedMovement().axisErrorRad()).isEqualTo(Math.PI / 2);
  }
}
