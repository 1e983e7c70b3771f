package org.plumbline.analyzer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTraceTest {
  private static final int WIDTH = 500;
  private static final int HEIGHT = 200;

  private static LiveTrace trace() {
    return new LiveTrace(
        new LiveTrace.Layout(
            "Knee", "deg", 0, 100, 4, 50, List.of(new LiveTrace.Channel("flexion", Palette.BLUE))));
  }

  private static BufferedImage draw(LiveTrace trace) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    trace.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    return image;
  }

  private static ColoredMarks.Mark line(LiveTrace trace) {
    return ColoredMarks.of(draw(trace), Palette.BLUE, 20).get(0);
  }

  @Test
  void theNewestSampleIsAtTheRightEdgeHoweverLongItRuns() {
    LiveTrace trace = trace();
    for (int i = 0; i < 200; i++) {
      trace.push(i / 50.0, new double[] {50});
    }
    ColoredMarks.Mark first = line(trace);
    for (int i = 200; i < 3000; i++) {
      trace.push(i / 50.0, new double[] {50});
    }
    ColoredMarks.Mark later = line(trace);
    assertThat(later.right()).isEqualTo(first.right()).isGreaterThan(WIDTH - 40);
    assertThat(later.left()).isCloseTo(first.left(), org.assertj.core.api.Assertions.within(4));
  }

  @Test
  void halfAWindowOfSamplesFillsTheRightHalf() {
    LiveTrace trace = trace();
    for (int i = 0; i < 200; i++) {
      trace.push(i / 50.0, new double[] {50});
    }
    int full = line(trace).right() - line(trace).left();
    trace.clear();
    for (int i = 0; i <= 100; i++) {
      trace.push(10 + i / 50.0, new double[] {50});
    }
    ColoredMarks.Mark half = line(trace);
    assertThat((half.right() - half.left()) / (double) full)
        .isCloseTo(0.5, org.assertj.core.api.Assertions.within(0.02));
  }

  @Test
  void anEmptyTraceDrawsItsAxes() {
    assertThat(ColoredMarks.of(draw(trace()), Palette.BLUE, 5)).isEmpty();
    assertThat(ColoredMarks.of(draw(trace()), Palette.HAIRLINE, 50)).isNotEmpty();
  }
}
