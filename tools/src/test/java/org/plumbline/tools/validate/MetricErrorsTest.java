package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers made up so that they can be worked out by hand. */
class MetricErrorsTest {

  @Test
  void biasSpreadAndHonestyOfFourRepetitions() {
    MetricErrors errors = new MetricErrors();
    errors.add(11, 10, 1.645);
    errors.add(9, 10, 1.645);
    errors.add(13, 10, 1.645);
    errors.add(9, 10, 3.290);
    // Errors 1, -1, 3, -1: mean 0.5, mean square 12 / 4 = 3.
    assertThat(errors.bias()).isEqualTo(0.5);
    assertThat(errors.rms()).isCloseTo(Math.sqrt(3), within(1e-12));
    // 1.645 at 90 % is 1.96 at 95 %: only the 3 is outside.
    assertThat(errors.withinPercent()).isEqualTo(75);
    // 1.645 at 90 % is a deviation of 1.
    assertThat(errors.statedOverActual()).isCloseTo(1 / Math.sqrt(3), within(1e-3));
  }

  @Test
  void oneSimulatedSessionOfEachExerciseIsComparedAndCalledSynthetic() {
    List<Figure> figures = new MotionSuite(1).figures(new Inputs(Optional.empty(), step -> {}));
    assertThat(figures).allMatch(figure -> figure.data().equals("synthetic"));
    assertThat(figures).allMatch(figure -> Double.isFinite(figure.value()));
    assertThat(new HashSet<>(figures.stream().map(Figure::name).toList())).hasSameSizeAs(figures);
    assertThat(figures)
        .anyMatch(figure -> figure.name().startsWith("squat, kneeFrontalDeviation"))
        .anyMatch(figure -> figure.name().startsWith("bridge, pelvicObliquity"));
  }
}
