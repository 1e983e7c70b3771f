package org.plumbline.analyzer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.chart.ColoredMarks.Mark;
import org.plumbline.analyzer.result.SessionResult.SetResult;

/** Draws strips and reads the marks back from the pixels. */
class QualityStripTest {
  private static final int LEAST_PIXELS = 12;
  private static final double HALF_A_MARK = 4;

  private final SetResult squat = SampleResults.squat().sets().get(0);

  private static BufferedImage draw(SetResult set) {
    return QualityStrip.of(set).image(1);
  }

  /** Marks of a colour above the legend, which is the lowest row of marks. */
  private static List<Mark> marks(BufferedImage image, Color color) {
    List<Mark> all = ColoredMarks.of(image, color, LEAST_PIXELS);
    double legend =
        ColoredMarks.of(image, Palette.BLUISH_GREEN, LEAST_PIXELS).stream()
            .mapToDouble(Mark::centerY)
            .max()
            .orElseThrow();
    return all.stream().filter(mark -> mark.centerY() < legend - 10).toList();
  }

  /** The dashes of what was not assessable, without the one of the legend; four times as large. */
  private static List<Mark> dashes(SetResult set) {
    List<Mark> all =
        ColoredMarks.of(QualityStrip.of(set).image(4), Palette.LIGHT_GREY, 100).stream()
            .filter(mark -> mark.right() - mark.left() > 20 && mark.right() - mark.left() < 60)
            .toList();
    int legend = all.stream().mapToInt(Mark::top).max().orElseThrow();
    return all.stream().filter(mark -> mark.top() < legend - 40).toList();
  }

  /** The ten discs of the depth row, all satisfied: they say where the columns are. */
  private static List<Mark> depthRow(BufferedImage image) {
    List<Mark> discs = marks(image, Palette.BLUISH_GREEN);
    double y = discs.stream().map(Mark::centerY).sorted().toList().get(discs.size() / 2);
    return discs.stream().filter(disc -> Math.abs(disc.centerY() - y) < HALF_A_MARK).toList();
  }

  @Test
  void everyRuleAndSideHasARowAndEveryRepetitionAMark() {
    BufferedImage image = draw(squat);
    // Knee: 4 satisfied of 10; depth: 10; tilt: 9.
    assertThat(marks(image, Palette.BLUISH_GREEN)).hasSize(4 + 10 + 9);
    assertThat(depthRow(image)).hasSize(10);
    assertThat(marks(image, Palette.ORANGE)).hasSize(2 + 1);
    assertThat(marks(image, Palette.VERMILLION)).hasSize(2);
    assertThat(dashes(squat)).hasSize(1);
  }

  @Test
  void marksStandInTheColumnOfTheirRepetition() {
    BufferedImage image = draw(squat);
    List<Mark> columns = depthRow(image);
    double kneeRow =
        marks(image, Palette.VERMILLION).stream().mapToDouble(Mark::centerY).min().orElseThrow();
    assertThat(marks(image, Palette.VERMILLION))
        .extracting(Mark::centerX)
        .satisfiesExactly(
            x -> assertThat(x).isCloseTo(columns.get(3).centerX(), within(1.0)),
            x -> assertThat(x).isCloseTo(columns.get(7).centerX(), within(1.0)));
    assertThat(marks(image, Palette.ORANGE).stream().sorted(Comparator.comparing(Mark::centerX)))
        .satisfiesExactly(
            third -> {
              assertThat(third.centerX()).isCloseTo(columns.get(2).centerX(), within(1.0));
              assertThat(third.centerY()).isCloseTo(kneeRow, within(HALF_A_MARK));
            },
            fifth -> assertThat(fifth.centerX()).isCloseTo(columns.get(4).centerX(), within(1.0)),
            seventh -> {
              assertThat(seventh.centerX()).isCloseTo(columns.get(6).centerX(), within(1.0));
              assertThat(seventh.centerY()).isGreaterThan(columns.get(6).centerY());
            });
  }

