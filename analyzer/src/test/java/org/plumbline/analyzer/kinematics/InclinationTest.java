package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/** Signs of {@code docs/conventions.md}, on poses made by hand. */
class InclinationTest {

  private static Quaternion aboutLongAxis(Quaternion pose, double deg) {
    return pose.times(Quaternion.about(Vector3.Y, FastMath.toRadians(deg)));
  }

  @Test
  void rollingOntoTheBackIsPositiveOnBothSides() {
    // Turning about the long axis brings the front (x) up; to which side depends on the side lain
    // on.
    Quaternion left = Quaternion.ofColumns(Vector3.X, Vector3.Y, Vector3.Z);
    assertThat(Inclination.rollBackDeg(left, true)).isCloseTo(0, within(1e-9));
    assertThat(Inclination.rollBackDeg(aboutLongAxis(left, -20), true)).isCloseTo(20, within(1e-9));
    Quaternion right = Quaternion.ofColumns(Vector3.X.negated(), Vector3.Y, Vector3.Z.negated());
    assertThat(Inclination.rollBackDeg(right, false)).isCloseTo(0, within(1e-9));
    assertThat(Inclination.rollBackDeg(aboutLongAxis(right, 20), false))
        .isCloseTo(20, within(1e-9));
  }

  @Test
  void onTheBackItIsNinety() {
    Quaternion onTheBack = Quaternion.ofColumns(Vector3.Z, Vector3.Y, Vector3.X.negated());
    assertThat(Inclination.rollBackDeg(onTheBack, true)).isCloseTo(90, within(1e-9));
    assertThat(Inclination.rollBackDeg(onTheBack, false)).isCloseTo(90, within(1e-9));
  }
}
