package org.plumbline.device.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Time and memory to read a table of 60,000 rows with three six-axis sensors (11.6 MB of text), and
 * to read one number. Run with {@code -prof gc} for the bytes allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class TableSourceBenchmark {
  private static final int ROWS = 60_000;

  private final TableProfile profile = TableProfiles.builtIn("three-imu-squat").orElseThrow();
  private final DecimalCells decimals = new DecimalCells('.');
  private final byte[] cell = "-9.6607375".getBytes(StandardCharsets.UTF_8);
  private Path plain = Path.of("");
  private Path packed = Path.of("");

  @Setup(Level.Trial)
  public void write() throws IOException {
    plain = Files.createTempFile("bench", ".csv");
    packed = Files.createTempFile("bench", ".csv.gz");
    byte[] text = text().getBytes(StandardCharsets.UTF_8);
    Files.write(plain, text);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text);
    }
    System.out.println("bytes of text: " + text.length);
  }

  private static String text() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("timestamp,seq,millis,q0,q1,q2");
    for (int sensor = 0; sensor < 3; sensor++) {
      for (String axis : new String[] {"ax", "ay", "az", "gx", "gy", "gz"}) {
        text.append(",s").append(sensor).append('_').append(axis);
      }
    }
    for (int i = 0; i < ROWS; i++) {
      text.append("\n2025-10-11T16:21:53.388,")
          .append(i)
          .append(',')
          .append(9L * i)
          .append(",0,0,0");
      for (int c = 0; c < 18; c++) {
        text.append(String.format(Locale.ROOT, ",%.6g", 5 * random.nextGaussian()));
      }
    }
    return text.append('\n').toString();
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(plain);
    Files.delete(packed);
  }

  @Benchmark
  public void readPlain(Blackhole hole) throws IOException {
    drain(plain, hole);
  }

  @Benchmark
  public void readGzip(Blackhole hole) throws IOException {
    drain(packed, hole);
  }

  /** The least a reader can do: every byte looked at for a line end. */
  @Benchmark
  public long countLines() throws IOException {
    try (LineReader lines = new LineReader(Files.newInputStream(plain), "bench")) {
      while (lines.next()) {
        // only counted
      }
      return lines.number();
    }
  }

  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public double oneNumber() {
    return decimals.parseDouble(cell, 0, cell.length);
  }

  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public double oneNumberByTheLibrary() {
    return Double.parseDouble(new String(cell, StandardCharsets.ISO_8859_1));
  }

  private void drain(Path file, Blackhole hole) throws IOException {
    try (TableSource source = TableSource.open(file, profile, "S01", "bench")) {
      for (var event = source.next(); event.isPresent(); event = source.next()) {
        hole.consume(event.get());
      }
    }
  }
}