  @Test
  void outcomesDifferByShapeAndNotOnlyByColour() {
    BufferedImage image = draw(squat);
    List<Integer> triangle = marks(image, Palette.ORANGE).get(0).rowWidths();
    assertThat(triangle.get(0)).as("a triangle is narrow above").isLessThan(4);
    assertThat(triangle.get(triangle.size() - 1)).as("and wide below").isGreaterThan(8);
    List<Integer> diamond = marks(image, Palette.VERMILLION).get(0).rowWidths();
    assertThat(diamond.get(0)).as("a diamond is narrow above").isLessThan(4);
    assertThat(diamond.get(diamond.size() / 2)).as("wide in the middle").isGreaterThan(10);
    assertThat(diamond.get(diamond.size() - 1)).as("and narrow below").isLessThan(4);
    List<Integer> disc = marks(image, Palette.BLUISH_GREEN).get(0).rowWidths();
    assertThat(disc.get(0)).as("a disc is blunt above").isGreaterThanOrEqualTo(4);
  }

  @Test
  void withinErrorIsARingWithPaperInside() {
    BufferedImage image = draw(squat);
    List<Mark> columns = depthRow(image);
    Mark knee = marks(image, Palette.VERMILLION).get(0);
    int x = (int) Math.round(columns.get(5).centerX());
    int y = (int) Math.round(knee.centerY());
    assertThat(ColoredMarks.is(image, x, y, Palette.PAPER)).isTrue();
    assertThat(new Color(image.getRGB(x + 6, y)).getRed()).isLessThan(0x90);
  }

  @Test
  void aFindingIsBracketedFromItsFirstToItsLastRepetition() {
    BufferedImage image = draw(squat);
    List<Mark> columns = depthRow(image);
    Mark bar =
        ColoredMarks.of(image, Palette.INK, 100).stream()
            .filter(mark -> mark.right() - mark.left() > 200)
            .findFirst()
            .orElseThrow();
    assertThat((double) bar.left()).isCloseTo(columns.get(2).centerX(), within(2.0));
    assertThat((double) bar.right()).isCloseTo(columns.get(7).centerX(), within(2.0));
    assertThat(bar.bottom()).isLessThanOrEqualTo(marks(image, Palette.VERMILLION).get(0).top() + 2);
  }

  @Test
  void aSetWithoutFindingsHasNoBracket() {
    BufferedImage image = draw(SampleResults.threeSets().sets().get(0));
    assertThat(ColoredMarks.of(image, Palette.INK, 100))
        .noneMatch(mark -> mark.right() - mark.left() > 200);
  }

  @Test
  void fortyRepetitionsKeepTheirMarksApart() {
    BufferedImage image = draw(SampleResults.forty().sets().get(0));
    assertThat(depthRow(image)).hasSize(40);
  }

  @Test
  void oneRepetitionIsDrawnAtTheLeftAndNotBlownUp() {
    BufferedImage one = draw(SampleResults.interrupted().sets().get(0));
    List<Mark> discs = marks(one, Palette.BLUISH_GREEN);
    assertThat(discs).hasSize(3);
    assertThat(discs).allMatch(disc -> disc.right() - disc.left() < 14);
    assertThat(discs).allMatch(disc -> disc.centerX() < one.getWidth() / 2.0);
  }

  @Test
  void whereNothingIsAssessableNothingIsGreen() {
    BufferedImage image = draw(SampleResults.nothingAssessable().sets().get(0));
    assertThat(marks(image, Palette.BLUISH_GREEN)).isEmpty();
    assertThat(dashes(SampleResults.nothingAssessable().sets().get(0))).hasSize(30);
  }

  @Test
  void aSetWithoutRepetitionsSaysSo() {
    SetResult none =
        new SetResult(1, "squat", "both", OptionalDouble.empty(), "none", List.of(), List.of());
    assertThat(QualityStrip.of(none).svg("x")).contains("No repetition was counted");
  }
}
