package org.plumbline.analyzer.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One frame of one trace: the samples of a 33 ms tick pushed, then drawn at 620 x 200 pixels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class LiveTraceBenchmark {
  private static final double WINDOW_SECONDS = 10;

  @Param({"200", "2000"})
  public int rateHz;

  private final double[] sample = new double[3];
  private final Rectangle2D area = new Rectangle2D.Double(0, 0, 620, 200);
  private Graphics2D graphics =
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
  private LiveTrace trace = trace(200);
  private long pushed;

  private static LiveTrace trace(int rateHz) {
    return new LiveTrace(
        new LiveTrace.Layout(
            "Knee",
            "deg",
            -100,
            100,
            WINDOW_SECONDS,
            rateHz,
            List.of(
                new LiveTrace.Channel("a", Palette.BLUE),
                new LiveTrace.Channel("b", Palette.REDDISH_PURPLE),
                new LiveTrace.Channel("c", Palette.SLATE))));
  }

  @Setup
  public void fill() {
    graphics = new BufferedImage(620, 200, BufferedImage.TYPE_INT_RGB).createGraphics();
    trace = trace(rateHz);
    for (int i = 0; i < WINDOW_SECONDS * rateHz; i++) {
      push();
    }
  }

  private void push() {
    double phase = (pushed % 400) / 200.0 - 1;
    sample[0] = 90 * phase;
    sample[1] = -40 * phase;
    sample[2] = 10;
    trace.push(pushed / (double) rateHz, sample);
    pushed++;
  }

  /** A thirtieth of a second. */
  @Benchmark
  public void frame() {
    for (int i = 0; i < rateHz / 30; i++) {
      push();
    }
    trace.draw(graphics, area);
  }
}
