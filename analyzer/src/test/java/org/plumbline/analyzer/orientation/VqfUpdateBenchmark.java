package org.plumbline.analyzer.orientation;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds and bytes of one 6D update with the orientation read. Run with {@code java -cp
 * analyzer/target/test-classes:... org.openjdk.jmh.Main VqfUpdate -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class VqfUpdateBenchmark {
  private static final int SAMPLES = 4096;
  private final VqfFilter filter = new VqfFilter(VqfFilter.Parameters.defaults(), 285.714);
  private final double[] samples = new double[SAMPLES * 6];
  private final double[] orientation = new double[4];
  private int at;

  /** A limb that swings, with noise: the motion branch, which is the dear one. */
  @Setup
  public void fill() {
    Random random = new Random(1);
    for (int i = 0; i < SAMPLES; i++) {
      for (int k = 0; k < 3; k++) {
        samples[6 * i + k] = StrictMath.sin(0.01 * i + k) + 0.01 * random.nextGaussian();
        samples[6 * i + 3 + k] = 5.7 + StrictMath.sin(0.01 * i + k) + 0.1 * random.nextGaussian();
      }
    }
  }

  @Benchmark
  public double[] update() {
    int i = 6 * at;
    at = (at + 1) & (SAMPLES - 1);
    filter.update(
        samples[i], samples[i + 1], samples[i + 2], samples[i + 3], samples[i + 4], samples[i + 5]);
    filter.orientation(orientation);
    return orientation;
  }
}
