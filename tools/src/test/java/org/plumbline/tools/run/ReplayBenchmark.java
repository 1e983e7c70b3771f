package org.plumbline.tools.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.plumbline.analyzer.SessionAnalyzer;
import org.plumbline.analyzer.exercise.AnalysisContext;
import org.plumbline.analyzer.exercise.ContextJson;
import org.plumbline.analyzer.exercise.ExerciseCatalog;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.device.log.ContextApplied;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.SessionEvent;
import org.plumbline.device.log.Side;
import org.plumbline.device.recording.RecordingReader;
import org.plumbline.device.recording.RecordingWriter;
import org.plumbline.fixtures.simulator.EmgSensor;
import org.plumbline.fixtures.simulator.ImuSensor;
import org.plumbline.fixtures.simulator.RepetitionPlan;
import org.plumbline.fixtures.simulator.Scenario;
import org.plumbline.fixtures.simulator.SimulatedBody;

/**
 * Ten synthetic minutes of squats, 7 IMUs at 200 Hz and 8 EMG channels at 2 kHz: from the file on
 * disk to the result.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 8, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class ReplayBenchmark {
  private static final int TEN_MINUTES_OF_SQUATS = 128;

  private Path file = Path.of("");

  /** Generates the recording; about 15 s. */
  @Setup
  public void record() throws IOException {
    file = Files.createTempDirectory("replay").resolve("ten-minutes" + RecordingWriter.EXTENSION);
    write(file);
  }

  static void write(Path file) throws IOException {
    List<ImuSensor> imus = new ArrayList<>(Scenario.usualImus(200));
    imus.add(ImuSensor.on(Segment.FOOT, Side.RIGHT, 200));
    List<OnMuscle> muscles = new ArrayList<>();
    for (Muscle muscle :
        List.of(
            Muscle.GLUTEUS_MAXIMUS,
            Muscle.HAMSTRINGS,
            Muscle.GLUTEUS_MEDIUS,
            Muscle.ERECTOR_SPINAE)) {
      muscles.add(new OnMuscle(muscle, Side.LEFT));
      muscles.add(new OnMuscle(muscle, Side.RIGHT));
    }
    Scenario scenario =
        Scenario.squat(5)
            .withImus(imus)
            .withEmg(Optional.of(new EmgSensor(muscles, 2000)))
            .withRepetitions(RepetitionPlan.good().times(TEN_MINUTES_OF_SQUATS));
    AnalysisContext context =
        AnalysisContext.of(ExerciseCatalog.builtIn().get("squat"), List.of(), Optional.empty());
    try (RecordingWriter writer = RecordingWriter.create(file)) {
      boolean first = true;
      for (SessionEvent event : new SimulatedBody(scenario).events()) {
        writer.append(event);
        if (first) {
          writer.append(ContextApplied.of(0, ContextJson.write(context), "benchmark"));
          first = false;
        }
      }
    }
  }

  @TearDown
  public void clean() throws IOException {
    Files.delete(file);
  }

  /** File to result. */
  @Benchmark
  public SessionResult replay() throws IOException {
    SessionAnalyzer analyzer = new SessionAnalyzer(notice -> {});
    try (RecordingReader reader = RecordingReader.open(file)) {
      for (Optional<SessionEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
        analyzer.accept(event.get());
      }
    }
    return analyzer.result();
  }
}
