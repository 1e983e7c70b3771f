package org.plumbline.analyzer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.chart.ColoredMarks.Mark;
import org.plumbline.analyzer.quality.Basis;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.quality.Outcome;
import org.plumbline.analyzer.quality.Severity;
import org.plumbline.analyzer.quality.Verdict;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Side;

class CurveOverlayTest {
  private static final CurveOverlay.Key KNEE =
      new CurveOverlay.Key("kneeFrontalDeviation", Side.RIGHT);

  /** A set of level curves at these heights; those above the limit of 6 are red. */
  private static SetResult levels(double... heights) {
    List<RepetitionResult> repetitions = new ArrayList<>();
    for (double height : heights) {
      double[] values = new double[Curve.POINTS];
      Arrays.fill(values, height);
      repetitions.add(repetition(repetitions.size() + 1, height, values));
    }
    return set(repetitions);
  }

  private static SetResult set(List<RepetitionResult> repetitions) {
    return new SetResult(
        1, "squat", "right", OptionalDouble.empty(), "none", repetitions, List.of());
  }

  private static RepetitionResult repetition(int index, double value, double[] values) {
    return repetition(index, value, values, "kneeFrontalDeviation");
  }

  private static RepetitionResult repetition(
      int index, double value, double[] values, String metric) {
    boolean beyond = value > 6;
    Verdict verdict =
        new Verdict.Assessed(
                "knee-valgus",
                Side.RIGHT,
                beyond ? Outcome.VIOLATED : Outcome.SATISFIED,
                beyond ? Optional.of(Severity.RED) : Optional.empty(),
                value,
                6,
                Basis.ABSOLUTE,
                0.5,
                "deg",
                "source",
                "E",
                "")
            .of(metric);
    Curve curve = new Curve("kneeFrontalDeviation", Side.RIGHT, "deg", values);
    return new RepetitionResult(
        index, index, index + 0.5, index + 1, true, List.of(), List.of(verdict), List.of(curve));
  }

  private static BufferedImage draw(SetResult set) {
    return CurveOverlay.of(set, KNEE).image(1);
  }

  /** The widest mark of a colour: the line itself, not the legend or a tag. */
  private static Mark line(BufferedImage image, java.awt.Color color) {
    return ColoredMarks.of(image, color, 60).stream()
        .max(Comparator.comparingInt(mark -> mark.right() - mark.left()))
        .orElseThrow();
  }

  @Test
  void theLimitLiesWhereItsValueIs() {
    // 2 and 10 are drawn; the limit of 6 has to be half-way.
    BufferedImage image = CurveOverlay.of(levels(2, 10), KNEE).image(4);
    double low = line(image, Palette.BLUISH_GREEN).centerY();
    double high = line(image, Palette.VERMILLION).centerY();
    int halfway = (int) Math.round((low + high) / 2);
    int ink = 0;
    for (int x = 800; x < 2000; x++) {
      ink += ColoredMarks.is(image, x, halfway, Palette.INK) ? 1 : 0;
    }
    assertThat(ink / 1200.0).as("dotted, 2 on and 3 off").isBetween(0.25, 0.5);
  }

  /** What could not be assessed names no metric: it is about a curve that the rule reads. */
  @Test
  void whatCouldNotBeAssessedMarksOnlyACurveThatTheRuleRead() {
    RepetitionResult read = levels(2, 10).repetitions().get(0);
    RepetitionResult other = repetition(1, 2, flat(2), "thighInwardTurnGap");
    RepetitionResult unknown =
        new RepetitionResult(
            2,
            2,
            2.5,
            3,
            true,
            List.of(),
            List.of(
                new Verdict.NotAssessable(
                    "knee-valgus",
                    Side.RIGHT,
                    new org.plumbline.analyzer.quality.Reason("x", "x"))),
            List.of(new Curve("kneeFrontalDeviation", Side.RIGHT, "deg", flat(8))));
    assertThat(greyPixels(set(List.of(read, unknown))))
        .isGreaterThan(greyPixels(set(List.of(other, unknown))) + 1000);
  }

