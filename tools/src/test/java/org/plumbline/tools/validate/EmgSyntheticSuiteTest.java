package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Few people; the published figures have fifty. */
final class EmgSyntheticSuiteTest {

  private static double value(List<Figure> figures, String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onsetsAreFoundWherePlainThresholdsLoseThem() {
    List<Figure> figures = new EmgOnsetFigures(2).figures();
    assertThat(value(figures, "bursts at 3 dB: bursts not found")).isZero();
    assertThat(value(figures, "bursts at 3 dB: bursts that are none, of the true ones")).isZero();
    assertThat(value(figures, "bursts at 3 dB, plain mean + 3 SD: bursts not found"))
        .isGreaterThan(50);
    assertThat(value(figures, "bursts at 20 dB: onset error, median")).isLessThan(0.03);
  }

  @Test
  void noVerdictOnTheHamstringsIsWrongFromTenDecibelsUp() {
    List<Figure> figures = new EmgVerdictFigures(1).figures(step -> {});
    for (int decibels : new int[] {20, 15, 10}) {
      for (String kind : new String[] {"own reference", "maxima without a reference"}) {
        String name = "hamstring verdict at " + decibels + " dB, " + kind;
        assertThat(value(figures, name + ": wrong")).isZero();
        assertThat(value(figures, name + ": not assessable (100 % less the coverage)")).isZero();
      }
    }
  }

  @Test
  void aTiringSetIsToldFromOneThatDoesNotTire() {
    List<Figure> figures = new EmgFatigueFigures(1).figures(step -> {});
    String read = ": read as median frequency down and amplitude up";
    assertThat(value(figures, "set that tires, 20 dB" + read)).isEqualTo(100);
    assertThat(value(figures, "set that does not tire, 20 dB" + read)).isZero();
    assertThat(value(figures, "set that does not tire, 6 dB: nothing spectral said"))
        .isEqualTo(100);
  }
}
