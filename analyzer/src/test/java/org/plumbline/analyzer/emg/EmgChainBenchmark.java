package org.plumbline.analyzer.emg;

import java.util.Random;
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
import org.plumbline.analyzer.signal.BiquadCascade;
import org.plumbline.analyzer.signal.BlockTrack;
import org.plumbline.analyzer.signal.Butterworth;

/**
 * Nanoseconds and bytes of one sample of one channel at 2 kHz. Run with {@code java -cp
 * analyzer/target/test-classes:... org.openjdk.jmh.Main EmgChain -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class EmgChainBenchmark {
  private static final double RATE_HZ = 2000;
  private static final int SAMPLES = 1 << 15;

  /** A live channel, one with hum that is removed, or one that lies flat. */
  @Param({"live", "hum", "flat"})
  public String signal = "";

  private final BiquadCascade bandPass = Butterworth.bandPass(4, RATE_HZ, 20, 450);
  private final BlockTrack blocks = ChannelWatch.newBlocks();
  private final EmgConditioner conditioner =
      new EmgConditioner(EmgConditioner.Parameters.defaults(), RATE_HZ);
  private final ChannelWatch watch = new ChannelWatch(conditioner, RATE_HZ, false, blocks);
  private final int perBlock = ChannelWatch.blockSamples(RATE_HZ);
  private final double[] volts = new double[SAMPLES];
  private long at;

  @Setup
  public void fill() {
    Random random = new Random(1);
    for (int i = 0; i < SAMPLES; i++) {
      double hum = signal.equals("hum") ? 1e-4 * StrictMath.sin(0.05 * Math.PI * i) : 0;
      volts[i] = signal.equals("flat") ? 0 : 5e-5 * random.nextGaussian() + hum;
    }
  }

  /** The filter alone: what scipy's sosfilt does. */
  @Benchmark
  public double bandPass() {
    return bandPass.update(volts[(int) (at++ & (SAMPLES - 1))]);
  }

  /** Band-pass, RMS, smooth envelope, quality. */
  @Benchmark
  public double chain() {
    double value = volts[(int) (at & (SAMPLES - 1))];
    double filtered = conditioner.update(value);
    if (watch.update(value)) {
      conditioner.removeMains(watch.humLines());
    }
    if (++at % perBlock == 0) {
      long nanos = at * 500_000;
      watch.closeBlock(nanos);
      blocks.dropBefore(nanos - 10_000_000_000L);
    }
    return filtered;
  }
}
