package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.TrueRepetition;

/** Figures worked out by hand of muscles that are on or off. */
class TrueMusclesTest {
  private static final TrueRepetition ONE =
      new TrueRepetition(1, 10, 11, 13, 14, RepetitionPlan.good(), Side.RIGHT);

  /** On from 10.5 to 13.5 s. */
  private static double share(Muscle muscle, Side side, double seconds) {
    boolean on = seconds >= 10.5 && seconds < 13.5;
    double most =
        switch (muscle) {
          case GLUTEUS_MAXIMUS -> side == Side.RIGHT ? 0.6 : 0.15;
          case HAMSTRINGS -> 0.3;
          default -> 0;
        };
    return on ? most : 0.04;
  }

  private static double of(String metric, Side side) {
    return new TrueMuscles(ONE, TrueMusclesTest::share, where -> 0.03, where -> 105)
        .of(metric, side)
        .orElseThrow();
  }

  @Test
  void levelsAreMeansOverTheWayOutAndTheHold() {
    // Half a second of three at 4 %, the rest at 60 %; steps of 5 ms.
    double mean = (0.5 * 4 + 2.5 * 60) / 3;
    assertThat(of("gluteusMaximusLevel", Side.RIGHT)).isEqualTo(mean, within(0.2));
    double ratio = mean / ((0.5 * 4 + 2.5 * 30) / 3);
    assertThat(of("gluteToHamstringRatio", Side.RIGHT)).isEqualTo(ratio, within(0.01));
    double share = 100 * ((0.5 * 4 + 2.5 * 15) / 3) / mean;
    assertThat(of("otherSideShare", Side.RIGHT)).isEqualTo(share, within(0.2));
    assertThat(of("gluteusMaximusAsymmetry", Side.MIDLINE)).isEqualTo(100 - share, within(0.2));
  }

  @Test
  void restHasTheNoiseOfTheElectrodesAndAHoldIsWhereMostOfItIsHeld() {
    // 4 % of activity and 3 % of noise: 5 %.
    assertThat(of("gluteusMaximusRestLevel", Side.LEFT)).isEqualTo(5, within(1e-9));
    assertThat(of("holdTime", Side.MIDLINE)).isEqualTo(3, within(0.01));
    assertThat(of("kneeFlexionPeak", Side.LEFT)).isEqualTo(105);
  }

  @Test
  void whatIsNotAboutMusclesIsNotTold() {
    TrueMuscles none = new TrueMuscles(ONE, TrueMusclesTest::share, w -> 0, w -> Double.NaN);
    assertThat(none.of("duration", Side.MIDLINE)).isEmpty();
    assertThat(none.of("kneeFlexionPeak", Side.LEFT)).isEmpty();
  }
}
