package org.plumbline.analyzer.repetition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeightDifferenceTest {

  /** By hand: weights 1 / 0.1^2 and 1 / 0.2^2 are 100 and 25; (10 + 5) / 125, 1 / sqrt(125). */
  @Test
  void severalAreWeightedByTheirErrors() {
    HeightDifference both =
        HeightDifference.together(
            List.of(new HeightDifference(0.1, 0.1), new HeightDifference(0.2, 0.2)));
    assertThat(both.metres()).isCloseTo(0.12, within(1e-12));
    assertThat(both.errorMetres()).isCloseTo(1 / Math.sqrt(125), within(1e-12));
  }

  /** By hand: 1 and -1, each 0.1; chi2 = 200 with one degree of freedom, so sqrt(200 / 200). */
  @Test
  void whatScattersByMoreThanItsErrorsIsLessSure() {
    HeightDifference both =
        HeightDifference.together(
            List.of(new HeightDifference(1, 0.1), new HeightDifference(-1, 0.1)));
    assertThat(both.metres()).isCloseTo(0, within(1e-12));
    assertThat(both.errorMetres()).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneAloneIsItself() {
    HeightDifference one = new HeightDifference(-0.3, 0.1);
    assertThat(HeightDifference.together(List.of(one)).inErrors()).isCloseTo(-3, within(1e-12));
  }

  @Test
  void withoutAnErrorThereIsNone() {
    assertThatThrownBy(() -> new HeightDifference(0.1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.1 m");
  }
}
