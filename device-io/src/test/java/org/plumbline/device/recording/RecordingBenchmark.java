package org.plumbline.device.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.SessionEvent;

/**
 * Ten minutes of a full set-up, 17.16 million values, to a file and back.
 *
 * <p>{@link #main} runs it with the allocation profiler and prints the size of the file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class RecordingBenchmark {
  private static final int SECONDS = 600;

  private List<SessionEvent> log = List.of();
  private Path folder = Path.of("");
  private Path recorded = Path.of("");
  private int written;

  /** Makes the session and a recording of it. */
  @Setup
  public void record() throws IOException {
    log = SyntheticSession.events(SECONDS, 1);
    folder = Files.createTempDirectory("recording-benchmark");
    recorded = folder.resolve("read.plog");
    Recordings.write(recorded, log);
    System.out.printf("%n%d events, %.2f MB%n", log.size(), Files.size(recorded) / 1e6);
  }

  /** Removes the files. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(recorded);
    Files.delete(folder);
  }

  /** Writes a new file, forced to disk at its end. */
  @Benchmark
  public int write() throws IOException {
    Path file = folder.resolve("written-" + written++ + ".plog");
    Recordings.write(file, log);
    Files.delete(file);
    return written;
  }

  /** Reads every event of the file. */
  @Benchmark
  public long read() throws IOException {
    long values = 0;
    try (RecordingReader reader = RecordingReader.open(recorded)) {
      for (Optional<SessionEvent> e = reader.next(); e.isPresent(); e = reader.next()) {
        if (e.get() instanceof Samples samples) {
          values += (long) samples.size() * samples.channels();
        }
      }
    }
    if (values != SECONDS * (7L * 9 * 200 + 8 * 2000)) {
      throw new IllegalStateException(values + " values");
    }
    return values;
  }

  /** Runs both with the allocation profiler. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(RecordingBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .build())
        .run();
  }
}