  private static int greyPixels(SetResult set) {
    BufferedImage image = CurveOverlay.of(set, KNEE).image(4);
    int grey = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        grey += ColoredMarks.is(image, x, y, Palette.LIGHT_GREY) ? 1 : 0;
      }
    }
    return grey;
  }

  private static double[] flat(double value) {
    double[] values = new double[Curve.POINTS];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void aFlaggedRepetitionCarriesItsNumberOnItsLineAndOthersDoNot() {
    BufferedImage image = CurveOverlay.of(levels(2, 10), KNEE).image(4);
    assertThat(inkNear(image, line(image, Palette.VERMILLION))).isGreaterThan(5);
    assertThat(inkNear(image, line(image, Palette.BLUISH_GREEN))).isZero();
  }

  private static int inkNear(BufferedImage image, Mark line) {
    int count = 0;
    for (int x = line.left() + 5; x < line.right() - 5; x++) {
      for (int y = (int) line.centerY() - 24; y <= line.centerY() + 24; y++) {
        count += ColoredMarks.is(image, x, y, Palette.INK) ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void flaggedLinesAreThickerThanOthers() {
    BufferedImage image = CurveOverlay.of(levels(2, 10), KNEE).image(4);
    assertThat(line(image, Palette.VERMILLION).rowWidths().size())
        .isGreaterThan(line(image, Palette.BLUISH_GREEN).rowWidths().size() + 3);
  }

  @Test
  void whatWasNotMeasuredIsAGapAndNotAStraightLine() {
    double[] values = new double[Curve.POINTS];
    Arrays.fill(values, 10);
    Arrays.fill(values, 20, 40, Double.NaN);
    BufferedImage image = draw(set(List.of(repetition(1, 10, values))));
    List<Mark> pieces = ColoredMarks.of(image, Palette.VERMILLION, 20);
    Mark longest =
        pieces.stream()
            .max(Comparator.comparingInt(mark -> mark.right() - mark.left()))
            .orElseThrow();
    int y = (int) longest.centerY();
    double pixelsPerPercent = (longest.right() - longest.left()) / 60.0; // from 40 to 100 %
    double zero = longest.right() - 100 * pixelsPerPercent;
    for (int percent = 8; percent <= 100; percent++) {
      boolean inside = percent > 20 && percent < 39;
      boolean atEdge = Math.abs(percent - 19.5) < 2 || Math.abs(percent - 39.5) < 2;
      int x = (int) (zero + pixelsPerPercent * percent);
      if (!atEdge && percent < 100) {
        assertThat(ColoredMarks.is(image, x, y, Palette.VERMILLION))
            .as("line at %d %%", percent)
            .isEqualTo(!inside);
      }
    }
  }

  @Test
  void aLimitThatDiffersBetweenRepetitionsOrInUnitIsNotDrawn() {
    CurveOverlay.Key ratio = new CurveOverlay.Key("somethingElse", Side.RIGHT);
    SetResult set =
        set(
            List.of(
                new RepetitionResult(
                    1,
                    0,
                    1,
                    2,
                    true,
                    List.of(),
                    List.of(),
                    List.of(SampleResults.bump("somethingElse", Side.RIGHT, 9, 0)))));
    assertThat(CurveOverlay.of(set, ratio).svg("x")).doesNotContain(">limit ");
    assertThat(CurveOverlay.of(levels(2, 10), KNEE).svg("x")).contains("limit 6.0° (absolute)");
  }

  @Test
  void aVerdictReadFromAnotherMetricNeitherColoursTheCurveNorDrawsItsLimit() {
    double[] values = new double[Curve.POINTS];
    Arrays.fill(values, 4);
    SetResult set = set(List.of(repetition(1, 10, values, "kneeMedialGap")));
    String svg = CurveOverlay.of(set, KNEE).svg("x");
    assertThat(svg).doesNotContain("limit 6.0");
    assertThat(ColoredMarks.of(draw(set), Palette.VERMILLION, 60)).isEmpty();
  }

  @Test
  void aCurveThatNoRuleReadsHasTheColourOfItsSide() {
    SetResult set =
        set(
            List.of(
                new RepetitionResult(
                    1,
                    0,
                    1,
                    2,
                    true,
                    List.of(),
                    List.of(),
                    List.of(SampleResults.bump("anything", Side.LEFT, 9, 0)))));
    BufferedImage image =
        CurveOverlay.of(set, new CurveOverlay.Key("anything", Side.LEFT)).image(3);
    assertThat(ColoredMarks.of(image, Palette.SKY_BLUE, 200)).isNotEmpty();
  }

  @Test
  void fortyRepetitionsLeaveTheTagsReadable() {
    SetResult forty = SampleResults.forty().sets().get(0);
    String svg = CurveOverlay.of(forty, KNEE).svg("x");
    for (int flagged : new int[] {12, 20, 21, 22, 25, 31, 33, 34, 35, 36, 37, 39}) {
      assertThat(svg).contains(">" + flagged + "</text>");
    }
  }

  @Test
  void aSetThatHasNotTheCurveSaysSo() {
    SetResult none = SampleResults.nothingAssessable().sets().get(0);
    assertThat(CurveOverlay.curvesOf(none)).isEmpty();
    assertThat(CurveOverlay.of(none, KNEE).image(1).getWidth()).isPositive();
    assertThat(CurveOverlay.of(set(List.of()), KNEE).svg("x")).contains("not measured");
  }
}
