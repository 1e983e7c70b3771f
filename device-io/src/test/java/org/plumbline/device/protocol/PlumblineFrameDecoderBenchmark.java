package org.plumbline.device.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.StreamDescriptor;

/**
 * Time and allocation per DATA frame, fed in reads of 4 kB as a port gives them.
 *
 * <p>{@code java -cp ... org.openjdk.jmh.Main PlumblineFrameDecoderBenchmark -prof gc}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class PlumblineFrameDecoderBenchmark {
  private static final int FRAMES = 1000;
  private static final int READ_BYTES = 4096;

  /** Channels x samples of a frame: an IMU, and EMG as i24 in batches of 10 ms. */
  @Param({"I16 9 2", "I16 8 20", "I24 8 20"})
  String layout = "";

  private final FrameDecoder decoder = new PlumblineFrameDecoder();
  private byte[] bytes = {};

  @Setup
  public void encode() {
    String[] words = layout.split(" ", -1);
    SampleType type = SampleType.valueOf(words[0]);
    int channels = Integer.parseInt(words[1]);
    int samples = Integer.parseInt(words[2]);
    PlumblineFrameEncoder encoder = new PlumblineFrameEncoder(device(channels), Map.of(1, type));
    List<byte[]> frames = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      int[] counts = new int[channels * samples];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (frame * 31 + i * 7919) % 30_000;
      }
      frames.add(encoder.data(1, (long) frame * samples, frame * 10_000L, 0, counts));
    }
    bytes = FrameDecoderContract.concat(frames);
    byte[] describe = encoder.describe();
    decoder.decode(describe, 0, describe.length, 0, message -> {});
  }

  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void decode(Blackhole hole) {
    for (int from = 0; from < bytes.length; from += READ_BYTES) {
      int length = Math.min(READ_BYTES, bytes.length - from);
      decoder.decode(bytes, from, length, 0, hole::consume);
    }
  }

  private static DeviceDescription device(int channels) {
    List<Channel> all = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      all.add(new Channel("c" + c, Quantity.OTHER, Axis.NONE, new Location.Unplaced(), 1, 0, 0));
    }
    StreamDescriptor stream =
        new StreamDescriptor(
            1, "s", "d", StreamDescriptor.Origin.SYNTHETIC, 200, 1_000_000, 1, all);
    return new DeviceDescription(
        "d", "1", "1", 1, StreamDescriptor.Origin.SYNTHETIC, List.of(stream));
  }
}
