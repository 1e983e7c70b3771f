package org.plumbline.analyzer.kinematics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;

/** The heading between two anchors, and what it is worth. */
class JointHeadingTest {
  private static final double DEG = FastMath.toRadians(1);

  private final JointHeading heading = new JointHeading(JointHeading.Parameters.defaults());

  @Test
  void theFirstAnchorIsBelievedAndBeforeItNothingIsKnown() {
    assertThat(heading.known()).isFalse();
    assertThat(heading.sigmaRad()).isEqualTo(Math.PI);
    assertThat(heading.anchor(40 * DEG, 2 * DEG)).isTrue();
    assertThat(heading.offsetRad()).isCloseTo(40 * DEG, within(1e-12));
    assertThat(heading.sigmaRad()).isCloseTo(2 * DEG, within(1e-12));
  }

  @Test
  void itGrowsUncertainWithTimeAndWithTurning() {
    heading.anchor(0, 1e-9);
    heading.carry(60, 0);
    // 4 deg/min and sensor, two sensors.
    assertThat(heading.sigmaRad()).isCloseTo(4 * Math.sqrt(2) * DEG, within(1e-6));
    heading.anchor(0, 1e-9);
    heading.carry(1e-9, 2 * Math.PI);
    assertThat(heading.sigmaRad()).isCloseTo(0.005 * 2 * Math.PI, within(1e-6));
    assertThat(heading.ageSeconds()).isLessThan(1e-6);
  }

  @Test
  void twoMeasurementsAreWeighedByTheirVariances() {
    heading.anchor(0, 3 * DEG);
    heading.anchor(4 * DEG, 1 * DEG);
    // 9 / (9 + 1) of the way; variance 9 * 1 / (9 + 1).
    assertThat(heading.offsetRad()).isCloseTo(3.6 * DEG, within(1e-9));
    assertThat(heading.sigmaRad()).isCloseTo(Math.sqrt(0.9) * DEG, within(1e-9));
  }

  @Test
  void anAnchorThatCannotBeIsNotBelieved() {
    heading.anchor(0, 1 * DEG);
    assertThat(heading.anchor(5 * DEG, 1 * DEG)).isFalse();
    assertThat(heading.offsetRad()).isZero();
    assertThat(heading.anchor(4 * DEG, 1 * DEG)).isTrue();
  }

  @Test
  void theShortWayRoundIsTaken() {
    heading.anchor(179 * DEG, 1 * DEG);
    heading.anchor(-179 * DEG, 1 * DEG);
    assertThat(Math.abs(heading.offsetRad())).isCloseTo(Math.PI, within(1e-9));
  }

  @Test
  void aLossForgetsIt() {
    heading.anchor(40 * DEG, 2 * DEG);
    heading.lose();
    assertThat(heading.known()).isFalse();
    heading.anchor(-90 * DEG, 2 * DEG);
    assertThat(heading.offsetRad()).isCloseTo(-90 * DEG, within(1e-12));
  }

  @Test
  void whatTwoAnchorsHaveInCommonIsNotAveragedAway() {
    heading.sources(new double[] {2 * DEG});
    heading.anchor(0, 1 * DEG, new double[] {1});
    heading.anchor(0, 1 * DEG, new double[] {1});
    // Noise of 1 deg halves in variance, the common 2 deg stay.
    assertThat(heading.sigmaRad()).isCloseTo(Math.sqrt(4.5) * DEG, within(1e-9));
    assertThat(heading.apartFromRad(1)).isCloseTo(Math.sqrt(0.5) * DEG, within(1e-9));
  }

  @Test
  void aPoseThatIsLearnedGivesBackNoMoreThanWasKnownThen() {
    heading.sources(new double[] {0});
    heading.anchor(0, 2 * DEG);
    heading.makeSource(0);
    double[] learned = heading.shares();
    for (int i = 0; i < 50; i++) {
      heading.anchor(0, 3 * DEG, learned);
    }
    assertThat(heading.sigmaRad()).isCloseTo(2 * DEG, within(1e-9));
  }
}
