package org.plumbline.analyzer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.chart.ColoredMarks.Mark;
import org.plumbline.analyzer.quality.Metric;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Side;

class MuscleLevelsTest {
  private static final int LEAST_PIXELS = 40;

  private static SetResult set(Metric... metrics) {
    RepetitionResult repetition =
        new RepetitionResult(1, 0, 1, 2, true, List.of(metrics), List.of(), List.of());
    return new SetResult(
        1, "bridge", "both", OptionalDouble.empty(), "none", List.of(repetition), List.of());
  }

  private static List<Mark> marks(BufferedImage image, Color color) {
    return ColoredMarks.of(image, color, LEAST_PIXELS);
  }

  @Test
  void everyRepetitionHasAMarkPerMuscleAndSide() {
    BufferedImage image = MuscleLevels.of(SampleResults.bridge().sets().get(0)).get(0).image(1);
    assertThat(marks(image, Palette.BLUE)).as("10 left, 10 right, 1 legend").hasSize(21);
    assertThat(marks(image, Palette.REDDISH_PURPLE)).hasSize(21);
  }

  @Test
  void heightsAreInProportionFromZeroAndErrorBarsAreAsLongAsTheErrors() {
    // Levels 80 and 40 with errors 10 and 5: twice as high, twice as long a bar.
    BufferedImage image =
        MuscleLevels.of(
                set(
                    new Metric("gluteusMaximusLevel", Side.LEFT, 80, 10, "%MVIC"),
                    new Metric("hamstringsLevel", Side.LEFT, 40, 5, "%MVIC")))
            .get(0)
            .image(4);
    double[] glute = bar(image, Palette.BLUE);
    double[] hamstring = bar(image, Palette.REDDISH_PURPLE);
    double pixelsPerPercent = (hamstring[1] - glute[1]) / 40;
    assertThat(glute[0]).isCloseTo(20 * pixelsPerPercent, within(6.0));
    assertThat(hamstring[0]).isCloseTo(10 * pixelsPerPercent, within(6.0));
  }

  /** Length of the error bar and height of its middle, pixels; the bar is in the upper part. */
  private static double[] bar(BufferedImage image, Color color) {
    int top = Integer.MAX_VALUE;
    int bottom = 0;
    for (int y = 0; y < image.getHeight() * 3 / 4; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (ColoredMarks.is(image, x, y, color)) {
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return new double[] {bottom - top, (top + bottom) / 2.0};
  }

  @Test
  void theUnitIsToldAsItIs() {
    String svg =
        MuscleLevels.of(
                set(new Metric("gluteusMaximusLevel", Side.RIGHT, 98, 7, "% of reference set")))
            .get(0)
            .svg("x");
    assertThat(svg).contains("right (% of reference set)").doesNotContain("MVIC");
  }

  @Test
  void levelsOfDifferentUnitsDoNotShareAnAxis() {
    assertThat(
            MuscleLevels.of(
                set(
                    new Metric("gluteusMaximusLevel", Side.LEFT, 98, 7, "% of reference set"),
                    new Metric("hamstringsLevel", Side.LEFT, 40, 5, "%MVIC"))))
        .hasSize(2);
  }

  @Test
  void withoutElectrodesThereIsNoPicture() {
    assertThat(MuscleLevels.of(SampleResults.squat().sets().get(0))).isEmpty();
  }

  @Test
  void levelsAreNamedAfterTheirMuscles() {
    assertThat(MuscleLevels.metricName(Muscle.GLUTEUS_MAXIMUS)).isEqualTo("gluteusMaximusLevel");
    assertThat(MuscleLevels.metricName(Muscle.HAMSTRINGS)).isEqualTo("hamstringsLevel");
    assertThat(MuscleLevels.metricName(Muscle.TENSOR_FASCIAE_LATAE))
        .isEqualTo("tensorFasciaeLataeLevel");
  }
}
