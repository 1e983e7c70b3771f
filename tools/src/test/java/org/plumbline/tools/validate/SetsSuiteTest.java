package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Outcome;

/** Shares worked out by hand, and one short simulated set of two exercises. */
class SetsSuiteTest {

  private static RuleSample sample(double errorsBeyond, Outcome outcome, boolean within) {
    return new RuleSample(
        "depth", "any", Basis.ABSOLUTE, outcome, OptionalDouble.of(errorsBeyond), within);
  }

  @Test
  void sharesAreCountedHalfAnErrorAroundTheLimitsTwoErrors() {
    RuleTally tally = new RuleTally();
    tally.add(sample(2.0, Outcome.VIOLATED, true));
    tally.add(sample(2.4, Outcome.VIOLATED, true));
    tally.add(sample(1.6, Outcome.WITHIN_ERROR, true));
    tally.add(sample(2.6, Outcome.WITHIN_ERROR, false));
    tally.add(sample(-2.0, Outcome.SATISFIED, true));
    tally.add(sample(-1.5, Outcome.VIOLATED, false));
    tally.add(
        new RuleSample(
            "depth", "any", Basis.ABSOLUTE, Outcome.NOT_ASSESSABLE, OptionalDouble.empty(), false));
    assertThat(tally.sensitivity()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(tally.specificity()).isEqualTo(0.5);
    assertThat(tally.violatedAt(3)).isEqualTo(0);
    assertThat(tally.violatedAt(0)).isNaN();
    assertThat(tally.assessed()).isCloseTo(6.0 / 7, within(1e-12));
    assertThat(tally.decided()).isCloseTo(4.0 / 7, within(1e-12));
    assertThat(tally.within()).isCloseTo(4.0 / 6, within(1e-12));
  }

  @Test
  void aSetOfTwoExercisesIsCountedAndItsRulesDecideBothWays() throws IOException {
    List<String> two = List.of("rear-leg-knee-bend", "toe-raise");
    List<Figure> figures =
        new SetsSuite(two, 2, 2, 1).figures(new Inputs(Optional.empty(), step -> {}));
    assertThat(figures).allMatch(figure -> figure.data().equals("synthetic"));
    assertThat(new HashSet<>(figures.stream().map(Figure::name).toList())).hasSameSizeAs(figures);
    assertThat(figures)
        .filteredOn(figure -> figure.name().endsWith("counted exactly"))
        .hasSize(3)
        .allMatch(figure -> figure.value() == 100);
    assertThat(value(figures, "rear-leg-knee-bend, pelvic-tilt by lumbopelvicTilt", "3 errors"))
        .isEqualTo(1);
    assertThat(value(figures, "rear-leg-knee-bend, pelvic-tilt by lumbopelvicTilt", "-2 errors"))
        .isEqualTo(0);
  }

  @Test
  void squeezesAreCountedAndTheirRulesDecideBothWays() throws IOException {
    List<Figure> figures =
        new SetsSuite(List.of("glute-squeeze-left"), 2, 2, 4)
            .figures(new Inputs(Optional.empty(), step -> {}));
    assertThat(new HashSet<>(figures.stream().map(Figure::name).toList())).hasSameSizeAs(figures);
    assertThat(figures)
        .filteredOn(figure -> figure.name().endsWith("counted exactly"))
        .hasSize(2)
        .allMatch(figure -> figure.value() == 100);
    assertThat(value(figures, "glute-squeeze-left, hold by holdTime", "2 errors")).isEqualTo(1);
    assertThat(value(figures, "glute-squeeze-left, hold by holdTime", "-2 errors")).isEqualTo(0);
    assertThat(value(figures, "glute-squeeze-left, other-side by otherSideShare", "-2 errors"))
        .isEqualTo(0);
  }

  private static double value(List<Figure> figures, String name, String at) {
    return figures.stream()
        .filter(figure -> figure.name().startsWith(name))
        .filter(figure -> figure.name().contains("violated at " + at))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
